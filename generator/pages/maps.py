"""The map of a page: where something happened, as precisely as its places say."""

from collections.abc import Iterable

from generator import graphics
from generator.edition import Key
from generator.model.forms import Place
from generator.pages.sheet import Sheet


def map_of(sheet: Sheet, places: Iterable[str]) -> graphics.Locator | None:
    """Draw the first of the places whose coordinates are known, and name the others on the same map where there is room."""
    entries = (sheet.edition.get(Key("place", id), Place) for id in places)
    spots = [
        graphics.Spot(entry.name, entry.coordinates.lat, entry.coordinates.lon, entry.coordinates.precision)
        for entry in entries
        if entry and entry.coordinates
    ]
    towns = tuple(spot for spot in spots[1:] if spot.precision in ("point", "town"))
    return graphics.locator(spots[0], sheet.words, towns) if spots else None
