"""The page of a place: what and where it is, who calls it what, and what happened there."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.edition import Edition, Key
from generator.edition.addresses import address_of
from generator.graphics import Locator
from generator.model.forms import Place
from generator.model.illustrations import Coordinates
from generator.pages import maps, mentions, roll, support, tallies
from generator.pages.page import Page
from generator.pages.sheet import Sheet
from generator.pages.template import render
from generator.pages.variants import VariantName, variants
from generator.words import Words


@dataclass(frozen=True, slots=True)
class PlaceView:
    """All that the template of a place shows."""

    name: str
    kind: str
    within: Markup
    coordinates: Coordinates | None
    map: Locator | None
    precision: str
    """What the coordinates stand for."""
    contested: str
    variants: tuple[VariantName, ...]
    about: Markup
    tallies: tuple[tallies.Tally, ...]
    briefs: roll.Roll
    others: tuple[mentions.Mention, ...]
    support: support.Support


def subjects(edition: Edition) -> Iterator[Key]:
    """Every place gets a page."""
    yield from (key for key, _ in edition.every(Place))


def page(edition: Edition, key: Key) -> Page:
    """Set the page of one place."""
    document, place = edition.documents[key], edition.get(key, Place)
    assert place is not None
    sheet = Sheet(edition, address_of(key))
    view = PlaceView(
        name=place.name,
        kind=place.kind,
        within=sheet.link(Key("place", place.within)) if place.within else Markup(""),
        coordinates=place.coordinates,
        map=maps.map_of(sheet, [key.id]),
        precision=_precision(sheet.words, place.coordinates) if place.coordinates else "",
        contested=place.contested or "",
        variants=variants(sheet, place.variants),
        about=sheet.text(document, place.about),
        tallies=tallies.tallies(sheet, [*edition.told_in(key), *edition.backlinks.get(key, ())]),
        briefs=roll.roll(sheet, key),
        others=mentions.others(sheet, key),
        support=support.support(sheet, document),
    )
    body, meta = render("place/page.md.j2", view, sheet.words), sheet.meta("place")
    return Page(sheet.at, place.name, f"{place.name}: {place.kind}", body, document.file, meta=meta)


def _precision(words: Words, coordinates: Coordinates) -> str:
    return {
        "point": words._("the point itself"),
        "town": words._("the middle of the town"),
        "district": words._("the middle of the district"),
        "region": words._("the middle of the region"),
        "country": words._("the middle of the country"),
        "line": words._("the middle of the line"),
    }[coordinates.precision]
