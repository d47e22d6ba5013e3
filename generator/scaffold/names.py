"""Names of files, made from titles: small letters, digits and hyphens, and no longer than can be read in an address."""

import re
import unicodedata

LONGEST = 60
"""Characters of a file's name that is made from a title; a longer one is cut after a word."""

_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ħ": "h",
        "ŋ": "ng",
        "ı": "i",
        "ə": "e",
    }
)
"""Latin letters that Unicode does not take apart into a plain letter and a mark."""
_APOSTROPHES = re.compile("['’ʼ`´]")


def folded(words: str) -> str:
    """Return words in small letters without marks: `Ağdam` is `agdam`. Other scripts stay as they are."""
    plain = unicodedata.normalize("NFKD", words.lower().translate(_LETTERS))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def slug_of(title: str) -> str:
    """Return the file's name for a title, or nothing where it has letters of another script or no letter or digit at all."""
    plain = _APOSTROPHES.sub("", folded(title))
    if any(letter.isalnum() and not letter.isascii() for letter in plain):
        return ""
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(slug) <= LONGEST:
        return slug
    whole, _, _ = slug[: LONGEST + 1].rpartition("-")
    return whole or slug[:LONGEST]


def words_of(name: str) -> frozenset[str]:
    """Return the beginnings of the words that matter in a name, to compare it with another: `armenian` with `armenia`."""
    return frozenset(word[:6] for word in re.findall(r"\w+", folded(name)) if len(word) > 3)
