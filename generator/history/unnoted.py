"""Changes of published briefs that no update and no correction tells of.

They cannot be allowed as what a rule finds can be: an allowance would stay in the file, and the finding is gone as soon as
the change is merged. They are warnings, because no measure of words knows whether a change matters to readers.
"""

from collections.abc import Iterator
from datetime import date as Date

from generator.diagnostics import Diagnostic, Place, Related, Severity
from generator.edition import Key
from generator.history.change import Change, Comparison, How, What
from generator.history.entry import notes_of
from generator.history.renaming import was_called
from generator.history.side import Side
from generator.model.forms import Brief
from generator.model.parts import Entry

_CLAIMED = (What.HEADLINE, What.DATE, What.CLAIM, What.QUOTE, What.FIGURE)
_OTHERWISE = (How.ADDED, How.WITHDRAWN, How.REATTRIBUTED, How.REVISED)
_LONGEST = 100
"""Characters of a text that a finding repeats."""
_MOST = 9
"""How many further changes a finding points at; `briefs changes` shows all."""


def unnoted(comparison: Comparison, before: Side, after: Side, day: Date, since: str) -> tuple[Diagnostic, ...]:
    """Find the briefs, published on `day` or earlier, whose claims changed without a note since a state called `since`."""
    return tuple(_unnoted(comparison, before, after, day, since))


def _unnoted(comparison: Comparison, before: Side, after: Side, day: Date, since: str) -> Iterator[Diagnostic]:
    for changed in comparison.entries:
        earlier, later = before.entry(changed.was or changed.key), after.entry(changed.key)
        if not isinstance(earlier, Brief) or not _is_published(earlier, day):
            continue
        if changed.key not in after.files:
            if not any(was_called(after, key, changed.key) for key in after.files if key.kind == "brief"):
                yield _gone(changed.file, since)
        elif isinstance(later, Brief) and later.stage != "withdrawn" and not _is_published(later, day):
            yield _held_back(after, changed.key, since)
        elif later is not None and not _has_new_note(earlier, later):
            found = sorted((change for change in changed.changes if _says_otherwise(change)), key=_in_order)
            if found:
                yield _finding(found, changed.file, since)


def _is_published(brief: Brief, day: Date) -> bool:
    return brief.stage == "ready" and (brief.published is None or brief.published <= day)


def _has_new_note(earlier: Entry, later: Entry) -> bool:
    """Tell whether an entry has one more update or correction than before, or a later one, or was withdrawn."""
    was = [note.date for note in notes_of(earlier)]
    now = [note.date for note in notes_of(later)]
    withdrawn = isinstance(later, Brief) and later.withdrawal is not None
    return withdrawn or len(now) > len(was) or max(now, default=Date.min) > max(was, default=Date.min)


def _says_otherwise(change: Change) -> bool:
    if change.what is What.SOURCE:
        return change.how is How.REVISED and any(detail.name == "publisher" for detail in change.details)
    return change.what in _CLAIMED and change.how in _OTHERWISE


def _in_order(change: Change) -> tuple[int, int]:
    span = change.place.span if change.place else None
    return (span.line, span.column) if span else (0, 0)


def _finding(found: list[Change], file: str, since: str) -> Diagnostic:
    first, *others = found
    more = f" and {len(others)} more" if others else ""
    message = (
        f"This brief was published, and its claims changed since {since}; no update or correction says so: {_told(first)}{more}."
    )
    help = "Say it to readers: add an entry to `updates`, or to `corrections` if it was wrong, with the day and what changed."
    related = tuple(Related(change.place or Place(file), f"Also: {_told(change)}.") for change in others[:_MOST])
    return Diagnostic(
        "changed-without-note",
        Severity.WARNING,
        message,
        first.place or Place(file),
        help=help,
        related=related,
        path=first.path,
    )


def _gone(file: str, since: str) -> Diagnostic:
    message = f"This brief was published, and its file is gone since {since}: its address leads nowhere, and nobody says why."
    help = "Put it back with `stage: withdrawn`, or name its id under `was` of the brief that takes its place."
    return Diagnostic("changed-without-note", Severity.WARNING, message, Place(file), help=help)


def _held_back(after: Side, key: Key, since: str) -> Diagnostic:
    path, document = ("stage",), after.document(key)
    place = document.where.place(path) if document else Place(after.files[key])
    message = f"This brief was published, and is held back since {since}: its address leads nowhere, and nobody says why."
    help = "Write `stage: withdrawn` with a `withdrawal`, or leave it published."
    return Diagnostic("changed-without-note", Severity.WARNING, message, place, help=help, path=path)


def _told(change: Change) -> str:
    words = change.after or change.before
    short = f"{words[: _LONGEST - 1].rstrip()}…" if len(words) > _LONGEST else words
    said = f" “{short.strip('“”')}”" if short else ""
    return f"{change.what} {change.how}{said}"
