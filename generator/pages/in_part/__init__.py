"""A part of a long roll: the developments of one year, or one month of a full year, that belong to an entry or a topic."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.edition import Edition, Key
from generator.edition.addresses import address_of, has_page
from generator.edition.calendar import Part
from generator.pages import mentions, roll
from generator.pages.page import Page
from generator.pages.sheet import Sheet
from generator.pages.template import render


@dataclass(frozen=True, slots=True)
class PartView:
    """All that the page of a part shows. Without `mentions`, the year is told by its months."""

    whole: Markup
    title: str
    mentions: tuple[mentions.Mention, ...]
    parts: tuple[roll.PartLink, ...]
    """The other parts, the latest first."""


def subjects(edition: Edition) -> Iterator[tuple[Key, Part[Key]]]:
    """Every part of every roll that is too long for the page it belongs to."""
    entries = [key for key, document in edition.documents.items() if key.kind in roll.ROLLED and has_page(document)]
    for key in [*entries, *(Key("topic", topic) for topic in edition.topics)]:
        yield from ((key, part) for part in edition.ask(roll.parts_in, key))


def page(edition: Edition, subject: tuple[Key, Part[Key]]) -> Page:
    """Set the page of one part."""
    key, part = subject
    root = address_of(key)
    sheet = Sheet(edition, f"{root}{part.slug}")
    title = sheet.words._("%(name)s: %(time)s", name=edition.name(key), time=roll.part_name(sheet, part))
    view = PartView(
        sheet.link(key),
        title,
        tuple(mentions.mention(sheet, edition.documents[brief]) for brief in part.items),
        roll.beside(sheet, part, edition.ask(roll.parts_in, key), root),
    )
    description = sheet.words.ngettext("%(num)s development.", "%(num)s developments.", part.count)
    return Page(sheet.at, title, description, render("in_part/page.md.j2", view, sheet.words), meta=sheet.meta("list"))
