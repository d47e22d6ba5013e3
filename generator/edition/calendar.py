"""Long lists in parts by their dates: a part for each year, for each month of a full year, and several in a full month.

So no page grows without bound, and a part keeps its address for as long as its year does not outgrow it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date as Date
from itertools import groupby
from typing import Generic, TypeVar

from generator.model.dates import When

Item = TypeVar("Item")

FULL = 100
"""How many items one part holds at most."""


@dataclass(frozen=True, slots=True)
class Part(Generic[Item]):
    """The items of one year, or of one month (1 to 12; 0 for the whole year) of it. `number` counts the parts of a month."""

    year: int
    month: int
    number: int
    items: tuple[Item, ...]
    count: int
    """How many items it stands for: a year that is told by its months holds none itself."""

    @property
    def slug(self) -> str:
        """The last steps of its address: `2021/`, `2021/11/` or `2021/11/2/`."""
        steps = [f"{self.year}", *([f"{self.month:02}"] if self.month else []), *([f"{self.number}"] if self.number > 1 else [])]
        return "".join(f"{step}/" for step in steps)


def day_of(date: When) -> Date:
    """Return the day by which a date is filed: its first, or its last where nobody knows when it began."""
    return date.latest if date.earliest == Date.min else date.earliest


def days_of(date: When) -> tuple[Date, Date]:
    """Return the first and the last day that a date may mean; one that is open to an end is the day that is known."""
    return day_of(date), day_of(date) if date.latest == Date.max else date.latest


def in_parts(items: Iterable[Item], day: Callable[[Item], Date], full: int = FULL) -> tuple[Part[Item], ...]:
    """Part `items` by the day of each, the latest part first; within a part the items keep their order.

    A year with more than `full` items is followed by its months; it holds no items itself.
    """
    filed = sorted(((day(item), item) for item in items), key=lambda pair: (pair[0].year, pair[0].month), reverse=True)
    found: list[Part[Item]] = []
    for year, group in groupby(filed, key=lambda pair: pair[0].year):
        of_year = list(group)
        if len(of_year) <= full:
            found.append(Part(year, 0, 1, tuple(item for _, item in of_year), len(of_year)))
            continue
        found.append(Part(year, 0, 1, (), len(of_year)))
        for month, of_month in groupby(of_year, key=lambda pair: pair[0].month):
            found.extend(_numbered(year, month, tuple(item for _, item in of_month), full))
    return tuple(found)


def _numbered(year: int, month: int, items: tuple[Item, ...], full: int) -> Iterable[Part[Item]]:
    for number, start in enumerate(range(0, len(items), full), 1):
        held = items[start : start + full]
        yield Part(year, month, number, held, len(held))
