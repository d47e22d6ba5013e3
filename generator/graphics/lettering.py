"""Letters on pictures: words in the fonts that have them, measured, broken into lines, and fitted into a space.

Letters are set one after the other (the basic layout), because shaping depends on libraries that differ from machine to
machine. So a script that needs shaping or runs from right to left cannot be set; see `can_set`.
"""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from unicodedata import bidirectional, category, normalize

from PIL import Image, ImageDraw, ImageFont

_FOLDER = Path(__file__).parent / "fonts"
_OTHERS = ("NotoSerifArmenian-Bold.ttf", "NotoSerifGeorgian-Bold.ttf")
SERIF = ("SourceSerif4_600SemiBold.ttf", *_OTHERS)
SANS = ("SourceSans3_600SemiBold.ttf", *_OTHERS)
"""A family: the first font that has a letter draws it."""

Family = tuple[str, ...]


@lru_cache(maxsize=256)
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_FOLDER / name, size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=8)
def _nothing(name: str) -> bytes:
    """Return how a font draws a letter that it does not have."""
    return bytes(_font(name, 32).getmask("\U0010ffff"))


@lru_cache(maxsize=10_000)
def _font_for(letter: str, family: Family) -> str:
    """Return the first font of a family that has a letter; empty where none has."""
    if letter.isspace():
        return family[0]
    return next((name for name in family if bytes(_font(name, 32).getmask(letter)) != _nothing(name)), "")


def composed(words: str) -> str:
    """Return words with their accents composed (NFC) and one space between them."""
    return " ".join(normalize("NFC", words).split())


def can_set(words: str, family: Family) -> bool:
    """Whether every letter can be set: a font has it, it runs from left to right, and it does not sit on another one."""
    return all(_can_be_set(letter, family) for letter in composed(words))


@lru_cache(maxsize=10_000)
def _can_be_set(letter: str, family: Family) -> bool:
    from_left = bidirectional(letter) not in ("R", "AL", "AN")
    return bool(_font_for(letter, family)) and from_left and not category(letter).startswith("M")


@lru_cache(maxsize=10_000)
def length(words: str, family: Family, size: int) -> float:
    """Return how wide words are, in pixels: as wide as their letters together, since these are set one after the other."""
    return sum(_wide(letter, family, size) for letter in words)


@lru_cache(maxsize=20_000)
def _wide(letter: str, family: Family, size: int) -> float:
    return _font(_font_for(letter, family) or family[0], size).getlength(letter)


def broken(words: str, family: Family, size: int, wide: int) -> list[str]:
    """Break words into lines of a width, in pixels. Only a word that is wider than a line is broken itself."""
    lines: list[str] = []
    end = space = length(" ", family, size)
    for part, takes in (part for word in words.split() for part in _narrow(word, family, size, wide)):
        if lines and end + space + takes <= wide:
            lines[-1] += f" {part}"
            end += space + takes
        else:
            lines.append(part)
            end = takes
    return lines


def _narrow(word: str, family: Family, size: int, wide: int) -> list[tuple[str, float]]:
    """Return a word, or the pieces of one that is wider than a line, each with how wide it is."""
    whole = length(word, family, size)
    if whole <= wide:
        return [(word, whole)]
    pieces, end = [""], 0.0
    for letter in word:
        takes = length(letter, family, size)
        if end + takes > wide:
            pieces, end = [*pieces, ""], 0.0
        pieces[-1] += letter
        end += takes
    return [(piece, length(piece, family, size)) for piece in pieces]


def fitted(words: str, family: Family, sizes: Sequence[int], wide: int, high: float, leading: float) -> tuple[int, list[str]]:
    """Return the largest of `sizes` (in falling order) at which words fit into a space, and their lines; else the smallest."""
    low, up = 0, len(sizes) - 1
    while low < up:  # a smaller size never takes more lines' height, so the first that fits can be halved out
        middle = (low + up) // 2
        if len(broken(words, family, sizes[middle], wide)) * sizes[middle] * leading <= high:
            up = middle
        else:
            low = middle + 1
    return sizes[low], _balanced(words, family, sizes[low], wide)


def _balanced(words: str, family: Family, size: int, wide: int) -> list[str]:
    """Break words into as few lines as a width allows, all about equally long, so that no last line holds a single word."""
    lines = broken(words, family, size, wide)
    low, up = wide // 2, wide
    while up - low > 16:
        middle = (low + up) // 2
        if len(tried := broken(words, family, size, middle)) == len(lines):
            lines, up = tried, middle
        else:
            low = middle
    return lines


@lru_cache(maxsize=20_000)
def _letter(name: str, size: int, letter: str) -> tuple[Image.Image | None, int, int, float]:
    """Return a drawn letter, how far right of its place and above the baseline it begins, and how wide it is."""
    font = _font(name, size)
    left, top, right, bottom = (round(edge) for edge in font.getbbox(letter, anchor="ls"))
    if right <= left or bottom <= top:
        return None, 0, 0, font.getlength(letter)
    image = Image.new("L", (right - left, bottom - top))
    ImageDraw.Draw(image).text((-left, -top), letter, fill=255, font=font, anchor="ls")
    return image, left, top, font.getlength(letter)


def draw(canvas: ImageDraw.ImageDraw, at: tuple[float, float], words: str, family: Family, size: int, ink: int) -> None:
    """Draw a line of words; `at` is where its baseline begins. Letters are drawn once and kept, which is what makes it fast."""
    x, y = at
    for letter in words:
        image, left, top, wide = _letter(_font_for(letter, family) or family[0], size, letter)
        if image:
            canvas.bitmap((round(x) + left, round(y) + top), image, fill=ink)
        x += wide
