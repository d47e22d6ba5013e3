"""Lines and rings in the plane: made simpler, cut to a box, and asked what lies inside.

The three algorithms are the textbooks' own (Douglas and Peucker; Sutherland and Hodgman; the even–odd rule). They stand here
so that a map has the same bytes everywhere: a geometry library's results change with its version.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

Point = tuple[float, float]
Line = Sequence[Point]


class Box(NamedTuple):
    """A rectangle, with its lowest and highest coordinates."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether two boxes have a point in common."""
        return self.left <= other.right and other.left <= self.right and self.top <= other.bottom and other.top <= self.bottom

    def grown(self, by: float) -> "Box":
        """Return the box with a margin around it."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def holds(self, point: Point) -> bool:
        """Whether a point lies in it."""
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom


def box_of(points: Iterable[Point]) -> Box:
    """Return the smallest box around points."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def simpler(line: Line, tolerance: float) -> list[Point]:
    """Leave out the points that lie within `tolerance` of the line without them; the two ends stay."""
    kept = {0, len(line) - 1}
    parts = [(0, len(line) - 1)]
    while parts:
        first, last = parts.pop()
        (ax, ay), (bx, by) = line[first], line[last]
        dx, dy = bx - ax, by - ay
        length = dx * dx + dy * dy
        worst, at = tolerance * tolerance, 0
        for number in range(first + 1, last):
            x, y = line[number]
            x -= ax
            y -= ay
            along = (x * dx + y * dy) / length if length else 0.0
            along = 0.0 if along < 0.0 else 1.0 if along > 1.0 else along
            x -= along * dx
            y -= along * dy
            away = x * x + y * y
            if away > worst:
                worst, at = away, number
        if at:
            kept.add(at)
            parts += [(first, at), (at, last)]
    return [line[number] for number in sorted(kept)]


def cut_ring(ring: Line, box: Box) -> list[Point]:
    """Cut a ring to a box; where it leaves the box, it follows the edge."""
    points = list(ring)
    for axis, limit, sign in ((0, box.left, 1), (0, box.right, -1), (1, box.top, 1), (1, box.bottom, -1)):
        points = _cut_at(points, axis, limit, sign)
    return points


def _cut_at(ring: list[Point], axis: int, limit: float, sign: int) -> list[Point]:
    kept: list[Point] = []
    before = ring[-1] if ring else (0.0, 0.0)
    a = sign * (before[axis] - limit)
    for point in ring:
        b = sign * (point[axis] - limit)
        if (a < 0) != (b < 0):
            kept.append(_between(before, point, a / (a - b)))
        if b >= 0:
            kept.append(point)
        before, a = point, b
    return kept


def cut_line(line: Line, box: Box) -> list[list[Point]]:
    """Cut a line to a box; return the pieces inside."""
    pieces: list[list[Point]] = []
    for start, end in pairwise(line):
        enters, leaves = 0.0, 1.0
        for axis in (0, 1):
            low, high, way = box[axis], box[axis + 2], end[axis] - start[axis]
            if not way:
                if not low <= start[axis] <= high:
                    leaves = -1.0
                continue
            near, far = sorted(((low - start[axis]) / way, (high - start[axis]) / way))
            enters, leaves = max(enters, near), min(leaves, far)
        if enters > leaves:
            continue
        if enters or not pieces or pieces[-1][-1] != start:
            pieces.append([_between(start, end, enters) if enters else start])
        pieces[-1].append(_between(start, end, leaves) if leaves < 1 else end)
    return pieces


def _between(a: Point, b: Point, part: float) -> Point:
    return a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part


def inside(point: Point, rings: Iterable[Line]) -> bool:
    """Whether a point lies inside rings, of which those within others are holes."""
    x, y = point
    odd = False
    for ring in rings:
        for (ax, ay), (bx, by) in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                odd = not odd
    return odd


def area(ring: Line) -> float:
    """Return the area of a ring."""
    pairs = zip([*ring[-1:], *ring[:-1]], ring, strict=True)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) / 2


def distance(point: Point, line: Line) -> float:
    """Return how far a point is from a line."""
    best = float("inf")
    for (ax, ay), (bx, by) in pairwise(line):
        dx, dy = bx - ax, by - ay
        length = dx * dx + dy * dy
        along = min(1.0, max(0.0, ((point[0] - ax) * dx + (point[1] - ay) * dy) / length)) if length else 0.0
        best = min(best, (point[0] - ax - along * dx) ** 2 + (point[1] - ay - along * dy) ** 2)
    return sqrt(best)
