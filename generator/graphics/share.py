"""The share image: what a page looks like where somebody passes it on. PNG, 1200 × 630 pixels, nine colours.

The headline is as large as its length allows and never cut. The same words give the same bytes under the same version of
Pillow; nothing in the file tells when or where it was made.
"""

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from zlib import Z_RLE

from PIL import Image, ImageDraw

from generator.graphics.lettering import SANS, SERIF, Family, can_set, composed, draw, fitted

WIDTH, HEIGHT = 1200, 630
HEADLINE_SIZES = tuple(range(72, 32, -2))
"""From a headline of a few words to the longest that the form of a brief takes, in pixels."""
_SMALL_SIZES = (28, 26, 24, 22, 20, 18)
_EDGE = 64
_TOP, _FOOT = 150, 500
"""Between which heights the headline stands."""
_LEADING = 1.16
_PAPER, _INK, _ACCENT = (255, 253, 249), (24, 24, 27), (179, 38, 30)
_STEPS = 7
_INK_VALUE, _ACCENT_VALUE = 239, 255
_SOFT_VALUE = 165
_NUMBERS = [*(min(_STEPS, round(value * _STEPS / _INK_VALUE)) for value in range(_ACCENT_VALUE)), _STEPS + 1]
"""The number in the palette of each value of grey."""
_RAMP = [
    [round(paper + (ink - paper) * step / _STEPS) for paper, ink in zip(_PAPER, _INK, strict=True)] for step in range(_STEPS + 1)
]
_PALETTE = [value for colour in (*_RAMP, _ACCENT) for value in colour]


@dataclass(frozen=True, slots=True)
class Share:
    """What a share image says, as plain text: the site, the headline, the storyline, and a line with date and status."""

    site: str
    headline: str = ""
    storyline: str = ""
    line: str = ""


@lru_cache(maxsize=1000)
def share_image(share: Share) -> bytes:
    """Draw a share image. A text in letters that we cannot set is left out; see `lettering.can_set`."""
    image = Image.new("L", (WIDTH, HEIGHT), 0)
    canvas = ImageDraw.Draw(image)
    canvas.rectangle((0, 0, WIDTH, 13), fill=_ACCENT_VALUE)
    canvas.rectangle((_EDGE, HEIGHT - 120, WIDTH - _EDGE, HEIGHT - 119), fill=70)
    _block(canvas, share.site, SANS, _SMALL_SIZES, (52, 52 + 68), _INK_VALUE)
    _headline(canvas, share.headline)
    storyline_ends = _block(canvas, share.storyline, SANS, _SMALL_SIZES, (HEIGHT - 104, HEIGHT - 48), _INK_VALUE)
    _block(canvas, share.line, SANS, _SMALL_SIZES, (max(HEIGHT - 68, storyline_ends), HEIGHT - 12), _SOFT_VALUE)
    return _png(image)


def _headline(canvas: ImageDraw.ImageDraw, headline: str) -> None:
    words = composed(headline)
    if not words or not can_set(words, SERIF):
        return
    size, lines = fitted(words, SERIF, HEADLINE_SIZES, WIDTH - 2 * _EDGE, _FOOT - _TOP, _LEADING)
    for number, line in enumerate(lines):
        draw(canvas, (_EDGE, _TOP + size * (0.78 + _LEADING * number)), line, SERIF, size, _INK_VALUE)


def _block(
    canvas: ImageDraw.ImageDraw, text: str, family: Family, sizes: tuple[int, ...], between: tuple[float, float], ink: int
) -> float:
    """Set a small text from the top of a space, as large as it fits; return where it ends."""
    words, (top, foot) = composed(text), between
    if not words or not can_set(words, family):
        return top
    size, lines = fitted(words, family, sizes, WIDTH - 2 * _EDGE, foot - top, 1.2)
    for number, line in enumerate(lines):
        draw(canvas, (_EDGE, top + size * (0.9 + 1.2 * number)), line, family, size, ink)
    return top + size * 1.2 * len(lines)


def _png(image: Image.Image) -> bytes:
    """Write a picture whose values run from paper to ink, and the accent above them, with as many colours as there are steps."""
    indexed = image.point(_NUMBERS)
    indexed.putpalette(_PALETTE)
    written = BytesIO()
    indexed.save(written, "PNG", bits=4, compress_level=1, compress_type=Z_RLE)  # paper is runs; to look for more takes longest
    return written.getvalue()
