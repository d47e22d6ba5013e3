"""Where every page of the site is: the one place that knows how ids become addresses.

An address is relative to the site's root, without a leading slash and with a final one, as in `briefs/2021/truce/`.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

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
    "publisher": "publishers/",
    "topic": "topics/",
}
SITE_PAGES = {
    "": "the home page",
    "archive/": "the archive",
    "corrections/": "the ledger of corrections",
    "names/": "the page of names and terms",
    "open-questions/": "the ledger of open questions",
    "search/": "the page of the search",
    "sources/": "the list of sources",
    "timeline/": "the timeline",
    "watch/": "the ledger of what to watch for",
}
"""The pages that an edition has once, whatever is in it."""
OURS = ("archive/", "corrections/", "open-questions/", "timeline/", "topics/", "watch/")
"""Folders whose pages follow from what is in an edition: no other page may stand there."""


def address_of(key: Key) -> str:
    """Return the address of an entry's page."""
    return f"{_ROOTS[key.kind]}{key.id}/"


def may_have_page(key: Key) -> bool:
    """Tell whether entries of this kind have pages."""
    return key.kind in _ROOTS


def has_page(document: Document) -> bool:
    """Whether an entry gets a page of its own."""
    if not may_have_page(document.key) or document.entry is None:
        return False
    return not isinstance(document.entry, Actor) or document.entry.has_page


def old_addresses(document: Document) -> Iterable[tuple[int, str]]:
    """Yield the former addresses of a page, each with its position in `was`. A brief's old name may lack its year."""
    if document.entry is not None and has_page(document):
        year, slash, _ = document.key.id.rpartition("/")
        for index, old in enumerate(document.entry.was):
            yield index, f"{_ROOTS[document.key.kind]}{'' if '/' in old else year + slash}{old}/"


@dataclass(frozen=True, slots=True)
class _Taker:
    """What takes an address, and what to do where it is taken already."""

    what: str
    place: Place
    address: str
    advice: str = ""


def addresses_of(document: Document) -> tuple[str, tuple[tuple[int, str], ...]]:
    """Return the address of an entry's page, empty where it has none, and its old ones, each with its position in `was`."""
    return address_of(document.key) if has_page(document) else "", tuple(old_addresses(document))


def collisions(
    taken: Iterable[tuple[Key, str, tuple[tuple[int, str], ...]]],
    written_by_hand: Mapping[str, str],
    document_of: Callable[[Key], Document],
) -> Iterable[Diagnostic]:
    """Find addresses that two pages claim. `taken` are those of every entry, see `addresses_of`; `written_by_hand` maps
    addresses to the files of the hand-written pages.

    Addresses that differ only in small and capital letters are one: many hosts do not tell them apart.
    """
    claims: dict[str, list[_Taker]] = defaultdict(list)
    for address, what in SITE_PAGES.items():
        claims[address].append(_Taker(what, Place(""), address))
    for address, file in sorted(written_by_hand.items()):
        if address.lower().startswith(OURS) and address.lower() not in OURS:
            message = f"The generator makes the pages below /{address.partition('/')[0]}/ itself."
            yield Diagnostic("address-taken", Severity.ERROR, message, Place(file), help="Move this file to another folder.")
            continue
        advice = "Give it another name: the generator makes this page itself."
        claims[address.lower()].append(_Taker(f"the page written by hand in {file}", Place(file), address, advice))
    known = list(taken)
    owners: dict[str, list[tuple[Key, str, int | None]]] = defaultdict(list)
    for key, own, old in known:
        for address, at in (*([(own, None)] if own else []), *((address, at) for at, address in old)):
            owners[address.lower()].append((key, address, at))
    for address, several in owners.items():
        if len(several) > 1 or address in claims:
            claims[address].extend(_taker(document_of(key), written, at) for key, written, at in several)
    for _, (first, *others) in sorted(claims.items()):
        for other in others:
            related = (Related(first.place, "The other one is here."),) if first.place.file else ()
            message = f"The address /{other.address} is taken already by {first.what}."
            yield Diagnostic("address-taken", Severity.ERROR, message, other.place, help=other.advice, related=related)
    yield from _inside_others(known, written_by_hand, document_of)


def _taker(document: Document, address: str, at: int | None) -> _Taker:
    if at is None:
        return _Taker(document.file, Place(document.file), address, "Rename one of the two.")
    place, what = document.where.place(("was", at)), f"an old address of {document.file}"
    return _Taker(what, place, address, "Correct it, or take it out of `was`.")


def _inside_others(
    taken: Iterable[tuple[Key, str, tuple[tuple[int, str], ...]]],
    written_by_hand: Mapping[str, str],
    document_of: Callable[[Key], Document],
) -> Iterable[Diagnostic]:
    """Find addresses inside those of pages, where a folder would take the place of a file such as `brief.json`.

    Names of files have a dot; where parts of a long list were, such as `/actors/x/2020/`, a redirect may stand.
    """
    pages = {own: key for key, own, _ in taken if own}

    def inside(address: str) -> str:
        steps = address.lower().rstrip("/").split("/")
        around = (f"{'/'.join(steps[:count])}/" for count in range(1, len(steps)) if "." in steps[count])
        page = next((pages[outer] for outer in around if outer in pages), None)
        if page is None:
            return ""
        return f"The address /{address} lies inside that of {document_of(page).file}, where the files of that page are."

    for address, file in sorted(written_by_hand.items()):
        if address.endswith("/") and (message := inside(address)):
            yield Diagnostic("address-taken", Severity.ERROR, message, Place(file), help="Give it another name.")
    for key, _, former in taken:
        for index, old in former:
            if message := inside(old):
                place, help = document_of(key).where.place(("was", index)), "Correct it, or take it out of `was`."
                yield Diagnostic("address-taken", Severity.ERROR, message, place, help=help)
