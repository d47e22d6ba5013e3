"""The pages of the site. A page type is one folder here, with its view and its template.

The module of a page type names its `subjects` (what gets a page) and makes one `page` for each; both are pure, so that a
page can be made again alone.
"""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from generator.edition import Edition
from generator.edition.addresses import address_of, old_addresses
from generator.pages.meta import complete
from generator.pages.page import Page, Redirect


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
    """List the former addresses of the pages of an edition."""
    for key, document in edition.documents.items():
        if edition.shown(key):
            for _, old in old_addresses(document):
                lang = getattr(document.entry, "lang", None) or edition.settings.options.language
                yield Redirect(old, address_of(key), lang)


__all__ = ["Page", "Redirect", "pages", "redirects", "types"]
