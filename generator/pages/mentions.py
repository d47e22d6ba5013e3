"""Lists of pages: where an entry is used, what an actor says, what rests on a source."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.edition import Claim, Document, Edition, Key, SourceKey
from generator.model.forms import Background, Brief, Storyline
from generator.pages.sheet import Sheet
from generator.text import escape


@dataclass(frozen=True, slots=True)
class Mention:
    """One page in a list of pages."""

    date: str
    link: Markup
    summary: Markup


def mention(sheet: Sheet, document: Document) -> Mention:
    """List a page with its date and the sentence that says most."""
    entry = document.entry
    if isinstance(entry, Brief):
        return Mention(
            sheet.words.when(entry.date), sheet.link(document.key), Markup(escape(sheet.plain(document, entry.bottom_line)))
        )
    if isinstance(entry, Background):
        return Mention("", sheet.link(document.key), Markup(escape(sheet.plain(document, entry.in_short))))
    if isinstance(entry, Storyline):
        return Mention("", sheet.link(document.key), Markup(escape(sheet.plain(document, entry.summary))))
    return Mention("", sheet.link(document.key), Markup(""))


def used_by(sheet: Sheet, key: Key) -> tuple[Mention, ...]:
    """List the briefs, latest first, and then the backgrounds and storylines that refer to an entry; none that is withdrawn."""
    edition: Edition = sheet.edition
    users = [user for user in edition.backlinks.get(key, ()) if edition.shown(user)]
    briefs = [user for user, brief in reversed(edition.briefs) if user in users and brief.stage != "withdrawn"]
    others = [user for user in users if user.kind in ("background", "storyline")]
    return tuple(mention(sheet, edition.documents[user]) for user in [*briefs, *others])


@dataclass(frozen=True, slots=True)
class Said:
    """What an actor says on one page: the words of each statement, with the mark of its source."""

    page: Markup
    statements: tuple[tuple[str, Markup], ...]


def said_by(sheet: Sheet, speaker: str) -> tuple[Said, ...]:
    """List what an actor says, page by page."""
    edition = sheet.edition
    found: dict[Key, dict[tuple[str, Markup], None]] = {}
    for claim in edition.claims:
        support = next((s for s in claim.supports if s.speaker == speaker), None)
        if support and _has_words(claim):
            mark = sheet.cite(edition.documents[claim.owner], support.source.id, speaker, support.carrier)
            found.setdefault(claim.owner, {})[(claim.words, mark)] = None
    return tuple(Said(sheet.link(owner), tuple(statements)) for owner, statements in found.items())


def _has_words(claim: Claim) -> bool:
    """Tell whether a claim is a sentence: a figure is none, nor is a mark that follows another one."""
    return bool(claim.words) and claim.path[:1] != ("figures",)


@dataclass(frozen=True, slots=True)
class Resting:
    """What rests on a source on one page."""

    page: Markup
    statements: tuple[str, ...]


def resting_on(sheet: Sheet, source: SourceKey) -> tuple[Resting, ...]:
    """List the statements that rest on a source, page by page."""
    found: dict[Key, dict[str, None]] = {}
    for claim in sheet.edition.resting_on.get(source, ()):
        found.setdefault(claim.owner, {})
        if _has_words(claim):
            found[claim.owner][claim.words] = None
    return tuple(Resting(sheet.link(owner), tuple(statements)) for owner, statements in found.items())
