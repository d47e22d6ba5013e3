"""One of the two states of a site that are compared: its files, each read when it is asked for and not before.

Ten thousand files of which three differ are three files to read: what has the same bytes says the same.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from generator.diagnostics import Diagnostic
from generator.edition import Document, Key
from generator.edition.documents import identify
from generator.edition.references import LINKABLE, Register, uses_of
from generator.edition.sources import KnownSource, Owners, known, listed_in, owners_by_address, printed_by, whose
from generator.model.forms import Publisher
from generator.model.parts import Entry, Source, SourceKind
from generator.model.references import SourceRef
from generator.text import Reference

Reader: TypeAlias = Callable[[str, bytes], Document | None]
"""Reads the bytes of a file with this name; without an answer, nothing in it can be read."""


@dataclass(frozen=True)
class Side:
    """The files of a site in one state, by the entries that they are."""

    files: Mapping[Key, str]
    data: Mapping[Key, bytes | None]
    reader: Reader
    _read: dict[Key, Document | None] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, entries: Mapping[str, bytes | None], folder: str, reader: Reader) -> "Side":
        """Tell the entries of a site from the names of its files, which stand below `folder`. Those of no entry are left out."""
        files: dict[Key, str] = {}
        for file in sorted(entries):
            key = identify(file, folder)
            if not isinstance(key, Diagnostic):
                files.setdefault(key, file)
        return cls(files, {key: entries[file] for key, file in files.items()}, reader)

    def document(self, key: Key) -> Document | None:
        """Return an entry, if its file can be read."""
        if key not in self._read:
            data = self.data.get(key)
            self._read[key] = None if data is None else self.reader(self.files[key], data)
        return self._read[key]

    def entry(self, key: Key) -> Entry | None:
        """Return the form of an entry, if its file fits it."""
        document = self.document(key)
        return document.entry if document else None

    @property
    def shared_sources(self) -> frozenset[str]:
        """The ids of the sources that have a file of their own."""
        return frozenset(key.id for key in self.files if key.kind == "source")

    @cached_property
    def _owners(self) -> Owners:
        entries = ((key.id, self.entry(key)) for key in sorted(self.files) if key.kind == "publisher")
        return owners_by_address((id, entry.url) for id, entry in entries if isinstance(entry, Publisher))

    def _known(self, source: Source) -> KnownSource:
        return known(source, whose(source.url or "", self._owners), self._prints)

    def _prints(self, publisher: str) -> SourceKind | None:
        entry = self.entry(Key("publisher", publisher))
        return printed_by(entry) if isinstance(entry, Publisher) else None

    def sources(self, document: Document) -> Mapping[str, KnownSource]:
        """Return the sources that a file lists, with what follows from their publishers; a shared one is its own, without id."""
        return {key.id if key.path else "": self._known(source) for key, source in listed_in(document)}

    def source(self, document: Document, id: str) -> KnownSource | None:
        """Return what a file means by the id of a source: its own first, then a shared one."""
        own: Mapping[str, Source] = getattr(document.entry, "sources", {})
        found = own[id] if id in own else self.entry(Key("source", id))
        return self._known(found) if isinstance(found, Source) else None


class Names:
    """What readers call the entries, by what the later state says: another name of a town makes no other claims."""

    def __init__(self, after: Side, before: Side) -> None:
        self._sides = (after, before)
        self._register = Register([*after.files, *before.files])

    def of(self, kinds: Iterable[str], id: str) -> str:
        """Return the name of the entry that an id means; where there is none, the id."""
        for key in self._register.find(kinds, id)[:1]:
            for side in self._sides:
                if (entry := side.entry(key)) is not None:
                    return name_of(entry) or id
        return id

    def keys(self, kinds: Iterable[str], id: str) -> tuple[Key, ...]:
        """Return the entries that an id may mean."""
        return tuple(self._register.find(kinds, id))

    def reference(self, reference: Reference) -> str:
        """Return the words that a reference in a text shows."""
        return reference.label or self.of((reference.kind,) if reference.kind else LINKABLE, reference.id)

    def speaker(self, id: str) -> str:
        """Return the name of who speaks or counts."""
        return self.of(("actor", "publisher"), id)

    def source(self, source: KnownSource | None, id: str) -> str:
        """Return how a source is told from others: its id in the file, what it is, and who published it."""
        if source is None:
            return id
        what = f"{source.title or source.about or ''} ({self.of(('publisher',), source.publisher)})"
        return f"[@{id}] {what}" if id else what


def name_of(entry: Entry | None) -> str:
    """Return the title or name of an entry."""
    return next((str(found) for name in ("name", "title", "about") if (found := getattr(entry, name, None))), "")


def identity_of(source: KnownSource) -> str:
    """Return what tells a document from others, whatever id files give it: its address, else who published what and when."""
    if source.url:
        return re.sub(r"^https?://(?:www\.)?", "", source.url).rstrip("/")
    return "\0".join([str(source.publisher), source.title or source.about or "", str(source.published or "")])


def now_called(before: Side, earlier: Document, after: Side, later: Document) -> Mapping[str, str]:
    """Return what the later state of a file calls the sources that have another id there, by the id that is gone."""
    there = {
        identity_of(source): id
        for id in sorted(_cited(later) | getattr(later.entry, "sources", {}).keys())
        if (source := after.source(later, id))
    }
    gone = {id: s for id in sorted(_cited(earlier) - _cited(later)) if (s := before.source(earlier, id))}
    return {id: there[identity_of(source)] for id, source in gone.items() if identity_of(source) in there}


def _cited(document: Document) -> set[str]:
    return {use.id for use in uses_of(document) if use.kinds == SourceRef.kinds}
