"""What pages quote from others: what an actor says, what is said of it, and what rests on a source."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from markupsafe import Markup

from generator.asking import kept
from generator.edition import Claim, Edition, Key, SourceKey, told
from generator.model.parts import Dispute, Quote
from generator.pages.languages import inline
from generator.pages.mentions import date_of
from generator.pages.sheet import Sheet
from generator.text import escape

SHOWN = 10
"""How many pages an actor's page quotes from; the others are on the pages of the roll."""
FROM_ONE = 4
"""How many statements it quotes from one page, which has them all."""
OURS = frozenset(("why_it_matters", "date_note", "background"))
"""Fields in which the page speaks for itself, whoever its sources are."""
WEIGHT = {"quotes": 0, "disputes": 1, "what_happened": 2, "unknowns": 3, "watch": 3}
"""What is quoted first where there is much."""
SUMMARY = 4
"""The weight of a summary, which repeats what stands further down on its page: it is quoted where nothing else is."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a page, with the marks behind it. In an account, `question` is what is disputed."""

    words: Markup
    mark: Markup
    question: str


@dataclass(frozen=True, slots=True)
class Told:
    """The statements of one page, and when it happened what this tells, if it is a brief."""

    page: Markup
    date: str
    statements: tuple[Statement, ...]


class Quoted(NamedTuple):
    """A claim as another page quotes it."""

    id: str
    words: str
    """Empty where it is no sentence, such as a figure."""
    lang: str
    """The language of the words (BCP 47): that of the quote, or else of the page that they are from."""
    question: str
    """What is disputed, in an account; a list of what rests on a source does not tell it."""
    support: tuple[tuple[SourceKey, str, str], ...] = ()
    """One of its supports, if it has any: source, speaker and carrier."""


def said_by(sheet: Sheet, speaker: str) -> tuple[Told, ...]:
    """List what somebody says, page by page, the latest development first."""
    return tuple(islice(_told(sheet, speaker), SHOWN))


def said_of(sheet: Sheet, key: Key) -> tuple[Told, ...]:
    """List what others say of an entry, page by page, the latest development first."""
    return tuple(islice(_told(sheet, key), SHOWN))


def resting_on(sheet: Sheet, source: SourceKey) -> tuple[Told, ...]:
    """List the statements that rest on a source, page by page."""
    every = ((page, sheet.edition.ask(rested, page, source)) for page in sheet.edition.ask(told.pages_on, source))
    return tuple(_told_by(sheet, page, [one for one in found if one.words]) for page, found in every)


def _pages(edition: Edition, who: str | Key) -> Sequence[Key]:
    """Return the pages on which somebody speaks or is named, the latest development first."""
    order, pages = edition.order, edition.ask(*((told.pages_naming, who) if isinstance(who, Key) else (told.pages_of, who)))
    return sorted(pages, key=lambda key: (order.get(key, -1), key), reverse=True)


def _told(sheet: Sheet, who: str | Key) -> Iterator[Told]:
    """Yield what is quoted of each page. Who speaks often does so on very many, so each is looked at in its turn."""
    for page in _pages(sheet.edition, who):
        if chosen := sheet.edition.ask(quoted, page, who):
            yield _told_by(sheet, page, chosen)


def _told_by(sheet: Sheet, page: Key, chosen: Iterable[Quoted]) -> Told:
    """Set what is quoted from a page, each once."""
    statements = dict.fromkeys(_statement(sheet, one) for one in chosen)
    return Told(sheet.link(page), sheet.edition.ask(date_of, page, sheet.lang), tuple(statements))


def _statement(sheet: Sheet, one: Quoted) -> Statement:
    words = inline(Markup(escape(_cut(one.words))), one.lang, sheet.lang)
    return Statement(words, sheet.marks(one.support) + sheet.fallen(one.id), one.question)


def _cut(words: str) -> str:
    """Show where a sentence was cut: what begins in lower case begins within one, and a comma ends none."""
    ended = f"{words[:-1]}…" if words.endswith((";", ",", ":")) else words
    return f"…{ended}" if words[:1].islower() else ended


@kept
def quoted(edition: Edition, page: Key, who: str | Key) -> tuple[Quoted, ...]:
    """Choose what is quoted of a page: of what a speaker says there, or of what others than itself say of an entry."""
    if isinstance(who, Key):
        places, of = told.places(edition, (page,), lambda one: who in one.named), who.id
    else:
        places, of = told.places(edition, (page,), lambda one: who in one.speakers), ""
    claims = [claim for claim in told.claims_at(edition, places) if _is_statement(claim) and not (of and _says(claim, of))]
    weighty = sorted(claims, key=_weight)[:FROM_ONE]
    summary = not any(_weight(claim) < SUMMARY for claim in weighty)
    chosen = [claim for claim in claims if claim in weighty and (summary or _weight(claim) < SUMMARY)]
    return tuple(_quoted(edition, claim)._replace(support=tuple(_support(edition, claim, who))) for claim in chosen)


@kept
def rested(edition: Edition, page: Key, source: SourceKey) -> tuple[Quoted, ...]:
    """List what of a page rests on a source."""
    places = told.places(edition, (page,), lambda one: source in one.sources)
    return tuple(_quoted(edition, claim)._replace(question="") for claim in told.claims_at(edition, places))


def _quoted(edition: Edition, claim: Claim) -> Quoted:
    entry, path = edition.documents[claim.owner].entry, claim.path
    quotes: Mapping[str, Quote] = getattr(entry, "quotes", {}) if path[0] == "quotes" else {}
    disputes: Sequence[Dispute] = getattr(entry, "disputes", ()) if path[0] == "disputes" and len(path) > 2 else ()
    quote = quotes.get(str(path[1])) if quotes else None
    lang = (quote.language if quote else None) or edition.versions.language(claim.owner)
    words = claim.words if _has_words(claim) else ""
    return Quoted(claim.id, words, lang, disputes[int(path[1])].question if disputes else "")


def _support(edition: Edition, claim: Claim, who: str | Key) -> Iterator[tuple[SourceKey, str, str]]:
    found = (one for one in claim.supports if isinstance(who, Key) or one.speaker == who)
    yield from ((one.source, one.speaker, one.carrier) for one in islice(found, 1) if one.source in edition.sources)


def _is_statement(claim: Claim) -> bool:
    return _has_words(claim) and claim.path[0] not in OURS


def _has_words(claim: Claim) -> bool:
    """Tell whether a claim is a sentence: a figure is none, nor is a mark that follows another one."""
    return bool(claim.words) and "figures" not in claim.path


def _says(claim: Claim, speaker: str) -> bool:
    return any(support.speaker in ("", speaker) for support in claim.supports)


def _weight(claim: Claim) -> int:
    return WEIGHT.get(str(claim.path[0]), SUMMARY)
