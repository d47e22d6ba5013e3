"""Absolute addresses: what leaves the site, such as a feed, can name a page in no other way."""

from generator.asking import kept
from generator.edition import Edition, Key
from generator.edition.addresses import address_of, has_page

HERE = "http://127.0.0.1:8000/"
"""Where a site is read that does not say where: only a preview lets that pass."""


def root(edition: Edition) -> str:
    """Return the address of the home page, with a final slash. A site on the editor's own machine has that address here too."""
    return f"{edition.settings.url.rstrip('/')}/" if edition.settings.url else HERE


def absolute(edition: Edition, path: str) -> str:
    """Return the absolute address of a page or file, given relative to the site's root."""
    return f"{root(edition)}{path}"


@kept
def path_of(edition: Edition, key: Key) -> str | None:
    """Return where the page of an entry or a topic is, relative to the site's root; None if it has none in this edition.

    Many pages and files name the same ones: ask for it with `edition.ask`.
    """
    document = edition.documents.get(key)
    if document is None:
        return address_of(key) if key.kind == "topic" and key.id in edition.topics else None
    return address_of(key) if has_page(document) and edition.shown(key) else None


def page_of(edition: Edition, key: Key) -> str:
    """Return the absolute address of the page of an entry or a topic; empty if it has none in this edition."""
    path = edition.ask(path_of, key)
    return "" if path is None else absolute(edition, path)


def language_of(edition: Edition, entry: object) -> str:
    """Return the language of an entry's page (BCP 47): its own, else the site's."""
    return getattr(entry, "lang", None) or edition.settings.options.language
