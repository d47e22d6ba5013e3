"""The timeline of the whole site: all developments and all events of the backgrounds in one order of time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date
from itertools import groupby

from markupsafe import Markup

from generator.edition import Edition, Key
from generator.edition.calendar import FULL, Part, day_of, in_parts
from generator.model.dates import When
from generator.model.forms import Background, Brief
from generator.model.values import Prose
from generator.pages import roll
from generator.pages.page import Page
from generator.pages.sheet import Sheet
from generator.pages.template import render
from generator.pages.timeline import told_by

AT = "timeline/"


@dataclass(frozen=True, slots=True)
class Moment:
    """A development, or an event that a background tells; the `text` of an event is that of the background `key`."""

    date: When
    key: Key
    text: Prose | None

    @property
    def day(self) -> Date:
        """The day under which it is filed."""
        return day_of(self.date)


@dataclass(frozen=True, slots=True)
class Row:
    """One dated line: a development with its storyline, or an event with the background that tells it."""

    date: str
    text: Markup
    within: Markup
    development: bool


@dataclass(frozen=True, slots=True)
class Year:
    """The lines of one year, in the order of time."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ChronologyView:
    """All that the timeline shows: the years of this page, and links to all others."""

    title: str
    parts: tuple[roll.PartLink, ...]
    years: tuple[Year, ...]


def subjects(edition: Edition) -> Iterator[Part[Moment] | None]:
    """One page for a short history; for a long one, a page for each part too."""
    yield None
    yield from edition.ask(_parts)


def page(edition: Edition, part: Part[Moment] | None) -> Page:
    """Set the timeline, or one part of a long one."""
    sheet = Sheet(edition, f"{AT}{part.slug}" if part else AT, marked=False)
    every = edition.ask(_parts)
    held = part or next((other for other in every if other.items), None)
    shown = held.items if held else edition.ask(moments_of)
    title = sheet.words._("Timeline: %(time)s", time=roll.part_name(sheet, part)) if part else sheet.words._("Timeline")
    years = (
        Year(f"{year}", tuple(_row(sheet, moment) for moment in group))
        for year, group in groupby(shown, key=lambda moment: moment.day.year)
    )
    view = ChronologyView(title, roll.beside(sheet, held, every, AT) if held else (), tuple(years))
    description = sheet.words._("All developments and the events that came before them, in the order of time.")
    return Page(sheet.at, title, description, render("chronology/page.md.j2", view, sheet.words), meta=sheet.meta("timeline"))


def moments_of(edition: Edition) -> tuple[Moment, ...]:
    """List all developments and all events of backgrounds, the earliest first. Withdrawn briefs are left out."""
    briefs = [(key, brief) for key, brief in edition.briefs if brief.stage != "withdrawn"]
    found = [Moment(brief.date, key, None) for key, brief in briefs]
    told = told_by(edition, [key for key, _ in briefs])
    for key, background in edition.every(Background):
        found.extend(Moment(event.date, key, event.text) for event in background.events if not told.tells(key, event.date))
    return tuple(sorted(found, key=lambda moment: (moment.day, moment.date, moment.text is None, moment.key)))


def _parts(edition: Edition) -> tuple[Part[Moment], ...]:
    moments = edition.ask(moments_of)
    return in_parts(moments, lambda moment: moment.day) if len(moments) > FULL else ()


def _row(sheet: Sheet, moment: Moment) -> Row:
    date = sheet.words.when(moment.date)
    if moment.text:
        document = sheet.edition.documents[moment.key]
        return Row(date, sheet.line(document, moment.text), sheet.link(moment.key), False)
    brief = sheet.edition.get(moment.key, Brief)
    storyline = Key("storyline", brief.storyline) if brief and brief.storyline else None
    return Row(date, sheet.link(moment.key), sheet.link(storyline) if storyline else Markup(""), True)
