"""What an entry itself records of its changes: updates and corrections that are new, gone, or say something else."""

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from generator.diagnostics import Path
from generator.edition import Document
from generator.edition.changes import corrections_of, updates_of
from generator.history.change import Change, Detail, How, What
from generator.history.fields import differences
from generator.history.side import Names
from generator.history.wording import Wording
from generator.model.parts import Correction, Entry, Update
from generator.text import plain

Note: TypeAlias = Update | Correction
_SAME: tuple[Callable[[Note], Any], ...] = (
    lambda note: (type(note), note.date, _fold(note)),
    lambda note: (type(note), _fold(note)),
    lambda note: (type(note), note.date),
)
"""By what a note is known again, the surest first."""


def notes_of(entry: Entry | None) -> tuple[Note, ...]:
    """Return all that an entry says about changes of its page."""
    return (*updates_of(entry), *corrections_of(entry))


def notes_changed(before: Document, after: Document, names: Names) -> Iterator[Change]:
    """Yield the changes of the updates and corrections of an entry."""
    old, new = _placed(before.entry), _placed(after.entry)
    pairs: dict[Path, Path] = {}
    for known_by in _SAME:
        for path, note in old.items():
            free = (at for at, other in new.items() if at not in pairs.values() and known_by(other) == known_by(note))
            if path not in pairs and (match := next(free, None)):
                pairs[path] = match
    earlier = {after: before for before, after in pairs.items()}
    for path, note in new.items():
        was, place, words = earlier.get(path), after.where.place(path), plain(_text(note), names.reference)
        if was is None:
            yield Change(_what(note), How.ADDED, "", words, (Detail("day", "", note.date.isoformat()),), place, path)
        elif found := tuple(differences(old[was], note, names, with_texts=True)):
            yield Change(
                _what(note), How.CHANGED, "", words, tuple(Detail(d.name, d.before, d.after) for d in found), place, path
            )
    for path, note in old.items():
        if path not in pairs:
            day, place = (Detail("day", note.date.isoformat()),), after.where.place(path[:1], key=True)
            yield Change(_what(note), How.WITHDRAWN, plain(_text(note), names.reference), "", day, place, path)


def _placed(entry: Entry | None) -> dict[Path, Note]:
    noted: tuple[tuple[str, tuple[Note, ...]], ...] = (("updates", updates_of(entry)), ("corrections", corrections_of(entry)))
    return {(field, at): note for field, notes in noted for at, note in enumerate(notes)}


def _what(note: Note) -> What:
    return What.UPDATE if isinstance(note, Update) else What.CORRECTION


def _text(note: Note) -> Any:
    return note.text.text if isinstance(note, Update) else note.now.text


def _fold(note: Note) -> str:
    return Wording((note.text if isinstance(note, Update) else note.now).source).fold
