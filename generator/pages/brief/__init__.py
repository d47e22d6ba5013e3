"""The page of a brief: orientation first, a clear stop, then depth. The view is built in the order of the page, so that the
sources are numbered as a reader meets them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import dirname, relpath

from markupsafe import Markup

from generator.edition import Document, Edition, Key
from generator.edition.addresses import address_of
from generator.edition.changes import changed
from generator.edition.reading import document as document_of
from generator.graphics import Locator, Timeline
from generator.model.forms import Brief
from generator.model.parts import Quote
from generator.outputs import brief_data, share_images
from generator.outputs.cautions import retracted_first
from generator.pages import changes, disputes, figures, maps, people, support, timeline
from generator.pages.brief import context, photos, questions, versions
from generator.pages.languages import version, with_language_of_headings
from generator.pages.page import Page
from generator.pages.sheet import Sheet
from generator.pages.template import render


@dataclass(frozen=True, slots=True)
class BriefView:
    """All that the template of a brief shows, from top to bottom."""

    title: str
    stage: str
    storyline: Markup
    versions: tuple[Markup, ...]
    date: str
    time: str
    status: str
    status_kind: str
    """The status as the style sheet knows it."""
    as_of: str
    updated: str
    places: tuple[Markup, ...]
    bottom_line: Markup
    banners: tuple[changes.Change, ...]
    retracted: str
    """That what comes first on the page rests on nothing but retracted sources, where it does."""
    later: context.Later | None
    key_points: tuple[Markup, ...]
    why_it_matters: Markup
    map: Locator | None
    what_happened: Markup
    photos: tuple[photos.Photo, ...]
    figures: tuple[figures.FigureTable, ...]
    disputes: tuple[disputes.DisputeView, ...]
    quotes: tuple[Markup, ...]
    unknowns: tuple[questions.OpenQuestion, ...]
    watch: tuple[questions.Expected, ...]
    background: tuple[context.BackgroundPart, ...]
    own_sources: int
    """How many of the numbered sources stand behind the brief itself; the others follow them."""
    answered_later: bool
    date_note: Markup
    timeline: tuple[timeline.TimelineRow, ...]
    chart: Timeline | None
    people: tuple[people.Person, ...]
    related: tuple[context.RelatedLine, ...]
    support: support.Support
    authors: str
    checked_by: str
    published: str
    topics: str
    site: str
    address: str
    data: str
    """Where the page is as JSON, relative to it."""
    changes: tuple[changes.Change, ...]
    previous: Markup
    next: Markup


@dataclass(frozen=True, slots=True)
class WithdrawnView:
    """What is left at the address of a withdrawn brief."""

    title: str
    date: str
    why: Markup
    replaced_by: tuple[Markup, ...]
    sources: tuple[support.SourceLine, ...]


def subjects(edition: Edition) -> Iterator[Key]:
    """Every brief of the edition and every translation gets a page, withdrawn ones a note in its place."""
    yield from (key for key, _ in edition.briefs_and_translations)


def page(edition: Edition, key: Key) -> Page:
    """Set the page of one brief."""
    document = edition.ask(document_of, key)  # the page tells all of its file, and rests on the whole of it
    assert document is not None
    brief = document.entry
    assert isinstance(brief, Brief)
    sheet = Sheet(edition, address_of(key), brief.lang)
    before, after = _neighbours(edition, key, brief)
    if brief.stage == "withdrawn":
        body = render("brief/withdrawn.md.j2", _withdrawn(sheet, document, brief), sheet.words)
        description, meta = sheet.words._("This brief was withdrawn."), sheet.meta("brief")
        return Page(sheet.at, brief.title, description, body, document.file, changed(brief), meta=meta)
    body = render("brief/page.md.j2", _view(sheet, document, brief, before, after), sheet.words)
    body = with_language_of_headings(body, sheet.words.tag, sheet.lang)
    return Page(
        sheet.at,
        brief.title,
        sheet.plain(document, brief.bottom_line.text),
        body,
        document.file,
        changed(brief),
        address_of(version(edition, before, sheet.lang)) if before else "",
        address_of(version(edition, after, sheet.lang)) if after else "",
        sheet.meta("brief", image=f"{sheet.at}{share_images.FILE}", image_alt=brief.title, **versions.meta(edition, key)),
    )


def _view(sheet: Sheet, document: Document, brief: Brief, before: Key | None, after: Key | None) -> BriefView:
    edition, words = sheet.edition, sheet.words
    significant = max((update.date for update in brief.updates if update.significant), default=None)
    background_files = [
        edition.documents[key] for use in brief.background if use.use and (key := Key("background", use.use)) in edition.documents
    ]
    return BriefView(
        title=brief.title,
        stage=_stage(sheet, brief),
        storyline=_storyline(sheet, brief),
        versions=versions.versions(sheet, document.key),
        date=words.when(brief.date),
        time=words.time(brief.time) if brief.time else "",
        status=words.term("status of a brief", brief.status or ""),
        status_kind=brief.status or "",
        as_of=words.day(brief.as_of),
        updated=words.day(significant) if significant else "",
        places=tuple(sheet.link(Key("place", place)) for place in brief.places),
        bottom_line=sheet.line(document, brief.bottom_line),
        banners=changes.changes(sheet, document, (), [c for c in brief.corrections if c.material]),
        retracted=retracted_first(edition, document, words),
        later=context.later(sheet, document.key, brief),
        key_points=tuple(sheet.line(document, point) for point in brief.key_points),
        why_it_matters=sheet.text(document, brief.why_it_matters),
        map=maps.map_of(sheet, brief.places),
        what_happened=sheet.text(document, brief.what_happened),
        photos=tuple(photos.photos(sheet, document, brief)),
        figures=figures.figures(sheet, document, brief.figures),
        disputes=disputes.disputes(sheet, document, brief.disputes),
        quotes=_unset_quotes(sheet, document, brief.quotes),
        unknowns=tuple(questions.unknowns(sheet, document, brief)),
        watch=tuple(questions.watch(sheet, document, brief)),
        date_note=sheet.line(document, brief.date_note),
        own_sources=len(sheet.cited),
        answered_later=any(unknown.answer for unknown in brief.unknowns) or any(item.outcome for item in brief.watch),
        people=people.whos_who(sheet),
        background=tuple(context.backgrounds(sheet, document, brief)),
        timeline=(rows := timeline.of_brief(sheet, document.key, brief, background_files)),
        chart=timeline.chart(sheet, rows),
        related=tuple(context.related(sheet, document, item) for item in brief.related),
        support=support.support(sheet, document),
        authors=words.listed(list(brief.authors)),
        checked_by=words.listed(list(brief.checked_by)),
        published=words.day(brief.published) if brief.published else "",
        topics=words.listed([topic.replace("-", " ") for topic in brief.topics]),
        site=edition.settings.name,
        address=f"{edition.settings.public_url}{sheet.at}" if edition.settings.public_url else "",
        data=relpath(f"{sheet.at}{brief_data.FILE}", dirname(sheet.at.rstrip("/"))),
        changes=changes.changes(sheet, document, brief.updates, brief.corrections),
        previous=sheet.link(before) if before else Markup(""),
        next=sheet.link(after) if after else Markup(""),
    )


def _stage(sheet: Sheet, brief: Brief) -> str:
    if brief.stage == "draft":
        return sheet.words._("Draft: this page is not published.")
    if brief.published and brief.published > sheet.edition.day:
        return sheet.words._("Not yet published: due on %(day)s.", day=sheet.words.day(brief.published))
    return ""


def _storyline(sheet: Sheet, brief: Brief) -> Markup:
    return sheet.link(Key("storyline", brief.storyline)) if brief.storyline else Markup("")


def _unset_quotes(sheet: Sheet, document: Document, quotes: dict[str, Quote]) -> tuple[Markup, ...]:
    return tuple(sheet.quote(document, id) for id in quotes if (document.key, id) not in sheet.quoted)


def _neighbours(edition: Edition, key: Key, brief: Brief) -> tuple[Key | None, Key | None]:
    key = edition.versions.originals.get(key, key)
    near = timeline.near(edition, brief.storyline or "", key, 1)
    at = near.index(key) if near else 0
    return near[0] if at else None, near[-1] if near[at + 1 :] else None


def _withdrawn(sheet: Sheet, document: Document, brief: Brief) -> WithdrawnView:
    withdrawal = brief.withdrawal
    return WithdrawnView(
        brief.title,
        sheet.words.day(withdrawal.date) if withdrawal else "",
        sheet.text(document, withdrawal.why) if withdrawal else Markup(""),
        tuple(link for id in brief.replaced_by if (link := context.told_by(sheet, document, id))),
        tuple(support.source_line(sheet, source, number) for number, source in enumerate(sheet.cited, 1)),
    )
