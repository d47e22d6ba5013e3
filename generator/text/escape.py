"""Make any characters harmless in Markdown while they still read as typed.

A character that can mean something where it stands becomes a numeric entity (`&#42;`); letters, digits, spaces and the
ordinary punctuation of a sentence stay. Entities are the one form that no Markdown extension looks into: backslashes
and code spans leak. The rules below are the smallest set that changed no page in `tests/text/test_hostile.py`, with
every extension of Python-Markdown and PyMdown on; take one away and that suite says what it was for.

What no page can hold, or what would show a text in another order than its characters, becomes the replacement
character U+FFFD, so that the slip is seen: control characters, noncharacters, half surrogate pairs, and bidirectional
embeddings, overrides and isolates (unless the isolates are closed inside the same words). Direction marks and joiners
stay.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import quote

_GAP = re.compile(r"[ \t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+")
_UNSHOWN = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]")
_ISOLATE = re.compile(r"[\u2066-\u2069]")

_END = r"(?![^\W_])"  # a word's end, where an underscore counts as one, for it becomes an entity
HARM = (
    *(re.escape(sign) for sign in "\\`*_{}[]<|~^#@"),  # code, emphasis, attributes, links, HTML, tables, mentions
    r"&(?=#?[0-9A-Za-z]+;)",  # an entity
    r"^>|(?<=>)>",  # angled quotes, also after a tag of ours
    r"(?<=-)-",  # dashes
    r"(?<==)=",  # marked words
    r"=(?=/=)",  # a sign
    r"(?<=\+)\+",  # keys
    r"\+(?=/-)",  # a sign
    r"(?<=\.\.)\.",  # an ellipsis
    r"(?<!\s)\$|\$(?!\d)",  # formulas; a price such as $5 is none
    r"^:",  # a definition, at the start of a line
    r":(?![\s\"')”’]|$|(?<=\d:)\d\d(?![\w:]))",  # emoji, addresses; 12:30 is none
    r"[!?](?=\d)",  # the number of an issue
    r"!$",  # an image, if a link follows
    r"(?<=[1-7])/(?=[2-8](?!\d))",  # a fraction
    rf"(?<=c)/(?=o{_END})",  # care of
    r"\((?=(?:tm|c|r)\))",  # signs
    r"(?<=[wW]{3})\.",  # an address
)
"""Signs that can mean something wherever they stand: each pattern matches the one character to replace."""
HARM_IN_WORDS = (
    rf"(?<=\d)(?:s(?=t{_END})|[nr](?=d{_END})|t(?=h{_END}))",  # 1st, 2nd, 3rd, 4th would be raised
    rf"(?<![^\W_])[0-9a-f](?=[0-9a-f]{{39}}{_END})",  # a commit
)
"""Letters and digits that can, likewise."""
_ANY_SIGN = r"[\\`*_{}\[\]<|~^#@&>\-=+.$:!?/(]"
_ORDINAL = re.compile(r"\d(?:st|[nr]d|th)")


def harm(signs: Iterable[str] = HARM, in_words: Iterable[str] = HARM_IN_WORDS) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds harm in texts, and what finds it in those where words may do harm too.

    The first looks for any sign and then back at it, which skips what is no sign many times faster than trying every pattern
    at every character.
    """
    return re.compile(f"{_ANY_SIGN}(?<={'|'.join(signs)})"), re.compile("|".join((*signs, *in_words)))


_HARM, _HARM_AND_WORDS = harm()
_SHORT = 80
"""How many characters a name, a date or a label has at most, and a sentence has not."""
_FIRST = re.compile(r"\s*[-+>!?/]")  # lists, quotations, admonitions, blocks
_MARKER = re.compile(r"\s*(?:\(?(?:\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+)(?=[.)](?:\s|$))|[A-Za-z0-9-]+(?=:))")
_PUNCTUATION = re.compile(r"[!-+/:-@\[-`{-~]|(?<=-)-")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:|//")
_ALLOWED = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_HARM_IN_ADDRESS = re.compile(r"[!$'()*;\[\]_~@]|&(?=#?[0-9A-Za-z]+;)|(?<=[+=:\-])[+=:\-]")
_UNSAFE_IN_ADDRESS = re.compile(r"[\s\x00-\x20\x7f-\x9f\"<>\\^`{|}\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


def escape(words: str, *, start: bool = True) -> str:
    """Return `words` as Markdown that shows exactly these characters; white space runs become one space.

    `start`: whether they begin a line; only there can `1.`, `-`, `Note:` and their like begin something. The result is
    one line. Straight quotes and apostrophes stay: at most a publisher's typographer makes them curly.
    """
    return _escaped(words, start) if len(words) > _SHORT else _escaped_again(words, start)


def _escaped(words: str, start: bool) -> str:
    text = shown(words)
    harm = _HARM_AND_WORDS if _ORDINAL.search(text) or _longest_word(text) >= 40 else _HARM
    if not start:
        return harm.sub(_entity, text)
    text = text.lstrip(" ")
    found = _FIRST.match(text)
    at = found.end() - 1 if found else -1
    if marker := _MARKER.match(text):
        at = marker.end()
    if at < 0:
        return harm.sub(_entity, text)
    return f"{harm.sub(_entity, text[:at])}&#{ord(text[at])};{harm.sub(_entity, text[at + 1 :])}"


_escaped_again = lru_cache(maxsize=50_000)(_escaped)  # names, dates and labels stand on thousands of pages


def escape_title(words: str) -> str:
    """Return `words` for a link's title, or an attribute's value in double quotes: all punctuation but `,` `.` `-`."""
    return _PUNCTUATION.sub(_entity, shown(words))


@lru_cache(maxsize=50_000)
def address(target: str) -> str:
    """Return an address for a Markdown link `[…](…)` that leads exactly where `target` does.

    Spaces, control characters and what RFC 3986 forbids are percent-encoded; what Markdown reads becomes entities. A
    scheme other than http, https and mailto gives `#`: such an address leads nowhere.
    """
    encoded = _UNSAFE_IN_ADDRESS.sub(lambda found: quote(found[0], safe="", errors="replace"), target.strip())
    if _SCHEME.match(encoded) and not _ALLOWED.match(encoded):
        return "#"
    return _HARM_IN_ADDRESS.sub(_entity, encoded)


def shown(words: str) -> str:
    """Return the characters that a page can show: one space for each gap, U+FFFD for what must not be there."""
    if words.isprintable() and "  " not in words:
        return words  # as nearly all are: nothing below would change them
    text = _UNSHOWN.sub("\ufffd", _GAP.sub(" ", words))
    return text if _isolates_closed(text) else _ISOLATE.sub("\ufffd", text)


def _longest_word(text: str) -> int:
    return max(map(len, text.split()), default=0) if len(text) >= 40 else 0


def _isolates_closed(text: str) -> bool:
    depth = 0
    for found in _ISOLATE.findall(text):
        depth += -1 if found == "\u2069" else 1
        if depth < 0:
            return False
    return depth == 0


def _entity(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"
