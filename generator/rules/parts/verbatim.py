"""Words that were printed, in a form in which they can be searched for: without what differs from one copy to another."""

import re
from functools import lru_cache

_LEFT_OUT = re.compile(r"\[[^\]]*\]|\(\s*(?:…|\.\.\.)\s*\)|…|\.\.\.")
_AT_LINE_END = re.compile(r"(?<=\w)[-\u2010\u00ad][ \t]*\r?\n\s*(?=\w)")
_QUOTE_MARKS = re.compile(r"[\"“”„‟«»‹›‘’‚‛'`´]")
_DASHES = re.compile(r"[-\u2010-\u2015\u2212\u00ad]")
_SIGNS = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]+")
_ENDS = " .,;:!?"


@lru_cache(maxsize=512)
def searchable(text: str) -> str:
    """Return a text in small letters, without white space, quotation marks and dashes, and without breaks inside words."""
    joined = _AT_LINE_END.sub("", text)
    return _SIGNS.sub("", _DASHES.sub("", _QUOTE_MARKS.sub("", joined))).casefold()


def pieces(words: str) -> tuple[str, ...]:
    """Return the stretches of quoted words between what was left out, searchable. What stands in brackets is an editor's."""
    found = (searchable(piece.strip(_ENDS)) for piece in _LEFT_OUT.split(words))
    return tuple(piece for piece in found if piece)
