"""What the feeds have in common: which briefs they hold, in which order, and when each was published and changed.

A feed is in the order of our publication, the newest first, and holds the newest `NEWEST` briefs. A withdrawn brief leaves a
tombstone: an entry of the same name with a note in place of the old words. Every reader of feeds understands that, and puts it
over the words that it kept; few know the tombstones of RFC 6721, of which validators warn. Days become times: a day begins at
midnight in the site's time zone. Nothing depends on when the site was built.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date as Date
from datetime import datetime, time
from hashlib import sha256
from zoneinfo import ZoneInfo

from generator.asking import opaque
from generator.edition import Edition, Key
from generator.edition.addresses import address_of, old_addresses
from generator.edition.changes import first_day, significantly_changed
from generator.edition.filing import developments, filings
from generator.edition.groups import grouped
from generator.model.forms import Brief, Storyline
from generator.outputs.article import article
from generator.outputs.web import absolute, language_of, root
from generator.text import plain
from generator.text.escape import shown
from generator.words import words_for

NEWEST = 30
"""How many briefs a feed holds."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One brief in a feed. Everything but `html` is plain text."""

    id: str
    """The first address of the brief, which lasts when its file gets another name: the old address leads to the new one."""
    url: str
    title: str
    summary: str
    html: str
    language: str
    authors: tuple[str, ...]
    topics: tuple[str, ...]
    published: datetime | None
    """When we published it, if the brief says so."""
    updated: datetime
    """When it last changed so that readers should look again."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed of the site or of one storyline. `path` is its own file, `home` the page that it belongs to."""

    path: str
    home: str
    title: str
    description: str
    language: str
    publisher: str
    entries: tuple[Entry, ...]
    updated: datetime
    """The latest change of what it holds; of a feed without anything, the edition date."""


def site_feed(edition: Edition, path: str) -> Feed:
    """Return the feed of the whole site."""
    settings = edition.settings
    return _feed(edition, edition.briefs, path, root(edition), settings.name, settings.description or settings.name)


def storyline_feed(edition: Edition, key: Key, path: str) -> Feed:
    """Return the feed of one storyline."""
    storyline = edition.get(key, Storyline)
    assert storyline is not None
    briefs = [(one, brief) for one in edition.ask(_told_in, key.id) if (brief := edition.get(one, Brief))]
    title = f"{storyline.title} – {edition.settings.name}"
    summary = shown(plain(storyline.summary.text, lambda reference: edition.called(edition.documents[key], reference)))
    return _feed(edition, briefs, path, absolute(edition, address_of(key)), title, summary)


def _told_in(edition: Edition, storyline: str) -> tuple[Key, ...]:
    """List the briefs of a storyline, those that were withdrawn too: whoever kept their words must hear of it."""
    return edition.ask(_by_storyline).get(storyline, ())


@opaque
def _by_storyline(edition: Edition) -> Mapping[str, tuple[Key, ...]]:
    filed = edition.ask(filings)
    return grouped((str(filed[key].storyline), key) for key in edition.ask(developments))


def midnight(edition: Edition, day: Date) -> datetime:
    """Return the beginning of a day in the site's time zone."""
    return datetime.combine(day, time(), ZoneInfo(edition.settings.options.timezone))


def _feed(edition: Edition, briefs: Iterable[tuple[Key, Brief]], path: str, home: str, title: str, description: str) -> Feed:
    published = [pair for pair in briefs if not edition.held_back(pair[1])]
    entries = tuple(_entry(edition, key, brief) for key, brief in sorted(published, key=_publication, reverse=True)[:NEWEST])
    return Feed(
        absolute(edition, path),
        home,
        shown(title),
        shown(description),
        edition.settings.options.language,
        shown(edition.settings.name),
        entries,
        max((entry.updated for entry in entries), default=midnight(edition, edition.day)),
    )


def _publication(pair: tuple[Key, Brief]) -> tuple[Date, object, Key]:
    """Sort by publication. A withdrawal is published on its own day: whoever kept the old words must get the note."""
    key, brief = pair
    withdrawal = brief.withdrawal if brief.stage == "withdrawn" else None  # only then there is one, and few need be read
    return withdrawal.date if withdrawal else first_day(brief), brief.date, key


def _entry(edition: Edition, key: Key, brief: Brief) -> Entry:
    document, language = edition.documents[key], language_of(edition, brief)
    words = words_for(language, edition.settings.options.language)
    title, summary = brief.title, plain(brief.bottom_line.text, lambda reference: edition.called(document, reference))
    if brief.withdrawal:
        title = words._("Withdrawn: %(title)s", title=title)
        summary = words._("This brief was withdrawn on %(day)s.", day=words.day(brief.withdrawal.date))
    return Entry(
        id=_first_address(edition, key),
        url=absolute(edition, address_of(key)),
        title=shown(title),
        summary=shown(summary),
        html=article(edition, key),
        language=language,
        authors=tuple(shown(author) for author in brief.authors) or (shown(edition.settings.name),),
        topics=brief.topics,
        published=midnight(edition, brief.published) if brief.published else None,
        updated=_apart(midnight(edition, significantly_changed(brief)), key),
    )


def _apart(when: datetime, key: Key) -> datetime:
    """Keep the times of briefs apart that changed on one day, by less than a second: feed readers may take equal ones for one."""
    return when.replace(microsecond=int(sha256(str(key).encode()).hexdigest(), 16) % 1_000_000)


def _first_address(edition: Edition, key: Key) -> str:
    oldest = next((address for _, address in old_addresses(edition.documents[key])), address_of(key))
    return absolute(edition, oldest)
