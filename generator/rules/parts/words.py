"""Words that carry the sense of a text, so that two texts can be compared without their grammar."""

import re
from collections.abc import Hashable, Iterator, Set
from functools import lru_cache
from typing import TypeVar
from unicodedata import normalize

Thing = TypeVar("Thing", bound=Hashable)

FEWEST = 4
"""Texts of fewer words than this are too short to differ much."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_ENDINGS = re.compile(r"(?<=\w{4})(?:ing|ed|es|ly|s)$")
_GRAMMAR = frozenset(
    word
    for line in (
        "a an and any are as at be been both but by did do does for from had has have he her his how if in into is it its may",
        "more most no nor not of off on one only or other our out over own said say says she so some such than that the their",
        "them then there these they this to two under until up was we were what when where which while who whom why will with",
        "would",
    )
    for word in line.split()
)
"""What a sentence needs and what says nothing of its matter."""


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return a word in small letters, without the endings that grammar asks for."""
    return _ENDINGS.sub("", _POSSESSIVE.sub("", word.casefold()))


def every_word(text: str) -> list[str]:
    """Return the words of a text as they are written; a hyphen parts words."""
    return _WORD.findall(text)


def folded_words(text: str) -> tuple[str, ...]:
    """Return the words of a text so that capitals, forms of letters and kinds of apostrophe say nothing."""
    return tuple(every_word(normalize("NFKC", text).casefold().replace("’", "'")))


@lru_cache(maxsize=1_000)
def sense(text: str) -> frozenset[str]:
    """Return the stems of the words that carry the sense of a text."""
    return frozenset(stem(word) for word in every_word(text) if word.casefold() not in _GRAMMAR)


def likeness(one: Set[Thing], other: Set[Thing]) -> float:
    """Tell how much of what two sets hold is in both: 0 for nothing, 1 for all of it (Jaccard's index)."""
    return len(one & other) / len(one | other) if one or other else 0.0


Likeness = str
"""The stems of names, a bar, and those of other words."""


def likenesses(text: str) -> Iterator[Likeness]:
    """Yield what texts share that have the same names and numbers and differ in one other word at most.

    Two such texts have one of these in common, so that nobody has to compare each with each. The first word counts as a name:
    nobody can tell.
    """
    words = [word for word in every_word(text) if word.casefold() not in _GRAMMAR]
    names = frozenset(stem(word) for word in words if not word[0].islower())
    common = frozenset(stem(word) for word in words) - names
    yield _written(names, common)
    if len(names) + len(common) >= FEWEST:
        for word in sorted(common):
            yield _written(names, common - {word})


def _written(names: Set[str], common: Set[str]) -> Likeness:
    return f"{' '.join(sorted(names))}|{' '.join(sorted(common))}"
