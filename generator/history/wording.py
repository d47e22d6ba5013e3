"""When two texts say the same: the measure by which words are compared.

Texts are compared as their words in order, without capital letters, accents, punctuation and white space; digits keep
their decimal sign. They are *the same* if these words are, or if each word that differs is a slip of the finger: a word of
five letters or more in which one letter between the first and the last was added, dropped or mistaken, or one of three or
more in which two neighbours changed places. They are *alike* if at least 60 of 100 words remain in their order (twice the
words in common by all words of both). Of two texts that are alike, the later one is *reworded* if at least 80 of 100 words
remain, and *revised* otherwise, and always if their numbers, their denials (not, never, without) or their names, the words with
a capital letter inside a sentence, are others or stand in another order.
The number words, denials and opening words are English; digits and names serve in all languages with capital letters.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from unicodedata import normalize

ALIKE = 0.6
"""From which share of common words on a text is what became of another one."""
REWORDED = 0.8
"""From which share of common words on it says the same."""
_LETTERS_OF_A_SLIP = 5
_LETTERS_OF_A_SWAP = 3

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W\d_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_ACCENTS = re.compile(r"[\u0300-\u036f]")
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_THOUSANDS = re.compile(r",(?=\d{3}(?!\d))")
_OPENS = re.compile(r"(?:^|[.!?:…;]|[\n“\"«])[\s\"'“”’«»)\]]*$")
_BEFORE = 6
"""How many characters before a word tell whether a sentence opens there."""

_NUMBERS = frozenset(
    word
    for line in (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen",
        "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion",
        "dozen dozens half",
    )
    for word in line.split()
)
_DENIALS = frozenset(
    word
    for line in (
        "no not never none nobody nothing neither nor without cannot cant didnt doesnt dont isnt arent wasnt werent",
        "wont wouldnt couldnt shouldnt hasnt havent hadnt mustnt",
    )
    for word in line.split()
)
_OPENING = frozenset(
    word
    for line in (
        "a an the it its he his she her they their we our you i this that these those there then here who what",
        "which when where why how in on at by for of to from with after before since until during over under",
        "between against about as if because although while and but or so yet both each all some many most more few",
        "several other another such only also even still later earlier now today nearly almost around up at least",
        "is are was were has have had",
    )
    for word in line.split()
)


@dataclass(frozen=True)
class Wording:
    """A text as it is compared."""

    text: str

    @cached_property
    def _read(self) -> tuple[tuple[str, bool], ...]:
        text = _ACCENTS.sub("", normalize("NFKD", _APOSTROPHE.sub("", self.text)))
        found = []
        for word in _WORD.finditer(text):
            folded = _THOUSANDS.sub("", word[0]).casefold()
            opens = _OPENS.search(text[max(0, word.start() - _BEFORE) : word.start()]) if word[0][0].isupper() else None
            found.append((folded, word[0][0].isupper() and not (opens and folded in _OPENING)))
        return tuple(found)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words in their order."""
        return tuple(word for word, _ in self._read)

    @cached_property
    def names(self) -> frozenset[str]:
        """The words that seem to be names."""
        return frozenset(word for word, is_name in self._read if is_name)

    @cached_property
    def fold(self) -> str:
        """What is equal for texts of the same words, also where one writes `cease-fire` and another `ceasefire`."""
        return re.sub(r"(?<!\d) (?!\d)", "", " ".join(self.words))

    @cached_property
    def spaced(self) -> str:
        """The words between blanks, to look for in another text."""
        return f" {' '.join(self.words)} "


def same(one: Wording, other: Wording) -> bool:
    """Tell whether two texts differ in nothing but their form and slips of the finger."""
    if one.fold == other.fold:
        return True
    pairs = zip(one.words, other.words, strict=False)
    return len(one.words) == len(other.words) and all(a == b or _is_slip(a, b) for a, b in pairs)


def likeness(one: Wording, other: Wording) -> float:
    """Return which share of their words two texts have in common, in the same order: 1 where they are the same."""
    if same(one, other):
        return 1.0
    matcher = SequenceMatcher(None, one.words, other.words, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE else 0.0


def says_otherwise(one: Wording, other: Wording) -> bool:
    """Tell whether of two alike texts the later one says something else: in too many words, a number, a denial, a name."""
    names = one.names | other.names

    def telling(words: Sequence[str]) -> list[str]:
        return [word for word in words if word in names or word in _NUMBERS or word in _DENIALS or word[0].isdigit()]

    return likeness(one, other) < REWORDED or telling(one.words) != telling(other.words)


def _is_slip(one: str, other: str) -> bool:
    if not one.isalpha() or not other.isalpha() or {one, other} & (_NUMBERS | _DENIALS):
        return False
    if len(one) == len(other):
        differ = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        if len(differ) == 2 and differ[1] == differ[0] + 1:
            first, second = differ
            return len(one) >= _LETTERS_OF_A_SWAP and one[first] == other[second] and one[second] == other[first]
        return len(one) >= _LETTERS_OF_A_SLIP and len(differ) == 1 and 0 < differ[0] < len(one) - 1
    short, long = sorted((one, other), key=len)
    if len(long) != len(short) + 1 or len(short) < _LETTERS_OF_A_SLIP - 1 or short[0] != long[0] or short[-1] != long[-1]:
        return False
    return any(long[:at] + long[at + 1 :] == short for at in range(1, len(long) - 1))


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
