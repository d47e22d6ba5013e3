"""The JSON Feed 1.1 of the site."""

from collections.abc import Iterator
from typing import Any

from generator.edition import Edition
from generator.outputs.entries import Entry, Feed, site_feed
from generator.outputs.json_text import document

PATH = "feed.json"
TYPE = "application/feed+json"
VERSION = "https://jsonfeed.org/version/1.1"


def files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Make the feed."""
    yield PATH, document(json_feed(site_feed(edition, PATH)))


def json_feed(feed: Feed) -> dict[str, Any]:
    """Return a feed as data."""
    return {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.path,
        "description": feed.description,
        "language": feed.language,
        "authors": [{"name": feed.publisher, "url": feed.home}],
        "items": [_item(entry) for entry in feed.entries],
    }


def _item(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.html,
        **({"date_published": entry.published.isoformat()} if entry.published else {}),
        "date_modified": entry.updated.replace(microsecond=0).isoformat(),
        "authors": [{"name": author} for author in entry.authors],
        **({"tags": list(entry.topics)} if entry.topics else {}),
        "language": entry.language,
    }
