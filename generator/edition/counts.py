"""Figures: what one counter said over time is a history, what several say of the same thing is held side by side.

Counts are compared by what they count, their measure; which of them exclude each other is told in `comparing`. A count that
was given for a month may be of any day of it: one count is later than another only where all its days are. Nothing is
averaged: the lowest and the highest are somebody's count.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date as Date
from datetime import timedelta
from functools import cached_property

from generator.edition.calendar import days_of
from generator.edition.documents import Document, Key
from generator.edition.groups import grouped
from generator.model.amounts import Amount
from generator.model.forms import Background, Brief
from generator.model.parts import Figure

NEAREST = 6
"""How many counts of other pages a page tells of one measure; an event that everybody counts has hundreds."""


@dataclass(frozen=True, slots=True)
class Count:
    """One figure of one page, with the first and the last day for which it may have been given.

    Where the figure bears no date, both are the day up to which the page knows.
    """

    figure: Figure
    owner: Key
    number: int
    """Its position among the figures of its page, from 0."""
    day: Date
    until: Date

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

    def is_filed_after(self, other: "Count") -> bool:
        """Tell whether all its days are later than those of another, as far as the pages know."""
        return other.until < self.day

    def follows(self, other: "Count") -> bool:
        """Tell whether it was certainly given for a later day; one without a date may be older than the page that tells it."""
        return self.figure.as_of is not None and self.is_filed_after(other)

    def agrees(self, other: "Count") -> bool:
        """Tell whether both can be right."""
        return self.bounds[0] <= other.bounds[1] and other.bounds[0] <= self.bounds[1]


@dataclass(frozen=True, slots=True)
class History:
    """The counts of one counter, the latest last."""

    counts: tuple[Count, ...]

    @property
    def latest(self) -> Count:
        """What the counter says now."""
        return self.counts[-1]

    def revises(self, count: Count) -> bool:
        """Tell whether the counter says something else now than by one of these counts."""
        return self.latest.follows(count) and self.latest.bounds != count.bounds

    @property
    def revised(self) -> bool:
        """Whether the counter says something else now than it did."""
        return any(self.revises(count) for count in self.counts)


@dataclass(frozen=True)
class Comparison:
    """All counts of one measure, by who counted; those that are `apart` cannot all be right.

    Of a counter that has revised itself, the latest count is apart from the others; see `comparing`.
    """

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
    def revised(self) -> bool:
        """Whether the accounts that differ are what is left after somebody has revised a count."""
        return any(history.revised for history in self.histories) and not any(self._later(count) for count in self.apart)

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

    def revision(self, owner: Key, number: int) -> Count | None:
        """Return what the counter of one figure of a page says now, where that is something else."""
        found = next((count for count in self._of.get(owner, ()) if count.number == number), None)
        return self._later(found) if found else None

    def _later(self, count: Count) -> Count | None:
        history = self._by_counter[count.counter]
        return history.latest if history.revises(count) else None

    def told_elsewhere(self, page: Key) -> tuple[tuple[Count, ...], bool]:
        """Return what other counters say now, or what is apart, that a page does not tell: what is nearest in time to its own.

        Tell also whether there are more of them.
        """
        own = self._of.get(page, ())
        told, day = {(count.counter, count.bounds) for count in own}, max((count.day for count in own), default=Date.max)
        found: list[tuple[int, Count]] = []
        for place, count in self._nearest(day):
            if count.owner != page and (count.counter, count.bounds) not in told:
                found.append((place, count))
                if len(found) > NEAREST:
                    break
        return tuple(count for _, count in sorted(found[:NEAREST], key=lambda pair: pair[0])), len(found) > NEAREST

    def _nearest(self, day: Date) -> Iterator[tuple[int, Count]]:
        """Yield what may be told elsewhere, with its place among the histories; what is nearest to a day comes first."""
        latest = self._telling
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
    def _telling(self) -> list[tuple[int, Count]]:
        """What each counter says now and all that is apart, by day, each with its place among the histories."""
        apart = {(count.owner, count.number) for count in self.apart}
        told = (
            (place, count)
            for place, history in enumerate(self.histories)
            for count in history.counts
            if count is history.latest or (count.owner, count.number) in apart
        )
        return sorted(told, key=lambda pair: pair[1].day)

    @cached_property
    def _of(self) -> Mapping[Key, tuple[Count, ...]]:
        """The counts of each page."""
        return grouped((count.owner, count) for history in self.histories for count in history.counts)

    @cached_property
    def _by_counter(self) -> Mapping[str, History]:
        return {history.latest.counter: history for history in self.histories}


def counts_in(document: Document, today: Callable[[], Date]) -> Iterator[Count]:
    """Yield the figures of a brief or background. `today` tells the day of the edition."""
    entry = document.entry
    if isinstance(entry, Brief | Background) and entry.figures:
        known = entry.as_of if isinstance(entry, Brief) else entry.reviewed or today()
        for number, figure in enumerate(entry.figures):
            days = days_of(figure.as_of) if figure.as_of else (known, known)
            yield Count(figure, document.key, number, *days)


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
