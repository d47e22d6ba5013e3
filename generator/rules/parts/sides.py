"""Sides: to which party a source belongs, and which parties speak on a page."""

from collections.abc import Iterable, Mapping

from generator.asking import kept
from generator.edition import Claim, Edition, Key
from generator.edition.sides import sides_of_publishers
from generator.edition.sources import KnownSource
from generator.model.forms import Actor, Publisher


@kept
def sides(edition: Edition) -> Mapping[str, str]:
    """Return the party to which each publisher belongs, or the state in which it is based, by the publisher's id."""
    return sides_of_publishers(edition.every(Actor), edition.every(Publisher), edition.documents)


def side_of(source: KnownSource, edition: Edition) -> str:
    """Return the party to which all who wrote a source belong, or the state in which they are based; empty if not known."""
    found = {edition.ask(sides).get(str(writer), "") for writer in source.relays or (source.publisher,)}
    return found.pop() if len(found) == 1 else ""


def speaking_parties(claims: Iterable[Claim], edition: Edition) -> frozenset[str]:
    """Return the parties for which somebody speaks in these claims; a publisher that speaks for itself is none."""
    speakers = {support.speaker for claim in claims for support in claim.supports if support.speaker}
    parties = {edition.party_of(speaker) for speaker in speakers}
    return frozenset(party for party in parties if edition.get(Key("actor", party), Actor))
