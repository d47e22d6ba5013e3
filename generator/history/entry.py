"""What else changed in an entry: its headline, stage, dates and status, the sources that it lists, and its notes."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from generator.diagnostics import Path
from generator.edition import Document
from generator.edition.changes import corrections_of, updates_of
from generator.edition.sources import KnownSource
from generator.history.change import Change, Detail, How, What
from generator.history.claims import Page
from generator.history.side import Names, name_of
from generator.history.wording import Wording, same, says_otherwise
from generator.model.forms import Brief
from generator.model.parts import Correction, Entry, Source, Update
from generator.model.values import Prose
from generator.text import plain

Note: TypeAlias = Update | Correction
_DATES = (("date", "happened"), ("time", "at"), ("as_of", "known up to"), ("published", "published"))


def head_changed(before: Document, after: Document) -> Iterator[Change]:
    """Yield the changes of an entry's headline or name and, in a brief, of its stage, dates and status."""
    if isinstance(after.entry, Source):
        return  # its title tells it from others, and is compared with the rest of it
    was, now = Wording(name_of(before.entry)), Wording(name_of(after.entry))
    title = next(name for name in ("name", "title", "about") if getattr(after.entry, name, None) or name == "about")
    if not same(was, now):
        how = How.REVISED if says_otherwise(was, now) else How.REWORDED
        yield Change(
            What.HEADLINE if title == "title" else What.NAME,
            how,
            was.text,
            now.text,
            place=after.where.place((title,)),
            path=(title,),
        )
    if not isinstance(before.entry, Brief) or not isinstance(after.entry, Brief):
        return
    if before.entry.stage != after.entry.stage:
        detail = Detail("stage", before.entry.stage, after.entry.stage)
        yield Change(What.STAGE, How.CHANGED, details=(detail,), place=after.where.place(("stage",)), path=("stage",))
    for field, name in _DATES:
        old, new = (str(getattr(entry, field) or "") for entry in (before.entry, after.entry))
        if old != new:
            how = How.REVISED if field in ("date", "time") else How.CHANGED
            yield Change(What.DATE, how, details=(Detail(name, old, new),), place=after.where.place((field,)), path=(field,))
    if before.entry.status != after.entry.status:
        detail = Detail("status", before.entry.status or "", after.entry.status or "")
        yield Change(What.STATUS, How.CHANGED, details=(detail,), place=after.where.place(("status",)), path=("status",))


def sources_changed(before: Page, after: Page, names: Names, called: Mapping[str, str]) -> Iterator[Change]:
    """Yield the changes of the sources that a file lists. One that is cited from a file of its own now is not lost."""
    old, new = before.side.sources(before.document), after.side.sources(after.document)
    where, earlier = after.document.where, {called.get(id, id): source for id, source in old.items()}
    for id, source in new.items():
        path: Path = ("sources", id) if id else ()
        place, told = where.place(path, key=bool(id)), names.source(source, id)
        if id not in earlier:
            yield Change(What.SOURCE, How.ADDED, "", told, (), place, path)
            continue
        was = earlier[id]
        if source.retracted and not was.retracted:
            yield Change(What.SOURCE, How.RETRACTED, "", told, (), place, path)
        if details := _source_details(was, source, names):
            yield Change(What.SOURCE, How.REVISED, "", told, details, place, path)
    for id, source in old.items():
        if id not in new and called.get(id, id) not in new and after.side.source(after.document, called.get(id, id)) is None:
            place = where.place(("sources",), key=True)
            yield Change(What.SOURCE, How.WITHDRAWN, names.source(source, id), "", (), place, ("sources", id))


def _source_details(was: KnownSource, now: KnownSource, names: Names) -> tuple[Detail, ...]:
    parts: tuple[tuple[str, Callable[[KnownSource], Any]], ...] = (
        ("publisher", lambda source: names.of(("publisher",), source.publisher)),
        ("title", lambda source: source.title or source.about),
        ("address", lambda source: source.url),
        ("published", lambda source: source.published),
        ("relays", lambda source: ", ".join(names.of(("publisher",), id) for id in source.relays)),
    )
    found = ((name, str(part(was) or ""), str(part(now) or "")) for name, part in parts)
    return tuple(Detail(*each) for each in found if not same(Wording(each[1]), Wording(each[2])))


def notes_added(before: Document, after: Document, names: Names) -> Iterator[Change]:
    """Yield the updates and corrections that the later state records and the earlier one does not."""
    known = Counter(_mark(note) for note in notes_of(before.entry))
    for at, update in enumerate(updates_of(after.entry)):
        yield from _note(update, What.UPDATE, ("updates", at), update.text, known, after, names)
    for at, correction in enumerate(corrections_of(after.entry)):
        yield from _note(correction, What.CORRECTION, ("corrections", at), correction.now, known, after, names)


def notes_of(entry: Entry | None) -> tuple[Note, ...]:
    """Return all that an entry says about changes of its page."""
    return (*updates_of(entry), *corrections_of(entry))


def _note(
    note: Note, what: What, path: Path, text: Prose, known: Counter[object], after: Document, names: Names
) -> Iterator[Change]:
    if known[_mark(note)]:
        known[_mark(note)] -= 1
    else:
        day = (Detail("day", "", note.date.isoformat()),)
        yield Change(what, How.ADDED, "", plain(text.text, names.reference), day, after.where.place(path), path)


def _mark(note: Note) -> object:
    return type(note), note.date, Wording((note.text if isinstance(note, Update) else note.now).source).fold
