"""The ledger of corrections and updates: what was changed on the pages of this site, when and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date

from markupsafe import Markup

from generator.edition import Edition
from generator.edition.calendar import Part
from generator.edition.ledgers import Amendment, amendments
from generator.model.parts import Correction
from generator.pages import ledger, roll
from generator.pages.changes import Change, changes
from generator.pages.page import Page
from generator.pages.sheet import Sheet
from generator.pages.template import render

AT = "corrections/"


@dataclass(frozen=True, slots=True)
class Amended:
    """One change, with a link to the page that was changed."""

    change: Change
    on: Markup


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """All that the ledger shows: how many corrections and updates there are, and the lines of this page, the latest first."""

    title: str
    corrections: int
    updates: int
    parts: tuple[roll.PartLink, ...]
    lines: tuple[Amended, ...]


def subjects(edition: Edition) -> Iterator[Part[Amendment] | None]:
    """The ledger, in parts where it is long."""
    yield from ledger.subjects(amendments(edition), _day)


def page(edition: Edition, part: Part[Amendment] | None) -> Page:
    """Set one page of the ledger."""
    sheet = Sheet(edition, f"{AT}{part.slug}" if part else AT, marked=False)
    every = amendments(edition)
    corrected = sum(1 for amendment in every if isinstance(amendment.change, Correction))
    view = CorrectionsView(
        ledger.title(sheet, sheet.words._("Corrections and updates"), part),
        corrected,
        len(every) - corrected,
        ledger.links(sheet, every, _day, part, AT),
        tuple(_amended(sheet, amendment) for amendment in ledger.held(every, part)),
    )
    description = sheet.words._("What was corrected and updated on this site, when and why.")
    meta = sheet.meta("ledger")
    return Page(sheet.at, view.title, description, render("corrections/page.md.j2", view, sheet.words), meta=meta)


def _day(amendment: Amendment) -> Date:
    return amendment.change.date


def _amended(sheet: Sheet, amendment: Amendment) -> Amended:
    change = amendment.change
    updates, corrections = ((), (change,)) if isinstance(change, Correction) else ((change,), ())
    (told,) = changes(sheet, amendment.document, updates, corrections)
    return Amended(told, sheet.link(amendment.document.key))
