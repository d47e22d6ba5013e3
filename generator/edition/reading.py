"""Questions about one file: what it gives, which fields its entry has, and what it looks like from outside."""

from dataclasses import replace
from datetime import date as Date
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from generator.asking import given, kept, opaque
from generator.edition.addresses import addresses_of
from generator.edition.archive import Reading
from generator.edition.changes import changed
from generator.edition.documents import Document, Key
from generator.edition.sources import listed_in
from generator.edition.translations import translated_by
from generator.model.dates import When

if TYPE_CHECKING:
    from generator.edition import Edition

Standing = Literal["whole", "broken", "unread"]
"""Whether a file fits its form, could be read but does not fit it, or could not be read at all."""


@given
def stamp(edition: "Edition", key: Key) -> tuple[str, str] | None:
    """Tell which file gives an entry, and what its bytes are."""
    slot = edition.archive.slots.get(key)
    return (slot.file, slot.stamp) if slot else None


def file_of(edition: "Edition", key: Key) -> str:
    """Tell which file gives an entry."""
    found = edition.ask(stamp, key)
    return found[0] if found else ""


@opaque
def reading(edition: "Edition", key: Key) -> Reading | None:
    """Read the file of an entry, if there is one."""
    return edition.archive.slots[key].read() if edition.ask(stamp, key) else None


def alone(edition: "Edition", key: Key) -> Document | None:
    """Return the file of an entry as it stands by itself; None where nothing in it can be read."""
    read = edition.ask(reading, key)
    return read.document if read else None


@opaque
def document(edition: "Edition", key: Key) -> Document | None:
    """Return the file of an entry; that of a translation with the brief that it translates."""
    found = alone(edition, key)
    meant = translated_by(found) if found else ""
    keys = edition.register.find(("brief",), meant) if meant else ()
    original = alone(edition, keys[0]) if len(keys) == 1 and keys[0] != key else None
    return replace(found, original=original) if found and original else found


class Outline(NamedTuple):
    """What of a file others must know all the time."""

    standing: Standing
    translates: str
    """The brief that it says it translates."""
    address: str
    """The address of its page; empty where it has none."""
    old_addresses: tuple[tuple[int, str], ...]
    """Its former addresses with their places in `was`."""
    sources: tuple[str, ...]
    """The ids of the sources that it lists."""


@kept
def outline(edition: "Edition", key: Key) -> Outline | None:
    """Tell what a file is, in short; None where there is none."""
    if not edition.ask(stamp, key):
        return None
    found = alone(edition, key)
    if found is None:
        return Outline("unread", "", "", (), ())
    if found.entry is None:
        return Outline("broken", translated_by(found), "", (), ())
    return Outline("whole", translated_by(found), *addresses_of(found), tuple(source.id for source, _ in listed_in(found)))


@kept
def name_of(edition: "Edition", key: Key) -> str:
    """Tell what readers call an entry: its name or title; where there is none, its id."""
    found = alone(edition, key) if edition.ask(stamp, key) else None
    names = (getattr(found and found.entry, name, None) for name in ("name", "title", "about"))
    return str(next((name for name in names if name), key.id))


def standing(edition: "Edition", key: Key) -> Standing | None:
    """Tell how far a file could be read; None where there is none."""
    known = edition.ask(outline, key)
    return known.standing if known else None


def field_of(edition: "Edition", key: Key, name: str) -> Any:
    """Tell what a field of an entry holds."""
    found = edition.ask(document, key)
    return getattr(found.entry, name) if found and found.entry is not None else None


def original_of(edition: "Edition", key: Key) -> Key | None:
    """Tell which brief a file translates, if that could be read."""
    found = edition.ask(document, key)
    return found.original.key if found and found.original else None


def ids_of_sources(edition: "Edition", key: Key) -> tuple[str, ...]:
    """List the ids of the sources that a file lists itself."""
    found = edition.ask(document, key)
    return tuple(sorted(found.parsed.names.get("sources", ()))) if found else ()


def known_of(edition: "Edition", key: Key, name: str) -> Any:
    """Tell something else of a file, such as whether it is a draft."""
    found = edition.ask(document, key)
    return getattr(found, name) if found else None


class Filing(NamedTuple):
    """What of an entry decides where it stands in lists, as its form has it; what its form does not have is empty."""

    original: Key | None
    """The brief that it translates."""
    changed: Date | None
    """When its file says that it last changed."""
    lang: str | None = None
    topics: tuple[str, ...] = ()
    date: When | None = None
    time: str | None = None
    as_of: Date | None = None
    stage: str = ""
    status: str | None = None
    published: Date | None = None
    storyline: str | None = None
    places: tuple[str, ...] = ()


@kept
def filing(edition: "Edition", key: Key) -> Filing | None:
    """Tell where an entry is filed; None where there is none that fits its form."""
    found = edition.ask(document, key)
    entry = found.entry if found else None
    if found is None or entry is None:
        return None
    fields = {name: value for name in FILED if (value := getattr(entry, name, None)) is not None}
    return Filing(found.original.key if found.original else None, changed(entry), **fields)


FILED = Filing._fields[2:]
