"""Figures through time: every count of a measure on the pages that belong to an entry, with who counted and where it is told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Date

from markupsafe import Markup

from generator.asking import kept
from generator.edition import Edition, Key
from generator.edition.calendar import day_of
from generator.model.forms import Brief, Measure
from generator.model.parts import Figure
from generator.pages.figures import counted_by, differ, fallen_count, revised_to
from generator.pages.sheet import Sheet

MOST = 12
"""How many measures one page shows, those with the latest counts; the others are on the pages that tell them."""
COUNTS = 12
"""How many counts of a measure one page shows, the latest."""

UNDATED = Date.min
"""Stands for the day of a count that bears none, which is listed last."""


@dataclass(frozen=True, slots=True)
class Count:
    """One count: when, how many, who counted, and the pages that tell it."""

    as_of: str
    value: str
    fallen: Markup
    """That it rests on a retracted source, where it does."""
    by: Markup | str
    revised: str
    """What the same counter says now, where that is something else."""
    told_in: Markup


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts of one measure, the earliest first, those without a date last. `differ` says how far apart they are."""

    title: str
    unit: str
    counts: tuple[Count, ...]
    differ: str
    more: str
    """That there are earlier counts, where there are."""
    told_in: Markup
    """The pages that tell all of these counts; empty where the counts stand on different ones."""


def tallies(sheet: Sheet, pages: Iterable[Key], *, by: str = "") -> tuple[Tally, ...]:
    """Collect the figures of some pages that were counted more than once; with `by`, all those of one counter."""
    found: dict[str, list[tuple[Date, int, Key, Figure]]] = {}
    for page in dict.fromkeys(pages):
        for number, figure in enumerate(sheet.edition.ask(figures_of, page)):
            if not by or figure.by == by:
                found.setdefault(str(figure.measure), []).append((_day(sheet, page, figure), number, page, figure))
    counted = [measure for measure, rows in found.items() if by or _again(rows)]
    latest = sorted(counted, key=lambda measure: (max(row[0] for row in found[measure]), measure), reverse=True)[:MOST]
    return tuple(_tally(sheet, measure, found[measure]) for measure in latest)


@kept
def figures_of(edition: Edition, page: Key) -> tuple[Figure, ...]:
    """Return the figures that a page tells; what is withdrawn, a translation or not shown tells none."""
    if not edition.shown(page) or edition.documents[page].withdrawn or page in edition.versions.originals:
        return ()
    return getattr(edition.documents[page].entry, "figures", ())


def _again(rows: list[tuple[Date, int, Key, Figure]]) -> bool:
    """Tell whether there is more than one count, and not only one count on several pages."""
    return len({(figure.by, figure.as_of, figure.value, figure.low, figure.high) for *_, figure in rows}) > 1


def _tally(sheet: Sheet, measure: str, rows: list[tuple[Date, int, Key, Figure]]) -> Tally:
    entry = sheet.edition.get(Key("measure", measure), Measure)
    title, unit = (entry.title, entry.unit) if entry else (measure, "")
    compared = sheet.edition.comparisons.get(measure)
    counts: dict[tuple[str, str, Markup, Markup | str, str], dict[Markup, None]] = {}
    for _, number, page, figure in sorted(rows, key=lambda row: (row[0] == UNDATED, row[:3])):
        as_of = sheet.words.when(figure.as_of) if figure.as_of else ""
        revised = revised_to(sheet, measure, page, number)
        count = (as_of, sheet.words.figure(figure), fallen_count(sheet, page, number), counted_by(sheet, figure), revised)
        counts.setdefault(count, {})[sheet.link(page)] = None
    told = tuple(Count(*count, Markup(" · ").join(pages)) for count, pages in list(counts.items())[-COUNTS:])
    words, every = sheet.words, len(counts)
    more = words._("here are the latest of %(count)s counts", count=words.number(every)) if every > COUNTS else ""
    shared = {count.told_in for count in told}
    everywhere = shared.pop() if len(shared) == 1 else Markup("")
    return Tally(title, "" if unit.casefold() in title.casefold() else unit, told, differ(sheet, compared), more, everywhere)


def _day(sheet: Sheet, page: Key, figure: Figure) -> Date:
    if figure.as_of:
        return day_of(figure.as_of)
    brief = sheet.edition.get(page, Brief)
    return brief.as_of if brief else UNDATED
