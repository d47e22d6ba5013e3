"""Developments and the events of backgrounds in one order of time, as a picture and as a list."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from generator import graphics
from generator.asking import kept
from generator.edition import Document, Edition, Key
from generator.edition.filing import briefs_of_storyline
from generator.edition.groups import grouped
from generator.model.dates import When
from generator.model.forms import Background, Brief
from generator.model.parts import Event
from generator.model.values import Prose
from generator.pages.languages import inline
from generator.pages.sheet import Sheet

MOST = 40
"""How many lines the timeline of one page has; the timeline of the site has them all."""
AROUND = 14
"""How many lines stand around the development that a page is about; its storyline has more."""


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One dated line: of a development, or of an event in a background. `here` marks the one that the page is about."""

    date: str
    text: Markup
    when: When
    development: bool = False
    here: bool = False


@dataclass(frozen=True, slots=True)
class Tellers:
    """The dates of the briefs that use each background: an event of it on one of these is told by a brief."""

    dates: Mapping[Key, tuple[When, ...]]

    def tells(self, background: Key, day: When) -> bool:
        """Tell whether an event lies within a development whose brief uses its background, so that a timeline has it once."""
        return any(date.earliest <= day.earliest and day.latest <= date.latest for date in self.dates.get(background, ()))


def of_brief(sheet: Sheet, key: Key, brief: Brief, backgrounds: Iterable[Document]) -> tuple[TimelineRow, ...]:
    """Set what stands around a brief: the developments of its storyline and the events of backgrounds that are near in time."""
    key, storyline = sheet.edition.versions.originals.get(key, key), brief.storyline or ""
    around = near(sheet.edition, storyline, key, AROUND)
    developments = [(one, other) for one in around if (other := sheet.edition.get(one, Brief))] or [(key, brief)]
    told = sheet.edition.ask(told_in, storyline) if storyline else told_by(sheet.edition, [one for one, _ in developments])
    return timeline(sheet, developments, backgrounds, told, key)


def near(edition: Edition, storyline: str, key: Key, reach: int) -> tuple[Key, ...]:
    """Return a brief with so many developments before and after it in its storyline; nothing if it is not among them."""
    at = edition.ask(_places, storyline).get(key)
    return () if at is None else _line(edition, storyline)[max(0, at - reach) : at + reach + 1]


def _line(edition: Edition, storyline: str) -> tuple[Key, ...]:
    return edition.ask(briefs_of_storyline, storyline) or ()


def _places(edition: Edition, storyline: str) -> Mapping[Key, int]:
    """Return the place of each brief of a storyline in its order."""
    return {key: place for place, key in enumerate(_line(edition, storyline))}


def timeline(
    sheet: Sheet,
    developments: Sequence[tuple[Key, Brief]],
    backgrounds: Iterable[Document],
    told: Tellers,
    here: Key | None = None,
) -> tuple[TimelineRow, ...]:
    """Set developments and the events of backgrounds in one order of time; the sources are numbered in that order too.

    Of what is `told` by a brief, its background does not tell once more.
    """
    own = {brief.date for key, brief in developments if key == here}  # the page itself tells of its day
    events = [
        (document, event)
        for document in backgrounds
        for event in events_of(document)
        if event.date not in own and not told.tells(document.key, event.date)
    ]
    dated = [_Line(event.date, 0, document, event.text) for document, event in events]
    dated += [_Line(brief.date, 1, sheet.edition.documents[key], None) for key, brief in developments]
    return tuple(_row(sheet, line, here) for line in _nearest(sorted(dated, key=lambda line: (line.date, line.order)), here))


class _Line(NamedTuple):
    """One line before it is set: an event of a background with its text, or a brief without."""

    date: When
    order: int
    document: Document
    text: Prose | None


def _nearest(lines: list[_Line], here: Key | None) -> list[_Line]:
    """Keep the lines that are nearest to the development that the page is about, else the latest.

    Where all are too many, what came before the first development goes first: the pages of the backgrounds have it.
    """
    begins = next((number for number, line in enumerate(lines) if line.order), 0)
    lines = lines[begins:] if here is None and len(lines) > MOST else lines
    at, most = next(((number, AROUND) for number, line in enumerate(lines) if line.document.key == here), (len(lines), MOST))
    first = max(0, min(at - most // 2, len(lines) - most))
    return lines[first : first + most]


def _row(sheet: Sheet, line: _Line, here: Key | None) -> TimelineRow:
    if line.text:
        told = inline(sheet.line(line.document, line.text), sheet.edition.versions.language(line.document.key), sheet.lang)
        return TimelineRow(sheet.words.when(line.date), told, line.date)
    return TimelineRow(sheet.words.when(line.date), sheet.link(line.document.key), line.date, True, line.document.key == here)


def chart(sheet: Sheet, rows: Iterable[TimelineRow]) -> graphics.Timeline | None:
    """Draw the lines of a timeline. There is no picture of a single day."""
    return graphics.timeline((graphics.Dated(row.when, row.date, row.development, row.here) for row in rows), sheet.words)


def told_in(edition: Edition, storyline: str) -> Tellers:
    """Note which backgrounds the briefs of a storyline use; see `told_by`."""
    return told_by(edition, _line(edition, storyline))


def told_by(edition: Edition, briefs: Iterable[Key]) -> Tellers:
    """Note which backgrounds the briefs use, and of which days they tell."""
    return Tellers(grouped(pair for key in briefs for pair in edition.ask(used_in, key)))


@kept
def used_in(edition: Edition, key: Key) -> tuple[tuple[Key, When], ...]:
    """List the backgrounds that a brief uses, each with the day of which the brief tells."""
    brief = edition.get(key, Brief)
    return tuple((Key("background", use.use), brief.date) for use in brief.background if use.use) if brief else ()


def events_of(document: Document) -> tuple[Event, ...]:
    """Return the dated events of a background."""
    return document.entry.events if isinstance(document.entry, Background) else ()
