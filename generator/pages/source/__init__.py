"""The page of a shared source: what it is, and every statement that rests on it."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.edition import Edition, Key, SourceKey
from generator.edition.addresses import address_of
from generator.model.forms import SharedSource
from generator.pages import quoting, support
from generator.pages.languages import inline, language_of_name
from generator.pages.page import Page
from generator.pages.sheet import Sheet
from generator.pages.template import render
from generator.text import escape


@dataclass(frozen=True, slots=True)
class SourceView:
    """All that the template of a source shows."""

    title: Markup
    source: support.SourceLine
    resting: tuple[quoting.Told, ...]


def subjects(edition: Edition) -> Iterator[Key]:
    """Every source with a file of its own gets a page."""
    yield from (key for key, _ in edition.every(SharedSource))


def page(edition: Edition, key: Key) -> Page:
    """Set the page of one shared source."""
    sheet = Sheet(edition, address_of(key))
    own = SourceKey(key, key.id)
    name = sheet.edition.name(key)
    title = inline(Markup(escape(name, start=False)), language_of_name(edition, key), sheet.lang)
    view = SourceView(title, support.source_line(sheet, own), quoting.resting_on(sheet, own))
    publisher = sheet.edition.name(Key("publisher", edition.sources[own].publisher))
    description = sheet.words._("What rests on this source, published by %(publisher)s.", publisher=publisher)
    body = render("source/page.md.j2", view, sheet.words)
    return Page(sheet.at, name, description, body, edition.documents[key].file, meta=sheet.meta("source"))
