"""When two texts say the same: the measure by which words are compared.

Texts are compared as their words in order, without capital letters, accents, punctuation and white space; digits keep their
decimal and minus signs, and the signs of currencies and for per cent are words. A word said twice in a row is said once.
They are *the same* if these words are, or differ in slips of the finger alone (`spelling`), or in hyphens: `cease-fire` is
`ceasefire`, but `in formal` is not `informal`. They are *alike* if at least 60 of 100 words remain in their order (twice the
words in common by all words of both), or all that carry their meaning. Of two texts that are alike, the later one is *revised*
if any word that carries meaning was replaced, added, dropped, or changed places with another (`meaning`), else *reworded*.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise
from unicodedata import normalize

from generator.history import meaning
from generator.history.spelling import is_slip

ALIKE = 0.6
"""From which share of common words on a text is what became of another one."""

_CJK = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_SIGNS = r"[$\u00a2-\u00a5\u058f\u060b\u20a0-\u20cf%\u2030\u00b0<>\u2264\u2265\u00b1\u2248]"
"""Signs that are words: of currencies, per cent, degrees, bounds."""
_WORD = re.compile(
    rf"(?:(?<![\w.,)\]%])[-\u2212\u2013])?\d+(?:[.,]\d+)*|{_SIGNS}|[{_CJK}]"
    rf"|[^\W\d_{_CJK}]+(?:[-\u2010\u2011][^\W\d_{_CJK}]+)*"
)
_ACCENTS = re.compile(r"[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]")
_NEGATED = re.compile(r"\b(?:(ca)n|(wo)n|(\w+)n)['’]t\b|\b(can)not\b", re.IGNORECASE)
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_THOUSANDS = re.compile(r",(?=\d{3}(?!\d))")
_HYPHEN = re.compile(r"[-\u2010\u2011]")
_PER_CENT = re.compile(r"\bper[ -]?cent\b")
_MINUS = re.compile(r"^[\u2212\u2013]")


@dataclass(frozen=True)
class Wording:
    """A text as it is compared."""

    text: str

    @cached_property
    def _compounds(self) -> tuple[str, ...]:
        """The words in their order, compounds with their hyphens."""
        text = _ACCENTS.sub("", normalize("NFKD", _APOSTROPHE.sub("", _NEGATED.sub(_not, self.text)))).casefold()
        found = [_MINUS.sub("-", _THOUSANDS.sub("", word)) for word in _WORD.findall(_PER_CENT.sub("%", text))]
        return tuple(word for before, word in pairwise(["", *found]) if word != before or not _is_said_twice(word))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words in their order, also those of compounds."""
        return tuple(word for one in self._compounds for word in (_HYPHEN.split(one) if one[-1].isalpha() else (one,)))

    @cached_property
    def fold(self) -> str:
        """What is equal for texts of the same words, also where one writes `cease-fire` and another `ceasefire`."""
        return " ".join(_HYPHEN.sub("", one) if one[-1].isalpha() else one for one in self._compounds)

    @cached_property
    def spaced(self) -> str:
        """The words between blanks, to look for in another text."""
        return f" {' '.join(self.words)} "

    @cached_property
    def carrying(self) -> tuple[str, ...]:
        """The words that carry its meaning, sorted."""
        return tuple(sorted(meaning.carrying(self.words)))


def _not(found: re.Match[str]) -> str:
    verb = "can" if found[1] or found[4] else "will" if found[2] else found[3]
    return f"{verb} not"


def _is_said_twice(word: str) -> bool:
    return len(word) > 1 and word.isalpha()


def same(one: Wording, other: Wording) -> bool:
    """Tell whether two texts differ in nothing but their form and slips of the finger."""
    if one.words == other.words or one.fold == other.fold:
        return True
    pairs = zip(one.words, other.words, strict=False)
    return len(one.words) == len(other.words) and all(a == b or is_slip(a, b) for a, b in pairs)


def likeness(one: Wording, other: Wording) -> float:
    """Return which share of their words two texts have in common, in the same order: 1 where they are the same."""
    if same(one, other):
        return 1.0
    matcher = SequenceMatcher(None, one.words, other.words, autojunk=False)
    share = matcher.ratio() if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE else 0.0
    return max(share, ALIKE) if one.carrying and one.carrying == other.carrying else share


def says_otherwise(one: Wording, other: Wording) -> bool:
    """Tell whether of two texts that are not the same the later one says something else."""
    return meaning.says_otherwise(one.words, other.words)


def pairs_of_same(before: Sequence[Wording], after: Sequence[Wording]) -> dict[int, int]:
    """Pair each earlier text with a later one that is the same: their positions, each at most once."""
    by_fold: dict[str, list[int]] = {}
    for at, text in enumerate(after):
        by_fold.setdefault(text.fold, []).append(at)
    found = {at: by_fold[text.fold].pop(0) for at, text in enumerate(before) if by_fold.get(text.fold)}
    taken = set(found.values())
    for i, one in enumerate(before):
        match = (
            next((j for j, other in enumerate(after) if j not in taken and same(one, other)), None) if i not in found else None
        )
        if match is not None:
            found[i] = match
            taken.add(match)
    return found


def pairs_of_alike(before: Mapping[int, Wording], after: Mapping[int, Wording]) -> dict[int, int]:
    """Pair each earlier text with the later one that is most like it, if one is: their positions, each at most once."""
    rated = [(-rate, i, j) for i, one in before.items() for j, other in after.items() if (rate := likeness(one, other)) >= ALIKE]
    found: dict[int, int] = {}
    for _, i, j in sorted(rated):
        if i not in found and j not in found.values():
            found[i] = j
    return found
