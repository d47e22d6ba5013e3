"""Lists of pages: where an entry is used, what an actor says, what is said of it, what rests on a source."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import NamedTuple

from markupsafe import Markup

from generator.asking import kept
from generator.diagnostics import Path
from generator.edition import Claim, Document, Edition, Key, SourceKey, told
from generator.edition.retractions import fallen
from generator.model.forms import Background, Brief, Storyline
from generator.model.parts import Dispute, Quote
from generator.pages.languages import inline, version
from generator.pages.sheet import Sheet
from generator.text import citations, escape
from generator.words import words_for

SHOWN = 10
"""How many pages an entry's page quotes from; the others are on the pages of the roll."""
IN_FULL = 40
"""How many storylines and backgrounds it lists with what they say."""
FROM_ONE = 4
"""How many statements it quotes from one page, which has them all."""
OURS = frozenset(("why_it_matters", "date_note", "background"))
"""Fields in which the page speaks for itself, whoever its sources are."""
WEIGHT = {"quotes": 0, "disputes": 1, "what_happened": 2, "unknowns": 3, "watch": 3}
"""What is quoted first where there is much."""
SUMMARY = 4
"""The weight of a summary, which repeats what stands further down on its page: it is quoted where nothing else is."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One page in a list of pages."""

    date: str
    link: Markup
    summary: Markup


def mention(sheet: Sheet, document: Document) -> Mention:
    """List a page with its date and the sentence that says most; of a brief, the version in the language of this page."""
    date, said, named = sheet.edition.ask(_mentioned, document.key, sheet.lang)
    sheet.named.update(dict.fromkeys(named))
    return Mention(date, sheet.link(document.key), said)


def _mentioned(edition: Edition, key: Key, lang: str) -> tuple[str, Markup, tuple[Key, ...]]:
    """Return what all lists of pages in a language tell of a page: its date, its summary, and the actors that this names."""
    key = version(edition, key, lang)
    brief = edition.get(key, Brief)
    date = words_for(lang, edition.settings.options.language).when(brief.date) if brief else ""
    return date, *edition.ask(_summary, key, lang)


def summary(sheet: Sheet, key: Key) -> Markup:
    """Set the sentence that says most of what a page tells, with the warning that it rests on what was retracted."""
    said, named = sheet.edition.ask(_summary, key, sheet.lang)
    sheet.named.update(dict.fromkeys(named))
    return said


def _summary(edition: Edition, key: Key, lang: str) -> tuple[Markup, tuple[Key, ...]]:
    """Return the summary of a page for pages in a language, and the actors that it names."""
    document, sheet = edition.documents[key], Sheet(edition, "", lang)
    entry = document.entry
    if isinstance(entry, Brief):
        prose, shown = entry.bottom_line, entry.bottom_line.text
    elif isinstance(entry, Background):
        prose, shown = entry.in_short, entry.in_short.text
    elif isinstance(entry, Storyline):
        prose, shown = entry.summary, replace(entry.summary.text, blocks=entry.summary.text.blocks[:1])
    else:
        return Markup(""), ()
    here = {citation.start for citation in citations(shown)} if edition.ask(fallen) else ()
    claims = sheet.claims_in(document, prose).items() if here else ()
    gone = dict.fromkeys(sheet.fallen(claim) for at, claim in claims if at in here)
    words = Markup(escape(sheet.plain(document, shown)))
    said = inline(words, edition.versions.language(key), lang) + Markup("").join(gone)
    return said, tuple(sheet.named)


