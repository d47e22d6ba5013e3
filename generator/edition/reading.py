"""Questions about one file: what it gives, which fields its entry has, and what it looks like from outside."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from generator.asking import given, kept, opaque
from generator.diagnostics import Locator
from generator.edition.archive import Reading
from generator.edition.documents import Document, Key
from generator.edition.translations import translated_by
from generator.model import Parsed
from generator.model.parts import Entry

if TYPE_CHECKING:
    from generator.edition import Edition

Standing = Literal["whole", "broken", "unread"]
"""Whether a file fits its form, could be read but does not fit it, or could not be read at all."""


@given
def stamp(edition: "Edition", key: Key) -> tuple[str, str] | None:
    """Tell which file gives an entry, and what its bytes are."""
    slot = edition.archive.slots.get(key)
    return (slot.file, slot.stamp) if slot else None


@opaque
def reading(edition: "Edition", key: Key) -> Reading | None:
    """Read the file of an entry, if there is one."""
    return edition.archive.slots[key].read() if edition.ask(stamp, key) else None


@opaque
def alone(edition: "Edition", key: Key) -> Document | None:
    """Return the file of an entry as it stands by itself; None where nothing in it can be read."""
    known, read = edition.ask(stamp, key), edition.ask(reading, key)
    return Document(key, known[0], read.parsed, read.where) if known and read and read.parsed else None


@opaque
def document(edition: "Edition", key: Key) -> Document | None:
    """Return the file of an entry; that of a translation with the brief that it translates."""
    found = edition.ask(alone, key)
    meant = translated_by(found) if found else ""
    keys = edition.register.find(("brief",), meant) if meant else ()
    original = edition.ask(alone, keys[0]) if len(keys) == 1 and keys[0] != key else None
    return replace(found, original=original) if found and original else found


@kept
def standing(edition: "Edition", key: Key) -> Standing | None:
    """Tell how far a file could be read; None where there is none."""
    if not edition.ask(stamp, key):
        return None
    found = edition.ask(alone, key)
    return "unread" if found is None else "whole" if found.entry is not None else "broken"


def field_of(edition: "Edition", key: Key, name: str) -> Any:
    """Tell what a field of an entry holds."""
    found = edition.ask(document, key)
    return getattr(found.entry if found else None, name)


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
    return getattr(edition.ask(document, key), name)


class Seen:
    """A file as others see it: a `Document` of which each rests on what it looks at."""

    __slots__ = ("_edition", "entry", "file", "key")

    def __init__(self, edition: "Edition", key: Key, file: str, form: type[Entry]) -> None:
        self._edition = edition
        self.key = key
        self.file = file
        self.entry = _Entry(edition, key, form)

    @property
    def parsed(self) -> Parsed:
        """All that was read of the file."""
        return self._whole.parsed

    @property
    def where(self) -> Locator:
        """Where its values stand."""
        return self._whole.where

    @property
    def original(self) -> Document | None:
        """The brief that it translates."""
        found = self._edition.ask(original_of, self.key)
        return self._edition.documents.get(found) if found else None

    @property
    def withdrawn(self) -> bool:
        """Whether it is a brief that was withdrawn."""
        return bool(self._edition.ask(known_of, self.key, "withdrawn"))

    @property
    def draft(self) -> bool:
        """Whether it is a brief that is still being written."""
        return bool(self._edition.ask(known_of, self.key, "draft"))

    def lists(self, source: str) -> bool:
        """Tell whether the file itself lists a source of this id."""
        return source in self._edition.ask(ids_of_sources, self.key)

    @property
    def _whole(self) -> Document:
        found = self._edition.ask(document, self.key)
        assert found is not None
        return found


class _Entry:
    """A form as others see it. It passes for one of its class."""

    __slots__ = ("_edition", "_form", "_key")

    def __init__(self, edition: "Edition", key: Key, form: type[Entry]) -> None:
        self._edition = edition
        self._key = key
        self._form = form

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        return self._form

    def __getattr__(self, name: str) -> Any:
        return self._edition.ask(field_of, self._key, name)
