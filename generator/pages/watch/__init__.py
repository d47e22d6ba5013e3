"""The ledger of expectations: what readers were told to watch for, and what came of it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date

from markupsafe import Markup

from generator.asking import kept
from generator.edition import Edition, Key
from generator.edition.calendar import Part
from generator.edition.ledgers import Expectation, expectations, lines_of
from generator.pages import ledger, roll
from generator.pages.brief.questions import Expected, expected
from generator.pages.page import Page
from generator.pages.sheet import Sheet
from generator.pages.template import render
from generator.words import capital

AT = "watch/"
STATES = ("came", "came late", "did not come", "overtaken", "not known")


@dataclass(frozen=True, slots=True)
class Watched:
    """One expectation, with a link to the brief that told of it."""

    item: Expected
    storyline: Markup
    """To which story it belongs, for the line alone does not say."""
    told_in: Markup
    overdue: bool


@dataclass(frozen=True, slots=True)
class WatchView:
    """All that the ledger shows: how often what was expected came, and the lines of this page, each group the latest first."""

    title: str
    total: int
    record: tuple[tuple[str, int], ...]
    """Each outcome with how often there was one; then how many are still awaited, and how many of those are overdue."""
    parts: tuple[roll.PartLink, ...]
    awaited: tuple[Watched, ...]
    settled: tuple[Watched, ...]
    """That of which we know what came of it, or know that nobody does."""


def subjects(edition: Edition) -> Iterator[Part[Expectation] | None]:
    """The ledger, in parts where it is long."""
    yield from ledger.subjects(edition.ask(_parts))


def page(edition: Edition, part: Part[Expectation] | None) -> Page:
    """Set one page of the ledger."""
    sheet = Sheet(edition, ledger.address(AT, part), marked=False)
    every = edition.ask(expectations)
    here = ledger.held(every, part)
    view = WatchView(
        ledger.title(sheet, sheet.words._("What to watch"), part),
        len(every),
        tuple(_record(sheet)),
        ledger.links(sheet, edition.ask(_parts), part, AT),
        tuple(_line(sheet, line) for line in here if not line.became),
        tuple(_line(sheet, line) for line in here if line.became),
    )
    description = sheet.words._("What to look for next, and how often what was expected came.")
    meta = sheet.meta("ledger")
    return Page(sheet.at, view.title, description, render("watch/page.md.j2", view, sheet.words), meta=meta)


def _line(sheet: Sheet, line: Expectation) -> Watched:
    return Watched(*sheet.edition.ask(_watched, sheet.at, line.key, line.number), line.overdue)


@kept
def _watched(edition: Edition, at: str, key: Key, number: int) -> tuple[Expected, Markup, Markup]:
    """Set one expectation for the page `at`, which need not be made anew where something else in the brief changes."""
    sheet, document = Sheet(edition, at, marked=False), edition.documents[key]
    return expected(sheet, document, lines_of(document).watch[number - 1]), ledger.storyline(sheet, key), sheet.link(key)


def _parts(edition: Edition) -> tuple[Part[Expectation], ...]:
    return ledger.parts(edition.ask(expectations), _day)


def _day(line: Expectation) -> Date:
    return line.day


def _record(sheet: Sheet) -> Iterator[tuple[str, int]]:
    outcomes, awaited, overdue = sheet.edition.ask(_counted)
    for state in STATES:
        if outcomes[state]:
            yield capital(sheet.words.term("what became of it", state)), outcomes[state]
    if awaited:
        yield capital(sheet.words._("still awaited")), awaited
    if overdue:
        yield sheet.words._("of these overdue"), overdue


def _counted(edition: Edition) -> tuple[dict[str, int], int, int]:
    """Count how often there was each outcome, how many are still awaited, and how many of those are overdue."""
    every = edition.ask(expectations)
    became = Counter(line.became for line in every)
    return {state: became[state] for state in STATES}, became[""], sum(line.overdue for line in every)
