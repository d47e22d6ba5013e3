"""The sources that files list, with all that follows from their publishers, so that nobody types it twice.

Who published a source follows from its address: a publisher's `url` stands for every address at its host and the hosts below
that, and, where it has a path, for those below that path only; `www.` says nothing. The longest host wins, then the longest
path. A source at the address of somebody else is a copy. Its kind follows from that of whoever wrote it. Two listings of one
piece (see `pieces`) are one document: what one of them says of it, such as that it was retracted, holds for all.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit

from generator.diagnostics import Diagnostic, Path, Severity
from generator.edition.documents import Document, Key
from generator.edition.groups import grouped
from generator.model.forms import Publisher, SharedSource
from generator.model.parts import Source, SourceKind
from generator.model.references import PublisherRef

PRINTS: Mapping[str, SourceKind] = {
    "newspaper": "news",
    "broadcaster": "news",
    "online": "news",
    "agency": "wire",
    "reference": "reference",
}
"""What publishers of a kind print where nothing else is said. Authorities and organisations print too many kinds of things."""


FOLLOWS_READERS = re.compile(
    r"amp|outputType|utm_\w+|at_\w+|mtm_\w+|pk_\w+|fbclid|gclid|dclid|msclkid|yclid|twclid|igshid|mc_[ce]id|_ga|ocid|cmpid|smid",
    re.IGNORECASE,
)
"""Parameters of addresses that tell the site where a reader comes from, and change nothing of what is read."""


FOR_TELEPHONES = re.compile(r"^(?:m|mobile|amp)\.(?=[^.]+\.)")
FAST = re.compile(r"(?<=/)amp/|/amp/?$|\.amp(?=\.html?$)")
INDEX = re.compile(r"/index\.(?:html?|php)$")
"""What in the address of a page tells only for which devices it is made, or how the site names its files."""


class SourceKey(NamedTuple):
    """A source: the file that lists it, and its id there. A shared source is listed by its own file."""

    owner: Key
    id: str

    @property
    def path(self) -> Path:
        """Where it stands in the file that lists it."""
        return () if self.owner.kind == "source" else ("sources", self.id)


class KnownSource(Source):
    """A source as the edition knows it, whether an editor typed it or it follows from something else."""

    publisher: PublisherRef
    """Who published it; where nobody knows, which is an error, the host of its address."""
    read_at: str = ""
    """Where a copy of it was read, as the id of a publisher or else as a host; empty where it is no copy."""
    document: str = ""
    """What tells it from other documents: its address as `document_at` has it; empty where that is not known."""
    wrote: str = ""
    """Who published the document, also where another listing of it is needed to know that; see `publisher`."""


Whose = Callable[[str], tuple[str, ...]]
"""Tells to which publishers an address belongs."""
Owners = Mapping[tuple[str, str], tuple[str, ...]]
"""The ids of publishers by the hosts and paths of their addresses."""


def owners_by_address(publishers: Iterable[tuple[str, str | None]]) -> dict[tuple[str, str], tuple[str, ...]]:
    """Sort publishers, each with its address, by host and path."""
    return grouped(((host_of(url), _path_of(url)), id) for id, url in publishers if url)


def whose(url: str, owners: Owners) -> tuple[str, ...]:
    """Return the publishers to whom an address belongs: one, or none, or several that have the same `url`."""
    labels, steps = host_of(url).split("."), _path_of(url).split("/")
    for start in range(len(labels)):
        for end in range(len(steps), -1, -1):
            if found := owners.get((".".join(labels[start:]), "/".join(steps[:end]))):
                return found
    return ()


def known(source: Source, there: tuple[str, ...], prints: Callable[[str], SourceKind | None]) -> KnownSource:
    """Complete a source by what its publisher tells: `there` are the publishers at its address, `prints` tells their kinds."""
    host = host_of(source.url or "")
    publisher = source.publisher or PublisherRef(there[0] if len(there) == 1 else host)
    elsewhere = bool(there) and publisher not in there if source.copied is None else source.copied
    filled = {name: getattr(source, name) for name in Source.model_fields}
    kind = source.kind or prints(source.relays[0] if source.relays else publisher)
    filled |= {"publisher": publisher, "kind": kind}
    others = [id for id in there if id != publisher]
    return KnownSource.model_construct(
        **filled,
        read_at=(others[0] if others else host) if elsewhere else "",
        document=document_at(source.url or ""),
        wrote=str(publisher),
    )


def printed_by(publisher: Publisher) -> SourceKind | None:
    """Return what a publisher prints where nothing else is said."""
    return publisher.publishes or PRINTS.get(publisher.kind)


def host_of(url: str) -> str:
    """Return the host of an address in small letters, without `www.`."""
    return (urlsplit(url).hostname or "").rstrip(".").removeprefix("www.")


def document_at(url: str) -> str:
    """Return what two addresses of one document have in common, as in `example.org/report?id=7`.

    Scheme, `www.`, port, fragment, a slash at the end, the order of parameters and those that only follow readers say nothing;
    nor do the hosts and paths at which a site has the same page for telephones or fast pages, or the name of its index.
    """
    parts = urlsplit(url)
    asked = sorted(pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not FOLLOWS_READERS.fullmatch(pair[0]))
    host, path = FOR_TELEPHONES.sub("", host_of(url)), INDEX.sub("", FAST.sub("", parts.path)).rstrip("/")
    return f"{host}{path}{'?' if asked else ''}{urlencode(asked)}" if url else ""


def _path_of(url: str) -> str:
    return urlsplit(url).path.strip("/")


def listed_in(document: Document) -> Iterator[tuple[SourceKey, Source]]:
    """Yield every source that a file lists, as it was typed."""
    if isinstance(document.entry, SharedSource):
        yield SourceKey(document.key, document.key.id), document.entry
    for id, source in getattr(document.entry, "sources", {}).items():
        yield SourceKey(document.key, id), source


def as_one(listings: Mapping[SourceKey, KnownSource]) -> dict[SourceKey, KnownSource]:
    """Let each listing of one document know what the others say: whose report it carries, its misprints, its retraction."""
    every = list(listings.values())
    relays = next((source.relays for source in every if source.relays), ())
    misprints = tuple(dict.fromkeys(misprint for source in every for misprint in source.misprints))
    retracted = next((source.retracted for source in every if source.retracted), None)
    wrote = min((not source.read_at, str(source.publisher)) for source in every)[1]
    found = {}
    for key, source in listings.items():
        more = {"relays": source.relays or relays, "misprints": misprints, "retracted": source.retracted or retracted}
        found[key] = source.model_copy(update={**more, "wrote": wrote})
    return found


def publishers_in(document: Document, whose: Whose) -> Iterator[Key]:
    """Yield the publishers that a file names by the addresses of its sources alone."""
    for _, source in listed_in(document):
        if source.publisher is None and len(found := whose(source.url or "")) == 1:
            yield Key("publisher", found[0])


def without_publisher(document: Document, whose: Whose) -> Iterator[Diagnostic]:
    """Find the sources of a file of which nobody knows who published them, and copies of which nobody knows whose they are."""
    for key, source in listed_in(document):
        found, host = whose(source.url or ""), host_of(source.url or "")
        if source.copied and source.publisher in found:
            message = "Who published the original of this copy? It was read on the site of the publisher that is named."
            help = "Name the other one in `publisher:`, or take `copied` out if this is the original."
        elif source.publisher or len(found) == 1:
            continue
        elif found:
            message = f"Who published this source? `{host}` is the address of {len(found)} publishers."
            help = f"Say which one: {' or '.join(f'`publisher: {id}`' for id in found)}."
        else:
            message = f"Who published this source? No publisher has the address `{host}`."
            help = f"Add `publisher:` with its id; or, if the site is the publisher's own, `url: https://{host}/` to its file."
        path = (*key.path, "copied" if source.copied else "url")
        yield Diagnostic("unknown-publisher", Severity.ERROR, message, document.where.place(path), help=help, path=path)
