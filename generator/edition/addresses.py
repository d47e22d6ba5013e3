"""Where every page of the site is: the one place that knows how ids become addresses.

An address is relative to the site's root, without a leading slash and with a final one, as in `briefs/2021/truce/`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator.diagnostics import Diagnostic, Place, Related, Severity
from generator.edition.documents import Document, Key
from generator.model.forms import Actor

_ROOTS = {
    "brief": "briefs/",
    "background": "background/",
    "storyline": "storylines/",
    "actor": "actors/",
    "place": "places/",
    "source": "sources/",
}
SITE_PAGES = {"": "the home page", "sources/": "the list of sources"}
"""The pages that every edition has."""


def address_of(key: Key) -> str:
    """Return the address of an entry's page."""
    return f"{_ROOTS[key.kind]}{key.id}/"


def has_page(document: Document) -> bool:
    """Whether an entry gets a page of its own."""
    if document.key.kind not in _ROOTS or document.entry is None:
        return False
    return not isinstance(document.entry, Actor) or document.entry.has_page


def old_addresses(document: Document) -> Iterable[tuple[int, str]]:
    """Yield the former addresses of a page, each with its position in `was`."""
    if document.entry is not None and has_page(document):
        for index, old in enumerate(document.entry.was):
            yield index, f"{_ROOTS[document.key.kind]}{old.strip('/')}/"


def collisions(documents: Iterable[Document], written_by_hand: Mapping[str, str]) -> Iterable[Diagnostic]:
    """Find addresses that two pages claim. `written_by_hand` maps addresses to the files of the hand-written pages.

    Addresses that differ only in small and capital letters are one: many hosts do not tell them apart.
    """
    claims: dict[str, list[tuple[str, Place, str]]] = defaultdict(list)
    for address, what in SITE_PAGES.items():
        claims[address].append((what, Place(""), address))
    for address, file in sorted(written_by_hand.items()):
        claims[address.lower()].append((f"the page written by hand in {file}", Place(file), address))
    for document in documents:
        if has_page(document):
            own = address_of(document.key)
            claims[own].append((document.file, Place(document.file), own))
        for index, old in old_addresses(document):
            claims[old.lower()].append((f"an old address of {document.file}", document.where.place(("was", index)), old))
    for _, (first, *others) in sorted(claims.items()):
        for _, place, address in others:
            related = (Related(first[1], "the other one"),) if first[1].file else ()
            message = f"The address /{address} is taken already by {first[0]}."
            yield Diagnostic("address-taken", Severity.ERROR, message, place, help="Rename one of the two.", related=related)
