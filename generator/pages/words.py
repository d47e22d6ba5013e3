"""How dates and numbers are said to readers."""

from datetime import date as Date

from babel import Locale, UnknownLocaleError

from generator.model.amounts import Amount
from generator.model.dates import When
from generator.model.parts import Figure

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def day(date: Date) -> str:
    """Say a day: `16 November 2021`."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def time(written: str) -> str:
    """Say a time with its offset: `13:00 (UTC+04:00)`, `14:30 UTC`."""
    clock, offset = written[:5], written[5:]
    return f"{clock} UTC" if offset in ("Z", "+00:00") else f"{clock} (UTC{offset})"


def when(date: When) -> str:
    """Say a date with its precision: `16 November 2021`, `November 2021`, `about 2021`, `17–23 November 2021`."""
    if date.precision == "interval":
        return _stretch(date)
    month = _MONTHS[date.earliest.month - 1]
    said = {"day": day(date.earliest), "month": f"{month} {date.earliest.year}", "year": str(date.earliest.year)}[date.precision]
    return f"{'about ' if date.approximate else ''}{said}{' (not certain)' if date.uncertain else ''}"


def at(date: When) -> str:
    """Say a date with its preposition: `on 16 November 2021`, `in November 2021`; in brackets if it is unsure or an interval."""
    if date.precision == "interval" or date.approximate or date.uncertain:
        return f"({when(date)})"
    return f"{'on' if date.precision == 'day' else 'in'} {when(date)}"


def language(tag: str) -> str:
    """Say a language by its English name (CLDR): `Armenian` for `hy`; one without a name there, by its tag (BCP 47)."""
    try:
        return Locale.parse(tag, sep="-").get_display_name("en") or tag
    except (UnknownLocaleError, ValueError):
        return f"the language “{tag}”"


def _stretch(date: When) -> str:
    first, last = date.written.split("/")
    if first == "..":
        return f"until {when(When.read(last))}"
    if last == "..":
        return f"since {when(When.read(first))}"
    start, end = When.read(first), When.read(last)
    if start.precision == end.precision == "day" and not (
        start.approximate or start.uncertain or end.approximate or end.uncertain
    ):
        if start.earliest.year != end.earliest.year:
            return f"{day(start.earliest)} – {day(end.earliest)}"
        if start.earliest.month != end.earliest.month:
            return f"{start.earliest.day} {_MONTHS[start.earliest.month - 1]} – {day(end.earliest)}"
        return f"{start.earliest.day}–{day(end.earliest)}"
    return f"{when(start)} – {when(end)}"


def number(value: int | float) -> str:
    """Say a number with a comma between thousands: `6,500`."""
    return f"{value:,}"


def amount(value: Amount) -> str:
    """Say a number with its bound: `more than 6,500`."""
    return f"{value.bound} {number(value.number)}".strip()


def figure(value: Figure) -> str:
    """Say a figure: its value, or its range with the best estimate."""
    if value.value:
        return amount(value.value)
    if value.low and value.high:
        said = f"{amount(value.low)} to {amount(value.high)}"
    else:
        said = f"at least {amount(value.low)}" if value.low else f"up to {amount(value.high)}" if value.high else ""
    return f"{said}, best estimate {amount(value.best)}" if value.best else said


def sentence(text: str) -> str:
    """Make a remark a sentence: a capital letter first, a full stop last."""
    return f"{text[:1].upper()}{text[1:].rstrip('.')}{'' if text.endswith(('?', '!', '”.')) else '.'}"


def listed(names: list[str]) -> str:
    """Join names as in a sentence: `one, two and three`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def count(amount: int, one: str, many: str = "") -> str:
    """Say how many: `1 source`, `3 sources`."""
    return f"{number(amount)} {one if amount == 1 else many or f'{one}s'}"
