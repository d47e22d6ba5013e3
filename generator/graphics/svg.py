"""The few pieces of SVG that our pictures consist of: escaped text, compact paths, and the frame that names the picture."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from markupsafe import Markup

from generator.text import escape_title

Point = tuple[float, float]


@lru_cache(maxsize=10_000)  # the pictures of a site bear the same dates
def escape(words: str) -> str:
    """Return any words as XML text that may also stand in an attribute, and in which Markdown finds nothing either."""
    return escape_title(words)


def number(value: float) -> str:
    """Write a number with at most one decimal."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def path(lines: Iterable[Iterable[Point]], *, closed: bool = False) -> str:
    """Write lines or rings as the data of one path: on whole units and relative, which is the shortest form."""
    parts = []
    for line in lines:
        points = _rounded(line)
        if len(points) < (3 if closed else 2):
            continue
        (x, y), ahead = points[0], pairwise(points)
        steps = "".join(_step(bx - ax, by - ay) for (ax, ay), (bx, by) in ahead)
        parts.append(f"M{x}{'' if y < 0 else ' '}{y}{steps}{'z' if closed else ''}")
    return "".join(parts)


def _step(dx: int, dy: int) -> str:
    if dx and dy:
        return f"l{dx}{'' if dy < 0 else ' '}{dy}"
    return f"h{dx}" if dx else f"v{dy}"


def _rounded(line: Iterable[Point]) -> list[tuple[int, int]]:
    points: list[tuple[int, int]] = []
    for x, y in line:
        point = (round(x), round(y))
        if not points or point != points[-1]:
            points.append(point)
    return points


def picture(kind: str, size: str, title: str, description: str, parts: Iterable[str]) -> Markup:
    """Put a picture into its frame. `kind` is its class, `size` its attributes; no line of the result is blank."""
    inside = "\n".join(part for part in parts if part)
    named = f"<title>{escape(title)}</title>" + (f"\n<desc>{escape(description)}</desc>" if description else "")
    return Markup(
        f'<svg class="{kind}" xmlns="http://www.w3.org/2000/svg" role="img" direction="ltr" {size}>\n{named}\n{inside}\n</svg>'
    )


@lru_cache(maxsize=50_000)
def width_of(words: str, size: float) -> float:
    """Estimate, rather too wide, how wide words are in a sans-serif type of this size: the reader's own fonts serve."""
    return sum(_EM.get(letter, 0.65 if letter.isupper() or ord(letter) > 0x24F else 0.56) for letter in words) * size


_EM = {**dict.fromkeys(" .,:;'’|!ijl()[]-", 0.3), **dict.fromkeys("mwMW–—", 0.9)}
