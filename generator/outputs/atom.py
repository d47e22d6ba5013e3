"""The Atom feeds (RFC 4287) of the site and of each storyline."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from generator.edition import Edition, Key
from generator.edition.addresses import address_of
from generator.outputs.entries import Entry, Feed, site_feed, storyline_feed
from generator.outputs.xml import document, put

PATH = "feed.xml"
NAMESPACES = {"xmlns": "http://www.w3.org/2005/Atom"}
TYPE = "application/atom+xml"


OF = "storyline"


def files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Make the feed of the site."""
    yield PATH, atom(site_feed(edition, PATH))


def of(edition: Edition, key: Key) -> Iterator[tuple[str, bytes]]:
    """Make the feed of a storyline, beside its page."""
    path = path_for(key)
    yield path, atom(storyline_feed(edition, key, path))


def path_for(storyline: Key) -> str:
    """Return where the feed of a storyline is."""
    return f"{address_of(storyline)}{PATH}"


def atom(feed: Feed) -> bytes:
    """Write a feed."""
    root = Element("feed", {**NAMESPACES, "xml:lang": feed.language})
    put(root, "id", feed.path)
    put(root, "title", feed.title)
    if feed.description != feed.title:
        put(root, "subtitle", feed.description)
    put(root, "updated", feed.updated.isoformat())
    put(root, "link", rel="self", type=TYPE, href=feed.path)
    put(root, "link", rel="alternate", type="text/html", href=feed.home)
    put(put(root, "author"), "name", feed.publisher)
    for entry in feed.entries:
        _entry(root, entry, feed.language)
    return document(root)


def _entry(root: Element, entry: Entry, language: str) -> None:
    element = put(root, "entry", xml_lang="" if entry.language == language else entry.language)
    put(element, "id", entry.id)
    put(element, "title", entry.title)
    put(element, "link", rel="alternate", type="text/html", href=entry.url)
    if entry.published:
        put(element, "published", entry.published.isoformat())
    put(element, "updated", entry.updated.isoformat())
    for author in entry.authors:
        put(put(element, "author"), "name", author)
    for topic in entry.topics:
        put(element, "category", term=topic)
    put(element, "summary", entry.summary)
    put(element, "content", entry.html, type="html")
