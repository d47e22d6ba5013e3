"""The list of sources: every publisher, what of it is used, and the pages that rest on it."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.edition import Edition, Key
from generator.model.forms import Publisher
from generator.pages import mentions, support
from generator.pages.page import Page
from generator.pages.sheet import Sheet
from generator.pages.template import render

AT = "sources/"


@dataclass(frozen=True, slots=True)
class Listed:
    """One source of a publisher, and the pages that rest on it."""

    source: support.SourceLine
    pages: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class PublisherPart:
    """One publisher with its sources."""

    id: str
    name: str
    description: str
    speaks_for: Markup
    note: str
    sources: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class SourcesView:
    """All that the list of sources shows."""

    publishers: tuple[PublisherPart, ...]
    count_of_sources: int


def subjects(edition: Edition) -> Iterator[Key]:
    """There is one such list."""
    yield Key("site", AT)


def page(edition: Edition, key: Key) -> Page:
    """Set the list of sources."""
    sheet = Sheet(edition, AT)
    parts = tuple(_part(sheet, publisher, entry) for publisher, entry in edition.every(Publisher))
    parts = tuple(sorted(parts, key=lambda part: (part.name.casefold(), part.id)))
    view = SourcesView(parts, sum(len(part.sources) for part in parts))
    description = sheet.words._("Every publisher this site relies on, and what rests on it.")
    body = render("sources/page.md.j2", view, sheet.words)
    return Page(AT, sheet.words._("Sources"), description, body, meta=sheet.meta("sources"))


def _part(sheet: Sheet, key: Key, publisher: Publisher) -> PublisherPart:
    own = sorted(source for source, entry in sheet.edition.sources.items() if entry.publisher == key.id)
    sources = tuple(
        Listed(support.source_line(sheet, source), tuple(resting.page for resting in mentions.resting_on(sheet, source)))
        for source in own
        if sheet.edition.shown(source.owner)
    )
    speaks_for = sheet.link(Key("actor", publisher.actor)) if publisher.actor else Markup("")
    kind = "" if publisher.kind == "other" else sheet.words.term("kind of publisher", publisher.kind)
    description = ", ".join(part for part in (kind, publisher.country) if part)
    return PublisherPart(key.id, publisher.name, description, speaks_for, publisher.note or "", sources)
