"""The locator map: where a place is, and no more precisely than it is known.

A point is a dot, a town a dot in a ring; of a district or a region we know the middle, so a circle shows how far it may
reach; a country is its own shape; a border is a band along it. Country names come from CLDR in the reader's language, the
names of places from our own entries alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from babel.units import format_unit
from markupsafe import Markup

from generator.graphics.earth import Country
from generator.graphics.geometry import Box, Point, area
from generator.graphics.ground import HEIGHT, PAPER, WIDTH, Ground
from generator.graphics.labels import Labels, beside, spots_within, wrapped
from generator.graphics.svg import number, path, picture, width_of
from generator.graphics.view import REACH, shown_around
from generator.words import Words

_BARS = (5, 10, 20, 50, 100, 200, 500, 1000, 2000)
_NAMES_OTHERS = 1500
"""Up to which width, in kilometres, a map also names other places."""
_INK, _PAPER, _ACCENT, _SOFT = "#1c1c1c", "#ffffff", "#b3261e", "#5b6168"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to be shown: its name, its coordinates (degrees, WGS 84), and what they stand for (see `Coordinates`)."""

    name: str
    lat: float
    lon: float
    precision: str


@dataclass(frozen=True, slots=True)
class Locator:
    """A map as SVG, and what a reader should know of it, as plain text: how precise it is, and what is disputed on it."""

    svg: Markup
    caption: str


@lru_cache(maxsize=20_000)
def locator(spot: Spot, words: Words, others: tuple[Spot, ...] = ()) -> Locator:
    """Draw the map of a place for readers of a language; `others` are places to name on it where there is room."""
    shown = shown_around(spot.lat, spot.lon, spot.precision)
    ground, country, countries = shown.ground, shown.country, shown.countries
    labels = Labels(PAPER.grown(-14))
    bar = _scale_bar(ground, words, labels)
    x, y = ground.at(spot.lon, spot.lat)
    reach = max(REACH[spot.precision] * ground.scale, 18)
    dot, area_mark = "", _circle(x, y, reach)
    if country:
        area_mark = f'<path class="map-area" d="{path(countries.get(country, []), closed=True)}" {_AREA}/>'
    elif shown.band is not None:
        area_mark = f'<path class="map-band" d="{shown.band}" fill="none" stroke="{_ACCENT}" {_BAND}/>'
    elif spot.precision in ("point", "town"):
        dot, area_mark = _dot(x, y, reach if spot.precision == "town" else 0), ""
    _name_place(labels, spot, (x, y), 0 if country else 26 if shown.band is not None else reach)
    other_dots = _name_others(labels, ground, others) if ground.km < _NAMES_OTHERS else []
    named = _name_countries(labels, countries, words, country)
    parts = (
        f'<rect class="map-sea" width="{WIDTH}" height="{HEIGHT}" fill="#dfe7ec"/>',
        f'<path class="map-land" d="{shown.land}" fill="#f6f4ef" fill-rule="evenodd"/>',
        f'<path class="map-lake" d="{shown.lakes}" fill="#dfe7ec" fill-rule="evenodd"/>',
        area_mark,
        f'<path class="map-border" d="{shown.borders}" fill="none" {_LINE}/>',
        f'<path class="map-disputed" d="{shown.disputed}" fill="none" {_LINE} stroke-dasharray="8 6"/>' if shown.disputed else "",
        *other_dots,
        dot,
        bar,
        '<g class="map-words" font-family="sans-serif" stroke="#f6f4ef" stroke-width="5" paint-order="stroke">',
        *labels.parts,
        "</g>",
    )
    caption = _caption(spot, words, band=shown.band is not None, shape=country is not None, disputed=bool(shown.disputed))
    size = f'viewBox="0 0 {WIDTH} {HEIGHT}"'
    title = words._("Map: %(place)s", place=spot.name)
    return Locator(picture("locator-map", size, title, _description(named, words), parts), caption)


