"""Words on a picture: each finds a free place, or is left out. A label never covers another, a mark or the edge."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.graphics.geometry import Box, Line
from generator.graphics.svg import escape, number, width_of


@dataclass(slots=True)
class Labels:
    """The labels of one picture, and what they may not cover."""

    paper: Box
    taken: list[Box] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    """The finished labels as SVG."""

    def place(self, words: Iterable[str], size: float, kind: str, spots: Iterable[tuple[float, float]], fill: str) -> bool:
        """Set lines of words, centred, at the first of `spots` that is free; say whether there was one."""
        lines = list(words)
        wide, high = max(width_of(line, size) for line in lines), size * 1.15 * len(lines)
        for x, y in spots:
            box = Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
            if self.free(box):
                self.taken.append(box)
                top = y - high / 2 + size * 0.88
                self.parts += [self._line(line, x, top + size * 1.15 * row, size, kind, fill) for row, line in enumerate(lines)]
                return True
        return False

    def free(self, box: Box) -> bool:
        """Whether a box is on the paper and touches nothing that is there already."""
        on_paper = self.paper.holds((box.left, box.top)) and self.paper.holds((box.right, box.bottom))
        return on_paper and not any(box.grown(3).meets(other) for other in self.taken)

    def _line(self, words: str, x: float, y: float, size: float, kind: str, fill: str) -> str:
        at = f'x="{number(x)}" y="{number(y)}" font-size="{number(size)}"'
        return f'<text class="{kind}" {at} text-anchor="middle" fill="{fill}">{escape(words)}</text>'


def beside(x: float, y: float, radius: float, wide: float, high: float) -> list[tuple[float, float]]:
    """Return the places around a mark where a label may stand, the best first: right, left, above, below, and the corners."""
    across, down = radius + wide / 2 + 12, radius + high / 2 + 4
    level = [(x + across, y), (x - across, y), (x, y - down), (x, y + down)]
    return level + [(x + right * wide / 2, y + below * down) for below in (-1, 1) for right in (0.8, -0.8)]


def wrapped(words: str, size: float, widest: float) -> list[str]:
    """Break words into lines that are no wider than `widest` as far as single words allow."""
    lines: list[str] = []
    for word in words.split():
        if lines and width_of(f"{lines[-1]} {word}", size) <= widest:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def spots_within(rings: list[Line], wide: float, high: float, paper: Box) -> list[tuple[float, float]]:
    """Return where a label of this size lies inside a shape, the roomiest places first; then those where it nearly does."""
    roomy: list[tuple[float, float, float]] = []
    tight: list[tuple[float, float, float]] = []
    rows = range(int(paper.top + high), int(paper.bottom - high / 2), 20)
    for y in rows:
        middle = _spans(rings, y, paper)
        above, below = _spans(rings, y - high / 2, paper), _spans(rings, y + high / 2, paper)
        for left, right in _common(_common(middle, above), below):
            if right - left >= wide:
                steps = range(int((right - left - wide) // 60) + 1)
                roomy += [(abs(y - paper.bottom / 2) / 4 - (right - left), left + wide / 2 + 60 * step, y) for step in steps]
                roomy.append((-(right - left) * 1.5, (left + right) / 2, y))
        tight += [(-(right - left), (left + right) / 2, y) for left, right in middle if right - left >= wide * 0.6]
    return [(x, y) for _, x, y in [*sorted(roomy), *sorted(tight)]]


def _spans(rings: list[Line], y: float, paper: Box) -> list[tuple[float, float]]:
    """Return the stretches of a horizontal line that lie inside a shape."""
    crossings = sorted(
        (bx - ax) * (y - ay) / (by - ay) + ax
        for ring in rings
        for (ax, ay), (bx, by) in zip([*ring[-1:], *ring[:-1]], ring, strict=True)
        if (ay > y) != (by > y)
    )
    pairs = zip(crossings[::2], crossings[1::2], strict=False)
    return [(max(left, paper.left), min(right, paper.right)) for left, right in pairs]


def _common(some: list[tuple[float, float]], others: list[tuple[float, float]]) -> list[tuple[float, float]]:
    return [(max(a, c), min(b, d)) for a, b in some for c, d in others if min(b, d) > max(a, c)]
