"""Sides: to which party of a conflict a publisher and a source belong, and which parties a file lets speak."""

from collections.abc import Iterable, Mapping

from generator.edition.documents import Document, Key
from generator.edition.sources import KnownSource
from generator.model.forms import Actor, Background, Brief, Publisher

Entries = Mapping[Key, Document]


def party_of(actor: str, documents: Entries) -> str:
    """Return the party for which an actor or a publisher speaks in the end: follow `speaks_for` as far as it goes."""
    seen = [actor]
    if Key("actor", actor) not in documents and (publisher := _publisher(actor, documents)) and publisher.actor:
        seen = [publisher.actor]
    while (entry := _actor(seen[-1], documents)) and entry.speaks_for and entry.speaks_for not in seen:
        seen.append(entry.speaks_for)
    return seen[-1]


def sides_of_publishers(
    actors: Iterable[tuple[Key, Actor]], publishers: Iterable[tuple[Key, Publisher]], documents: Entries
) -> dict[str, str]:
    """Return for each publisher the party to which it belongs, or the state in which it is based; else it has no entry."""
    states = {actor.name: party_of(key.id, documents) for key, actor in actors if actor.kind == "state"}
    found: dict[str, str] = {}
    for key, publisher in publishers:
        if publisher.actor:
            found[key.id] = party_of(publisher.actor, documents)
        elif publisher.country in states:
            found[key.id] = states[publisher.country]
    return found


def parties_heard(document: Document, documents: Entries) -> frozenset[str]:
    """Return the parties whose accounts a file sets side by side; a publisher that speaks for itself is none."""
    if not isinstance(document.entry, Brief | Background):
        return frozenset()
    accounts = (account for dispute in document.entry.disputes for account in dispute.accounts)
    parties = {party_of(account.by, documents) for account in accounts}
    return frozenset(party for party in parties if Key("actor", party) in documents)


def belongs_to_party(source: KnownSource, sides: Mapping[str, str], documents: Entries, parties: frozenset[str]) -> str:
    """Return the party that itself publishes a source, be it on the site of another; empty where none does.

    That is so where the source is called so, and where its publisher speaks for one of the `parties`. A treaty or a protocol is
    an official record, whoever has it on a site.
    """
    for publisher in (*source.relays, source.publisher):
        entry = _publisher(publisher, documents)
        party = sides.get(publisher, "") if entry and entry.actor else ""
        if party and (source.kind == "party to the conflict" or (source.kind != "official record" and party in parties)):
            return party
    return str(source.publisher) if source.kind == "party to the conflict" else ""


def _actor(id: str, documents: Entries) -> Actor | None:
    document = documents.get(Key("actor", id))
    return document.entry if document and isinstance(document.entry, Actor) else None


def _publisher(id: str, documents: Entries) -> Publisher | None:
    document = documents.get(Key("publisher", id))
    return document.entry if document and isinstance(document.entry, Publisher) else None
