"""The axis of a timeline: which days get a tick, and what stands below it."""

from collections.abc import Iterator
from datetime import date as Date
from datetime import timedelta
from functools import lru_cache
from itertools import pairwise

from babel import Locale
from babel.dates import format_skeleton

from generator.graphics.marks import NARROW, SIZE, Axis, span_of

_STEPS = (
    *((0, days) for days in (1, 2, 7, 14)),
    *((months, 0) for months in (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400)),
)
"""The steps between ticks that a reader can count in: months, or else days."""


def ticks(axis: Axis, locale: Locale) -> list[tuple[Date, str]]:
    """Return the days that get a tick, with their labels: as many as stand side by side on the narrowest screen."""
    days = (axis.last - axis.first).days
    found: list[Date] = []
    for months, step in _STEPS:
        if days / (step or months * 30.4) > 60:
            continue
        found = list(_days(axis.first, axis.last, months, step))
        spans = (span_of(_said(day, months, locale), axis.at(day), NARROW) for day in found)  # most steps fail at their first two
        if all(before[1] + SIZE / 2 <= after[0] for before, after in pairwise(spans)):
            break
    return [(day, _said(day, months, locale)) for day in found]


@lru_cache(maxsize=50_000)  # the timelines of a site have their ticks on the same days
def _said(day: Date, months: int, locale: Locale) -> str:
    skeleton = "y" if months >= 12 else "yMMM" if months else "MMMd"
    return format_skeleton(skeleton, day, locale=locale)


def _days(first: Date, last: Date, months: int, step: int) -> Iterator[Date]:
    """Yield the days of an axis: every so many days from the first, or the first days of months that divide the year evenly."""
    if step:
        yield from (first + timedelta(days=day) for day in range(0, (last - first).days + 1, step))
        return
    month = (first.year * 12 + first.month - 1) // months * months
    while month // 12 <= min(last.year, 9998):
        day = Date(max(1, month // 12), month % 12 + 1, 1)
        if first <= day <= last:
            yield day
        month += months
