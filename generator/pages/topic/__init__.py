"""The page of a topic: what was filed under it."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.edition import Edition, Key
from generator.edition.addresses import address_of
from generator.pages import mentions, roll
from generator.pages.page import Page
from generator.pages.sheet import Sheet
from generator.pages.template import render


@dataclass(frozen=True, slots=True)
class TopicView:
    """All that the page of a topic shows: its briefs, and its storylines and backgrounds."""

    title: str
    briefs: roll.Roll
    others: tuple[mentions.Mention, ...]


def subjects(edition: Edition) -> Iterator[Key]:
    """Every topic gets a page."""
    yield from (Key("topic", topic) for topic in edition.topics)


def page(edition: Edition, key: Key) -> Page:
    """Set the page of one topic."""
    sheet = Sheet(edition, address_of(key))
    others = [other for other in edition.topics[key.id] if other.kind != "brief"]
    view = TopicView(
        edition.name(key),
        roll.roll(sheet, key),
        tuple(mentions.mention(sheet, edition.documents[other]) for other in others),
    )
    description = sheet.words._("Everything filed under “%(topic)s”.", topic=view.title)
    return Page(sheet.at, view.title, description, render("topic/page.md.j2", view, sheet.words), meta=sheet.meta("topic"))
