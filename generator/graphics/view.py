"""What a map shows of the earth: how much of it, the country or border that it is about, and the lines and areas."""

from dataclasses import dataclass
from functools import lru_cache

from generator.graphics.earth import Country, earth
from generator.graphics.geometry import Point, area, box_of, distance, inside
from generator.graphics.ground import HEIGHT, WIDTH, Ground
from generator.graphics.projection import Projection
from generator.graphics.svg import path

REACH = {"point": 0.0, "town": 5.0, "district": 20.0, "region": 40.0, "line": 30.0, "country": 0.0}
"""How far from its coordinates a place may lie, by the precision of the coordinates, in kilometres."""
_KILOMETRES = (500, 800, 1300, 2100, 3400)
"""How much a map shows from left to right: the first that shows more than one country, or a coast."""
_ON_A_BORDER = 5.0
"""How near a border the coordinates of a line must lie to mean that border, in kilometres."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a map shows of the earth, whatever is named on it. Lines and areas are the data of paths."""

    ground: Ground
    country: Country | None
    """The country that the map is about."""
    countries: dict[Country, list[list[Point]]]
    band: str | None
    """The border that the map is about."""
    land: str
    lakes: str
    borders: str
    disputed: str


@lru_cache(maxsize=300)  # many briefs tell of one place, each with other places beside it
def shown_around(lat: float, lon: float, precision: str) -> Shown:
    """Draw what a map of a place shows; coordinates are degrees (WGS 84), and `precision` says what they stand for."""
    border = _border(lat, lon) if precision == "line" else ()
    country = _country(lat, lon) if precision == "country" else None
    ground = _ground(lat, lon, precision, border, country)
    shown = Shown(
        ground,
        country,
        ground.countries(),
        path(ground.lines(border)) if border else None,
        path(ground.land(), closed=True),
        path(ground.lakes(), closed=True),
        path(ground.borders()),
        path(ground.disputed()),
    )
    ground.forget()
    return shown


def _ground(lat: float, lon: float, precision: str, border: tuple[int, ...], country: Country | None) -> Ground:
    """Choose how much to show: all of a country or a border; else as much as it takes to see where on earth this is."""
    if country or border:
        points = _main_part(country, lat, lon) if country else [point for arc in border for point in earth().arcs[arc].points]
        box = box_of(Projection(lon, lat).plane(points))
        centre = Projection(lon, lat).degrees((box.left + box.right) / 2, (box.top + box.bottom) / 2)
        km = max(300.0, (box.right - box.left) * 1.25, (box.bottom - box.top) * 1.25 * WIDTH / HEIGHT)
        return Ground(*centre, min(km, 9000.0))
    least = 3 * REACH[precision] * 2
    for km in _KILOMETRES:
        ground = Ground(lon, lat, max(km, least))
        seen = [sum(area(ring) for ring in rings) / (WIDTH * HEIGHT) for rings in ground.countries().values()]
        if sum(share > 0.04 for share in seen) > 1 or sum(seen) < 0.85:
            break
    return ground


def _country(lat: float, lon: float) -> Country | None:
    """Find the country in which the coordinates of a country lie."""
    for country in earth().countries:
        if country.code and country.box.holds((lon, lat)):
            rings = [earth().points(ring) for polygon in country.polygons for ring in polygon]
            if inside((lon, lat), rings):
                return country
    return None


def _main_part(country: Country, lat: float, lon: float) -> list[Point]:
    """Return the outline of the part of a country in which its coordinates lie: its far islands would make the map too wide."""
    outlines = [earth().points(polygon[0]) for polygon in country.polygons]
    return next((outline for outline in outlines if inside((lon, lat), [outline])), max(outlines, key=area))


def _border(lat: float, lon: float) -> tuple[int, ...]:
    """Find the border on which coordinates lie: all arcs between the same two countries. Empty where they lie on none."""
    around = Ground(lon, lat, 100)
    here = (WIDTH / 2, HEIGHT / 2)
    near = [(min(distance(here, line) for line in lines), arc) for arc in earth().borders if (lines := around.lines([arc]))]
    if not near or min(near)[0] > _ON_A_BORDER * around.scale:
        return ()
    parted = earth().borders[min(near)[1]]
    return tuple(arc for arc, countries in sorted(earth().borders.items()) if countries == parted)
