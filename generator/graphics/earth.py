"""The earth as our maps know it: land, countries, lakes and boundaries from Natural Earth, vendored in `data/`.

Coordinates are degrees east and north. `data/README.md` says where it is from and how it was made.
"""

import gzip
import json
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from generator.graphics.geometry import Box, Point, box_of

_FILE = Path(__file__).parent / "data" / "earth.topojson.gz"
_STRIDE = 1.5
"""Far away from a map's middle, a point every so many degrees is enough to tell on which side of it a line passes."""

Ring = tuple[int, ...]
"""The arcs of a ring, in order; one that runs backwards is written as `~number`, as in TopoJSON."""


@dataclass(frozen=True, slots=True)
class Arc:
    """A line between two points where others meet it, or a ring of its own."""

    points: tuple[Point, ...]
    box: Box

    def coarse(self) -> list[Point]:
        """Return the arc with a point every degree or two."""
        kept = [self.points[0]]
        for before, point in pairwise(self.points):
            if abs(point[0] - kept[-1][0]) > _STRIDE or abs(point[1] - kept[-1][1]) > _STRIDE:
                kept.append(before if before != kept[-1] else point)
        return [*kept, self.points[-1]]


@dataclass(frozen=True, slots=True)
class Country:
    """A country: its code (ISO 3166-1, and `XK`; empty where there is none) and its polygons, each an outline and its holes."""

    code: str
    polygons: tuple[tuple[Ring, ...], ...]
    box: Box


@dataclass(frozen=True, slots=True)
class Earth:
    """All that maps are drawn from. `borders` and `disputed` are numbers of arcs; a border tells which countries it parts."""

    arcs: tuple[Arc, ...]
    land: tuple[Ring, ...]
    lakes: tuple[Ring, ...]
    countries: tuple[Country, ...]
    borders: dict[int, frozenset[int]]
    disputed: tuple[int, ...]

    def points(self, ring: Ring) -> list[Point]:
        """Return the points of a ring."""
        joined: list[Point] = []
        for number in ring:
            points = self.arcs[number].points if number >= 0 else self.arcs[~number].points[::-1]
            joined += points[1:] if joined else points
        return joined


@cache
def coarse(number: int) -> list[Point]:
    """Return an arc with a point every degree or two; it is not to be changed."""
    return earth().arcs[number].coarse()


@cache
def around(ring: Ring) -> Box:
    """Return the box around a ring."""
    boxes = [earth().arcs[arc if arc >= 0 else ~arc].box for arc in ring]
    return box_of([(box.left, box.top) for box in boxes] + [(box.right, box.bottom) for box in boxes])


@cache
def earth() -> Earth:
    """Read the vendored map."""
    topology = json.loads(gzip.decompress(_FILE.read_bytes()))
    step = topology["transform"]["scale"][0]
    arcs = tuple(_arc(deltas, step) for deltas in topology["arcs"])
    objects = topology["objects"]
    countries = tuple(_country(geometry, arcs) for geometry in objects["countries"]["geometries"])
    owners: dict[int, Counter[int]] = {}
    for number, country in enumerate(countries):
        for arc in (arc for polygon in country.polygons for ring in polygon for arc in ring):
            owners.setdefault(arc if arc >= 0 else ~arc, Counter())[number] += 1
    return Earth(
        arcs=arcs,
        land=_rings(objects["land"]),
        lakes=_rings(objects["lakes"]),
        countries=countries,
        borders={arc: frozenset(parted) for arc, parted in owners.items() if len(parted) > 1},
        disputed=tuple(line[0] for line in objects["disputed"]["arcs"]),
    )


def _arc(deltas: list[list[int]], step: float) -> Arc:
    x = y = 0
    points = []
    for dx, dy in deltas:
        x, y = x + dx, y + dy
        points.append((x * step, y * step))
    return Arc(tuple(points), box_of(points))


def _rings(geometry: dict[str, Any]) -> tuple[Ring, ...]:
    return tuple(tuple(ring) for polygon in geometry["arcs"] for ring in polygon)


def _country(geometry: dict[str, Any], arcs: tuple[Arc, ...]) -> Country:
    polygons = tuple(tuple(tuple(ring) for ring in polygon) for polygon in geometry["arcs"])
    boxes = [arcs[arc if arc >= 0 else ~arc].box for polygon in polygons for arc in polygon[0]]
    corners = [(box.left, box.top) for box in boxes] + [(box.right, box.bottom) for box in boxes]
    return Country(geometry["id"], polygons, box_of(corners))
