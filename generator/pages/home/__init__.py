"""The home page: what is developing and what is new, then the storylines, then the ways into everything else."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date

from markupsafe import Markup

from generator.edition import Edition, Key
from generator.edition.addresses import SITE_PAGES
from generator.edition.filing import briefs_of_storyline
from generator.edition.ledgers import awaited, unanswered
from generator.model.forms import Brief, Storyline
from generator.pages.mentions import summary
from generator.pages.page import Page
from generator.pages.sheet import Sheet
from generator.pages.template import render
from generator.text import address

NEW = 8
"""How many new briefs the home page shows: more belong into the archive."""
DEVELOPING = 4
STORYLINES = 12


@dataclass(frozen=True, slots=True)
class Teaser:
    """One brief: its headline, its bottom line, when it happened, to which storyline it belongs, and what marks it."""

    link: Markup
    summary: Markup
    date: str
    storyline: Markup
    status: str


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
    lead: Teaser | None
    developing: tuple[Teaser, ...]
    new: tuple[Teaser, ...]
    total: int
    storylines: tuple[StorylineLine, ...]
    open_questions: int
    awaited: int
    to: dict[str, Markup]
    """The addresses of the pages that are there once, by their own."""


def subjects(edition: Edition) -> Iterator[Key]:
    """There is one home page."""
    yield Key("site", "")


def page(edition: Edition, key: Key) -> Page:
    """Set the home page."""
    sheet = Sheet(edition, "")
    live = [(key, brief) for key, brief in edition.briefs if brief.stage != "withdrawn"]
    newest = sorted(live, key=lambda pair: (pair[1].published or Date.min, pair[1].date, pair[0]), reverse=True)[: NEW + 1]
    storylines = tuple(_storylines(sheet))
    lead = _lead(edition, newest)
    developing = [
        pair for pair in reversed(live) if pair[1].status == "developing" and pair != lead and _is_latest(edition, *pair)
    ][:DEVELOPING]
    new = [pair for pair in newest if pair != lead and pair not in developing][:NEW]
    view = HomeView(
        name=edition.settings.name,
        description=edition.settings.description,
        lead=_teaser(sheet, *lead) if lead else None,
        developing=tuple(_teaser(sheet, *pair) for pair in developing),
        new=tuple(_teaser(sheet, *pair) for pair in new),
        total=len(live),
        storylines=storylines[:STORYLINES],
        open_questions=edition.ask(unanswered),
        awaited=edition.ask(awaited),
        to={there: Markup(address(sheet.relative(there))) for there in SITE_PAGES if there},
    )
    description = edition.settings.description or sheet.words._("Briefings by %(name)s.", name=edition.settings.name)
    body, meta = render("home/page.md.j2", view, sheet.words), sheet.meta("home", no_contents=True)
    return Page("", edition.settings.name, description, body, meta=meta)


def _lead(edition: Edition, newest: list[tuple[Key, Brief]]) -> tuple[Key, Brief] | None:
    """Choose what leads the page: of what was published last, what is developing, and of that the latest development."""
    last = [pair for pair in newest if pair[1].published == newest[0][1].published]
    return max(last, key=lambda pair: (_is_latest(edition, *pair), pair[1].date, pair[0]), default=None)


def _is_latest(edition: Edition, key: Key, brief: Brief) -> bool:
    """Tell whether no later development of its storyline is told."""
    others = edition.ask(briefs_of_storyline, brief.storyline or "")
    return not others or others[-1] == key


def _teaser(sheet: Sheet, key: Key, brief: Brief) -> Teaser:
    return Teaser(
        sheet.link(key),
        summary(sheet, key),
        sheet.words.when(brief.date),
        sheet.link(Key("storyline", brief.storyline)) if brief.storyline else Markup(""),
        _status(sheet, key, brief),
    )


def _status(sheet: Sheet, key: Key, brief: Brief) -> str:
    """Say how a story stood and when, for a brief may be years old; nothing of what a later development has gone on from."""
    if not brief.status or (brief.status == "developing" and not _is_latest(sheet.edition, key, brief)):
        return ""
    status = sheet.words.term("status of a brief", brief.status)
    return sheet.words._("%(status)s as of %(day)s", status=status, day=sheet.words.day(brief.as_of))


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
