"""Characters as a terminal shows them: how many cells each takes, and a visible form for those that would act or hide.

Content is written by others. A terminal escape or a bidirectional control (Unicode Standard Annex 9) in it must neither
reach the editor's terminal nor disguise a line, so every such character is shown as its number, such as `<U+001B>`.

A report may be printed into the log of a workflow, where some words are orders: `::error::` at the start of a line, and
`##[error]`, `##vso[…]` or `##teamcity[…]` anywhere in it. The sign that makes them one is shown as its number too.
"""

import re
from itertools import repeat
from typing import Final, NamedTuple
from unicodedata import category, east_asian_width

TAB: Final = "→   "
_JOINERS: Final = "\u200c\u200d"
_FILLERS: Final = "\u115f\u1160\u3164\uffa0"
_EMOJI_STYLE: Final = "\ufe0f"
_PLAIN = re.compile("[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2190-\u2193]*")
"""Latin letters, the signs that printers set between them, and arrows: one cell each, and nothing joins another."""
_ORDERS: Final = re.compile(r"(?<=#)#(?=\w*\[)|^\s*:(?=:)")


class Cell(NamedTuple):
    """What is shown as one: the characters from `start` to before `end`, how they are shown, and the width in cells."""

    start: int
    end: int
    shown: str
    width: int


def is_hidden(character: str) -> bool:
    """Tell whether a character acts on a terminal, has no form of its own, or none that this Python knows.

    These are the categories C (controls, format characters, surrogates, private and unassigned ones), the two line
    separators, and the fillers of Korean. The two joiners are not hidden: Persian, Indic scripts and emoji need them.
    """
    if character in _JOINERS:
        return False
    kind = category(character)
    return kind[0] == "C" or kind in ("Zl", "Zp") or character in _FILLERS


def cells(line: str) -> tuple[Cell, ...]:
    """Split one line into what a terminal shows as one, in order and without gaps.

    Widths follow Unicode Standard Annex 11: two cells for wide characters. Accents, joined emoji, skin tones, the later
    parts of a Korean syllable and the second half of a flag belong to what stands before them.
    """
    if _is_plain(line):
        return tuple(map(Cell, range(len(line)), range(1, len(line) + 1), line, repeat(1)))
    found: list[Cell] = []
    orders = {order.end() - 1 for order in _ORDERS.finditer(line)} if "##" in line or "::" in line else ()
    for at, character in enumerate(line):
        if at in orders:
            found.append(Cell(at, at + 1, _number(character), len(_number(character))))
        elif found and _joins(line, at, found[-1]):
            base = found[-1]
            width = 2 if character == _EMOJI_STYLE or _is_flag_half(character) else base.width
            found[-1] = Cell(base.start, at + 1, base.shown + character, width)
        else:
            shown = _shown(character)
            width = 2 if east_asian_width(character) in "WF" and shown == character else len(shown)
            found.append(Cell(at, at + 1, shown, 1 if shown[0] == "◌" else width))
    return tuple(found)


def visible(text: str) -> str:
    """Return one line of text with everything hidden made visible."""
    return text if _is_plain(text) else "".join(cell.shown for cell in cells(text))


def width_of(text: str) -> int:
    """Return how many terminal cells one line of text takes, as `visible` shows it."""
    return len(text) if _is_plain(text) else sum(cell.width for cell in cells(text))


def _is_plain(text: str) -> bool:
    """Tell whether each character is one cell and shown as it is, as in most lines."""
    return bool(_PLAIN.fullmatch(text)) and "##" not in text and "::" not in text


def _joins(line: str, at: int, base: Cell) -> bool:
    character, before = line[at], line[at - 1]
    if is_hidden(before) or before == "\t":
        return False
    if character in _JOINERS:
        # Between Latin letters a joiner does nothing but make two equal-looking names differ: there it is shown.
        return not before.isascii()
    if category(character) in ("Mn", "Me") or "\u1161" <= character <= "\u11ff":
        return True
    if _is_flag_half(character):
        return _is_flag_half(before) and base.end - base.start == 1
    return base.width == 2 and (before == "\u200d" or "\U0001f3fb" <= character <= "\U0001f3ff")


def _is_flag_half(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _shown(character: str) -> str:
    if character == "\t":
        return TAB
    if is_hidden(character) or character in _JOINERS:
        return _number(character)
    return "◌" + character if category(character) in ("Mn", "Me") else character


def _number(character: str) -> str:
    return f"<U+{ord(character):04X}>"
