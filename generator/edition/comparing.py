"""Which counts of one measure exclude each other: where the accounts differ.

Counts of different counters within the window of the measure are held against each other, all of them, and where both cannot
be right, the accounts differ. That a count has grown since excuses its counter alone: another one's higher count is excused
where a later count of the first comes to it. A revision that agrees ends a dispute. One that does not leaves it told, with the
revised count as the account of its counter if it came within the window, else with what stood then. One counter is apart from
itself where two of its counts are of the same day, or may be, or where a count that can only grow falls. What bears no date is no
revision of what does: it may be the older one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from generator.edition.counts import Comparison, Count, History
from generator.model.forms import Measure


@dataclass(frozen=True, slots=True)
class _Desk:
    """What is known of a measure, and what each counter said of it."""

    histories: Mapping[str, History]
    grows: bool
    window: timedelta

    def apart(self) -> Iterator[Count]:
        """Yield the counts that exclude each other, in the order in which the disputes about them began."""
        for one, other in self._near():
            if not (one.agrees(other) or self._settled(*_by_height(one, other))):
                yield from (self._stands(one), self._stands(other))
        for history in self.histories.values():
            for one, other in pairwise(history.counts):
                fell = self.grows and other.follows(one) and other.bounds[1] < one.bounds[0]
                if fell or not (one.agrees(other) or other.is_filed_after(one)):
                    yield from (one, other)

    def _near(self) -> Iterator[tuple[Count, Count]]:
        """Yield what different counters said at about the same time; where a count is of a month, any of its days will do."""
        every = sorted((c for history in self.histories.values() for c in history.counts), key=lambda count: count.day)
        for at, one in enumerate(every):
            for other in every[at + 1 :]:
                if other.day - one.until > self.window:
                    break
                if one.counter != other.counter:
                    yield one, other

    def _settled(self, low: Count, high: Count) -> bool:
        """Tell whether one of two counters came to what the other said, or both to the same."""
        lower, higher = self._after(low), self._after(high)
        came_up = any(count.bounds[1] >= high.bounds[0] if self.grows else count.agrees(high) for count in lower)
        came_down = any(count.agrees(low) for count in higher)
        return came_up or came_down or bool(lower and higher and lower[-1].agrees(higher[-1]))

    def _stands(self, count: Count) -> Count:
        """Return the account of a counter in a dispute: its latest of about the same time. What came long after ends none."""
        later = [one for one in self._after(count) if one.follows(count) and one.day - count.until <= self.window]
        return later[-1] if later else count

    def _after(self, count: Count) -> list[Count]:
        return [later for later in self.histories[count.counter].counts if later.is_filed_after(count)]


def compared(measure: str, counts: Iterable[Count], entry: Measure | None) -> Comparison:
    """Compare all counts of one measure, whose entry says how."""
    by_counter: dict[str, list[Count]] = {}
    for count in sorted(counts, key=lambda count: (count.day, count.until, count.owner, count.number)):
        by_counter.setdefault(count.counter, []).append(count)
    histories = {counter: History(tuple(said)) for counter, said in by_counter.items()}
    desk = _Desk(histories, bool(entry and entry.cumulative), timedelta(days=entry.window if entry else 0))
    return Comparison(measure, tuple(histories.values()), tuple(dict.fromkeys(desk.apart())))


def _by_height(one: Count, other: Count) -> tuple[Count, Count]:
    """Return of two counts that exclude each other the lower first."""
    return (one, other) if one.bounds[1] < other.bounds[0] else (other, one)
