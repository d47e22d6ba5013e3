"""The pages of the site. A page type is one folder here, with its view and its template.

The module of a page type names its `subjects` (what gets a page) and makes one `page` for each; both are pure, so that a
page can be made again alone.
"""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from generator.edition import Edition, Key
from generator.edition.addresses import address_of, old_addresses
from generator.edition.calendar import FULL
from generator.pages.meta import complete
from generator.pages.page import Page, Redirect
from generator.pages.roll import ROLLED, SHOWN, brief_day, parts_in, told_in


@cache
def types() -> tuple[ModuleType, ...]:
    """Return every page type, in the order of their names."""
    return tuple(import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__) if found.ispkg)


def pages(edition: Edition) -> Iterator[Page]:
    """Make all pages of an edition."""
    for kind in types():
        for subject in kind.subjects(edition):
            name = kind.__name__.rpartition(".")[2]
            yield complete(edition, name, subject, kind.page(edition, subject))


def redirects(edition: Edition) -> Iterator[Redirect]:
    """List the former addresses of the pages of an edition. Where a part of a list stands today, nothing leads away."""
    site = edition.settings.options.language
    for key, document in edition.documents.items():
        if edition.shown(key):
            parts = {f"{address_of(key)}{part.slug}" for part in edition.ask(parts_in, key)} if key.kind in ROLLED else ()
            lang = getattr(document.entry, "lang", None) or site
            yield from (Redirect(old, address_of(key), lang) for _, old in old_addresses(document) if old not in parts)
    for topic in edition.topics:  # a topic has no file that could say so
        key = Key("topic", topic)
        briefs = edition.ask(told_in, key)
        if SHOWN < len(briefs) <= FULL:
            years = dict.fromkeys(brief_day(edition, brief).year for brief in briefs)
            yield from (Redirect(f"{address_of(key)}{year}/", address_of(key), site) for year in years)


__all__ = ["Page", "Redirect", "pages", "redirects", "types"]
