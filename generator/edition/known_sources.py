"""Questions about sources: which there are, who published them, and what two listings of one document know of each other."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.asking import given, kept, opaque
from generator.edition.documents import Key
from generator.edition.groups import grouped
from generator.edition.pieces import Piece, piece_of, same_pieces
from generator.edition.reading import alone, filing, outline, standing
from generator.edition.sources import (
    KnownSource,
    Owners,
    SourceKey,
    as_one,
    known,
    listed_in,
    owners_by_address,
    printed_by,
    whose,
)
from generator.model.forms import Publisher
from generator.model.parts import SourceKind

if TYPE_CHECKING:
    from generator.edition import Edition


@opaque
def publisher_addresses(edition: "Edition") -> Owners:
    """List the publishers by the hosts and paths of their addresses."""
    return owners_by_address((key.id, publisher.url) for key, publisher in edition.every(Publisher))


@kept
def owners_at(edition: "Edition", url: str) -> tuple[str, ...]:
    """Tell to which publishers an address belongs: one, or none, or several that have the same `url`."""
    return whose(url, edition.ask(publisher_addresses))


@kept
def prints(edition: "Edition", publisher: str) -> SourceKind | None:
    """Tell what a publisher prints where nothing else is said."""
    found = edition.get(Key("publisher", publisher), Publisher)
    return printed_by(found) if found else None


def listed(edition: "Edition", key: Key) -> tuple[str, ...]:
    """List the ids of the sources that a file lists."""
    known = edition.ask(outline, key)
    return known.sources if known else ()


def source_keys(edition: "Edition") -> tuple[SourceKey, ...]:
    """List every source of every file."""
    return tuple(SourceKey(key, id) for key in edition.all_keys() for id in listed(edition, key))


@kept
def pieces_in(edition: "Edition", key: Key) -> tuple[Piece, ...]:
    """Tell by what each source that a file lists is known again elsewhere."""
    sources = ((id, _by_itself(edition, SourceKey(key, id))) for id in listed(edition, key))
    return tuple(piece_of(SourceKey(key, id), source) for id, source in sources if source)


@opaque
def listed_twice(edition: "Edition") -> dict[SourceKey, tuple[SourceKey, ...]]:
    """Return the sources of which there is more than one listing, each with all of them."""
    return same_pieces(piece for key in edition.all_keys() for piece in edition.ask(pieces_in, key))


@kept
def listings(edition: "Edition", source: SourceKey) -> tuple[SourceKey, ...]:
    """List the listings of the document that a source is, if there are several."""
    return edition.ask(listed_twice).get(source, ())


def _by_itself(edition: "Edition", source: SourceKey) -> KnownSource | None:
    """Return a source with what its publisher tells."""
    found = alone(edition, source.owner)
    typed = dict(listed_in(found)).get(source) if found and found.entry is not None else None
    if typed is None:
        return None
    return known(typed, edition.ask(owners_at, typed.url or ""), lambda publisher: edition.ask(prints, publisher))


@kept
def known_source(edition: "Edition", source: SourceKey) -> KnownSource | None:
    """Return a source with what its publisher and the other listings of the same document tell."""
    if found := edition.ask(listings, source):
        return edition.ask(together, found).get(source)
    return _by_itself(edition, source)


def together(edition: "Edition", listings: tuple[SourceKey, ...]) -> dict[SourceKey, KnownSource]:
    """Return the listings of one document, each with what the others tell."""
    every = ((source, _by_itself(edition, source)) for source in listings)
    return as_one({source: found for source, found in every if found})


@kept
def publishers_of(edition: "Edition", key: Key) -> tuple[tuple[str, str, bool], ...]:
    """List the sources of a file with the publisher of each, and whether it was retracted."""
    sources = (SourceKey(key, id) for id in listed(edition, key))
    known = ((source.id, edition.ask(known_source, source)) for source in sources)
    return tuple((id, str(found.publisher), found.retracted is not None) for id, found in known if found)


@opaque
def published(edition: "Edition") -> dict[str, tuple[SourceKey, ...]]:
    """List the sources of each publisher in this edition; our own words on those of a withdrawn brief went with it."""

    def pairs() -> Iterator[tuple[str, SourceKey]]:
        for key in edition.all_keys():
            filed = edition.ask(filing, key)
            if filed and filed.stage != "withdrawn" and edition.shown(key):
                yield from ((publisher, SourceKey(key, id)) for id, publisher, _ in edition.ask(publishers_of, key))

    return grouped(pairs())


def published_by(edition: "Edition", publisher: str) -> tuple[SourceKey, ...] | None:
    """List the sources of one publisher in this edition; None where there are none."""
    return edition.ask(published).get(publisher)


@kept
def retracted(edition: "Edition") -> tuple[SourceKey, ...]:
    """List every source that was retracted."""
    every = ((key, edition.ask(publishers_of, key)) for key in edition.all_keys())
    return tuple(SourceKey(key, id) for key, sources in every for id, _, gone in sources if gone)


class Shared:
    """The ids of the sources that have a file of their own."""

    def __init__(self, edition: "Edition") -> None:
        self._edition = edition

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and standing(self._edition, Key("source", id)) == "whole"


@given
def kept_text(edition: "Edition", source: SourceKey) -> str | None:
    """Return the kept text of a source."""
    return edition.archive.texts.get(source)


@given
def kept_texts(edition: "Edition") -> tuple[SourceKey, ...]:
    """List the sources whose texts are kept."""
    return tuple(sorted(edition.archive.texts))
