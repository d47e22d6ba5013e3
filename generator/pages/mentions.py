"""Lists of pages: where an entry is used, and what each says in one sentence."""

from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.asking import kept
from generator.edition import Document, Edition, Key
from generator.edition.retractions import fallen
from generator.model.forms import Background, Brief, Storyline
from generator.pages.labels import label
from generator.pages.languages import inline, version
from generator.pages.sheet import Sheet
from generator.text import citations, escape
from generator.words import words_for

IN_FULL = 40
"""How many storylines and backgrounds the page of an entry lists with what they say."""
LISTED = frozenset(("brief", "background", "storyline"))
"""The kinds of entry whose pages say in one sentence what they tell."""


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


@kept
def _mentioned(edition: Edition, key: Key, lang: str) -> tuple[str, Markup, tuple[Key, ...]]:
    """Return what all lists of pages in a language tell of a page: its date, its summary, and the actors that this names."""
    return edition.ask(date_of, key, lang), *edition.ask(_summary, version(edition, key, lang), lang)


@kept
def date_of(edition: Edition, key: Key, lang: str) -> str:
    """Say in a language when it happened what a page tells; empty for a page that is no brief."""
    brief = edition.get(version(edition, key, lang), Brief)
    return words_for(lang, edition.settings.options.language).when(brief.date) if brief else ""


def told_elsewhere(edition: Edition, key: Key) -> None:
    """Find out what other pages tell of a page, in the language of the site."""
    lang = edition.settings.options.language
    edition.ask(label, key, lang)
    if key.kind in LISTED and edition.shown(key):
        edition.ask(_mentioned, key, lang)


def summary(sheet: Sheet, key: Key) -> Markup:
    """Set the sentence that says most of what a page tells, with the warning that it rests on what was retracted."""
    said, named = sheet.edition.ask(_summary, key, sheet.lang)
    sheet.named.update(dict.fromkeys(named))
    return said


@kept
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
