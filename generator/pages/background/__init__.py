"""The page of a background: the explanation in full, its dates and figures, and every brief that uses it."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.edition import Edition, Key
from generator.edition.addresses import address_of
from generator.edition.changes import changed
from generator.graphics import Timeline
from generator.model.forms import Background
from generator.pages import changes, disputes, figures, mentions, people, roll, support, timeline
from generator.pages.page import Page
from generator.pages.sheet import Sheet
from generator.pages.template import render


@dataclass(frozen=True, slots=True)
class BackgroundView:
    """All that the template of a background shows."""

    title: str
    date: str
    reviewed: str
    places: tuple[Markup, ...]
    in_short: Markup
    text: Markup
    figures: tuple[figures.FigureTable, ...]
    disputes: tuple[disputes.DisputeView, ...]
    timeline: tuple[timeline.TimelineRow, ...]
    chart: Timeline | None
    people: tuple[people.Person, ...]
    related: tuple[Markup, ...]
    briefs: roll.Roll
    others: tuple[mentions.Mention, ...]
    """The storylines and backgrounds that use it."""
    support: support.Support
    changes: tuple[changes.Change, ...]


def subjects(edition: Edition) -> Iterator[Key]:
    """Every background gets a page."""
    yield from (key for key, _ in edition.every(Background))


def page(edition: Edition, key: Key) -> Page:
    """Set the page of one background."""
    document, background = edition.documents[key], edition.get(key, Background)
    assert background is not None
    sheet = Sheet(edition, address_of(key))
    view = BackgroundView(
        title=background.title,
        date=sheet.words.when(background.date) if background.date else "",
        reviewed=sheet.words.day(background.reviewed) if background.reviewed else "",
        places=tuple(sheet.link(Key("place", place)) for place in background.places),
        in_short=sheet.text(document, background.in_short),
        text=sheet.text(document, background.text),
        figures=figures.figures(sheet, document, background.figures),
        disputes=disputes.disputes(sheet, document, background.disputes),
        timeline=(rows := timeline.timeline(sheet, (), [document], timeline.told_by(edition, ()))),
        chart=timeline.chart(sheet, rows),
        people=people.whos_who(sheet),
        related=tuple(sheet.link(Key("background", other)) for other in background.related),
        briefs=roll.roll(sheet, key),
        others=mentions.others(sheet, key),
        support=support.support(sheet, document),
        changes=changes.changes(sheet, document, background.updates, background.corrections),
    )
    body = render("background/page.md.j2", view, sheet.words)
    description, meta = sheet.plain(document, background.in_short.text), sheet.meta("background")
    return Page(sheet.at, background.title, description, body, document.file, changed(background), meta=meta)
