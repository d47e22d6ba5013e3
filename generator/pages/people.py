"""Who's who: the actors that a page names."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.model.forms import Actor
from generator.pages.languages import inline
from generator.pages.sheet import Sheet
from generator.text import escape


@dataclass(frozen=True, slots=True)
class Person:
    """One line of who's who."""

    name: Markup
    description: Markup


def whos_who(sheet: Sheet) -> tuple[Person, ...]:
    """Introduce the actors that the page names: persons first, then organisations and states."""
    found = [(key, entry) for key in list(sheet.named) if (entry := sheet.edition.get(key, Actor))]
    found.sort(key=lambda pair: ("person", "organisation", "alliance", "state").index(pair[1].kind))
    site = sheet.edition.settings.options.language
    described = ((key, Markup(escape(entry.description, start=False))) for key, entry in found)
    return tuple(Person(sheet.link(key), inline(description, site, sheet.lang)) for key, description in described)
