"""Which listings of sources are one piece: by address, or by who published it, under which title, on which day.

The same piece is read at an address for telephones or for fast pages, or is cited without any. What stands for a title in our
own words is no proof: by those, one listing without an address is known again, where no two addresses could be meant.
"""

from collections.abc import Iterable
from typing import NamedTuple

from generator.edition.groups import grouped
from generator.edition.sources import KnownSource, SourceKey


class Piece(NamedTuple):
    """A listing with all by which it is known again; what is empty is not known."""

    source: SourceKey
    document: str
    """Its address, as `document_at` has it."""
    titled: str
    """Its publisher, title and date."""
    told: str
    """Its publisher, what it is in our words or by its title, and its date."""


def piece_of(key: SourceKey, source: KnownSource) -> Piece:
    """Tell by what a listing is known again."""
    dated = "\0".join((str(source.publisher), str(source.published))) if source.published else ""
    titled = f"{dated}\0{_folded(source.title)}" if dated and source.title else ""
    told = f"{dated}\0{_folded(source.title or source.about or '')}" if dated else ""
    return Piece(key, source.document, titled, told)


def same_pieces(pieces: Iterable[Piece]) -> dict[SourceKey, tuple[SourceKey, ...]]:
    """Return the listings of pieces that are listed more than once, each with all of them."""
    every = tuple(pieces)
    group: dict[SourceKey, tuple[SourceKey, ...]] = {piece.source: (piece.source,) for piece in every}
    for name in ("document", "titled", "told"):
        for alike in grouped((known, piece) for piece in every if (known := getattr(piece, name))).values():
            if name != "told" or _one_address(alike):
                _join(group, [piece.source for piece in alike])
    return {source: listings for source, listings in group.items() if len(listings) > 1}


def _one_address(alike: Iterable[Piece]) -> bool:
    documents = {piece.document for piece in alike}
    return "" in documents and len(documents) <= 2


def _join(group: dict[SourceKey, tuple[SourceKey, ...]], sources: Iterable[SourceKey]) -> None:
    one = tuple(sorted({listing for source in sources for listing in group[source]}))
    group.update(dict.fromkeys(one, one))


def _folded(title: str) -> str:
    return " ".join(title.casefold().split())
