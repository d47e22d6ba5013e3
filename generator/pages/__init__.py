"""The pages of the site. A page type is one folder here, with its view and its template.

The module of a page type names its `subjects` (what gets a page) and makes one `page` for each; both are pure, so that a
page can be made again alone.
"""

from collections.abc import Hashable, Iterator
from datetime import date as Date
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any, NamedTuple, TypeAlias

from generator.asking import kept, large, opaque
from generator.edition import Edition, Key
from generator.edition.addresses import address_of
from generator.edition.calendar import FULL, Part
from generator.edition.reading import outline
from generator.pages.meta import complete
from generator.pages.page import Announced, Page, Redirect, uri_of
from generator.pages.roll import ROLLED, SHOWN, brief_day, parts_in, told_in


@cache
def types() -> tuple[ModuleType, ...]:
    """Return every page type, in the order of their names."""
    return tuple(import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__) if found.ispkg)


Token: TypeAlias = Hashable
"""A subject, or what finds it among the others of its page type: the last steps of the address of a part."""


class Slip(NamedTuple):
    """What a list of all pages tells of a page; `key` changes whenever the page does."""

    address: str
    title: str
    file: str
    changed: Date | None
    previous: str
    next: str
    key: str


@kept
def tokens(edition: Edition, kind: str) -> tuple[Token, ...]:
    """List the pages of a type."""
    return tuple(map(_token, type_of(kind).subjects(edition)))


def _token(subject: Any) -> Token:
    part = subject[1] if isinstance(subject, tuple) and not isinstance(subject, Key) else subject
    if not isinstance(part, Part) or all(isinstance(item, tuple) for item in part.items):
        return subject  # type: ignore[no-any-return]
    return part.slug


@opaque
def _by_token(edition: Edition, kind: str) -> dict[Token, Any]:
    return {_token(subject): subject for subject in type_of(kind).subjects(edition)}


@opaque
def made(edition: Edition, kind: str, token: Token) -> Page:
    """Make one page."""
    subject = _subject(edition, kind, token)
    return complete(edition, kind, subject, type_of(kind).page(edition, subject))


def _subject(edition: Edition, kind: str, token: Token) -> Any:
    return edition.ask(_by_token, kind)[token] if isinstance(token, str) else token


@large
@kept
def slip(edition: Edition, kind: str, token: Token) -> Slip:
    """Tell of one page what lists of all pages need."""
    page = edition.ask(made, kind, token)
    return Slip(page.address, page.title, page.file, page.changed, page.previous, page.next, page.key)


@large
@kept
def front(edition: Edition, kind: str, token: Token) -> Page:
    """Make one of the pages that a site has once. Menus name them, so they are asked for in every build."""
    return edition.ask(made, kind, token)


def is_front(token: Token) -> bool:
    """Tell whether a page is one of those that a site has once."""
    return token is None or (isinstance(token, Key) and token.kind == "site")


@cache
def type_of(kind: str) -> ModuleType:
    """Return a page type by its name."""
    return next(found for found in types() if name_of(found) == kind)


def name_of(kind: ModuleType) -> str:
    """Return the name of a page type."""
    return kind.__name__.rpartition(".")[2]


def pages(edition: Edition) -> Iterator[Page]:
    """Make all pages of an edition."""
    for kind in map(name_of, types()):
        yield from (edition.ask_once(made, kind, token) for token in edition.ask(tokens, kind))


def redirects(edition: Edition) -> Iterator[Redirect]:
    """List the former addresses of the pages of an edition. Where a part of a list stands today, nothing leads away."""
    site = edition.settings.options.language
    for key in edition.documents:
        known = edition.ask(outline, key)
        if known and known.old_addresses and edition.shown(key):
            parts = {f"{address_of(key)}{part.slug}" for part in edition.ask(parts_in, key)} if key.kind in ROLLED else ()
            lang = getattr(edition.documents[key].entry, "lang", None) or site
            yield from (Redirect(old, address_of(key), lang) for _, old in known.old_addresses if old not in parts)
    for topic in edition.topics:  # a topic has no file that could say so
        key = Key("topic", topic)
        briefs = edition.ask(told_in, key)
        if SHOWN < len(briefs) <= FULL:
            years = dict.fromkeys(brief_day(edition, brief).year for brief in briefs)
            yield from (Redirect(f"{address_of(key)}{year}/", address_of(key), site) for year in years)


__all__ = [
    "Announced",
    "Page",
    "Redirect",
    "Slip",
    "Token",
    "front",
    "is_front",
    "made",
    "name_of",
    "pages",
    "redirects",
    "slip",
    "tokens",
    "types",
    "uri_of",
]
