"""What else changed in an entry: its headline, stage, dates and status, and the sources that it lists."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.diagnostics import Path
from generator.edition import Document
from generator.edition.sources import KnownSource
from generator.history.change import Change, Detail, How, What
from generator.history.claims import Page
from generator.history.side import Names, name_of
from generator.history.wording import Wording, same, says_otherwise
from generator.model.forms import Brief
from generator.model.parts import Misprint, Source

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
        ("address as printed", lambda source: source.as_printed),
        ("published", lambda source: source.published),
        ("seen", lambda source: source.seen),
        ("kind", lambda source: source.kind),
        ("language", lambda source: source.language),
        ("relays", lambda source: ", ".join(names.of(("publisher",), id) for id in source.relays)),
        ("contributors", lambda source: ", ".join(names.of(("publisher",), id) for id in source.contributors)),
        ("a copy", lambda source: "" if source.copied is None else "yes" if source.copied else "no"),
        ("note", lambda source: source.note),
        ("misprints", lambda source: "; ".join(map(_misprint, source.misprints))),
        ("retracted", lambda source: _retraction(source) if was.retracted else ""),
    )
    found = ((name, str(part(was) or ""), str(part(now) or "")) for name, part in parts)
    return tuple(Detail(name, old, new) for name, old, new in found if not _is_alike(name, old, new))


def _is_alike(name: str, old: str, new: str) -> bool:
    """Tell whether two values are one. In an address nothing is a slip of the finger."""
    return old == new or (not name.startswith("address") and same(Wording(old), Wording(new)))


def _misprint(slip: Misprint) -> str:
    means = f", for {slip.means}" if slip.means else ""
    return f"{slip.prints}{means}{f' ({slip.why})' if slip.why else ''}"


def _retraction(source: KnownSource) -> str:
    told = source.retracted
    return f"{told.date}: {told.why}{f' {told.address}' if told.address else ''}" if told else ""
