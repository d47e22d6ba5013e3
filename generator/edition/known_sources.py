"""Questions about sources: which there are, who published them, and what two listings of one document know of each other."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.asking import given, kept, opaque
from generator.edition.documents import Key
from generator.edition.groups import grouped
from generator.edition.reading import alone, standing
from generator.edition.sources import (
    KnownSource,
    Owners,
    SourceKey,
    as_one,
    document_at,
    known,
    listed_in,
    owners_by_address,
    printed_by,
    whose,
)
from generator.model.forms import Publisher
from generator.model.parts import Source, SourceKind

if TYPE_CHECKING:
    from generator.edition import Edition


@opaque
def publisher_addresses(edition: "Edition") -> Owners:
    """List the publishers by the hosts and paths of their addresses."""
    return owners_by_address((key.id, publisher.url) for key, publisher in edition.every(Publisher))


def owners_at(edition: "Edition", url: str) -> tuple[str, ...]:
    """Tell to which publishers an address belongs: one, or none, or several that have the same `url`."""
    return whose(url, edition.ask(publisher_addresses))


def prints(edition: "Edition", publisher: str) -> SourceKind | None:
    """Tell what a publisher prints where nothing else is said."""
    found = edition.get(Key("publisher", publisher), Publisher)
    return printed_by(found) if found else None


@kept
def listed(edition: "Edition", key: Key) -> tuple[tuple[str, str], ...]:
    """List the sources that a file lists: the id of each, and its document; see `document_at`."""
    found = edition.ask(alone, key)
    if found is None or found.entry is None:
        return ()
    return tuple((source.id, document_at(typed.url or "")) for source, typed in listed_in(found))


def source_keys(edition: "Edition") -> tuple[SourceKey, ...]:
    """List every source of every file."""
    return tuple(SourceKey(key, id) for key in edition.all_keys() for id, _ in edition.ask(listed, key))


@opaque
def listed_twice(edition: "Edition") -> dict[str, tuple[SourceKey, ...]]:
    """List the documents that are listed more than once, each with its listings."""
    places = ((at, SourceKey(key, id)) for key in edition.all_keys() for id, at in edition.ask(listed, key) if at)
    return {at: sources for at, sources in grouped(places).items() if len(sources) > 1}


def listings(edition: "Edition", document: str) -> tuple[SourceKey, ...]:
    """List the listings of a document, if there are several."""
    return edition.ask(listed_twice).get(document, ())


def typed_source(edition: "Edition", source: SourceKey) -> Source | None:
    """Return a source as its file lists it."""
    found = edition.ask(alone, source.owner)
    return dict(listed_in(found)).get(source) if found and found.entry is not None else None


def known_alone(edition: "Edition", source: SourceKey) -> KnownSource | None:
    """Return a source with what its publisher tells."""
    typed = edition.ask(typed_source, source)
    if typed is None:
        return None
    return known(typed, edition.ask(owners_at, typed.url or ""), lambda publisher: edition.ask(prints, publisher))


def known_source(edition: "Edition", source: SourceKey) -> KnownSource | None:
    """Return a source with what its publisher and the other listings of the same document tell."""
    found = edition.ask(known_alone, source)
    if found and found.document and edition.ask(listings, found.document):
        return edition.ask(together, found.document)[source]
    return found


def together(edition: "Edition", document: str) -> dict[SourceKey, KnownSource]:
    """Return the listings of a document that is listed more than once, each with what the others tell."""
    every = ((other, edition.ask(known_alone, other)) for other in edition.ask(listings, document))
    return as_one({other: found for other, found in every if found})


@kept
def publishers_of(edition: "Edition", key: Key) -> tuple[tuple[str, str], ...]:
    """List the sources of a file with the publisher of each."""
    sources = (SourceKey(key, id) for id, _ in edition.ask(listed, key))
    return tuple((s.id, str(found.publisher)) for s in sources if (found := edition.ask(known_source, s)))


@opaque
def published(edition: "Edition") -> dict[str, tuple[SourceKey, ...]]:
    """List the sources of each publisher in this edition."""

    def pairs() -> Iterator[tuple[str, SourceKey]]:
        for key in edition.all_keys():
            if edition.shown(key):
                yield from ((publisher, SourceKey(key, id)) for id, publisher in edition.ask(publishers_of, key))

    return grouped(pairs())


def published_by(edition: "Edition", publisher: str) -> tuple[SourceKey, ...] | None:
    """List the sources of one publisher in this edition; None where there are none."""
    return edition.ask(published).get(publisher)


@kept
def retracted_in(edition: "Edition", key: Key) -> tuple[str, ...]:
    """List the sources of a file that were retracted."""
    sources = (SourceKey(key, id) for id, _ in edition.ask(listed, key))
    return tuple(s.id for s in sources if (found := edition.ask(known_source, s)) and found.retracted)


def retracted(edition: "Edition") -> tuple[SourceKey, ...]:
    """List every source that was retracted."""
    return tuple(SourceKey(key, id) for key in edition.all_keys() for id in edition.ask(retracted_in, key))


class Shared:
    """The ids of the sources that have a file of their own."""

    def __init__(self, edition: "Edition") -> None:
        self._edition = edition

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and self._edition.ask(standing, Key("source", id)) == "whole"


@given
def kept_text(edition: "Edition", source: SourceKey) -> str | None:
    """Return the kept text of a source."""
    return edition.archive.texts.get(source)


@given
def kept_texts(edition: "Edition") -> tuple[SourceKey, ...]:
    """List the sources whose texts are kept."""
    return tuple(sorted(edition.archive.texts))
