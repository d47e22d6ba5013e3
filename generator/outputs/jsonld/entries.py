"""Actors, places and sources in the words of schema.org."""

from generator.edition import Edition, Key, SourceKey
from generator.edition.sources import KnownSource
from generator.model.dates import When
from generator.model.forms import Actor, Place, Publisher
from generator.outputs.jsonld.frame import Node, without_nothing
from generator.outputs.web import page_of

POINTS = ("point", "town", "district")
"""How precise coordinates must be to stand for a place; the middle of a country would be taken for where it happened."""
SOURCES = {"news": "NewsArticle", "wire": "NewsArticle", "analysis": "Article", "social media": "SocialMediaPosting"}


def actor(edition: Edition, key: Key) -> list[Node]:
    """Describe an actor in full, on its own page; a private person has none."""
    found = edition.get(key, Actor)
    if found is None or (node := edition.ask(party, key)) is None:
        return []
    offices = [role.title for role in found.roles if role.until is None] if found.kind == "person" else []
    more = {
        "alternateName": [variant.name for variant in found.variants],
        "jobTitle": offices[:1],
        "url": page_of(edition, key),
    }
    return [node | without_nothing(more)]


def party(edition: Edition, key: Key) -> Node | None:
    """Describe whoever acts or speaks, in short; None for a private person, who is named in texts only.

    A state is an organisation here: to call one a country, or its organs governmental, would take sides where that is disputed.
    Many pages name the same ones: ask for it with `edition.ask`.
    """
    if key.kind == "publisher":
        url = page_of(edition, key)
        return {"@type": "Organization", "@id": f"{url}#publisher", "name": edition.name(key)} if url else None
    found = edition.get(key, Actor)
    if found is None or not found.has_page:
        return None
    type = "Person" if found.kind == "person" else "Organization"
    identity = f"{page_of(edition, key)}#actor"
    return {"@type": type, "@id": identity, "name": found.name, "description": found.description}


def place(edition: Edition, key: Key) -> list[Node]:
    """Describe a place in full, on its own page."""
    found = edition.get(key, Place)
    if found is None:
        return []
    within = _located(edition, Key("place", found.within)) if found.within else None
    more = {
        "alternateName": [variant.name for variant in found.variants],
        "url": page_of(edition, key),
        "containedInPlace": within,
    }
    return [_located(edition, key) | without_nothing(more)]


def _located(edition: Edition, key: Key) -> Node:
    found = edition.get(key, Place)
    at = found.coordinates if found else None
    geo = {"@type": "GeoCoordinates", "latitude": at.lat, "longitude": at.lon} if at and at.precision in POINTS else None
    identity = f"{page_of(edition, key)}#place"
    return without_nothing({"@type": "Place", "@id": identity, "name": edition.name(key), "geo": geo})


def places(edition: Edition, ids: tuple[str, ...]) -> list[Node]:
    """Describe places in short."""
    return [_located(edition, Key("place", id)) for id in ids if Key("place", id) in edition.documents]


def shared_source(edition: Edition, key: Key) -> list[Node]:
    """Describe a source that has a page of its own."""
    found = edition.sources.get(SourceKey(key, key.id))
    return [source(edition, found, f"{page_of(edition, key)}#source")] if found else []


def publisher(edition: Edition, key: Key) -> list[Node]:
    """Describe a publisher in full, on its own page."""
    found, node = edition.get(key, Publisher), edition.ask(party, key)
    return [node | without_nothing({"url": found.url})] if found and node else []


def source(edition: Edition, found: KnownSource, identity: str) -> Node:
    """Describe a source: a headline is its name, our own words are a description."""
    printed = edition.ask(party, Key("publisher", found.publisher))
    return without_nothing(
        {
            "@type": SOURCES.get(found.kind or "", "CreativeWork"),
            "@id": identity,
            "name": found.title,
            "description": found.about,
            "url": found.url,
            "datePublished": day(found.published),
            "inLanguage": found.language,
            "publisher": printed,
        }
    )


def day(when: When | None) -> str | None:
    """Say a date as ISO 8601 does, as precisely as it is known; None where it is an interval."""
    return when.written.rstrip("?~%") if when and when.precision != "interval" else None
