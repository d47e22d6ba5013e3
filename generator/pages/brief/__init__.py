"""The page of a brief: orientation first, a clear stop, then depth. The view is built in the order of the page, so that the
sources are numbered as a reader meets them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date

from markupsafe import Markup

from generator.edition import Document, Edition, Key
from generator.edition.addresses import address_of
from generator.model.forms import Background, Brief, RelatedItem
from generator.model.parts import Quote
from generator.pages import sections, words
from generator.pages.page import Page
from generator.pages.sheet import Sheet
from generator.pages.template import render


@dataclass(frozen=True, slots=True)
class BackgroundPart:
    """A background as the brief shows it."""

    title: str
    link: str
    why: str
    text: Markup
    reviewed: str


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question without an answer, and what became of it."""

    anchor: str
    question: str
    since: str
    text: Markup
    state: str
    answer: Markup
    answered_by: Markup


@dataclass(frozen=True, slots=True)
class Expected:
    """What to watch for, and what came of it."""

    text: Markup
    due: str
    state: str
    outcome: Markup
    told_by: Markup


@dataclass(frozen=True, slots=True)
class RelatedLine:
    """Something else to read: one of our pages, or a source."""

    link: Markup
    source: sections.SourceLine | None
    why: str


@dataclass(frozen=True, slots=True)
class Later:
    """The storyline's latest development, when it came after this one."""

    date: str
    link: Markup


@dataclass(frozen=True, slots=True)
class BriefView:
    """All that the template of a brief shows, from top to bottom."""

    title: str
    stage: str
    storyline: Markup
    date: str
    time: str
    status: str
    as_of: str
    updated: str
    places: tuple[Markup, ...]
    bottom_line: Markup
    banners: tuple[sections.Change, ...]
    later: Later | None
    key_points: tuple[Markup, ...]
    why_it_matters: Markup
    what_happened: Markup
    figures: tuple[sections.FigureTable, ...]
    disputes: tuple[sections.DisputeView, ...]
    quotes: tuple[Markup, ...]
    unknowns: tuple[OpenQuestion, ...]
    watch: tuple[Expected, ...]
    background: tuple[BackgroundPart, ...]
    date_note: Markup
    timeline: tuple[sections.TimelineRow, ...]
    people: tuple[sections.Person, ...]
    related: tuple[RelatedLine, ...]
    support: sections.Support
    authors: str
    checked_by: str
    published: str
    changes: tuple[sections.Change, ...]
    previous: Markup
    next: Markup


@dataclass(frozen=True, slots=True)
class WithdrawnView:
    """What is left at the address of a withdrawn brief."""

    title: str
    date: str
    why: Markup
    replaced_by: tuple[Markup, ...]


def subjects(edition: Edition) -> Iterator[Key]:
    """Every brief of the edition gets a page, withdrawn ones a note in its place."""
    yield from (key for key, _ in edition.briefs)


def page(edition: Edition, key: Key) -> Page:
    """Set the page of one brief."""
    document, brief = edition.documents[key], edition.get(key, Brief)
    assert brief is not None
    sheet = Sheet(edition, address_of(key))
    before, after = _neighbours(edition, key, brief)
    if brief.stage == "withdrawn":
        body = render("brief/withdrawn.md.j2", _withdrawn(sheet, document, brief))
        return Page(sheet.at, brief.title, "This brief was withdrawn.", body, document.file, _changed(brief))
    body = render("brief/page.md.j2", _view(sheet, document, brief, before, after))
    return Page(
        sheet.at,
        brief.title,
        sheet.plain(document, brief.bottom_line),
        body,
        document.file,
        _changed(brief),
        address_of(before) if before else "",
        address_of(after) if after else "",
    )


def _view(sheet: Sheet, document: Document, brief: Brief, before: Key | None, after: Key | None) -> BriefView:
    edition = sheet.edition
    significant = max((update.date for update in brief.updates if update.significant), default=None)
    background_files = [
        edition.documents[key]
        for use in brief.background
        if use.use and (key := Key("background", use.use)) in edition.documents
    ]
    return BriefView(
        title=brief.title,
        stage=_stage(edition, brief),
        storyline=_storyline(sheet, brief),
        date=words.when(brief.date),
        time=brief.time or "",
        status=brief.status or "",
        as_of=words.day(brief.as_of),
        updated=words.day(significant) if significant else "",
        places=tuple(sheet.link(Key("place", place)) for place in brief.places),
        bottom_line=sheet.line(document, brief.bottom_line),
        banners=sections.changes(sheet, document, (), [c for c in brief.corrections if c.material]),
        later=_later(sheet, document.key, brief),
        key_points=tuple(sheet.line(document, point) for point in brief.key_points),
        why_it_matters=sheet.text(document, brief.why_it_matters),
        what_happened=sheet.text(document, brief.what_happened),
        figures=sections.figures(sheet, document, brief.figures),
        disputes=sections.disputes(sheet, document, brief.disputes),
        quotes=_unset_quotes(sheet, document, brief.quotes),
        unknowns=tuple(_unknowns(sheet, document, brief)),
        watch=tuple(_watch(sheet, document, brief)),
        background=tuple(_backgrounds(sheet, document, brief)),
        date_note=sheet.line(document, brief.date_note),
        timeline=sections.timeline(
            sheet, edition.storylines.get(brief.storyline or "", [(document.key, brief)]), background_files, document.key
        ),
        people=sections.whos_who(sheet),
        related=tuple(_related(sheet, document, item) for item in brief.related),
        support=sections.support(sheet, document),
        authors=words.listed(list(brief.authors)),
        checked_by=words.listed(list(brief.checked_by)),
        published=words.day(brief.published) if brief.published else "",
        changes=sections.changes(sheet, document, brief.updates, brief.corrections),
        previous=sheet.link(before) if before else Markup(""),
        next=sheet.link(after) if after else Markup(""),
    )


