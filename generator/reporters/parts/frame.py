"""The frame: the lines around a finding with their numbers, and marks under the very characters that are meant."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.diagnostics import Span
from generator.reporters.parts.characters import Cell, cells
from generator.reporters.parts.ink import Ink, Paint


@dataclass(frozen=True, slots=True)
class Style:
    """How a frame is drawn: the sign and ink of its marks, the digits of its line numbers, and its width in cells."""

    sign: str
    ink: Ink
    digits: int
    width: int
    paint: Paint


def frame(lines: Sequence[str], span: Span, style: Style, *, context: int = 1) -> list[str]:
    """Draw the marked lines of a file with up to `context` lines before and after; nothing if the file lacks them.

    Blank lines around the marked ones are left out. A stretch of more than three lines shows its first and last.
    """
    span = _within(lines, span)
    if span.line > len(lines):
        return []
    bar = style.paint(Ink.FRAME, f"{'':{style.digits}} |")
    rows, between = [bar], span.end_line - span.line - 1
    for number in range(max(1, span.line - context), min(len(lines), span.end_line + context) + 1):
        line, head = lines[number - 1], style.paint(Ink.FRAME, f"{number:>{style.digits}} |")
        if not span.line <= number <= span.end_line:
            if line.strip():
                rows.append(f"{head} {_cut(line, 0, 0, style)[0]}".rstrip())
        elif between < 2 or number in (span.line, span.end_line):
            start, end = _marked(line, number, span)
            shown, marks = _cut(line, start, end, style)
            rows.append(f"{head} {shown}".rstrip())
            rows.append(f"{bar} {style.paint(style.ink, marks)}")
        elif number == span.line + 1:
            rows.append(f"{bar} … {between} more lines")
    return rows


def _within(lines: Sequence[str], span: Span) -> Span:
    """Keep a span inside the file, and end it at the last line that has characters of it.

    A YAML block ends where the next entry begins, which is not where an editor sees it end.
    """
    first = max(1, span.line)
    last, column = max(first, span.end_line), span.end_column
    if last > len(lines):
        last = max(first, len(lines))
        column = len(lines[last - 1]) + 1 if last <= len(lines) else 1
    while last > first and not lines[last - 1][: column - 1].strip():
        last -= 1
        column = len(lines[last - 1]) + 1
    return Span(first, max(1, span.column), last, column)


def _marked(line: str, number: int, span: Span) -> tuple[int, int]:
    """Return from and up to which character of a line the marks go; always at least one."""
    start = span.column - 1 if number == span.line else len(line) - len(line.lstrip())
    end = span.end_column - 1 if number == span.end_line else len(line.rstrip())
    start = min(start, len(line))
    return start, max(start + 1, min(end, len(line)))


def _cut(line: str, start: int, end: int, style: Style) -> tuple[str, str]:
    """Return a line as it is shown and the marks below it: the whole line, or with `…` the stretch around the marks."""
    room = max(20, style.width - style.digits - 3)
    # Only the surroundings are measured: a file may be one line of many thousand characters.
    base = max(0, start - 4 * room)
    part = line[base : start + 4 * room]
    found = list(cells(part))
    if start == len(line) and end > start:
        found.append(Cell(len(part), len(part) + 1, " ", 1))
    marked = [at for at, cell in enumerate(found) if cell.start < end - base and cell.end > start - base]
    first, last = (marked[0], marked[-1] + 1) if marked else (0, 0)
    low, high = 0, len(found)
    if len(part) < len(line) or sum(cell.width for cell in found) > room:
        low, high = _window([cell.width for cell in found], first, last, room - 2)
    before = "…" if base or low else ""
    after = "…" if high < len(found) or base + len(part) < len(line) else ""
    shown = "".join(cell.shown for cell in found[low:high])
    marks = "".join((style.sign if first <= at < last else " ") * found[at].width for at in range(low, min(high, max(last, low))))
    return before + shown + after, " " * len(before) + marks


def _window(widths: Sequence[int], first: int, last: int, room: int) -> tuple[int, int]:
    """Return from and up to where a line is shown in `room` cells: the marked part, then equally much on both sides."""
    low, high, free = first, first, room
    while high < last and widths[high] <= free:
        free, high = free - widths[high], high + 1
    after = free - free // 2
    while low > 0 and widths[low - 1] <= free - after:
        free, low = free - widths[low - 1], low - 1
    while high < len(widths) and widths[high] <= free:
        free, high = free - widths[high], high + 1
    while low > 0 and widths[low - 1] <= free:
        free, low = free - widths[low - 1], low - 1
    return low, high
