"""Origins: where a statement can be traced to, and which sources are one. Pages, rules and data all ask here.

A statement goes back to its carrier, to the reports that its source relays, to whoever says so, or to a source that is itself a
first hand. A publisher that belongs to an actor is that actor. What cannot be traced has no origin, and is counted as such.
A source that carries two agencies may have it from either: what shares one of them with it has one origin.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

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
    behind: tuple[str, ...] = ()
    """All who may stand behind it, its origin first; where it cannot be traced, whoever published it."""


def support_of(
    key: SourceKey, source: KnownSource | None, speaker: Key | None, carrier: str, owners: Mapping[str, str]
) -> Support:
    """Trace a statement as far as its source shows. `owners` are the actors to which publishers belong."""
    found = _origins(source, speaker, carrier, owners)
    wrote = (f"publisher:{source.wrote}",) if source else ()
    return Support(key, speaker.id if speaker else "", carrier, found[0] if found else "", found or wrote)


def _origins(source: KnownSource | None, speaker: Key | None, carrier: str, owners: Mapping[str, str]) -> tuple[str, ...]:
    carriers = (carrier,) if carrier else source.relays if source else ()
    if carriers:
        return tuple(dict.fromkeys(_publisher(id, owners) for id in carriers))
    if speaker:
        return (_publisher(speaker.id, owners) if speaker.kind == "publisher" else str(speaker),)
    return (_publisher(source.wrote, owners),) if source and source.kind in FIRST_HAND else ()


def joined(supports: Iterable[Support]) -> tuple[Support, ...]:
    """Give all supports whose origins meet, be it through others of them, the same origin: the one that most of them name."""
    every = tuple(supports)
    if all(len(support.behind) < 2 for support in every):
        return every
    named = Counter(name for support in every for name in support.behind)
    groups: dict[str, frozenset[str]] = {}
    for support in every:
        group = frozenset(support.behind).union(*(groups.get(name, ()) for name in support.behind))
        groups |= dict.fromkeys(group, group)
    first = {name: min(group, key=lambda one: (-named[one], one)) for name, group in groups.items()}
    return tuple(_from(support, first[support.behind[0]]) if support.behind else support for support in every)


def _from(support: Support, origin: str) -> Support:
    behind = tuple(dict.fromkeys((origin, *support.behind)))
    return replace(support, origin=origin if support.origin else "", behind=behind)


def witnesses(supports: Iterable[Support]) -> frozenset[str]:
    """Return who stands behind some supports, each as in `publisher:tass`.

    What cannot be traced further comes from whoever published it: two reports of one newspaper are no two witnesses, nor are
    two listings of one address.
    """
    return frozenset(support.behind[0] for support in joined(supports) if support.behind)


@dataclass(frozen=True, slots=True)
class Trace:
    """How far the statements of a page can be traced: to which voices of which parties, to which outlets, and how many not."""

    statements: int
    parties: Mapping[str, tuple[str, ...]]
    """The actors who say so, by the id of the party for which they speak in the end; a party may be its only voice."""
    outlets: tuple[tuple[str, ...], ...]
    """The ids of the agencies and outlets whose reports stand behind the others; those that stand together are one."""
    untraced: int


def trace(claims: Iterable[tuple[Support, ...]], party_of: Callable[[str], str]) -> Trace:
    """Trace the statements of a page, each given by its supports."""
    every = list(claims)
    one = joined(support for supports in every for support in supports)
    origins = sorted({support.origin for support in one} - {""})
    keys = [Key(*origin.split(":", 1)) for origin in origins]
    parties: dict[str, list[str]] = {}
    for key in keys:
        if key.kind == "actor":
            parties.setdefault(party_of(key.id), []).append(key.id)
    behind: dict[str, set[str]] = {}
    for support in (support for support in one if support.origin.startswith("publisher:")):
        behind.setdefault(support.origin, set()).update(name for name in support.behind if name.startswith("publisher:"))
    outlets = (tuple(sorted(name.partition(":")[2] for name in names)) for _, names in sorted(behind.items()))
    return Trace(
        len(every),
        {party: tuple(voices) for party, voices in parties.items()},
        tuple(outlets),
        sum(1 for supports in every if not any(support.origin for support in supports)),
    )


def _publisher(id: str, owners: Mapping[str, str]) -> str:
    return f"actor:{owners[id]}" if id in owners else f"publisher:{id}"
