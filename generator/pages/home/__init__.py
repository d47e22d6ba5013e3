"""The home page: what is new, what is developing, the storylines."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date

from markupsafe import Markup

from generator.edition import Edition, Key
from generator.model.forms import Brief, Storyline
from generator.pages import mentions
from generator.pages.page import Page
from generator.pages.sheet import Sheet
from generator.pages.template import render
from generator.text import escape

NEW = 10
"""How many briefs the home page shows: more belong into the archive."""


@dataclass(frozen=True, slots=True)
class StorylineLine:
    """One storyline with its latest development."""

    link: Markup
    developments: int
    trend: str
    latest: Markup
    latest_date: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """All that the home page shows."""

    name: str
    description: str
    new: tuple[mentions.Mention, ...]
    developing: tuple[mentions.Mention, ...]
    storylines: tuple[StorylineLine, ...]
    more: tuple[Markup, ...]
    """Links to the pages about the whole edition."""


def subjects(edition: Edition) -> Iterator[Key]:
    """There is one home page."""
    yield Key("site", "")


def page(edition: Edition, key: Key) -> Page:
    """Set the home page."""
    sheet = Sheet(edition, "")
    live = [(brief_key, brief) for brief_key, brief in edition.briefs if brief.stage != "withdrawn"]
    newest = sorted(live, key=lambda pair: (pair[1].published or Date.min, pair[1].date, pair[0]), reverse=True)[:NEW]
    developing = [pair for pair in reversed(live) if pair[1].status == "developing" and pair not in newest][:NEW]
    view = HomeView(
        edition.settings.name,
        edition.settings.description,
        tuple(_mention(sheet, pair) for pair in newest),
        tuple(_mention(sheet, pair) for pair in developing),
        tuple(_storylines(sheet)),
        tuple(_more(sheet)),
    )
    description = edition.settings.description or sheet.words._("Briefings by %(name)s.", name=edition.settings.name)
    return Page("", edition.settings.name, description, render("home/page.md.j2", view, sheet.words), meta=sheet.meta("home"))


def _more(sheet: Sheet) -> Iterator[Markup]:
    for words, address in ((sheet.words._("Sources"), "sources/"), (sheet.words._("Names and terms"), "names/")):
        yield Markup(f"[{escape(words, start=False)}]({sheet.relative(address)})")


def _mention(sheet: Sheet, pair: tuple[Key, Brief]) -> mentions.Mention:
    return mentions.mention(sheet, sheet.edition.documents[pair[0]])


def _storylines(sheet: Sheet) -> Iterator[StorylineLine]:
    edition = sheet.edition
    found = [
        (edition.storylines[key.id][-1], key, entry) for key, entry in edition.every(Storyline) if key.id in edition.storylines
    ]
    for (latest, brief), key, entry in sorted(found, key=lambda item: (item[0][1].date, item[1]), reverse=True):
        yield StorylineLine(
            sheet.link(key),
            len(edition.storylines[key.id]),
            sheet.words.term("trend of a storyline", entry.trend.direction) if entry.trend else "",
            sheet.link(latest),
            sheet.words.when(brief.date),
        )
