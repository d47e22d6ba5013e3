"""A change of a file: which characters are replaced by which. The rest of the file stays as it is, to the byte."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from generator.diagnostics import Span

_LINE = re.compile(r"\r\n|\r|\n")
_MARK = "\ufeff"


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """The characters at `span` become `new`, in which a line ends with `\\n`."""

    span: Span
    new: str


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it is on disk: its characters with its own line ends and byte order mark, and where its lines start."""

    text: str
    starts: tuple[int, ...]
    lines: tuple[str, ...]
    """The lines without their ends, as the reader counts them."""
    line_end: str
    """What ends its first line, and so every new one."""

    def offset(self, line: int, column: int) -> int:
        """Return where in `text` a line and column stand, counted from 1."""
        return self.starts[line - 1] + column - 1

    def at(self, span: Span) -> str:
        """Return the characters at a span."""
        return self.text[self.offset(span.line, span.column) : self.offset(span.end_line, span.end_column)]

    def holds(self, span: Span) -> bool:
        """Tell whether a span lies inside the file; one may end on the line after the last."""
        for line, column in ((span.line, span.column), (span.end_line, span.end_column)):
            if not (1 <= line <= len(self.lines) and 1 <= column <= len(self.lines[line - 1]) + 1):
                return False
        return True


def original(data: bytes) -> Original:
    """Take a file apart. Bytes that are not UTF-8 stay what they are."""
    text = data.decode("utf-8", "surrogateescape")
    start = 1 if text.startswith(_MARK) else 0
    ends = list(_LINE.finditer(text))
    starts = (start, *(end.end() for end in ends))
    stops = (*(end.start() for end in ends), len(text))
    lines = tuple(text[first:last] for first, last in zip(starts, stops, strict=True))
    return Original(text, starts, lines, ends[0].group() if ends else "\n")


def apply(file: Original, edits: Iterable[Edit]) -> bytes:
    """Return the bytes of a file after these edits. Of two that overlap, the first in the file counts."""
    parts: list[str] = []
    done = 0
    for edit in sorted(edits):
        start = file.offset(edit.span.line, edit.span.column)
        if start < done:
            continue
        parts += [file.text[done:start], edit.new.replace("\n", file.line_end)]
        done = file.offset(edit.span.end_line, edit.span.end_column)
    return "".join([*parts, file.text[done:]]).encode("utf-8", "surrogateescape")


def apart(edits: Iterable[Edit]) -> bool:
    """Tell whether no two of these edits touch the same characters."""
    ordered = sorted(edits)
    return all((a.end_line, a.end_column) <= (b.line, b.column) for a, b in pairwise(edit.span for edit in ordered))
