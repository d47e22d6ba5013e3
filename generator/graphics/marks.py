"""The marks of a timeline: what is one mark and what several, how long each is, and in which lane it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Date

from generator.graphics.svg import width_of
from generator.model.dates import When

NARROW, WIDE = 290, 620
"""How wide a timeline is at least on a phone, and on a wide screen, in pixels."""
RADIUS, SIZE = 6, 12
"""The half of a mark and the size of type, in pixels."""
_APART = 17
"""How near the middles of two marks may be before they are one, in pixels."""
_LANES = 4
_INSET = 3.0
"""How much of the width stays free on each side, in percent."""


@dataclass(frozen=True, slots=True)
class Dated:
    """One row: when, and that in words; whether it is a development (or else background); whether the page tells of it."""

    when: When
    said: str
    development: bool = False
    here: bool = False


@dataclass(slots=True)
class Mark:
    """A mark, its ends from left to right in percent. The core is the part of a stretch of time that is certain."""

    rows: list[Dated]
    left: float
    right: float
    core: tuple[float, float] | None = None
    vague: bool = False
    lane: int = 0

    @property
    def middle(self) -> float:
        """Where it is, in percent."""
        return (self.left + self.right) / 2

    @property
    def bar(self) -> bool:
        """Whether it is long enough to be drawn as long, on the narrowest screen too."""
        return (self.right - self.left) * NARROW / 100 > 2 * RADIUS + 2

    @property
    def here(self) -> bool:
        """Whether it is the development that the page is about."""
        return self.rows[0].here


@dataclass(frozen=True, slots=True)
class Axis:
    """The stretch of time that a timeline shows."""

    first: Date
    last: Date

    def at(self, day: Date) -> float:
        """Return where a day is, in percent; a day beyond an end is at the edge."""
        if day < self.first or day > self.last:
            return 0.0 if day < self.first else 100.0
        return _INSET + (100 - 2 * _INSET) * (day - self.first).days / max(1, (self.last - self.first).days)


def axis_of(rows: Iterable[Dated]) -> Axis:
    """Return the time from the earliest to the latest day that rows may mean; open ends do not count."""
    days = [day for row in rows for day in (row.when.earliest, row.when.latest) if day not in (Date.min, Date.max)]
    return Axis(min(days), max(days))


def marks(rows: Iterable[Dated], axis: Axis) -> list[Mark]:
    """Make the marks of rows: those that would touch become one, and what is long gets a lane where it is free."""
    found: list[Mark] = []
    for mark in sorted((_mark(row, axis) for row in rows), key=lambda mark: mark.middle):
        near = [other for other in found if not (other.bar or other.here)][-1:]
        if near and not (mark.bar or mark.here) and (mark.middle - near[0].right) * NARROW / 100 < _APART:
            near[0].rows += mark.rows
            near[0].right = mark.middle
            near[0].vague = near[0].vague and mark.vague
        elif mark.bar:
            found.append(mark)
        else:
            mark.left = mark.right = mark.middle
            found.append(mark)
    for mark in found:
        if len(mark.rows) > 1:
            mark.left = mark.right = mark.middle
    return _in_lanes(found)


def _mark(row: Dated, axis: Axis) -> Mark:
    when = row.when
    left, right = axis.at(when.earliest), axis.at(when.latest)
    core = None
    if when.precision == "interval":
        first, last = when.parts[0], when.parts[-1]
        start, end = axis.at(first.latest), axis.at(last.earliest)
        sure = not (when.approximate or when.uncertain) and len(when.parts) > 1
        core = (start, end) if sure and end > start else None
    ends_are_sure = when.precision == "day" or core == (left, right)
    vague = when.approximate or when.uncertain or not ends_are_sure
    return Mark([row], left, right, core, vague)


def _in_lanes(found: list[Mark]) -> list[Mark]:
    """Put each mark into the first lane that is free, points and the page's own development first."""
    lanes: list[list[Mark]] = [[] for _ in range(_LANES)]
    for mark in sorted(found, key=lambda mark: (not mark.here, mark.bar, mark.left)):
        free = [lane for lane in range(_LANES) if all(_clear(mark, other) for other in lanes[lane])]
        mark.lane = free[0] if free else _LANES - 1
        lanes[mark.lane].append(mark)
    return sorted(found, key=lambda mark: (mark.left, mark.lane))


def _clear(mark: Mark, other: Mark) -> bool:
    gap = (_APART - 1) * 100 / NARROW if not (mark.bar and other.bar) else 1.0
    return mark.left - other.right >= gap or other.left - mark.right >= gap


def anchor_of(said: str, at: float) -> str:
    """Say at which end words are tied to their place (in percent): in the middle, unless they would leave the picture."""
    half, x = width_of(said, SIZE) / 2, at * NARROW / 100
    return "start" if x < half else "end" if x > NARROW - half else "middle"


def span_of(said: str, at: float, screen: int) -> tuple[float, float]:
    """Return from where to where words reach on a screen, in pixels."""
    wide = width_of(said, SIZE)
    left = at * screen / 100 - {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor_of(said, at)] * wide
    return left, left + wide
