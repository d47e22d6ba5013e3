"""The page of a publisher: who that is, what of it is used here, and the pages that rest on each of its sources."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Date

from markupsafe import Markup

from generator.edition import Edition, Key, SourceKey
from generator.edition.addresses import address_of
from generator.edition.calendar import Part, day_of
from generator.edition.told import pages_on
from generator.model.forms import Brief, Publisher
from generator.pages import ledger, roll, support
from generator.pages.page import Page
from generator.pages.sheet import Sheet
from generator.pages.template import render


@dataclass(frozen=True, slots=True)
class Listed:
    """One source of a publisher, and the pages that rest on it."""

    source: support.SourceLine
    pages: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class PublisherView:
    """All that the page of a publisher shows; its sources, the latest first."""

    title: str
    kind: str
    country: str
    speaks_for: Markup
    note: str
    total: int
    parts: tuple[roll.PartLink, ...]
    sources: tuple[Listed, ...]


def subjects(edition: Edition) -> Iterator[tuple[Key, Part[SourceKey] | None]]:
    """Every publisher gets a page, one with very many sources a page for each part too."""
    for key, _ in edition.every(Publisher):
        yield from ((key, part) for part in ledger.subjects(edition.ask(_parts, key)))


def page(edition: Edition, subject: tuple[Key, Part[SourceKey] | None]) -> Page:
    """Set the page of one publisher, or one part of it."""
    key, part = subject
    publisher = edition.get(key, Publisher)
    assert publisher is not None
    root = address_of(key)
    sheet = Sheet(edition, f"{root}{part.slug}" if part else root)
    sources = edition.ask(_sources, key)
    view = PublisherView(
        title=ledger.title(sheet, publisher.name, part),
        kind="" if publisher.kind == "other" else sheet.words.term("kind of publisher", publisher.kind),
        country=publisher.country or "",
        speaks_for=sheet.link(Key("actor", publisher.actor)) if publisher.actor else Markup(""),
        note=publisher.note or "",
        total=len(sources),
        parts=ledger.links(sheet, edition.ask(_parts, key), part, root),
        sources=tuple(_listed(sheet, source) for source in ledger.held(sources, part)),
    )
    description = sheet.words._("What this site uses of %(publisher)s, and what rests on it.", publisher=publisher.name)
    body = render("publisher/page.md.j2", view, sheet.words)
    return Page(sheet.at, view.title, description, body, edition.documents[key].file, meta=sheet.meta("publisher"))


def _sources(edition: Edition, key: Key) -> Sequence[SourceKey]:
    day = _filing(edition)
    return sorted(edition.published_by.get(key.id, ()), key=lambda source: (day(source), source), reverse=True)


def _parts(edition: Edition, key: Key) -> tuple[Part[SourceKey], ...]:
    return ledger.parts(edition.ask(_sources, key), _filing(edition))


def _filing(edition: Edition) -> Callable[[SourceKey], Date]:
    """Return the day under which a source is filed: its own date, else that of the brief that lists it, else the edition's."""

    def day(source: SourceKey) -> Date:
        published, brief = edition.sources[source].published, edition.get(source.owner, Brief)
        return day_of(published) if published else day_of(brief.date) if brief else edition.day

    return day


def _listed(sheet: Sheet, source: SourceKey) -> Listed:
    owners = sheet.edition.ask(pages_on, source)
    return Listed(support.source_line(sheet, source), tuple(sheet.link(owner) for owner in owners[: roll.SHOWN]))
