"""The page of a storyline: where it stands, its developments in order, and what came before."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.edition import Edition, Key
from generator.edition.addresses import address_of
from generator.graphics import Timeline
from generator.model.forms import Storyline
from generator.pages import people, roll, support, tallies, timeline
from generator.pages.page import Page
from generator.pages.sheet import Sheet
from generator.pages.template import render

LATEST = 8
"""How many developments stand with their bottom line where there are many; the timeline has the others."""


@dataclass(frozen=True, slots=True)
class StorylineView:
    """All that the template of a storyline shows."""

    title: str
    summary: Markup
    trend: str
    trend_day: str
    trend_why: Markup
    briefs: roll.Roll
    tallies: tuple[tallies.Tally, ...]
    backgrounds: tuple[tuple[Markup, str], ...]
    """Each background with why a reader needs it."""
    timeline: tuple[timeline.TimelineRow, ...]
    chart: Timeline | None
    people: tuple[people.Person, ...]
    support: support.Support


def subjects(edition: Edition) -> Iterator[Key]:
    """Every storyline gets a page."""
    yield from (key for key, _ in edition.every(Storyline))


def page(edition: Edition, key: Key) -> Page:
    """Set the page of one storyline."""
    document, storyline = edition.documents[key], edition.get(key, Storyline)
    assert storyline is not None
    sheet = Sheet(edition, address_of(key))
    briefs = edition.storylines.get(key.id, ())
    backgrounds = [(Key("background", use.use), use.why or "") for use in storyline.background if use.use]
    files = [edition.documents[background] for background, _ in backgrounds if background in edition.documents]
    view = StorylineView(
        title=storyline.title,
        summary=sheet.text(document, storyline.summary),
        trend=sheet.words.term("trend of a storyline", storyline.trend.direction) if storyline.trend else "",
        trend_day=sheet.words.day(storyline.trend.as_of) if storyline.trend else "",
        trend_why=sheet.line(document, storyline.trend.why) if storyline.trend else Markup(""),
        briefs=roll.roll(sheet, key, LATEST),
        tallies=tallies.tallies(sheet, [*(brief for brief, _ in briefs), *(file.key for file in files)]),
        backgrounds=tuple((sheet.link(background), why) for background, why in backgrounds),
        timeline=(rows := timeline.timeline(sheet, briefs, files, edition.ask(timeline.told_in, key.id))),
        chart=timeline.chart(sheet, rows),
        people=people.whos_who(sheet),
        support=support.support(sheet, document),
    )
    body = render("storyline/page.md.j2", view, sheet.words)
    description, meta = sheet.plain(document, storyline.summary.text), sheet.meta("storyline")
    return Page(sheet.at, storyline.title, description, body, document.file, meta=meta)