def _caption(spot: Spot, words: Words, *, band: bool, shape: bool, disputed: bool) -> str:
    """Say how precise the mark is, and what the map does not decide."""
    reach = format_unit(REACH[spot.precision], "kilometer", length="long", locale=words.locale)
    around = {
        "town": words._("The dot is the middle of the town."),
        "district": words._("Somewhere in this district; the circle is drawn %(far)s around its middle.", far=reach),
        "region": words._("Somewhere in this region; the circle is drawn %(far)s around its middle.", far=reach),
        "country": words._("Somewhere in this country; its middle is marked."),
        "line": words._("Somewhere along this line; the circle marks its middle."),
    }
    precise = around.get(spot.precision, "")
    precise = words._("Somewhere along this border.") if band else words._("Somewhere in this country.") if shape else precise
    lines = words._("Dashed: disputed boundaries.") if disputed else ""
    return " ".join(filter(None, (words.sentence(spot.name), precise, lines, words._("Boundaries: Natural Earth, 2018."))))


def _description(named: list[str], words: Words) -> str:
    """Say in words what the caption below the map does not say."""
    return words._("Countries named on the map: %(names)s.", names=words.listed(named)) if named else ""


_AREA = f'fill="{_ACCENT}" fill-opacity="0.18"'
_LINE = 'stroke="#8b8f94" stroke-width="2.4"'
_BAND = 'stroke-width="22" stroke-opacity="0.3" stroke-linejoin="round" stroke-linecap="round"'


def _circle(x: float, y: float, radius: float) -> str:
    at = f'cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"'
    return f'<circle class="map-area map-outline" {at} {_AREA} stroke="{_ACCENT}" stroke-width="2.5" stroke-dasharray="7 6"/>'


def _dot(x: float, y: float, around: float) -> str:
    at = f'cx="{number(x)}" cy="{number(y)}"'
    ring = f'<circle class="map-area" {at} r="{number(around)}" {_AREA}/>' if around else ""
    return f'{ring}<circle class="map-place" {at} r="9" fill="{_ACCENT}" stroke="{_PAPER}" stroke-width="3"/>'


def _scale_bar(ground: Ground, words: Words, labels: Labels) -> str:
    km = max(bar for bar in _BARS if bar * ground.scale <= 220 or bar == _BARS[0])
    length, (x, y) = km * ground.scale, (24, HEIGHT - 24)
    said = format_unit(km, "kilometer", length="short", locale=words.locale)
    labels.place([said], 24, "map-scale", [(x + max(length, width_of(said, 24)) / 2, y - 22)], _INK)
    labels.taken.append(Box(x, y - 12, x + length, y + 4))
    return f'<path class="map-bar" d="M{x} {y - 8}v8h{number(length)}v-8" fill="none" stroke="{_INK}" stroke-width="2.5"/>'


def _name_place(labels: Labels, spot: Spot, at: Point, radius: float) -> None:
    size, (x, y) = 32, at
    lines = wrapped(spot.name, size, 400)
    if len(lines) > 3 or not lines:
        return
    wide, high = max(width_of(line, size) for line in lines), size * 1.15 * len(lines)
    around = beside(x, y, radius, wide, high) if radius else [(x, y), *beside(x, y, 14, wide, high)]
    labels.place(lines, size, "map-name", around, _INK)
    labels.taken.append(Box(x - radius, y - radius, x + radius, y + radius))


def _name_others(labels: Labels, ground: Ground, others: Iterable[Spot]) -> list[str]:
    dots = []
    for other in others:
        x, y = ground.at(other.lon, other.lat)
        wide = width_of(other.name, 24)
        if labels.free(Box(x - 5, y - 5, x + 5, y + 5)) and labels.place(
            [other.name], 24, "map-other", beside(x, y, 6, wide, 27)[:4], _SOFT
        ):
            dots.append(f'<circle class="map-dot" cx="{number(x)}" cy="{number(y)}" r="5" fill="{_SOFT}"/>')
    return dots


def _name_countries(
    labels: Labels, countries: dict[Country, list[list[Point]]], words: Words, marked: Country | None
) -> list[str]:
    """Name the countries, the largest on the map first, and return the names; one that is the place has its name already."""
    by_size = sorted(countries.items(), key=lambda item: (-sum(map(area, item[1])), item[0].code))
    named = []
    for country, rings in by_size:
        name = words.locale.territories.get(country.code, "") if country != marked else ""
        for size in (28, 22) if name else ():
            lines = wrapped(name, size, 260)
            wide, high = max(width_of(line, size) for line in lines), size * 1.15 * len(lines)
            if labels.place(lines, size, "map-label", spots_within(list(rings), wide, high, labels.paper), _SOFT):
                named.append(name)
                break
    return named
