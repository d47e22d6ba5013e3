"""Words as they are compared: small letters without marks, so that `Ağdam` is found by `agdam`; other scripts are kept.

The script in the reader's browser folds in the same way (`fold` and `cut` in `theme/assets/javascripts/search.js`); a test
holds the two against each other.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from unicodedata import category, normalize

LONGEST = 32
"""Letters of a word that count; what is longer is no word that somebody types."""
_LETTERS = str.maketrans(
    {
        **{"æ": "ae", "œ": "oe", "ß": "ss", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ŋ": "ng"},
        **{"ı": "i", "ə": "e", "ς": "σ"},
    }
)
"""Letters that Unicode does not take apart into a plain letter and a mark."""
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]+")
"""Accents of the Latin, Greek and Cyrillic scripts, and the vowel signs that Hebrew and Arabic mostly leave out."""
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Letters of scripts that put no space between words."""
_PUNCTUATION = re.compile("[\u00a0\u00ab\u00bb\u00b7\u2010-\u2027\u2030-\u205e]+")
_SIMPLE = re.compile(r"\w+")
_PARTS = re.compile(f"[{UNSPACED}]+|[^{UNSPACED}]+")
_IS_UNSPACED = re.compile(f"[{UNSPACED}]")


def fold(text: str) -> str:
    """Return a text in small letters without accents."""
    if text.isascii():
        return text.lower()
    return normalize("NFC", _MARKS.sub("", normalize("NFKD", text).lower()).translate(_LETTERS))


def count(text: str) -> dict[str, int]:
    """Return the words of a text, folded, with how often each stands there.

    A lone Latin letter, such as a genitive's s, is no word.
    """
    text = _PUNCTUATION.sub(" ", text.lower())
    simple = text.isascii() or max(text) < "\u0300"  # no mark can be in it, and the quick pattern does
    counted: dict[str, int] = Counter((_SIMPLE if simple else _runs()).findall(text))
    for run in [run for run in counted if not (run.isascii() and run.isalnum() and 1 < len(run) <= LONGEST)]:
        times = counted.pop(run)
        for word in _cut(run):
            counted[word] = counted.get(word, 0) + times
    return counted


@lru_cache(100_000)
def _cut(run: str) -> tuple[str, ...]:
    """Cut a run of letters into words: where a script has no spaces, into its letters and pairs of letters."""
    found = (word for whole in _runs().findall(fold(run)) for word in _words(whole.replace("_", " ")))
    return tuple(word[:LONGEST] for word in found if len(word) > 1 or not "a" <= word <= "z")


def _words(run: str) -> Iterator[str]:
    for word in run.split():
        for part in _PARTS.findall(word):
            if _IS_UNSPACED.match(part):
                yield from part
                yield from (part[at : at + 2] for at in range(len(part) - 1))
            else:
                yield part


@cache
def _runs() -> re.Pattern[str]:
    """Match runs of letters, digits and their marks (Unicode categories L, N and M), and underscores."""
    marks: list[list[int]] = []
    for code in range(0x300, 0x1F000):
        if category(chr(code))[0] == "M":
            if marks and marks[-1][1] == code - 1:
                marks[-1][1] = code
            else:
                marks.append([code, code])
    return re.compile(f"[\\w{''.join(f'{chr(first)}-{chr(last)}' for first, last in marks)}]+")
