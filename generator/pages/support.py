"""How we know: the numbered sources of a page, and how far its statements can be traced."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.edition import Document, Key, SourceKey
from generator.edition.origins import Trace, trace
from generator.edition.retractions import fallen
from generator.model.parts import Allowance, Source
from generator.outputs.cautions import misprinted, real_hosts, retracted_on
from generator.pages.languages import inline
from generator.pages.sheet import Sheet
from generator.text import address, escape
from generator.words import Words


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
    misprints: tuple[str, ...]
    """What the source prints by mistake, each as a sentence."""
    retracted: str
    """When and why its publisher took it back, as a sentence; empty where it did not."""
    retraction: Markup
    """Where the retraction can be read."""
    first: str = ""
    """The claim on the page that rests on the source first."""


@dataclass(frozen=True, slots=True)
class Support:
    """How we know: the numbered sources, and how far the statements can be traced."""

    sources: tuple[SourceLine, ...]
    statements: int
    traced: int
    """How many of them can be traced further than to the source itself."""
    origins: str
    """To how many voices of how many parties, and to how many outlets."""
    parties: tuple[str, ...]
    """The parties, each with those who speak for it."""
    outlets: str
    """The names of the agencies and outlets to whose reports statements can be traced."""
    fallen: int
    """How many statements rest on a retracted source, alone or among others."""
    alone: int
    """How many of these rest on nothing else."""
    allowances: tuple[Allowance, ...]


def support(sheet: Sheet, document: Document) -> Support:
    """List what the page cited, in the order of its numbers. Call it when everything else on the page is set."""
    numbers = {source: number for number, source in enumerate(sheet.cited, 1)}
    edition, claims = sheet.edition, sheet.edition.claims_of.get(document.key, ())
    found = trace((claim.supports for claim in claims), edition.party_of)
    gone = [edition.ask(fallen)[claim.id] for claim in claims if claim.id in edition.ask(fallen)]
    return Support(
        tuple(source_line(sheet, source, number) for source, number in numbers.items()),
        found.statements,
        found.statements - found.untraced,
        _origins(sheet.words, found),
        _parties(sheet, found.parties),
        sheet.words.listed(sorted(_together(sheet, outlets) for outlets in found.outlets)),
        len(gone),
        gone.count("alone"),
        document.entry.allow if document.entry else (),
    )


def _together(sheet: Sheet, outlets: tuple[str, ...]) -> str:
    """Name the outlets that stand behind statements together, as agencies that share a report are named."""
    return "/".join(sheet.edition.name(Key("publisher", outlet)) for outlet in outlets)


def _origins(words: Words, found: Trace) -> str:
    """Say to how many the statements can be traced: `4 voices of 2 parties and 3 outlets`."""
    parties, outlets = len(found.parties), len(found.outlets)
    voices = sum(len(voices) for voices in found.parties.values())
    said = [words.ngettext("%(num)s party", "%(num)s parties", parties)] if parties else []
    if voices > parties:
        spoken = words.ngettext("%(num)s voice", "%(num)s voices", voices)
        said = [words._("%(voices)s of %(parties)s", voices=spoken, parties=said[0])]
    said += [words.ngettext("%(num)s outlet", "%(num)s outlets", outlets)] if outlets else []
    return words.listed(said)


def _parties(sheet: Sheet, found: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Name the parties, those with most voices first, each with those who speak for it."""
    order = sorted(found, key=lambda party: (-len(found[party]), _name(sheet, party)))
    return tuple(_party(sheet, party, found[party]) for party in order)


def _party(sheet: Sheet, party: str, voices: tuple[str, ...]) -> str:
    words, name = sheet.words, _name(sheet, party)
    others = words.listed(sorted(_name(sheet, voice) for voice in voices if voice != party))
    if not others:
        return name
    if party in voices:
        return words._("%(party)s, directly and through %(voices)s", party=name, voices=others)
    return words._("%(party)s, through %(voices)s", party=name, voices=others)


def _name(sheet: Sheet, id: str) -> str:
    return sheet.edition.name(sheet.speaker(id))


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
        *real_hosts(source),
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
        tuple(misprinted(words, misprint) for misprint in source.misprints),
        retracted_on(words, source),
        Markup(address(source.retracted.address)) if source.retracted and source.retracted.address else Markup(""),
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
    words = Markup(escape(source.title or source.about or "", start=not source.url))
    site = sheet.edition.settings.options.language
    marked = inline(words, (source.language if source.title else None) or site, sheet.lang)
    return Markup(sheet.words.quoted(marked)) if source.title else marked


def _publishers(sheet: Sheet, ids: Sequence[str]) -> str:
    return sheet.words.listed([sheet.edition.name(Key("publisher", id)) for id in ids])
