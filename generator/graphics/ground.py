"""The ground of a map: land, lakes, countries and boundaries around a point, cut to the map and no finer than it can show."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.graphics.earth import Country, Ring, around, coarse, earth
from generator.graphics.geometry import Box, Point, area, box_of, cut_line, cut_ring, inside, simpler
from generator.graphics.projection import Projection

WIDTH, HEIGHT = 800, 600
"""The size of every map, in its own units; a unit is about half a pixel where it is shown."""
PAPER = Box(0, 0, WIDTH, HEIGHT)
_MARGIN = 20
"""How far beyond the paper shapes are drawn, so that the cut itself is never seen."""


@dataclass(slots=True)
class Ground:
    """The ground of one map. `km` is the width of the map in kilometres, `lon` and `lat` its middle in degrees."""

    lon: float
    lat: float
    km: float
    projection: Projection = field(init=False)
    window: Box = field(init=False)
    _arcs: dict[int, list[Point]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.projection = Projection(self.lon, self.lat)
        self.window = self._window()

    def forget(self) -> None:
        """Let go of the lines that were drawn; whatever is asked for next is drawn anew."""
        self._arcs.clear()

    @property
    def detail(self) -> float:
        """The smallest thing to be drawn, in units: larger on a map of a continent, which would have too many."""
        return 1.2 if self.km < 1500 else 2.2 if self.km < 4000 else 4.0

    @property
    def scale(self) -> float:
        """How many units of the map a kilometre takes."""
        return WIDTH / self.km

    def at(self, lon: float, lat: float) -> Point:
        """Return where a place is on the map."""
        return self._placed([(lon, lat)])[0]

    def land(self) -> list[list[Point]]:
        """Return the land as rings."""
        return self._rings(earth().land)

    def lakes(self) -> list[list[Point]]:
        """Return the lakes that are large enough to be seen, as rings."""
        return [ring for ring in self._rings(earth().lakes) if area(ring) > 60]

    def countries(self) -> dict[Country, list[list[Point]]]:
        """Return the countries on the map with their rings."""
        near = (country for country in earth().countries if country.box.meets(self.window))
        rings = ((country, self._rings(ring for polygon in country.polygons for ring in polygon)) for country in near)
        return {country: found for country, found in rings if found}

    def borders(self) -> list[list[Point]]:
        """Return the boundaries that are not disputed, as lines."""
        return self.lines(arc for arc in earth().borders if arc not in earth().disputed)

    def disputed(self) -> list[list[Point]]:
        """Return the boundaries that are disputed, or parts of countries that are, as lines."""
        return self.lines(earth().disputed)

    def lines(self, arcs: Iterable[int]) -> list[list[Point]]:
        """Return arcs as lines, cut to the map."""
        near = (arc for arc in arcs if earth().arcs[arc].box.meets(self.window))
        return [piece for arc in near for piece in cut_line(self._arc(arc), PAPER.grown(_MARGIN))]

    def _rings(self, rings: Iterable[Ring]) -> list[list[Point]]:
        found = []
        for ring in rings:
            if not around(ring).meets(self.window):
                continue
            joined: list[Point] = []
            for arc in ring:
                points = self._arc(arc) if arc >= 0 else self._arc(~arc)[::-1]
                joined += points[1:] if joined else points
            cut = cut_ring(joined, PAPER.grown(_MARGIN))
            if len(cut) > 2 and area(cut) > 4 * self.detail**2 and not self._around_it_all(ring, cut):
                found.append(cut)
        return found

    def _around_it_all(self, ring: Ring, cut: list[Point]) -> bool:
        """Whether a ring that seems to cover the whole map lies on the other side of the earth, which is drawn around all."""
        whole = area(cut) > 0.999 * (WIDTH + 2 * _MARGIN) * (HEIGHT + 2 * _MARGIN)
        return whole and not inside((self.lon, self.lat), [earth().points(ring)])

    def _arc(self, number: int) -> list[Point]:
        if number not in self._arcs:
            arc = earth().arcs[number]
            near = arc.box.meets(self.window)
            placed = self._placed(arc.points if near else coarse(number))
            self._arcs[number] = simpler(placed, self.detail) if near else placed
        return self._arcs[number]

    def _placed(self, points: Sequence[Point]) -> list[Point]:
        scale = self.scale
        return [(x * scale + WIDTH / 2, y * scale + HEIGHT / 2) for x, y in self.projection.plane(points)]

    def _window(self) -> Box:
        """Return a box in degrees around the map; it holds all longitudes where the map shows a pole or the 180th meridian."""
        edge = [(x * self.km / 2, y * self.km * HEIGHT / WIDTH / 2) for x in (-1, -0.5, 0, 0.5, 1) for y in (-1, -0.5, 0, 0.5, 1)]
        box = box_of(self.projection.degrees(x, y) for x, y in edge).grown(1 + self.km / 2000)
        around = box.top <= -85 or box.bottom >= 85 or box.left < -180 or box.right > 180
        return Box(-180, max(-90, box.top), 180, min(90, box.bottom)) if around else box
