"""Where the characters of a scalar stand in the file, so that a finding inside prose names the right line and column.

Each function returns (offset, line, column) with lines and columns from 1, as `Scalar.segments` wants them.
"""

import re
from collections.abc import Sequence
from typing import TypeAlias

from generator.reader.events import At, Event

Segments: TypeAlias = tuple[tuple[int, int, int], ...]

_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)")
_DOUBLED = re.compile("''")


def of_scalar(raw: str, event: Event, lines: Sequence[str]) -> Segments:
    """Return the segments of the scalar `raw` that `event` brought."""
    if event.style == "|":
        return _of_literal(raw, event.start[0], lines)
    if event.style == ">":
        return _of_folded(raw, event.start[0], lines)
    if event.name or event.tag:
        return ()
    if not event.style and event.start[0] == event.end[0]:  # most values: a word or two in one line
        return ((0, event.start[0] + 1, event.start[1] + 1),)
    quote = 1 if event.style else 0
    start, end = (event.start[0], event.start[1] + quote), (event.end[0], event.end[1] - quote)
    return _of_flow(lines, start, end, event.style)


def _of_literal(raw: str, header: int, lines: Sequence[str]) -> Segments:
    """Return the segments of a `|` block whose bar is in the line `header` (from 0).

    Each line of the value is the end of one line of the file, so the indentation is what the file's line has more.
    """
    values = raw.split("\n")
    if not values[-1]:
        values.pop()
    found, offset = [], 0
    for number, value in enumerate(values, header + 1):
        found.append((offset, number + 1, len(lines[number]) - len(value) + 1))
        offset += len(value) + 1
    return tuple(found)


def _of_folded(raw: str, header: int, lines: Sequence[str]) -> Segments:
    """Return the segments of a `>` block: each line's words follow each other, with only blanks changed in between."""
    found, offset, number = [], _next_word(raw, 0), header + 1
    while offset < len(raw) and number < len(lines):
        words = lines[number].strip(" \t")
        if words:
            found.append((offset, number + 1, lines[number].index(words) + 1))
            offset = _next_word(raw, offset + len(words))
        number += 1
    return tuple(found)


def _of_flow(lines: Sequence[str], start: At, end: At, quote: str) -> Segments:
    """Return the segments of a plain or quoted scalar between `start` and `end` (line, column), from 0, without quotes.

    A line end between words is a space, and n empty lines are n line ends (YAML 1.2.2, section 6.5).
    """
    found: list[tuple[int, int, int]] = []
    offset, blank_lines, joined = 0, 0, True
    for number in range(start[0], end[0] + 1):
        first, last = number == start[0], number == end[0]
        left = start[1] if first else 0
        words = lines[number][left : end[1] if last else None]
        continued = quote == '"' and not last and _ends_in_backslash(words)
        words = words[:-1] if continued else words if last else words.rstrip(" \t")
        if not first:
            left += len(words) - len(words.lstrip(" \t"))
            words = words.lstrip(" \t")
            if not words and not last and not continued:
                blank_lines += 1
                continue
            offset += blank_lines if joined or blank_lines else 1
        for at, shift in _runs(words, quote):
            found.append((offset + shift, number + 1, left + at + 1))
        offset += _length(words, quote)
        blank_lines, joined = 0, continued
    return tuple(found)


def _runs(words: str, quote: str) -> list[tuple[int, int]]:
    """Return where each run of unescaped characters starts: in the line, and in the value."""
    runs, value_at, at = [(0, 0)], 0, 0
    for match in _escapes(words, quote):
        value_at += match.start() - at
        runs += [(match.start(), value_at), (match.end(), value_at + 1)]
        value_at, at = value_at + 1, match.end()
    return runs


def _length(words: str, quote: str) -> int:
    """Return how many characters of the value `words` stand for: each escape for one."""
    return len(words) - sum(len(match.group()) - 1 for match in _escapes(words, quote))


def _escapes(words: str, quote: str) -> list[re.Match[str]]:
    """Return the escapes in one line of a quoted scalar."""
    if quote == '"':
        return list(_ESCAPE.finditer(words))
    return list(_DOUBLED.finditer(words)) if quote == "'" else []


def _ends_in_backslash(words: str) -> bool:
    """Tell whether a line of a double-quoted scalar ends in an escaped line end."""
    return (len(words) - len(words.rstrip("\\"))) % 2 == 1


def _next_word(raw: str, offset: int) -> int:
    """Return the offset of the next character that is not a blank or line end."""
    while offset < len(raw) and raw[offset] in " \t\n":
        offset += 1
    return offset
