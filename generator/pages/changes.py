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
    correction: bool
    text: Markup
    was: Markup
    why: Markup


def changes(sheet: Sheet, document: Document, updates: Sequence[Update], corrections: Sequence[Correction]) -> tuple[Change, ...]:
    """List what changed on the page, the latest first. The old words of a redacted correction are not shown."""
    none = Markup("")
    dated = [(u.date, Change(sheet.words.day(u.date), False, sheet.line(document, u.text), none, none)) for u in updates]
    for c in corrections:
        was = none if c.redacted else sheet.line(document, c.was)
        dated.append(
            (c.date, Change(sheet.words.day(c.date), True, sheet.line(document, c.now), was, sheet.line(document, c.why)))
        )
    dated.sort(key=lambda pair: pair[0], reverse=True)
    return tuple(change for _, change in dated)
