"""Figures compared: what one counter said over time is a history, what several say of the same thing are accounts that differ.

Counts are compared by what they count, their measure. The counts of one counter follow each other: the later one revises the
earlier. Where the latest counts of two counters lie within the window of the measure and cannot both be right, or where a
count that can only grow falls, the accounts differ; that such a count is higher on a later day is no contradiction. Nothing is
averaged: the lowest and the highest are somebody's count.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date as Date
from datetime import timedelta
from functools import cached_property
from itertools import combinations, pairwise

from generator.edition.calendar import day_of
from generator.edition.documents import Document, Key
from generator.edition.groups import grouped
from generator.model.amounts import Amount
from generator.model.forms import Background, Brief, Measure
from generator.model.parts import Figure

NEAREST = 6
"""How many counts of other pages a page tells of one measure; an event that everybody counts has hundreds."""


@dataclass(frozen=True, slots=True)
class Count:
    """One figure of one page. `day` is that for which it was given, else the one up to which the page knows."""

    figure: Figure
    owner: Key
    number: int
    """Its position among the figures of its page, from 0."""
    day: Date

    @property
    def measure(self) -> str:
        """What is counted."""
        return str(self.figure.measure)

    @property
    def counter(self) -> str:
        """Who counted; a count that nobody is named for stands for itself."""
        return f"{self.owner}#{self.number}" if self.figure.by in self.figure.by.instead else str(self.figure.by)

    @property
    def bounds(self) -> tuple[float, float]:
        """The lowest and the highest number that it may mean."""
        figure = self.figure
        if figure.value:
            return _bounds(figure.value)
        return _bounds(figure.low)[0] if figure.low else 0, _bounds(figure.high)[1] if figure.high else float("inf")

    @property
    def said(self) -> tuple[float, float]:
        """The lowest and the highest number that it names."""
        named = [a.number for a in (self.figure.value, self.figure.low, self.figure.high) if a]
        return min(named), max(named)


@dataclass(frozen=True, slots=True)
class History:
    """The counts of one counter, the latest last."""

    counts: tuple[Count, ...]

    @property
    def latest(self) -> Count:
        """What the counter says now."""
        return self.counts[-1]

    @property
    def revised(self) -> bool:
        """Whether a later count said something else than an earlier one."""
        return len({count.bounds for count in self.counts}) > 1


@dataclass(frozen=True)
class Comparison:
    """All counts of one measure, by who counted; those that are `apart` cannot all be right."""

    measure: str
    histories: tuple[History, ...]
    apart: tuple[Count, ...]

    def __fingerprint__(self) -> tuple[object, ...]:
        return self.measure, self.histories, self.apart

    @property
    def differs(self) -> bool:
        """Whether the accounts differ."""
        return bool(self.apart)

    @cached_property
    def low(self) -> float:
        """The lowest number of those that are apart."""
        return min(count.said[0] for count in self.apart)

    @cached_property
    def high(self) -> float:
        """The highest number of those that are apart."""
        return max(count.said[1] for count in self.apart)

    @cached_property
    def best(self) -> tuple[Amount, ...]:
        """The best estimates that somebody names now."""
        return tuple(dict.fromkeys(best for history in self.histories if (best := history.latest.figure.best)))

    def is_revised(self, owner: Key, number: int) -> bool:
        """Tell whether the counter of one figure of a page said something else later."""
        found = next((pair for pair in self._of.get(owner, ()) if pair[0].number == number), None)
        return bool(found and found[1].latest.bounds != found[0].bounds)

    def told_elsewhere(self, page: Key) -> tuple[tuple[Count, ...], bool]:
        """Return what other counters say now that a page does not tell: the counts that are nearest in time to its own.

        Tell also whether there are more of them.
        """
        own = [count for count, _ in self._of.get(page, ())]
        told, day = {(count.counter, count.bounds) for count in own}, max((count.day for count in own), default=Date.max)
        found: list[tuple[int, Count]] = []
        for place, count in self._nearest(day):
            if count.owner != page and (count.counter, count.bounds) not in told:
                found.append((place, count))
                if len(found) > NEAREST:
                    break
        return tuple(count for _, count in sorted(found[:NEAREST], key=lambda pair: pair[0])), len(found) > NEAREST

    def _nearest(self, day: Date) -> Iterator[tuple[int, Count]]:
        """Yield what each counter says now, with its place among the histories; what is nearest to a day comes first."""
        latest = self._latest
        after = bisect_left(latest, day, key=lambda pair: pair[1].day)
        before = after - 1
        while before >= 0 or after < len(latest):
            left = day - latest[before][1].day if before >= 0 else timedelta.max
            right = latest[after][1].day - day if after < len(latest) else timedelta.max
            if right <= left:
                yield latest[after]
                after += 1
            else:
                yield latest[before]
                before -= 1

    @cached_property
    def _latest(self) -> list[tuple[int, Count]]:
        latest = ((place, history.latest) for place, history in enumerate(self.histories))
        return sorted(latest, key=lambda pair: pair[1].day)

    @cached_property
    def _of(self) -> Mapping[Key, tuple[tuple[Count, History], ...]]:
        """The counts of each page, each with its history."""
        return grouped((count.owner, (count, history)) for history in self.histories for count in history.counts)


def counts_in(document: Document, today: Callable[[], Date]) -> Iterator[Count]:
    """Yield the figures of a brief or background. `today` tells the day of the edition."""
    entry = document.entry
    if isinstance(entry, Brief | Background) and entry.figures:
        known = entry.as_of if isinstance(entry, Brief) else entry.reviewed or today()
        for number, figure in enumerate(entry.figures):
            yield Count(figure, document.key, number, day_of(figure.as_of) if figure.as_of else known)


def compared(measure: str, counts: Iterable[Count], entry: Measure | None) -> Comparison:
    """Compare all counts of one measure, whose entry says how."""
    by_counter: dict[str, list[Count]] = {}
    for count in sorted(counts, key=lambda count: (count.day, count.owner, count.number)):
        by_counter.setdefault(count.counter, []).append(count)
    histories = tuple(History(tuple(said)) for said in by_counter.values())
    grows, window = bool(entry and entry.cumulative), timedelta(days=entry.window if entry else 0)
    latest = sorted((history.latest for history in histories), key=lambda count: count.day)
    near = (pair for pair in combinations(latest, 2) if pair[1].day - pair[0].day <= window)
    following = (pair for history in histories for pair in pairwise(history.counts)) if grows else ()
    apart = [pair for pair in near if _apart(*pair, grows)] + [pair for pair in following if _falls(*pair)]
    return Comparison(measure, histories, tuple(dict.fromkeys(count for pair in apart for count in pair)))


def _falls(earlier: Count, later: Count) -> bool:
    return later.bounds[1] < earlier.bounds[0]


def _apart(earlier: Count, later: Count, grows: bool) -> bool:
    """Tell whether two counts of about the same time exclude each other."""
    return _falls(earlier, later) or (_falls(later, earlier) and not (grows and earlier.day < later.day))


def _bounds(amount: Amount) -> tuple[float, float]:
    """Return what an amount may mean. “About” and “nearly” leave a tenth of room, as news reports use them."""
    number = float(amount.number)
    return {
        "more than": (number, float("inf")),
        "at least": (number, float("inf")),
        "nearly": (number * 0.9, number),
        "about": (number * 0.9, number * 1.1),
        "fewer than": (0.0, number),
        "up to": (0.0, number),
    }.get(amount.bound, (number, number))
