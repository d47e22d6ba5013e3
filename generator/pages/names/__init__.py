"""The page of names and terms: which words this site writes, and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.edition import Edition, Key
from generator.model.terms import Term
from generator.pages.page import Page
from generator.pages.sheet import Sheet
from generator.pages.template import render

AT = "names/"


@dataclass(frozen=True, slots=True)
class TermLine:
    """One word of this site, the words that it stands for in quotation marks, and why."""

    id: str
    preferred: str
    instead: str
    why: Markup


@dataclass(frozen=True, slots=True)
class NamesView:
    """All that the page of names and terms shows."""

    terms: tuple[TermLine, ...]


def subjects(edition: Edition) -> Iterator[Key]:
    """There is one such page."""
    yield Key("site", AT)


def page(edition: Edition, key: Key) -> Page:
    """Set the page of names and terms."""
    sheet = Sheet(edition, AT)
    found = sorted(edition.every(Term), key=lambda term: (term[1].preferred.casefold(), term[0]))
    terms = tuple(
        TermLine(key.id, term.preferred, _instead(sheet, term), sheet.text(edition.documents[key], term.why))
        for key, term in found
    )
    description = sheet.words._("Which names and terms this site uses where others use different ones, and why.")
    body = render("names/page.md.j2", NamesView(terms), sheet.words)
    return Page(AT, sheet.words._("Names and terms"), description, body, meta=sheet.meta("names"))


def _instead(sheet: Sheet, term: Term) -> str:
    return ", ".join(sheet.words.quoted(word) for word in term.words)
