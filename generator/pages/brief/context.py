"""What stands around a brief: backgrounds, related reading, and later developments."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.edition import Document, Key
from generator.edition.filing import briefs_of_storyline
from generator.model.forms import Background, Brief, RelatedItem, Storyline
from generator.pages import support
from generator.pages.languages import attributes
from generator.pages.sheet import Sheet


@dataclass(frozen=True, slots=True)
class BackgroundPart:
    """A background as the brief shows it."""

    title: str
    link: str
    why: str
    text: Markup
    reviewed: str
    foreign: Markup
    """The HTML attributes of its language, where that is not the language of the brief."""


@dataclass(frozen=True, slots=True)
class RelatedLine:
    """Something else to read: one of our pages, or a source."""

    link: Markup
    source: support.SourceLine | None
    why: str


@dataclass(frozen=True, slots=True)
class Later:
    """The storyline's latest development, when it came after this one, and where the storyline is heading."""

    date: str
    link: Markup
    trend: str
    trend_day: str


def backgrounds(sheet: Sheet, document: Document, brief: Brief) -> Iterator[BackgroundPart]:
    """Set the backgrounds that a brief needs, in short."""
    for use in brief.background:
        why = use.why or ""
        if use.use is None:
            yield BackgroundPart(use.title or "", "", why, sheet.text(document, use.text), "", Markup(""))
            continue
        key = Key("background", use.use)
        if background := sheet.edition.get(key, Background):
            text = sheet.text(sheet.edition.documents[key], background.in_short)
            reviewed = sheet.words.day(background.reviewed) if background.reviewed else ""
            foreign = attributes(sheet.edition.versions.language(key), sheet.lang)
            yield BackgroundPart(background.title, sheet.target(key), why, text, reviewed, foreign)


def related(sheet: Sheet, document: Document, item: RelatedItem) -> RelatedLine:
    """Set one line of related reading."""
    if item.brief:
        return RelatedLine(told_by(sheet, document, item.brief), None, item.why or "")
    key = sheet.source_of(document, item.source or "")
    return RelatedLine(Markup(""), support.source_line(sheet, key) if key else None, item.why or "")


def later(sheet: Sheet, key: Key, brief: Brief) -> Later | None:
    """Find the storyline's latest development, if it came after this brief."""
    line = sheet.edition.ask(briefs_of_storyline, brief.storyline or "")
    if not line or line[-1] == sheet.edition.versions.originals.get(key, key):
        return None
    latest = sheet.edition.get(line[-1], Brief)
    if not latest or latest.date.earliest <= brief.date.earliest:
        return None
    storyline = sheet.edition.get(Key("storyline", brief.storyline or ""), Storyline)
    trend = storyline.trend if storyline and storyline.trend and storyline.trend.as_of >= brief.as_of else None
    return Later(
        sheet.words.when(latest.date),
        sheet.link(line[-1]),
        sheet.words.term("trend of a storyline", trend.direction) if trend else "",
        sheet.words.day(trend.as_of) if trend else "",
    )


def told_by(sheet: Sheet, document: Document, id: str | None) -> Markup:
    """Link the brief that tells more, if it is part of this edition."""
    key = sheet.edition.resolve(document, ("brief",), id) if id else None
    return sheet.link(key) if key and sheet.edition.shown(key) else Markup("")
