"""What the pages of the three ledgers share: a first page with the latest lines, and parts by year where there are too many."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date as Date
from typing import TypeVar

from markupsafe import Markup

from generator.edition import Key
from generator.edition.calendar import FULL, Part, in_parts
from generator.model.forms import Brief
from generator.pages import roll
from generator.pages.sheet import Sheet

Line = TypeVar("Line")


def parts(lines: Sequence[Line], day: Callable[[Line], Date]) -> tuple[Part[Line], ...]:
    """Part the lines of a ledger by the day of each; one whose first page holds every line has no parts."""
    return in_parts(lines, day) if len(lines) > FULL else ()


def subjects(every: Sequence[Part[Line]]) -> Iterator[Part[Line] | None]:
    """The first page of a ledger, and its parts."""
    yield None
    yield from every


def address(root: str, part: Part[Line] | None) -> str:
    """Return the address of a page of a ledger."""
    return f"{root}{part.slug}" if part else root


def held(lines: Sequence[Line], part: Part[Line] | None) -> Sequence[Line]:
    """Return the lines that a page holds: those of its part, or on the first page the latest."""
    return part.items if part else lines[:FULL]


def links(sheet: Sheet, every: Sequence[Part[Line]], part: Part[Line] | None, root: str) -> tuple[roll.PartLink, ...]:
    """Link the parts of a ledger from one of its pages."""
    return roll.beside(sheet, part or every[0], every, root) if every else ()


def storyline(sheet: Sheet, key: Key) -> Markup:
    """Link the storyline of the brief that a line is from: on a ledger, lines of all stories stand between each other."""
    brief = sheet.edition.get(key, Brief)
    return sheet.link(Key("storyline", brief.storyline)) if brief and brief.storyline else Markup("")


def title(sheet: Sheet, name: str, part: Part[Line] | None) -> str:
    """Return the title of a page of a ledger."""
    return sheet.words._("%(name)s: %(time)s", name=name, time=roll.part_name(sheet, part)) if part else name