def others(sheet: Sheet, key: Key) -> tuple[Mention, ...]:
    """List the storylines and backgrounds that refer to an entry; where there are very many, the others by their titles alone."""
    users = [user for user in sheet.edition.backlinks.get(key, ()) if user.kind in ("storyline", "background")]
    found = [document for user in users if (document := sheet.edition.documents.get(user))]
    by_title = (Mention("", sheet.link(document.key), Markup("")) for document in found[IN_FULL:])
    return (*(mention(sheet, document) for document in found[:IN_FULL]), *by_title)


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a page, with the marks behind it. In an account, `question` is what is disputed."""

    words: Markup
    mark: Markup
    question: str


@dataclass(frozen=True, slots=True)
class Told:
    """The statements of one page."""

    page: Markup
    statements: tuple[Statement, ...]


def said_by(sheet: Sheet, speaker: str) -> tuple[Told, ...]:
    """List what somebody says, page by page, the latest development first."""
    return tuple(islice(_told(sheet, sheet.edition.ask(told.pages_of, speaker), speaker), SHOWN))


def said_of(sheet: Sheet, key: Key) -> tuple[Told, ...]:
    """List what others say of an entry, page by page, the latest development first."""
    return tuple(islice(_told(sheet, sheet.edition.ask(told.pages_naming, key), key), SHOWN))


def _told(sheet: Sheet, pages: Iterable[Key], who: str | Key) -> Iterator[Told]:
    """Yield what is quoted of each page. Who speaks often does so on very many, so each is looked at in its turn."""
    order = sheet.edition.order
    for page in sorted(pages, key=lambda key: (order.get(key, -1), key), reverse=True):
        if chosen := sheet.edition.ask(quoted, page, who):
            yield Told(sheet.link(page), tuple(dict.fromkeys(_statement(sheet, page, one) for one in chosen)))


class Quoted(NamedTuple):
    """A claim that is quoted from its page, wherever in its text it stands there."""

    path: Path
    words: str
    id: str
    support: tuple[tuple[str, str, str], ...]
    """One of its supports, if it has any: source, speaker and carrier."""


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
    return tuple(Quoted(claim.path, claim.words, claim.id, tuple(_support(claim, who))) for claim in chosen)


def _support(claim: Claim, who: str | Key) -> Iterator[tuple[str, str, str]]:
    found = (one for one in claim.supports if isinstance(who, Key) or one.speaker == who)
    yield from ((one.source.id, one.speaker, one.carrier) for one in islice(found, 1))


def _is_statement(claim: Claim) -> bool:
    return _has_words(claim) and claim.path[0] not in OURS


def _says(claim: Claim, speaker: str) -> bool:
    return any(support.speaker in ("", speaker) for support in claim.supports)


def _weight(claim: Claim) -> int:
    return WEIGHT.get(str(claim.path[0]), SUMMARY)


def _statement(sheet: Sheet, page: Key, claim: Quoted) -> Statement:
    document = sheet.edition.documents[page]
    mark = sheet.marks(document, claim.support) + sheet.fallen(claim.id)
    disputes: Sequence[Dispute] = getattr(document.entry, "disputes", ())
    asked = disputes[int(claim.path[1])].question if claim.path[:1] == ("disputes",) and len(claim.path) > 2 else ""
    return Statement(_words(sheet, page, claim), mark, asked)


def _words(sheet: Sheet, page: Key, claim: Claim | Quoted) -> Markup:
    """Set the words of a claim, marked with their language: that of the quote, or else of the page that they are from."""
    quote = _quote(sheet.edition.documents[page], str(claim.path[1])) if claim.path[:1] == ("quotes",) else None
    lang = (quote.language if quote else None) or sheet.edition.versions.language(page)
    return inline(Markup(escape(_closed(claim.words))), lang, sheet.lang)


def _quote(document: Document, id: str) -> Quote | None:
    quotes: Mapping[str, Quote] = getattr(document.entry, "quotes", {})
    return quotes.get(id)


def _closed(words: str) -> str:
    """Close with a full stop what is a sentence's first part on its own page."""
    return f"{words[:-1]}." if words.endswith((";", ",", ":")) else words


def _has_words(claim: Claim) -> bool:
    """Tell whether a claim is a sentence: a figure is none, nor is a mark that follows another one."""
    return bool(claim.words) and "figures" not in claim.path


@dataclass(frozen=True, slots=True)
class Resting:
    """What rests on a source on one page."""

    page: Markup
    statements: tuple[Statement, ...]


def resting_on(sheet: Sheet, source: SourceKey) -> tuple[Resting, ...]:
    """List the statements that rest on a source, page by page."""
    found: dict[Key, dict[Statement, None]] = {}
    for claim in sheet.edition.resting_on.get(source, ()):
        found.setdefault(claim.owner, {})
        if _has_words(claim):
            found[claim.owner][Statement(_words(sheet, claim.owner, claim), sheet.fallen(claim.id), "")] = None
    return tuple(Resting(sheet.link(owner), tuple(statements)) for owner, statements in found.items())
