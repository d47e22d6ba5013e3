"""What changed, as data: what of an entry, how, and the words before and after."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.diagnostics import Path, Place
from generator.edition import Key


class What(StrEnum):
    """What of an entry changed."""

    ENTRY = "entry"
    STAGE = "stage"
    HEADLINE = "headline"
    NAME = "name"
    DATE = "date"
    STATUS = "status"
    CLAIM = "claim"
    QUOTE = "quote"
    FIGURE = "figure"
    STATEMENT = "statement"
    SOURCE = "source"
    QUESTION = "question"
    WATCH = "watch item"
    UPDATE = "update"
    CORRECTION = "correction"
    FIELD = "field"


class How(StrEnum):
    """How it changed.

    What is `reworded` differs in small words alone; what is `revised` has other words that carry meaning, and says
    something else. What is `re-attributed` keeps its words, and has another speaker, carrier or source; what is
    `better sourced` has only more sources than before.
    """

    ADDED = "added"
    WITHDRAWN = "withdrawn"
    REMOVED = "removed"
    RENAMED = "renamed"
    REATTRIBUTED = "re-attributed"
    BETTER_SOURCED = "better sourced"
    REWORDED = "reworded"
    REVISED = "revised"
    RETRACTED = "retracted"
    ANSWERED = "answered"
    CHANGED = "changed"
    NOT_COMPARED = "not compared"


@dataclass(frozen=True, slots=True)
class Detail:
    """A part of what changed, in words: its name, such as `said by`, and what it was and is. Either may be empty."""

    name: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one entry.

    `place` is where it stands in the later state, or where it would stand; without one, the file is gone. With `taken_down`,
    words were left out that are not to be repeated.
    """

    what: What
    how: How
    before: str = ""
    after: str = ""
    details: tuple[Detail, ...] = ()
    place: Place | None = None
    path: Path = ()
    taken_down: bool = False


@dataclass(frozen=True, slots=True)
class EntryChanges:
    """What changed in one entry. `title` may be empty where nobody may repeat it."""

    key: Key
    file: str
    title: str
    changes: tuple[Change, ...]
    was: Key | None = None
    """What it was before, if it was renamed."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that changed from one state of a site to another, by entry. `alike` counts files that differ only in form."""

    entries: tuple[EntryChanges, ...]
    alike: int = 0


def without_words(changes: Iterable[Change], *, before: bool = True, after: bool = False) -> tuple[Change, ...]:
    """Leave out the words of the earlier or the later state: somebody took them down."""
    return tuple(_silent(change, before, after) for change in changes)


def _silent(change: Change, before: bool, after: bool) -> Change:
    details = tuple(
        Detail(detail.name, "" if before else detail.before, "" if after else detail.after) for detail in change.details
    )
    left = replace(change, before="" if before else change.before, after="" if after else change.after, details=details)
    return replace(left, taken_down=True) if left != change else change
