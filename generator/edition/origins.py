"""Origins: where a statement can be traced to, and which sources are one. Pages, rules and data all ask here.

A statement goes back to its carrier, to the report that its source relays, to whoever says so, or to a source that is itself a
first hand. A publisher that belongs to an actor is that actor. What cannot be traced has no origin, and is counted as such.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generator.edition.documents import Key
from generator.edition.sources import KnownSource, SourceKey

FIRST_HAND = ("official record", "party to the conflict", "eyewitness")
"""Kinds of source that are themselves the origin of what they say."""


@dataclass(frozen=True, slots=True)
class Support:
    """One source of a claim: who says so there, and through whom it came. Empty where the text does not say."""

    source: SourceKey
    speaker: str
    carrier: str
    origin: str
    """Where the claim can be traced to, as in `publisher:tass` or `actor:armenia`; empty where it cannot."""


def origin_of(source: KnownSource | None, speaker: Key | None, carrier: str, owners: Mapping[str, str]) -> str:
    """Trace a statement as far as its source shows, as in `publisher:tass` or `actor:armenia`; empty where it shows nothing.

    `owners` are the actors to which publishers belong.
    """
    if carrier or (source and source.relays):
        return _publisher(carrier or (source.relays[0] if source else ""), owners)
    if speaker:
        return _publisher(speaker.id, owners) if speaker.kind == "publisher" else str(speaker)
    return _publisher(source.wrote, owners) if source and source.kind in FIRST_HAND else ""


def witnesses(supports: Iterable[Support], sources: Mapping[SourceKey, KnownSource]) -> frozenset[str]:
    """Return who stands behind some supports, each as in `publisher:tass`.

    What cannot be traced further comes from whoever published it: two reports of one newspaper are no two witnesses, nor are
    two listings of one address.
    """
    return frozenset(support.origin or f"publisher:{sources[support.source].wrote}" for support in supports)


@dataclass(frozen=True, slots=True)
class Trace:
    """How far the statements of a page can be traced: to which voices of which parties, to which outlets, and how many not."""

    statements: int
    parties: Mapping[str, tuple[str, ...]]
    """The actors who say so, by the id of the party for which they speak in the end; a party may be its only voice."""
    outlets: tuple[str, ...]
    """The ids of the agencies and outlets whose reports stand behind the others."""
    untraced: int


def trace(claims: Iterable[tuple[Support, ...]], party_of: Callable[[str], str]) -> Trace:
    """Trace the statements of a page, each given by its supports."""
    every = list(claims)
    origins = sorted({support.origin for supports in every for support in supports} - {""})
    keys = [Key(*origin.split(":", 1)) for origin in origins]
    parties: dict[str, list[str]] = {}
    for key in keys:
        if key.kind == "actor":
            parties.setdefault(party_of(key.id), []).append(key.id)
    return Trace(
        len(every),
        {party: tuple(voices) for party, voices in parties.items()},
        tuple(key.id for key in keys if key.kind == "publisher"),
        sum(1 for supports in every if not any(support.origin for support in supports)),
    )


def _publisher(id: str, owners: Mapping[str, str]) -> str:
    return f"actor:{owners[id]}" if id in owners else f"publisher:{id}"
