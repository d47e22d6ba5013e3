"""The RSS 2.0 feed of the site, for readers that know no Atom."""

from collections.abc import Iterator
from email.utils import format_datetime
from xml.etree.ElementTree import Element

from generator.edition import Edition
from generator.outputs.entries import Entry, Feed, site_feed
from generator.outputs.xml import document, put

PATH = "rss.xml"
TYPE = "application/rss+xml"
NAMESPACES = {
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}


def files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Make the feed."""
    yield PATH, rss(site_feed(edition, PATH))


def rss(feed: Feed) -> bytes:
    """Write a feed."""
    root = Element("rss", {"version": "2.0", **NAMESPACES})
    channel = put(root, "channel")
    put(channel, "title", feed.title)
    put(channel, "link", feed.home)
    put(channel, "description", feed.description)
    put(channel, "language", feed.language)
    put(channel, "lastBuildDate", format_datetime(feed.updated))
    put(channel, "atom:link", rel="self", type=TYPE, href=feed.path)
    for entry in feed.entries:
        _item(channel, entry)
    return document(root)


def _item(channel: Element, entry: Entry) -> None:
    item = put(channel, "item")
    put(item, "title", entry.title)
    put(item, "link", entry.url)
    put(item, "guid", entry.id, isPermaLink="true")
    if entry.published:
        put(item, "pubDate", format_datetime(entry.published))
    for author in entry.authors:
        put(item, "dc:creator", author)
    for topic in entry.topics:
        put(item, "category", topic)
    put(item, "description", entry.summary)
    put(item, "content:encoded", entry.html)
