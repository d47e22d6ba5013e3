"""What a brief rests on, as data: its claims, quotes and figures with who says so, through whom, from where; and its sources."""

from collections.abc import Iterator
from typing import Any

from generator.edition import Claim, Key, KnownSource, SourceKey
from generator.edition.claims import source_key, stated
from generator.edition.retractions import fallen
from generator.model.forms import Measure
from generator.model.parts import Figure, Quote
from generator.outputs import shape
from generator.outputs.desk import Desk, dated, number


def quotes(desk: Desk) -> Iterator[shape.QuoteData]:
    """Yield the quotes."""
    yield from (_quote(desk, claim, desk.brief.quotes[str(claim.path[1])]) for claim in _among(desk, "quotes"))


def figures(desk: Desk) -> Iterator[shape.FigureData]:
    """Yield the figures."""
    yield from (_figure(desk, claim, desk.brief.figures[int(claim.path[1])]) for claim in _among(desk, "figures"))


def _among(desk: Desk, field: str) -> Iterator[Claim]:
    """Yield the claims that are quotes, or figures."""
    claims = desk.edition.claims_of.get(desk.document.key, ())
    yield from (claim for claim in claims if claim.path[0] == field and len(claim.path) == 2)


def claims(desk: Desk) -> Iterator[shape.ClaimData]:
    """Yield the claims of the texts; quotes have a list of their own."""
    for claim in stated(desk.edition.claims_of.get(desk.document.key, ())):
        if claim.path[0] != "quotes":
            supports = tuple(_supports(desk, claim))
            yield shape.ClaimData(
                id=claim.id, section=str(claim.path[0]), text=claim.words, supports=supports, retracted=_fallen(desk, claim)
            )


def _fallen(desk: Desk, claim: Claim) -> shape.Fallen | None:
    return desk.edition.ask(fallen).get(claim.id)


def _supports(desk: Desk, claim: Claim) -> Iterator[shape.Support]:
    """Yield what a claim rests on."""
    for support in claim.supports:
        origin = desk.origins.get(support, "")
        yield shape.Support(
            source=support.source.id,
            speaker=desk.speaker(support.speaker) if support.speaker else None,
            carrier=desk.named(Key("publisher", support.carrier)) if support.carrier else None,
            origin=desk.named(Key(*origin.split(":", 1))) if origin else None,
            party=_party(desk, origin),
        )


def _party(desk: Desk, origin: str) -> shape.Named | None:
    """Name the party for which an origin speaks, if it is another."""
    kind, _, id = origin.partition(":")
    party = desk.edition.party_of(id) if kind == "actor" else id
    return desk.speaker(party) if party != id else None


def _support(desk: Desk, claim: Claim, cite: str) -> dict[str, Any]:
    """Give the one support of a quote or a figure."""
    found = next(_supports(desk, claim), shape.Support(source=cite))
    told = {name: getattr(found, name) for name in shape.Support.model_fields}
    return {**told, "claim": claim.id, "retracted": _fallen(desk, claim)}


def _quote(desk: Desk, claim: Claim, quote: Quote) -> shape.QuoteData:
    """Give a quote."""
    return shape.QuoteData(
        **_support(desk, claim, quote.cite),
        id=str(claim.path[1]),
        text=quote.text,
        said_on=dated(quote.said_on),
        said_in=quote.said_in,
        language=quote.language,
        translated_by=quote.translated_by,
        note=quote.note,
    )


def _figure(desk: Desk, claim: Claim, figure: Figure) -> shape.FigureData:
    """Give a figure."""
    key = Key("measure", figure.measure)
    measure = desk.edition.get(key, Measure)
    return shape.FigureData(
        **_support(desk, claim, figure.cite),
        measure=desk.named(key),
        unit=measure.unit if measure else None,
        cumulative=bool(measure and measure.cumulative),
        value=number(figure.value),
        low=number(figure.low),
        best=number(figure.best),
        high=number(figure.high),
        as_of=dated(figure.as_of),
        note=figure.note,
    )


def sources(desk: Desk) -> Iterator[shape.SourceData]:
    """Yield the sources in the order in which claims cite them; then those that the brief lists and nothing cites."""
    claims = desk.edition.claims_of.get(desk.document.key, ())
    cited: list[SourceKey | None] = [support.source for claim in claims for support in claim.supports]
    cited += [source_key(desk.document, id, desk.edition.shared_sources) for id in desk.brief.sources]
    for key in dict.fromkeys(cited):
        if key and (source := desk.edition.sources.get(key)):
            yield shape.SourceData(
                id=key.id,
                publisher=desk.named(Key("publisher", source.publisher)),
                title=source.title,
                about=source.about,
                url=source.url,
                read_at=desk.named(Key("publisher", source.read_at)) if source.read_at else None,
                published=dated(source.published),
                kind=source.kind,
                language=source.language,
                relays=desk.publishers(source.relays),
                contributors=desk.publishers(source.contributors),
                note=source.note,
                misprints=tuple(shape.MisprintData(**dict(misprint)) for misprint in source.misprints),
                retracted=_retraction(source),
            )


def _retraction(source: KnownSource) -> shape.RetractionData | None:
    found = source.retracted
    return shape.RetractionData(date=found.date, why=found.why, url=found.address) if found else None
