"""Who's who: the actors that a page names."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.edition import Edition, Key
from generator.model.forms import Actor
from generator.pages.languages import inline
from generator.pages.sheet import Sheet
from generator.text import escape

ORDER = ("person", "organisation", "alliance", "state")


@dataclass(frozen=True, slots=True)
class Person:
    """One line of who's who."""

    name: Markup
    description: Markup


def whos_who(sheet: Sheet) -> tuple[Person, ...]:
    """Introduce the actors that the page names: persons first, then organisations and states."""
    found = [(told, key) for key in sheet.named if (told := sheet.edition.ask(_introduction, key, sheet.lang))]
    found.sort(key=lambda pair: pair[0][0])
    return tuple(Person(sheet.link(key), description) for (_, description), key in found)


def _introduction(edition: Edition, key: Key, lang: str) -> tuple[int, Markup] | None:
    """Say who an actor is to readers of a language, and at which place of who's who; None of what is no actor."""
    actor = edition.get(key, Actor)
    if actor is None:
        return None
    description = Markup(escape(actor.description, start=False))
    return ORDER.index(actor.kind), inline(description, edition.settings.options.language, lang)
