"""Developments and the events of backgrounds in one order of time."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from markupsafe import Markup

from generator.edition import Document, Key
from generator.model.dates import When
from generator.model.forms import Brief
from generator.model.parts import Event
from generator.pages import words
from generator.pages.sheet import Sheet


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One dated line. `here` marks the development that the page is about."""

    date: str
    text: Markup
    here: bool = False


@dataclass(frozen=True, slots=True)
class _Dated:
    date: When
    order: int
    row: TimelineRow = field(compare=False)


def timeline(
    sheet: Sheet,
    briefs: Iterable[tuple[Key, Brief]],
    backgrounds: Iterable[Document],
    here: Key | None = None,
) -> tuple[TimelineRow, ...]:
    """Set developments and the events of backgrounds in one order of time."""
    dated: list[_Dated] = []
    for key, brief in briefs:
        row = TimelineRow(words.when(brief.date), sheet.link(key), here=key == here)
        dated.append(_Dated(brief.date, 1, row))
    for document in backgrounds:
        events: tuple[Event, ...] = getattr(document.entry, "events", ())
        for event in events:
            dated.append(_Dated(event.date, 0, TimelineRow(words.when(event.date), sheet.line(document, event.text))))
    return tuple(entry.row for entry in sorted(dated, key=lambda entry: (entry.date, entry.order)))
