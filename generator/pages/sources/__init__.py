"""The list of sources: every publisher, how much of it is used, and how many pages rest on it."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.edition import Edition, Key
from generator.edition.told import pages_on
from generator.model.forms import Publisher
from generator.pages.page import Page
from generator.pages.sheet import Sheet
from generator.pages.template import render

AT = "sources/"


@dataclass(frozen=True, slots=True)
class PublisherLine:
    """One publisher: how many of its sources are used, and how many pages rest on them."""

    name: str
    link: Markup
    kind: str
    speaks_for: Markup
    sources: int
    pages: int


@dataclass(frozen=True, slots=True)
class SourcesView:
    """All that the list of sources shows."""

    publishers: tuple[PublisherLine, ...]
    carriers: tuple[Markup, ...]
    """Those that are only named as carriers of what others printed."""
    count_of_sources: int


def subjects(edition: Edition) -> Iterator[Key]:
    """There is one such list."""
    yield Key("site", AT)


def page(edition: Edition, key: Key) -> Page:
    """Set the list of sources."""
    sheet = Sheet(edition, AT)
    lines = sorted(
        (_line(sheet, publisher, entry) for publisher, entry in edition.every(Publisher)),
        key=lambda line: (line.name.casefold(), line.link),
    )
    used = tuple(line for line in lines if line.sources)
    carriers = tuple(line.link for line in lines if not line.sources)
    view = SourcesView(used, carriers, sum(line.sources for line in used))
    description = sheet.words._("Every publisher this site relies on, and what rests on it.")
    body = render("sources/page.md.j2", view, sheet.words)
    return Page(AT, sheet.words._("Sources"), description, body, meta=sheet.meta("sources"))


def _line(sheet: Sheet, key: Key, publisher: Publisher) -> PublisherLine:
    sources = sheet.edition.published_by.get(key.id, ())
    pages = {owner for source in sources for owner in sheet.edition.ask(pages_on, source)}
    kind = "" if publisher.kind == "other" else sheet.words.term("kind of publisher", publisher.kind)
    speaks_for = sheet.link(Key("actor", publisher.actor)) if publisher.actor else Markup("")
    return PublisherLine(publisher.name, sheet.link(key), kind, speaks_for, len(sources), len(pages))
