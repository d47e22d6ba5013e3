"""Absolute addresses: what leaves the site, such as a feed, can name a page in no other way."""

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


def path_of(edition: Edition, key: Key) -> str | None:
    """Return where an entry is told about, relative to the site's root; None if that is nowhere in this edition."""
    document = edition.documents.get(key)
    if document is None or not edition.shown(key):
        return None
    if key.kind == "publisher":
        return f"sources/#{key.id}"
    return address_of(key) if has_page(document) else None


def page_of(edition: Edition, key: Key) -> str:
    """Return the absolute address at which an entry is told about; empty if that is nowhere in this edition."""
    path = path_of(edition, key)
    return "" if path is None else absolute(edition, path)


def language_of(edition: Edition, entry: object) -> str:
    """Return the language of an entry's page (BCP 47): its own, else the site's."""
    return getattr(entry, "lang", None) or edition.settings.options.language
