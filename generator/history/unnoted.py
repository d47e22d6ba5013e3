"""Changes of published briefs and backgrounds that no update and no correction tells of.

They cannot be allowed as what a rule finds can be: an allowance would stay in the file, and the finding is gone as soon as
the change is merged. They are warnings, because no measure of words knows whether a change matters to readers.
"""

from collections.abc import Iterator
from datetime import date as Date

from generator.diagnostics import Diagnostic, Place, Related, Severity
from generator.edition import Key
from generator.history.change import Change, Comparison, Detail, How, What
from generator.history.notes import notes_of
from generator.history.renaming import was_called
from generator.history.side import Side
from generator.model.forms import Background, Brief
from generator.model.parts import Entry

_CLAIMED = (What.HEADLINE, What.DATE, What.CLAIM, What.STATEMENT, What.QUOTE, What.FIGURE)
_OTHERWISE = (How.ADDED, How.WITHDRAWN, How.REATTRIBUTED, How.REVISED)
_FIELDS_OF_CLAIMS = ("date", "disputes", "quotes", "events")
"""The fields whose parts say something to readers of the claims; the others, such as topics or places, put them in order."""
_LONGEST = 100
"""Characters of a text that a finding repeats."""
_MOST = 9
"""How many further changes a finding points at; `briefs changes` shows all."""


def unnoted(comparison: Comparison, before: Side, after: Side, day: Date, since: str) -> tuple[Diagnostic, ...]:
    """Find what was published on `day` or earlier, and whose claims changed without a note since a state called `since`."""
    return tuple(_unnoted(comparison, before, after, day, since))


def _unnoted(comparison: Comparison, before: Side, after: Side, day: Date, since: str) -> Iterator[Diagnostic]:
    for changed in comparison.entries:
        earlier, later = before.entry(changed.was or changed.key), after.entry(changed.key)
        if not _is_published(earlier, day):
            continue
        kind = changed.key.kind
        if changed.key not in after.files:
            if not any(was_called(after, key, changed.key) for key in after.files if key.kind == kind):
                yield _gone(kind, changed.file, since)
        elif isinstance(later, Brief) and later.stage != "withdrawn" and not _is_published(later, day):
            yield _held_back(after, changed.key, since)
        elif later is not None:
            yield from (_note_gone(change, kind, changed.file, since) for change in changed.changes if _takes_note_back(change))
            found = sorted((change for change in changed.changes if _says_otherwise(change)), key=_in_order)
            if found and not _has_new_note(earlier, later):
                yield _finding(found, kind, changed.file, since)


def _is_published(entry: Entry | None, day: Date) -> bool:
    """Tell whether readers see an entry that records its changes. A background is published as soon as it is there."""
    if isinstance(entry, Brief):
        return entry.stage == "ready" and (entry.published is None or entry.published <= day)
    return isinstance(entry, Background)


def _has_new_note(earlier: Entry | None, later: Entry) -> bool:
    """Tell whether an entry has one more update or correction than before, or a later one, or was withdrawn."""
    was = [note.date for note in notes_of(earlier)]
    now = [note.date for note in notes_of(later)]
    withdrawn = isinstance(later, Brief) and later.withdrawal is not None
    return withdrawn or len(now) > len(was) or max(now, default=Date.min) > max(was, default=Date.min)


def _says_otherwise(change: Change) -> bool:
    if change.what is What.SOURCE:
        return change.how is How.REVISED and any(detail.name == "publisher" for detail in change.details)
    if change.what is What.FIELD:
        return (
            change.how is not How.REWORDED and change.path[0] in _FIELDS_OF_CLAIMS and change.path[-1] not in ("id", "language")
        )
    return change.what in _CLAIMED and change.how in _OTHERWISE


def _takes_note_back(change: Change) -> bool:
    """Tell whether a correction or an update that readers saw is gone, or no longer marked as one that they must see."""
    unmarked = any(detail.name in ("material", "significant") and detail.after == "no" for detail in change.details)
    return change.what in (What.UPDATE, What.CORRECTION) and (change.how is How.WITHDRAWN or unmarked)


def _in_order(change: Change) -> tuple[int, int]:
    span = change.place.span if change.place else None
    return (span.line, span.column) if span else (0, 0)


def _finding(found: list[Change], kind: str, file: str, since: str) -> Diagnostic:
    first, *others = found
    more = f" and {len(others)} more" if others else ""
    message = (
        f"This {kind} was published, and its claims changed since {since}; no update or correction says so: {_told(first)}{more}."
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


def _note_gone(change: Change, kind: str, file: str, since: str) -> Diagnostic:
    gone = "is gone" if change.how is How.WITHDRAWN else "is no longer marked as one that its readers should see"
    message = f"This {kind} was published, and its {change.what} {gone} since {since}: {_told(change)}."
    help = "Put it back: readers who saw it must be able to find it again. What is wrong in it is corrected by another one."
    place = change.place or Place(file)
    return Diagnostic("changed-without-note", Severity.WARNING, message, place, help=help, path=change.path)


def _gone(kind: str, file: str, since: str) -> Diagnostic:
    message = f"This {kind} was published, and its file is gone since {since}: its address leads nowhere, and nobody says why."
    back = "Put it back with `stage: withdrawn`" if kind == "brief" else "Put it back"
    help = f"{back}, or name its id under `was` of the {kind} that takes its place."
    return Diagnostic("changed-without-note", Severity.WARNING, message, Place(file), help=help)


def _held_back(after: Side, key: Key, since: str) -> Diagnostic:
    path, document = ("stage",), after.document(key)
    place = document.where.place(path) if document else Place(after.files[key])
    message = f"This brief was published, and is held back since {since}: its address leads nowhere, and nobody says why."
    help = "Write `stage: withdrawn` with a `withdrawal`, or leave it published."
    return Diagnostic("changed-without-note", Severity.WARNING, message, place, help=help, path=path)


def _told(change: Change) -> str:
    detail = next(iter(change.details), Detail(""))
    what = detail.name if change.what is What.FIELD else change.what
    words = change.after or change.before or detail.after or detail.before
    short = f"{words[: _LONGEST - 1].rstrip()}…" if len(words) > _LONGEST else words
    said = f" “{short.strip('“”')}”" if short else ""
    return f"{what} {change.how}{said}"
