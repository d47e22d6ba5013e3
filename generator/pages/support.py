"""How we know: the numbered sources of a page, and how far its statements can be traced."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.edition import Document, Key, SourceKey
from generator.model.parts import Allowance, Source
from generator.pages.languages import inline
from generator.pages.sheet import Sheet
from generator.text import address, escape


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source as the page lists it. `printed` is an address that another source printed; it is never linked."""

    number: int
    publisher: Markup
    title: Markup
    link: Markup
    date: str
    details: tuple[str, ...]
    page: str
    """The address of the source's own page, if it has one other than this."""
    printed: str
    first: str = ""
    """The claim on the page that rests on the source first."""


@dataclass(frozen=True, slots=True)
class Support:
    """How we know: the numbered sources, and how far the statements can be traced."""

    sources: tuple[SourceLine, ...]
    statements: int
    origins: tuple[str, ...]
    """The names of those to whom statements can be traced."""
    untraced: int
    allowances: tuple[Allowance, ...]


def support(sheet: Sheet, document: Document) -> Support:
    """List what the page cited, in the order of its numbers. Call it when everything else on the page is set."""
    numbers = {source: number for number, source in enumerate(sheet.cited, 1)}
    claims = sheet.edition.claims_of.get(document.key, ())
    origins = {support.origin for claim in claims for support in claim.supports} - {""}
    named = sorted(sheet.edition.name(Key(*origin.split(":", 1))) for origin in origins)
    untraced = sum(1 for claim in claims if not any(support.origin for support in claim.supports))
    return Support(
        tuple(source_line(sheet, source, number) for source, number in numbers.items()),
        len(claims),
        tuple(named),
        untraced,
        document.entry.allow if document.entry else (),
    )


def source_line(sheet: Sheet, key: SourceKey, number: int = 0) -> SourceLine:
    """Say what a source is: publisher, title, date, kind, and its cautions."""
    source, words = sheet.edition.sources[key], sheet.words
    details = [
        words.term("kind of source", source.kind) if source.kind and source.kind != "other" else None,
        words.language(source.language) if source.language else None,
        words._("carries %(publishers)s", publishers=_publishers(sheet, source.relays)) if source.relays else None,
        words._("with contributions by %(publishers)s", publishers=_publishers(sheet, source.contributors))
        if source.contributors
        else None,
        _copy(sheet, source.read_at),
        source.note.rstrip(".") if source.note else None,
        None if source.url else words._("no link: its full address was not seen"),
    ]
    return SourceLine(
        number,
        sheet.link(Key("publisher", source.publisher)),
        source_title(sheet, source),
        Markup(address(source.url)) if source.url else Markup(""),
        words.when(source.published) if source.published else words._("no date seen"),
        tuple(detail for detail in details if detail),
        sheet.target(key.owner) if key.owner.kind == "source" else "",
        source.as_printed or "",
        sheet.marking.first.get(key, ""),
    )


def _copy(sheet: Sheet, read_at: str) -> str | None:
    """Say where a copy was read: on another publisher's site, or at a host that is nobody's here."""
    if not read_at:
        return None
    site = Key("publisher", read_at)
    if site in sheet.edition.documents:
        return sheet.words._("read as a copy on %(publisher)s", publisher=sheet.edition.name(site))
    return sheet.words._("read as a copy at %(host)s", host=read_at)


def source_title(sheet: Sheet, source: Source) -> Markup:
    """Set the headline of a source in quotation marks and marked with its language, or what it is in our own words."""
    words = Markup(escape(source.title or source.about or "", start=False))
    site = sheet.edition.settings.options.language
    marked = inline(words, (source.language if source.title else None) or site, sheet.lang)
    return Markup(sheet.words.quoted(marked)) if source.title else marked


def _publishers(sheet: Sheet, ids: Sequence[str]) -> str:
    return sheet.words.listed([sheet.edition.name(Key("publisher", id)) for id in ids])
