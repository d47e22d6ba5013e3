"""The sections that several page types have: figures, accounts, sources, timelines, who's who, changes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from generator.edition import Claim, Document, Edition, Key, SourceKey
from generator.model.dates import When
from generator.model.forms import Actor, Background, Brief, Measure
from generator.model.parts import Allowance, Correction, Dispute, Event, Figure, Source, Update
from generator.pages import words
from generator.pages.sheet import Sheet
from generator.text import address, escape


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One count of a measure."""

    value: str
    by: Markup | str
    as_of: str
    cite: Markup
    note: str


@dataclass(frozen=True, slots=True)
class FigureTable:
    """All counts of one measure, the latest last."""

    title: str
    unit: str
    rows: tuple[FigureRow, ...]


def figures(sheet: Sheet, document: Document, found: Sequence[Figure]) -> tuple[FigureTable, ...]:
    """Group figures by what they count, in the order of the file."""
    order = list(dict.fromkeys(figure.measure for figure in found))
    tables = []
    for measure in order:
        entry = sheet.edition.get(Key("measure", measure), Measure)
        rows = tuple(_row(sheet, document, figure) for figure in found if figure.measure == measure)
        tables.append(FigureTable(entry.title if entry else measure, entry.unit if entry else "", rows))
    return tuple(tables)


def _row(sheet: Sheet, document: Document, figure: Figure) -> FigureRow:
    stated = figure.by not in figure.by.instead
    by: Markup | str = sheet.link(sheet.speaker(figure.by)) if stated else "counter not stated"
    cite = sheet.cite(document, figure.cite, figure.by if stated else "", figure.via or "")
    return FigureRow(words.figure(figure), by, words.when(figure.as_of) if figure.as_of else "", cite, figure.note or "")


@dataclass(frozen=True, slots=True)
class AccountView:
    """One party's version."""

    by: Markup
    says: Markup


@dataclass(frozen=True, slots=True)
class DisputeView:
    """A disputed question with its accounts side by side."""

    anchor: str
    question: str
    note: Markup
    accounts: tuple[AccountView, ...]


def disputes(sheet: Sheet, document: Document, found: Sequence[Dispute]) -> tuple[DisputeView, ...]:
    """Set the disputes of a file."""
    return tuple(
        DisputeView(
            f"dispute-{dispute.id or number}",
            dispute.question,
            sheet.text(document, dispute.note),
            tuple(
                AccountView(
                    sheet.link(Key("actor", account.by)), sheet.text(document, account.says, speaker=str(account.by))
                )
                for account in dispute.accounts
            ),
        )
        for number, dispute in enumerate(found, 1)
    )


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source as the page lists it. `printed` is an address that another source printed; it is never linked."""

    number: int
    publisher: Markup
    title: Markup
    link: str
    date: str
    details: tuple[str, ...]
    printed: str


@dataclass(frozen=True, slots=True)
class Support:
    """How we know: the numbered sources, and how far the statements can be traced."""

    sources: tuple[SourceLine, ...]
    statements: int
    origins: int
    untraced: int
    allowances: tuple[Allowance, ...]


def support(sheet: Sheet, document: Document) -> Support:
    """List what the page cited, in the order of its numbers. Call it when everything else on the page is set."""
    numbers = {source: number for number, source in enumerate(sheet.cited, 1)}
    claims = [claim for claim in sheet.edition.claims if claim.owner == document.key]
    origins = {support.origin for claim in claims for support in claim.supports} - {""}
    untraced = sum(1 for claim in claims if not any(support.origin for support in claim.supports))
    return Support(
        tuple(source_line(sheet, source, number) for source, number in numbers.items()),
        len(claims),
        len(origins),
        untraced,
        document.entry.allow if document.entry else (),
    )


def source_line(sheet: Sheet, key: SourceKey, number: int = 0) -> SourceLine:
    """Say what a source is: publisher, title, date, kind, and its cautions."""
    source = sheet.edition.sources[key]
    details = [source.kind, f"in the language “{source.language}”" if source.language else None]
    details += [f"carries {words.listed([sheet.name(Key('publisher', id)) for id in source.relays])}"] if source.relays else []
    details += [source.note.rstrip(".") if source.note else None, None if source.url else "no link: its full address was not seen"]
    return SourceLine(
        number,
        sheet.link(Key("publisher", source.publisher)),
        Markup(f"“{escape(source.title, start=False)}”") if source.title else Markup(escape(source.about or "", start=False)),
        address(source.url) if source.url else "",
        words.when(source.published) if source.published else "no date seen",
        tuple(detail for detail in details if detail),
        source.as_printed or "",
    )


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One dated line. `here` marks the development that the page is about."""

    date: str
    text: Markup
    here: bool = False


