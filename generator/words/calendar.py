"""Days, months, years and stretches of days, as the CLDR writes them in a locale."""

from datetime import date as Date
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton

from generator.model.dates import When

THIN_SPACE = "\u2009"
"""What the CLDR sets around dashes; many fonts lack it, and nobody finds it in a search."""


@lru_cache(maxsize=50_000)  # a site says the same days on thousands of pages
def day(locale: Locale, date: Date) -> str:
    """Write a day: `16 November 2021`."""
    return format_date(date, "long", locale=locale)


@lru_cache(maxsize=50_000)
def said(locale: Locale, date: When) -> str:
    """Write a day, a month or a year, whichever the date is: `16 November 2021`, `November 2021`, `2021`."""
    if date.precision == "day":
        return day(locale, date.earliest)
    skeleton = "yMMMM" if date.precision == "month" else "y"
    return format_skeleton(skeleton, date.earliest, locale=locale)


def is_certain_day(date: When) -> bool:
    """Tell whether a date is one day that nobody doubts."""
    return date.precision == "day" and not (date.approximate or date.uncertain)


def days(locale: Locale, first: Date, last: Date) -> str:
    """Write a stretch of days: `17–23 November 2021`, `30 November – 2 December 2021`.

    The CLDR has patterns for stretches with short months; with the names written out they are otherwise the same.
    """
    differs = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    patterns = locale.interval_formats.get("yMMMd", {}).get(differs)
    if first == last or not patterns or len(patterns) != 2 or "MMM" not in "".join(patterns):
        return day(locale, first) if first == last else stretch(locale, day(locale, first), day(locale, last))
    ends = zip(patterns, (first, last), strict=True)
    return "".join(format_date(end, _written_out(pattern), locale=locale) for pattern, end in ends).replace(THIN_SPACE, " ")


def stretch(locale: Locale, first: str, last: str) -> str:
    """Write a stretch of time between two dates that are written already: `about 1988 – May 1994`."""
    pattern = str(locale.interval_formats.get(None, "{0} – {1}")).replace(THIN_SPACE, " ")
    return pattern.replace("{0}", first).replace("{1}", last)


def _written_out(pattern: str) -> str:
    return pattern.replace("MMM", "MMMM").replace("LLL", "LLLL")
