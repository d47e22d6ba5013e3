"""The ledger of corrections and updates: what was changed on the pages of this site, when and why."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date

from markupsafe import Markup

from generator.asking import kept
from generator.edition import Edition, Key
from generator.edition.calendar import Part
from generator.edition.ledgers import Amendment, amendments, lines_of
from generator.model.forms import Withdrawal
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
    withdrawn: bool
    """Whether the page was withdrawn."""


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """All that the ledger shows: how many of each kind of change there are, and the lines of this page, the latest first."""

    title: str
    corrections: int
    updates: int
    withdrawals: int
    parts: tuple[roll.PartLink, ...]
    lines: tuple[Amended, ...]


def subjects(edition: Edition) -> Iterator[Part[Amendment] | None]:
    """The ledger, in parts where it is long."""
    yield from ledger.subjects(edition.ask(_parts))


def page(edition: Edition, part: Part[Amendment] | None) -> Page:
    """Set one page of the ledger."""
    sheet = Sheet(edition, ledger.address(AT, part), marked=False)
    every = edition.ask(amendments)
    corrections, updates, withdrawals = edition.ask(_counted)
    view = CorrectionsView(
        ledger.title(sheet, sheet.words._("Corrections and updates"), part),
        corrections,
        updates,
        withdrawals,
        ledger.links(sheet, edition.ask(_parts), part, AT),
        tuple(edition.ask(_amended, sheet.at, one.key, one.number) for one in ledger.held(every, part)),
    )
    description = sheet.words._("What was corrected and updated on this site, when and why.")
    meta = sheet.meta("ledger")
    return Page(sheet.at, view.title, description, render("corrections/page.md.j2", view, sheet.words), meta=meta)


def _counted(edition: Edition) -> tuple[int, int, int]:
    """Count the corrections, the updates and the withdrawals."""
    kinds = Counter(amendment.kind for amendment in edition.ask(amendments))
    return kinds["correction"], kinds["update"], kinds["withdrawal"]


def _parts(edition: Edition) -> tuple[Part[Amendment], ...]:
    return ledger.parts(edition.ask(amendments), _day)


def _day(amendment: Amendment) -> Date:
    return amendment.date


@kept
def _amended(edition: Edition, at: str, key: Key, number: int) -> Amended:
    """Set one change for the page `at`, which need not be made anew where something else on the changed page does."""
    sheet, document = Sheet(edition, at, marked=False), edition.documents[key]
    change, on = lines_of(document).changes[number - 1], sheet.link(key)
    if isinstance(change, Withdrawal):
        why, none = sheet.line(document, change.why), Markup("")
        return Amended(Change(sheet.words.day(change.date), change.date.isoformat(), False, why, none, none), on, True)
    updates, corrections = ((), (change,)) if isinstance(change, Correction) else ((change,), ())
    (told,) = changes(sheet, document, updates, corrections)
    return Amended(told, on, False)
