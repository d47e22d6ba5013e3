"""Numbers as they stand in a text, in figures or in English words; dates, times and years are none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.rules.parts import our_words, small

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY = r"\d{1,2}"
_DATES = re.compile(
    rf"\b{_DAY}(?:\s*(?:to|and|or|–|-)\s*{_DAY})?\s+{_MONTH}(?:\s+\d{{4}})?"
    rf"|\b{_MONTH}(?:\s+{_DAY},?)?(?:\s+\d{{4}})?\b"
    r"|\b\d{1,2}:\d{2}\b"  # times
    r"|\b(?:1[5-9]|20)\d\d(?:/\d+)?\b"  # years
    r"|\b[A-Z]+-?\d+\b|\b(?:No\.?|Article|point|Resolution|Bulletin) \d+(?:/\d+)?"  # names that have a number
)
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_WORTH = (
    {word: value for value, word in enumerate(_ONES, 1)}
    | {word: value for value, word in enumerate(_TEENS, 10)}
    | {word: value * 10 for value, word in enumerate(_TENS, 2)}
)
_SCALE = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9}
_SCALES = "|".join(_SCALE)
_ONE = f"(?:{'|'.join(_ONES)})"
_ROUNDED = "nearly|almost|about|around|roughly|some|more than|over|at least|up to|fewer than|less than|close to|an estimated"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_WORDS = rf"(?:{'|'.join(_TENS)})(?:-{_ONE})?|{'|'.join(_TEENS)}|{_ONE}(?=\s+(?:{_SCALES})\b)"
_NUMBER = re.compile(rf"(?<![\w.,/-])({_DIGITS}|{_WORDS})(?:\s?({_SCALES})\b)?(?![\w/])")
_ROUND_BEFORE = re.compile(rf"\b(?:{_ROUNDED})\s+(?:the |a )?$")
_LONGEST_ROUND = 20
"""Characters."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: what it is worth, how it is written, whether a word says that it is rounded, and where it stands."""

    value: float
    written: str
    rounded: bool
    span: tuple[int, int]


def numbers_in(text: str) -> Iterator[Number]:
    """Yield the numbers that a text has in our own words."""
    ours = small(_DATES.sub(lambda found: "\0" * len(found[0]), our_words(text)))
    for found in _NUMBER.finditer(ours):
        value = _value(found[1]) * _SCALE.get(found[2] or "", 1)
        rounded = _ROUND_BEFORE.search(ours[max(0, found.start() - _LONGEST_ROUND) : found.start()])
        yield Number(value, text[found.start() : found.end()], bool(rounded), found.span())


def _value(written: str) -> float:
    if written[0].isdigit():
        return float(written.replace(",", ""))
    return float(sum(_WORTH[word] for word in written.split("-")))
