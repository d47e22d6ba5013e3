"""The archive: every brief, by the year and month in which it happened."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from generator.edition import Edition, Key
from generator.edition.calendar import FULL, Part
from generator.model.dates import When
from generator.model.forms import Brief
from generator.pages import mentions, roll
from generator.pages.page import Page
from generator.pages.sheet import Sheet
from generator.pages.template import render
from generator.text import address, escape

AT = "archive/"


@dataclass(frozen=True, slots=True)
class Month:
    """The briefs of one month, the latest first. The name is empty where only the year is known."""

    name: str
    mentions: tuple[mentions.Mention, ...]


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """All that the archive shows: its years, and the months of the part that this page holds."""

    title: str
    total: int
    years: tuple[roll.PartLink, ...]
    months: tuple[Month, ...]
    topics: tuple[Markup, ...]


def subjects(edition: Edition) -> Iterator[Part[Key] | None]:
    """The way into the archive, and every part of it."""
    yield None
    yield from edition.ask(_parts)


def page(edition: Edition, part: Part[Key] | None) -> Page:
    """Set the archive's first page, which holds its latest part or all of a short one, or the page of one part."""
    sheet = Sheet(edition, f"{AT}{part.slug}" if part else AT)
    every, total = edition.ask(_parts), len(edition.ask(_briefs))
    held = part or next((other for other in every if other.items), None)
    shown = [held] if part or total > FULL else every
    title = sheet.words._("Archive: %(time)s", time=roll.part_name(sheet, part)) if part else sheet.words._("Archive")
    view = ArchiveView(
        title,
        total,
        roll.beside(sheet, held, every, AT) if held else (),
        tuple(month for one in shown if one for month in _months(sheet, one)),
        tuple(_topic(sheet, topic) for topic in edition.topics) if part is None else (),
    )
    description = sheet.words._("All developments that this site has told, by the day on which they happened.")
    return Page(sheet.at, title, description, render("archive/page.md.j2", view, sheet.words), meta=sheet.meta("archive"))


def _briefs(edition: Edition) -> tuple[Key, ...]:
    return tuple(key for key, brief in edition.briefs if brief.stage != "withdrawn")


def _parts(edition: Edition) -> tuple[Part[Key], ...]:
    return roll.parts_of(edition, edition.ask(_briefs))


def _months(sheet: Sheet, part: Part[Key]) -> Iterator[Month]:
    def month(key: Key) -> str:
        brief = sheet.edition.get(key, Brief)
        day = roll.brief_day(sheet.edition, key)
        known = f"{day:%Y}" if brief and brief.date.precision == "year" else f"{day:%Y-%m}"
        return sheet.words.when(When.read(known))

    for name, keys in groupby(part.items, key=month):
        yield Month(name, tuple(mentions.mention(sheet, sheet.edition.documents[key]) for key in keys))


def _topic(sheet: Sheet, topic: str) -> Markup:
    key = Key("topic", topic)
    return Markup(f"[{escape(sheet.edition.name(key), start=False)}]({address(sheet.target(key))})")
