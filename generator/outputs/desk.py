"""One brief while its data is gathered: its texts as plain words, and who and what it names."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from generator.edition import Document, Edition, Key
from generator.edition.origins import Support, joined
from generator.model.amounts import Amount
from generator.model.dates import When
from generator.model.forms import Brief, Place
from generator.model.values import Prose
from generator.outputs import shape
from generator.outputs.web import page_of, path_of
from generator.text import Block, QuoteHere, Text, plain


def named(edition: Edition, key: Key) -> shape.Named:
    """Name an entry. Whom no page is about, such as a private person, is a name and nothing else."""
    if edition.ask(path_of, key) is None and key.kind in ("actor", "publisher"):
        return shape.Named(name=edition.name(key))
    return shape.Named(id=str(key), name=edition.name(key), url=page_of(edition, key) or None)


def speaker(edition: Edition, id: str) -> shape.Named:
    """Name whoever speaks or counts: an actor, or else a publisher."""
    actor = Key("actor", id)
    return edition.ask(named, actor if actor in edition.documents else Key("publisher", id))


def dated(when: When | None) -> shape.Dated | None:
    """Give a date with the days that it may mean."""
    if when is None:
        return None
    start, end = when.written.startswith("../"), when.written.endswith("/..")
    return shape.Dated(edtf=when.written, earliest=None if start else when.earliest, latest=None if end else when.latest)


def number(amount: Amount | None) -> shape.Number | None:
    """Give a number with the word that bounds it."""
    return shape.Number(number=amount.number, bound=amount.bound or None) if amount else None


class Desk:
    """One brief while its data is gathered."""

    def __init__(self, edition: Edition, document: Document, brief: Brief) -> None:
        self.edition, self.document, self.brief = edition, document, brief

    @cached_property
    def origins(self) -> Mapping[Support, str]:
        """The origin of each support of the brief; two that share one of several carriers have the same."""
        claims = self.edition.claims_of.get(self.document.key, ())
        supports = tuple(dict.fromkeys(support for claim in claims for support in claim.supports))
        return {support: one.origin for support, one in zip(supports, joined(supports), strict=True)}

    def words(self, prose: Prose | None) -> str | None:
        """Return a text as plain text, with the quotes that are set in it."""
        if prose is None:
            return None
        return "\n\n".join(words for block in prose.text.blocks if (words := self._block(block)))

    def _block(self, block: Block) -> str:
        if isinstance(block, QuoteHere):
            quote = self.brief.quotes.get(block.id)
            return f"“{quote.text}”" if quote else ""
        return plain(Text("", (block,)), lambda reference: self.edition.called(self.document, reference))

    def named(self, key: Key) -> shape.Named:
        """Name an entry."""
        return self.edition.ask(named, key)

    def publishers(self, ids: Iterable[str]) -> tuple[shape.Named, ...]:
        """Name publishers."""
        return tuple(self.named(Key("publisher", id)) for id in ids)

    def speaker(self, id: str) -> shape.Named:
        """Name whoever speaks or counts: an actor, or else a publisher."""
        return self.edition.ask(speaker, id)

    def told_by(self, id: str) -> shape.Named | None:
        """Name another brief, if it is part of this edition."""
        key = self.edition.resolve(self.document, ("brief",), id)
        return self.named(key) if key and self.edition.shown(key) else None

    def place(self, key: Key) -> shape.PlaceData:
        """Give a place."""
        place, name = self.edition.get(key, Place), self.named(key)
        at = place.coordinates if place else None
        return shape.PlaceData(
            id=name.id,
            name=name.name,
            url=name.url,
            kind=place.kind if place else "",
            latitude=at.lat if at else None,
            longitude=at.lon if at else None,
            precision=at.precision if at else None,
            contested=place.contested if place else None,
        )
