"""The page of the search: a form that the script shows and fills, and what to do where no script runs."""

from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import relpath

from generator.edition import Edition, Key
from generator.edition.addresses import SITE_PAGES
from generator.pages.page import Page
from generator.pages.sheet import Sheet
from generator.pages.template import render

AT = "search/"


@dataclass(frozen=True, slots=True)
class Instead:
    """A page that helps where the search does not run: its address, relative to this one, and its name."""

    address: str
    name: str


@dataclass(frozen=True, slots=True)
class SearchView:
    """All that the page of the search shows."""

    instead: tuple[Instead, ...]


def subjects(edition: Edition) -> Iterator[Key]:
    """There is one such page."""
    yield Key("site", AT)


def page(edition: Edition, key: Key) -> Page:
    """Set the page of the search."""
    sheet = Sheet(edition, AT)
    names = {"archive/": sheet.words._("Archive"), "timeline/": sheet.words._("Timeline"), "": sheet.words._("Home page")}
    view = SearchView(tuple(Instead(f"{relpath(at or '.', AT)}/", name) for at, name in names.items() if at in SITE_PAGES))
    description = sheet.words._("Search all briefs, backgrounds, storylines, actors and places.")
    return Page(
        AT, sheet.words._("Search"), description, render("search/page.md.j2", view, sheet.words), meta=sheet.meta("search")
    )
