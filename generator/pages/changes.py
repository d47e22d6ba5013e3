"""What was updated and corrected on a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.edition import Document
from generator.model.parts import Correction, Update
from generator.pages.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Change:
    """One update or correction."""

    date: str
    iso: str
    """The same day for machines."""
    correction: bool
    text: Markup
    was: Markup
    why: Markup


def changes(sheet: Sheet, document: Document, updates: Sequence[Update], corrections: Sequence[Correction]) -> tuple[Change, ...]:
    """List what changed on the page, the latest first. The old words of a redacted correction are not shown."""
    none, day = Markup(""), sheet.words.day
    made = [Change(day(u.date), u.date.isoformat(), False, sheet.line(document, u.text), none, none) for u in updates]
    for c in corrections:
        now, was, why = (
            sheet.line(document, c.now),
            none if c.redacted else sheet.line(document, c.was),
            sheet.line(document, c.why),
        )
        made.append(Change(day(c.date), c.date.isoformat(), True, now, was, why))
    return tuple(sorted(made, key=lambda change: change.iso, reverse=True))