@dataclass(frozen=True, slots=True)
class _Dated:
    date: When
    order: int
    row: TimelineRow = field(compare=False)


def timeline(
    sheet: Sheet,
    briefs: Iterable[tuple[Key, Brief]],
    backgrounds: Iterable[Document],
    here: Key | None = None,
) -> tuple[TimelineRow, ...]:
    """Set developments and the events of backgrounds in one order of time."""
    dated: list[_Dated] = []
    for key, brief in briefs:
        row = TimelineRow(words.when(brief.date), sheet.link(key), here=key == here)
        dated.append(_Dated(brief.date, 1, row))
    for document in backgrounds:
        events: tuple[Event, ...] = getattr(document.entry, "events", ())
        for event in events:
            dated.append(_Dated(event.date, 0, TimelineRow(words.when(event.date), sheet.line(document, event.text))))
    return tuple(entry.row for entry in sorted(dated, key=lambda entry: (entry.date, entry.order)))


@dataclass(frozen=True, slots=True)
class Person:
    """One line of who's who."""

    name: Markup
    description: str


def whos_who(sheet: Sheet) -> tuple[Person, ...]:
    """Introduce the actors that the page names: persons first, then organisations and states."""
    found = [(key, entry) for key in list(sheet.named) if (entry := sheet.edition.get(key, Actor))]
    found.sort(key=lambda pair: ("person", "organisation", "alliance", "state").index(pair[1].kind))
    return tuple(Person(sheet.link(key), entry.description) for key, entry in found)


@dataclass(frozen=True, slots=True)
class Change:
    """One update or correction."""

    date: str
    correction: bool
    text: Markup
    was: Markup
    why: Markup


def changes(
    sheet: Sheet, document: Document, updates: Sequence[Update], corrections: Sequence[Correction]
) -> tuple[Change, ...]:
    """List what changed on the page, the latest first. The old words of a redacted correction are not shown."""
    none = Markup("")
    dated = [(u.date, Change(words.day(u.date), False, sheet.line(document, u.text), none, none)) for u in updates]
    for c in corrections:
        was = none if c.redacted else sheet.line(document, c.was)
        dated.append(
            (c.date, Change(words.day(c.date), True, sheet.line(document, c.now), was, sheet.line(document, c.why)))
        )
    dated.sort(key=lambda pair: pair[0], reverse=True)
    return tuple(change for _, change in dated)


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
        return Mention(words.when(entry.date), sheet.link(document.key), Markup(escape(sheet.plain(document, entry.bottom_line))))
    if isinstance(entry, Background):
        return Mention("", sheet.link(document.key), Markup(escape(sheet.plain(document, entry.in_short))))
    return Mention("", sheet.link(document.key), Markup(""))


def used_by(sheet: Sheet, key: Key) -> tuple[Mention, ...]:
    """List the briefs, latest first, and then the backgrounds and storylines that refer to an entry."""
    edition: Edition = sheet.edition
    users = [user for user in edition.backlinks.get(key, ()) if edition.shown(user)]
    briefs = [user for user, _ in reversed(edition.briefs) if user in users]
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
        if support and not _is_figure(claim):
            mark = sheet.cite(edition.documents[claim.owner], support.source.id, speaker, support.carrier)
            found.setdefault(claim.owner, {})[(claim.words, mark)] = None
    return tuple(Said(sheet.link(owner), tuple(statements)) for owner, statements in found.items())


def _is_figure(claim: Claim) -> bool:
    return claim.path[:1] == ("figures",)


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
        if not _is_figure(claim):
            found[claim.owner][claim.words] = None
    return tuple(Resting(sheet.link(owner), tuple(statements)) for owner, statements in found.items())
