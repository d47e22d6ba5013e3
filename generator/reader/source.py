"""A file's text as the reader sees it, and the small steps that turn a place in it into a finding.

Inside the reader lines and columns count from 0, as the YAML parser does; a `Span` counts from 1.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Place, Related, Severity, Span

LEAD = re.compile(
    r"""(?P<indent>[ ]*)
        (?P<dashes>(?:-(?:[ \t]+|$))*)
        (?:(?P<key> "[^"]*" | '[^']*'
                  | [^\s\-?:,\[\]{}#&*!|>'"%@`][^\s:]*(?:[ ][^\s:#]+){0,5}
           )[ \t]*:(?:[ \t]+|$))?""",
    re.VERBOSE,
)
"""What stands before a value: the indentation, the dashes of list items, and a key with its colon."""

_LONGEST_LEAD = 200
"""No key stands further to the right. Without a limit, a long line of many values would be read again for each."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file: its name relative to the site's folder, and its lines without line ends."""

    file: str
    lines: Sequence[str]

    def fault(
        self,
        rule: str,
        at: Span,
        message: str,
        help: str = "",
        corrected: Sequence[str] = (),
        related: tuple[Related, ...] = (),
    ) -> Diagnostic:
        """Return an error of this file; whatever the reader finds stops the publishing of the file."""
        place = Place(self.file, at)
        return Diagnostic(rule, Severity.ERROR, message, place, help, tuple(corrected), related)

    def words(self, line: int, column: int, end_line: int) -> tuple[str, ...]:
        """Return the words from a place to the end of the line `end_line`, line by line, without indentation."""
        found = (self.lines[line][column:], *self.lines[line + 1 : end_line + 1])
        return tuple(words.strip() for words in found)


@dataclass(frozen=True, slots=True)
class Lead:
    """The part of a line before a value. `column` is that of its key, else of its last dash: text must stand deeper."""

    text: str
    column: int
    key: str

    def block(self, words: Sequence[str]) -> tuple[str, ...]:
        """Return the lines that hold `words` as text: the bar after the key or dash, the words indented below it."""
        indent = " " * (self.column + 2)
        return (self.text.rstrip() + " |", *(indent + line if line else "" for line in words))


def span(line: int, column: int, end_line: int | None = None, end_column: int | None = None) -> Span:
    """Return a span from lines and columns that count from 0; without an end, one character."""
    if end_line is None or end_column is None:
        return Span(line + 1, column + 1, (line if end_line is None else end_line) + 1, column + 2)
    return Span(line + 1, column + 1, end_line + 1, end_column + 1)


def lead_of(line: str) -> Lead | None:
    """Return what stands before the value in a line, if the line has a key or starts a list item."""
    match = LEAD.match(line)
    if match is None or not (match["dashes"] or match["key"]):
        return None
    column = match.start("key") if match["key"] else line.rindex("-", 0, match.end("dashes"))
    return Lead(match.group(), column, match["key"] or "")


def lead_before(line: str, column: int) -> Lead | None:
    """Return what stands before `column`, if nothing else than a key or the start of a list item does."""
    if column > _LONGEST_LEAD:
        return None
    lead = lead_of(line[:column])
    return lead if lead and lead.text == line[:column] else None


def starts_line(line: str, column: int) -> bool:
    """Tell whether only blanks stand before `column`."""
    return column <= _LONGEST_LEAD and not line[:column].strip()


def indent_of(line: str) -> int:
    """Return how many spaces a line starts with."""
    return len(line) - len(line.lstrip(" "))


def is_blank(line: str) -> bool:
    """Tell whether YAML sees nothing in a line: it is empty, or a comment as a whole."""
    stripped = line.strip(" \t")
    return not stripped or stripped.startswith("#")
