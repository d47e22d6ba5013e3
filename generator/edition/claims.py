"""The claims of an edition: which words rest on which source, who says so, and where that can be traced to.

An editor writes prose with citations; this module reads the claims out of it. Nothing is typed twice.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256

from generator.diagnostics import Path
from generator.edition.documents import Document, Key
from generator.edition.origins import Support, support_of
from generator.edition.sources import KnownSource, SourceKey
from generator.model.parts import Figure, Quote
from generator.model.walk import each
from generator.text import Reference, every_statement, plain, references


@dataclass(frozen=True, slots=True)
class Claim:
    """Words of an entry with their supports. `start` and `end` are offsets in the text at `path`."""

    owner: Key
    path: Path
    words: str
    supports: tuple[Support, ...]
    start: int = 0
    end: int = 0
    counted: str = ""
    """For a figure: what tells it from others of its measure, such as another count of another day."""
    _id: str = field(default="", init=False, repr=False, compare=False)

    def __fingerprint__(self) -> tuple[object, ...]:
        supports = [(*s.source.owner, s.source.id, s.speaker, s.carrier, s.origin, *s.behind) for s in self.supports]
        return (*self.owner, self.path, self.words, self.start, self.end, self.counted, *supports)

    @property
    def id(self) -> str:
        """A name that lasts, `claim-3f9c2a7b41`: it changes with the words, and with nothing around them.

        It depends on the file, the field and the words, and not on the place in a list: another key point above this one
        changes nothing. Where a field says the same words twice, both are one.
        """
        if not self._id:  # many pages ask for it
            names = [part for part in self.path if isinstance(part, str)]
            told = "\0".join([str(self.owner), *names, " ".join(self.words.split()), self.counted])
            digest = sha256(told.encode("utf-8", "replace")).hexdigest()
            object.__setattr__(self, "_id", f"claim-{digest[:10]}")
        return self._id


def source_key(document: Document, id: str, shared: Container[str]) -> SourceKey | None:
    """Find the source that a file means by `id`: its own first, then one of the brief that it translates, then a shared one."""
    for lister in (document, document.original):
        if lister and lister.lists(id):
            return SourceKey(lister.key, id)
    return SourceKey(Key("source", id), id) if id in shared else None


@dataclass(frozen=True, slots=True)
class Context:
    """What the claims of one file need to know of the others."""

    sources: Mapping[SourceKey, KnownSource]
    shared: Container[str]
    """The ids of the sources with a file of their own."""
    publishers: Container[str]
    """The ids of the publishers that are no actors as well."""
    owners: Mapping[str, str]
    """The actors to which publishers belong."""
    name_of: Callable[[Reference], str]
    """What readers call the entry that a text names."""


def claims_of(document: Document, desk: Context) -> Iterator[Claim]:
    """Read the claims of one file out of its texts, quotes and figures."""

    def support(id: str, speaker: str, carrier: str) -> Iterator[Support]:
        if key := source_key(document, id, desk.shared):
            who = Key("publisher" if speaker in desk.publishers else "actor", speaker) if speaker else None
            yield support_of(key, desk.sources.get(key), who, carrier, desk.owners)

    for path, prose in document.parsed.texts:
        if taken_down(document, path):
            continue
        speaker = speaker_of(document, path)
        for statement in every_statement(prose.text):
            if statement.citation:
                marks = statement.citation.marks
                found = tuple(s for mark in marks for s in support(mark.source, mark.says or speaker, mark.via))
                yield Claim(document.key, path, plain(statement.inlines, desk.name_of), found, statement.start, statement.end)
    if document.entry:
        for path, quote in each(document.entry, Quote):
            yield Claim(document.key, path, f"“{quote.text}”", tuple(support(quote.cite, quote.by, quote.via or "")))
        for path, figure in each(document.entry, Figure):
            counter = "" if figure.by in figure.by.instead else str(figure.by)
            supports = tuple(support(figure.cite, counter, figure.via or ""))
            yield Claim(document.key, path, figure.measure, supports, counted=_count_of(figure))


def stated(claims: Iterable[Claim]) -> list[Claim]:
    """Return what an entry states in words: each claim once, with all its supports.

    A figure is no sentence, a mark that follows another one has no words of its own, and the old words of a correction are
    stated no more.
    """
    found: dict[str, Claim] = {}
    for claim in claims:
        if claim.words and claim.path[0] != "figures" and claim.path[-1] != "was":
            known = found.setdefault(claim.id, claim)
            more = tuple(support for support in claim.supports if support not in known.supports)
            if more:
                found[claim.id] = replace(known, supports=known.supports + more)
    return list(found.values())


def taken_down(document: Document, path: Path) -> bool:
    """Tell whether a text holds the old words of a redacted correction, which are nowhere to be repeated."""
    if path[:1] != ("corrections",) or path[-1] != "was" or len(path) != 3:
        return False
    return bool(getattr(document.entry, "corrections", ())[int(path[1])].redacted) if document.entry else True


def _count_of(figure: Figure) -> str:
    amounts = (figure.value, figure.low, figure.best, figure.high)
    numbers = [f"{amount.bound} {amount.number}" if amount else "" for amount in amounts]
    return " ".join([str(figure.by), str(figure.as_of or ""), str(figure.cite), *numbers])


def speaker_of(document: Document, path: Path) -> str:
    """Return who speaks in the whole text at `path`: in an account, the one whose account it is."""
    if path[-1:] != ("says",):
        return ""
    by = (*path[:-1], "by")
    return next((str(reference) for at, reference in document.parsed.references if at == by), "")


def named_in(document: Document, claims: Iterable[Claim]) -> Iterator[tuple[Reference, Claim]]:
    """Yield the references that stand in the words of claims of a file."""
    named = {path: references(prose.text) for path, prose in document.parsed.texts}
    for claim in claims:
        for reference in named.get(claim.path, ()):
            if claim.start <= reference.start < claim.end:
                yield reference, claim
