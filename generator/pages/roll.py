"""Rolls: lists of pages, the latest first. The latest stand with what they say, the others by their titles alone; of a list that
is too long for one page, the others stand on pages of their own, by year.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Date
from typing import Any

from markupsafe import Markup

from generator.edition import Edition, Key
from generator.edition.calendar import FULL, Part, day_of, in_parts
from generator.model.dates import When
from generator.model.forms import Brief
from generator.pages.languages import version
from generator.pages.mentions import Mention, mention
from generator.pages.sheet import Sheet
from generator.text import address, escape

ROLLED = ("storyline", "actor", "place", "background")
"""The kinds of entry whose pages list briefs."""
SHOWN = 20
"""How many briefs the page of an entry shows with what they say."""


@dataclass(frozen=True, slots=True)
class PartLink:
    """A link to one part of a list, and how many items that part holds."""

    link: Markup
    count: int


@dataclass(frozen=True, slots=True)
class Line:
    """A brief by its date and title."""

    date: str
    link: Markup


@dataclass(frozen=True, slots=True)
class Roll:
    """The latest briefs of a list, how many there are in all, and the earlier ones or else links to the parts that hold all."""

    mentions: tuple[Mention, ...]
    total: int
    earlier: tuple[Line, ...]
    parts: tuple[PartLink, ...]


def roll(sheet: Sheet, key: Key, shown: int = SHOWN) -> Roll:
    """Show the latest of the briefs that belong to an entry or a topic, and list or link the others."""
    briefs = sheet.edition.ask(told_in, key)
    latest, others = briefs[::-1][:shown], briefs[::-1][shown:]
    return Roll(
        tuple(mention(sheet, sheet.edition.documents[brief]) for brief in latest),
        len(briefs),
        tuple(_line(sheet, brief) for brief in others) if SHOWN < len(briefs) <= FULL else (),
        years(sheet, sheet.edition.ask(parts_in, key)),
    )


def _line(sheet: Sheet, key: Key) -> Line:
    brief = sheet.edition.get(version(sheet.edition, key, sheet.lang), Brief)
    return Line(sheet.words.when(brief.date) if brief else "", sheet.link(key))


def told_in(edition: Edition, key: Key) -> tuple[Key, ...]:
    """Return the briefs that belong to an entry or a topic, in the order of what happened."""
    return edition.told_in(key)


def parts_in(edition: Edition, key: Key) -> tuple[Part[Key], ...]:
    """Part the briefs that belong to an entry or a topic; a list that has room on one page has no parts."""
    briefs = edition.ask(told_in, key)
    return parts_of(edition, briefs) if len(briefs) > FULL else ()


def parts_of(edition: Edition, briefs: Sequence[Key]) -> tuple[Part[Key], ...]:
    """Part briefs by the date of what happened, the latest first."""
    return in_parts(reversed(briefs), lambda key: brief_day(edition, key), FULL)


def brief_day(edition: Edition, key: Key) -> Date:
    """Return the day under which a brief is filed."""
    brief = edition.get(key, Brief)
    assert brief is not None
    return day_of(brief.date)


def years(sheet: Sheet, parts: Sequence[Part[Any]], root: str = "") -> tuple[PartLink, ...]:
    """Link the years of a list that is parted; its parts stand below `root`, or else below the page itself."""
    return tuple(part_link(sheet, part, root or sheet.at) for part in parts if not part.month)


def part_link(sheet: Sheet, part: Part[Any], root: str) -> PartLink:
    """Link one part of a list."""
    target = f"{root}{part.slug}"
    shown = escape(part_name(sheet, part), start=False)
    linked = Markup(shown if target == sheet.at else f"[{shown}]({address(sheet.relative(target))})")
    return PartLink(linked, part.count)


def part_name(sheet: Sheet, part: Part[Any]) -> str:
    """Say which part it is: `2021`, `November 2021`, `November 2021 (2)`."""
    written = f"{part.year:04}-{part.month:02}" if part.month else f"{part.year:04}"
    return sheet.words.when(When.read(written)) + (f" ({part.number})" if part.number > 1 else "")


def beside(sheet: Sheet, part: Part[Any], every: Sequence[Part[Any]], root: str) -> tuple[PartLink, ...]:
    """Link the parts that a reader of one part may go to: all years, and the months of its own year."""
    found = (other for other in every if not other.month or other.year == part.year)
    return tuple(part_link(sheet, other, root) for other in found)