def _stage(edition: Edition, brief: Brief) -> str:
    if brief.stage == "draft":
        return "Draft: this page is not published."
    if brief.published and brief.published > edition.day:
        return f"Not yet published: due on {words.day(brief.published)}."
    return ""


def _storyline(sheet: Sheet, brief: Brief) -> Markup:
    return sheet.link(Key("storyline", brief.storyline)) if brief.storyline else Markup("")


def _later(sheet: Sheet, key: Key, brief: Brief) -> Later | None:
    others = sheet.edition.storylines.get(brief.storyline or "", ())
    if not others or others[-1][0] == key or others[-1][1].date.earliest <= brief.date.earliest:
        return None
    return Later(words.when(others[-1][1].date), sheet.link(others[-1][0]))


def _unset_quotes(sheet: Sheet, document: Document, quotes: dict[str, Quote]) -> tuple[Markup, ...]:
    return tuple(sheet.quote(document, id) for id in quotes if (document.key, id) not in sheet.quoted)


def _told_by(sheet: Sheet, document: Document, id: str | None) -> Markup:
    key = sheet.edition.resolve(document, ("brief",), id) if id else None
    return sheet.link(key) if key and sheet.edition.shown(key) else Markup("")


def _unknowns(sheet: Sheet, document: Document, brief: Brief) -> Iterator[OpenQuestion]:
    for number, unknown in enumerate(brief.unknowns, 1):
        answer = unknown.answer
        yield OpenQuestion(
            f"unknown-{unknown.id or number}",
            unknown.question,
            words.when(unknown.since) if unknown.since else "",
            sheet.line(document, unknown.text),
            {"answered": "Answered", "partly": "Answered in part", "overtaken": "Overtaken by events"}[answer.state] if answer else "",
            sheet.line(document, answer.text) if answer else Markup(""),
            _told_by(sheet, document, answer.brief) if answer else Markup(""),
        )


def _watch(sheet: Sheet, document: Document, brief: Brief) -> Iterator[Expected]:
    for item in brief.watch:
        outcome = item.outcome
        yield Expected(
            sheet.line(document, item.text),
            words.when(item.due) if item.due else "",
            outcome.state.capitalize() if outcome else "",
            sheet.line(document, outcome.text) if outcome else Markup(""),
            _told_by(sheet, document, outcome.brief) if outcome else Markup(""),
        )


def _backgrounds(sheet: Sheet, document: Document, brief: Brief) -> Iterator[BackgroundPart]:
    for use in brief.background:
        why = use.why or ""
        if use.use is None:
            yield BackgroundPart(use.title or "", "", why, sheet.text(document, use.text), "")
            continue
        key = Key("background", use.use)
        if background := sheet.edition.get(key, Background):
            text = sheet.text(sheet.edition.documents[key], background.in_short)
            reviewed = words.day(background.reviewed) if background.reviewed else ""
            yield BackgroundPart(background.title, sheet.target(key), why, text, reviewed)


def _related(sheet: Sheet, document: Document, item: RelatedItem) -> RelatedLine:
    if item.brief:
        return RelatedLine(_told_by(sheet, document, item.brief), None, item.why or "")
    key = sheet.source_of(document, item.source or "")
    return RelatedLine(Markup(""), sections.source_line(sheet, key) if key else None, item.why or "")


def _neighbours(edition: Edition, key: Key, brief: Brief) -> tuple[Key | None, Key | None]:
    order = [other for other, _ in edition.storylines.get(brief.storyline or "", ())]
    if key not in order:
        return None, None
    at = order.index(key)
    return order[at - 1] if at else None, order[at + 1] if at + 1 < len(order) else None


def _withdrawn(sheet: Sheet, document: Document, brief: Brief) -> WithdrawnView:
    withdrawal = brief.withdrawal
    return WithdrawnView(
        brief.title,
        words.day(withdrawal.date) if withdrawal else "",
        sheet.text(document, withdrawal.why) if withdrawal else Markup(""),
        tuple(link for id in brief.replaced_by if (link := _told_by(sheet, document, id))),
    )


def _changed(brief: Brief) -> Date | None:
    days = [update.date for update in (*brief.updates, *brief.corrections)]
    days += [day for day in (brief.published, brief.withdrawal.date if brief.withdrawal else None) if day]
    return max(days, default=None)
