"""Briefs and backgrounds in the words of schema.org, with their claims, quotations, sources and corrections."""

from collections.abc import Iterable

from generator.edition import Claim, Document, Edition, Key, SourceKey
from generator.edition.changes import changed, corrections_of
from generator.edition.claims import stated
from generator.model.dates import When
from generator.model.forms import Background, Brief
from generator.model.parts import Quote
from generator.model.values import Prose
from generator.outputs.brief_data import FILE
from generator.outputs.jsonld.entries import party, places, source
from generator.outputs.jsonld.frame import Node, publisher, reference, without_nothing
from generator.outputs.web import language_of, page_of
from generator.text import plain

LISTED = 100
"""How many briefs a storyline lists here: the newest. Its page and `briefs.json` have all."""


def brief(edition: Edition, key: Key) -> list[Node]:
    """Describe a brief as reporting; of a withdrawn one nothing is left to describe."""
    found = edition.get(key, Brief)
    if found is None or found.stage == "withdrawn":
        return []
    document, url = edition.documents[key], page_of(edition, key)
    uses = [Key("background", use.use) for use in found.background if use.use]
    own = {
        "description": _words(edition, document, found.bottom_line),
        "datePublished": found.published.isoformat() if found.published else None,
        "creditText": ", ".join(found.authors),
        "temporalCoverage": _coverage(found.date),
        "keywords": list(found.topics),
        "contentLocation": places(edition, found.places),
        "isPartOf": _storyline(edition, found),
        "backstory": [_short(edition, use) for use in uses if use in edition.documents],
        "encoding": {"@type": "MediaObject", "encodingFormat": "application/json", "contentUrl": f"{url}{FILE}"},
    }
    return _article(edition, document, "ReportageNewsArticle", found.title, own)


def background(edition: Edition, key: Key) -> list[Node]:
    """Describe a background as what lies behind the news."""
    found = edition.get(key, Background)
    if found is None:
        return []
    document = edition.documents[key]
    own = {
        "description": _words(edition, document, found.in_short),
        "temporalCoverage": _coverage(found.date) if found.date else None,
        "keywords": list(found.topics),
        "contentLocation": places(edition, found.places),
    }
    return _article(edition, document, "BackgroundNewsArticle", found.title, own)


def storyline(edition: Edition, key: Key) -> list[Node]:
    """List the briefs of a storyline, the latest development first."""
    briefs = reversed(edition.storylines.get(key.id, ()))
    return [_short(edition, brief) for brief, _ in briefs][:LISTED]


def _article(edition: Edition, document: Document, type: str, headline: str, own: Node) -> list[Node]:
    url = page_of(edition, document.key)
    claims = stated(edition.claims_of.get(document.key, ()))
    keys = list(dict.fromkeys(support.source for claim in claims for support in claim.supports))
    sources = {key: source(edition, edition.sources[key], f"{url}#cited-{key.id}") for key in keys if key in edition.sources}
    speakers = dict.fromkeys(support.speaker for claim in claims for support in claim.supports if support.speaker)
    parties = {id: node for id in speakers if (node := edition.ask(party, _speaker(edition, id)))}
    last = changed(document.entry)
    article = {
        "@type": type,
        "@id": f"{url}#article",
        "headline": headline,
        "url": url,
        "mainEntityOfPage": {"@id": url},
        "inLanguage": language_of(edition, document.entry),
        "dateModified": last.isoformat() if last else None,
        "author": publisher(edition),
        "publisher": publisher(edition),
        "isAccessibleForFree": True,
        **own,
        "mentions": [reference(node) for node in parties.values()],
        "citation": [reference(node) for node in sources.values()],
        "correction": _corrections(edition, document),
    }
    told = [_claim(claim, document, url, sources, parties) for claim in claims]
    return [without_nothing(article), *parties.values(), *sources.values(), *told]


def _claim(claim: Claim, document: Document, url: str, sources: dict[SourceKey, Node], parties: dict[str, Node]) -> Node:
    """Describe words that rest on sources: a quotation, or a claim of whoever says so."""
    cited = [sources[support.source] for support in claim.supports if support.source in sources]
    said = [reference(parties[support.speaker]) for support in claim.supports if support.speaker in parties]
    quote = getattr(document.entry, "quotes", {}).get(claim.path[1]) if claim.path[0] == "quotes" else None
    quoted = isinstance(quote, Quote)
    return without_nothing(
        {
            "@type": "Quotation" if quoted else "Claim",
            "@id": f"{url}#{claim.id}",
            "text": quote.text if isinstance(quote, Quote) else claim.words,
            "inLanguage": quote.language if isinstance(quote, Quote) else None,
            "spokenByCharacter" if quoted else "author": _each(said),
            "citation": _each(reference(node) for node in cited),
            "isPartOf" if quoted else "appearance": {"@id": f"{url}#article"},
        }
    )


def _each(nodes: Iterable[Node]) -> list[Node]:
    return list({node["@id"]: node for node in nodes}.values())


def _corrections(edition: Edition, document: Document) -> list[Node]:
    """Describe the corrections by what the page says now: the old words are not repeated."""
    return [
        {
            "@type": "CorrectionComment",
            "text": _words(edition, document, correction.now),
            "datePublished": correction.date.isoformat(),
        }
        for correction in corrections_of(document.entry)
    ]


def _storyline(edition: Edition, brief: Brief) -> Node | None:
    key = Key("storyline", brief.storyline or "")
    url = page_of(edition, key)
    return {"@type": "CollectionPage", "@id": url, "name": edition.name(key)} if url else None


def _short(edition: Edition, key: Key) -> Node:
    url = page_of(edition, key)
    type = "BackgroundNewsArticle" if key.kind == "background" else "ReportageNewsArticle"
    return {"@type": type, "@id": f"{url}#article", "url": url, "headline": edition.name(key)}


def _speaker(edition: Edition, id: str) -> Key:
    actor = Key("actor", id)
    return actor if actor in edition.documents else Key("publisher", id)


def _words(edition: Edition, document: Document, prose: Prose) -> str:
    return " ".join(plain(prose.text, lambda reference: edition.called(document, reference)).split())


def _coverage(when: When) -> str:
    """Say the days that a date may mean as ISO 8601 does, with `..` for an open end."""
    if when.precision == "day":
        return when.earliest.isoformat()
    start = ".." if when.written.startswith("../") else when.earliest.isoformat()
    end = ".." if when.written.endswith("/..") else when.latest.isoformat()
    return f"{start}/{end}"
