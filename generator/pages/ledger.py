"""What the pages of the three ledgers share: a first page with the latest lines, and parts by year where there are too many."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date as Date
from typing import TypeVar

from generator.edition.calendar import FULL, Part, in_parts
from generator.pages import roll
from generator.pages.sheet import Sheet

Line = TypeVar("Line")


def subjects(lines: Sequence[Line], day: Callable[[Line], Date]) -> Iterator[Part[Line] | None]:
    """The first page of a ledger and, if it does not hold every line, its parts."""
    yield None
    if len(lines) > FULL:
        yield from in_parts(lines, day)


def held(lines: Sequence[Line], part: Part[Line] | None) -> Sequence[Line]:
    """Return the lines that a page holds: those of its part, or on the first page the latest."""
    return part.items if part else lines[:FULL]


def links(
    sheet: Sheet, lines: Sequence[Line], day: Callable[[Line], Date], part: Part[Line] | None, root: str
) -> tuple[roll.PartLink, ...]:
    """Link the parts of a ledger from one of its pages."""
    if len(lines) <= FULL:
        return ()
    every = in_parts(lines, day)
    return roll.beside(sheet, part or every[0], every, root)


def title(sheet: Sheet, name: str, part: Part[Line] | None) -> str:
    """Return the title of a page of a ledger."""
    return sheet.words._("%(name)s: %(time)s", name=name, time=roll.part_name(sheet, part)) if part else name
