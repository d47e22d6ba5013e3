"""From a finding to the change that would mend it, where there is exactly one."""

import re

from generator import reader
from generator.diagnostics import Diagnostic, Fix, Span
from generator.fix.edits import Edit, Original

LAYOUT = frozenset(
    (
        "colon-in-text",
        "hidden-character",
        "list-beside-key",
        "markup-at-start",
        "missing-space",
        "tab-indent",
        "text-after-quotes",
        "text-beside-bar",
        "text-not-indented",
        "uneven-text",
    )
)
"""Slips of layout whose corrected lines are the editor's words and nothing else. The others leave a choice."""

_COMMENT = re.compile(r"(?:^|\s)#")


def edit_of(finding: Diagnostic, file: Original, root: reader.Node | None) -> Edit | None:
    """Return the change that mends a finding: the one that it brings along, its corrected lines, or nothing."""
    span = finding.place.span
    if span is None or not file.holds(span):
        return None
    if finding.fix and not finding.fix.new:
        return _taken_out(finding, file, root)
    if finding.fix:
        return _exchanged(finding.fix, span, file)
    return _laid_out(finding.corrected, span, file) if finding.rule in LAYOUT and finding.corrected else None


def _exchanged(fix: Fix, span: Span, file: Original) -> Edit | None:
    """Replace the only `old` at the place of a finding. Where it stands twice, or not as such, nobody can tell."""
    there = file.at(span)
    if there.count(fix.old) != 1 or "\n" in fix.old or fix.new == fix.old:
        return None
    before = there[: there.index(fix.old)]
    line = span.line + len(re.findall(r"\r\n|\r|\n", before))
    column = len(before) - max(before.rfind("\n"), before.rfind("\r")) if line > span.line else span.column + len(before)
    return Edit(Span(line, column, line, column + len(fix.old)), fix.new)


def _laid_out(lines: tuple[str, ...], span: Span, file: Original) -> Edit | None:
    """Put corrected lines in place of the lines around a finding that say the same, character for character.

    The same means: only white space, the bar that starts a text, and characters that nobody can see may differ. Such an
    edit moves words; it changes none. What may be a comment stays one.
    """
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    wanted = _said("\n".join(lines))
    for first in range(span.line, 0, -1):
        said, last = _said("\n".join(file.lines[first - 1 : span.line])), span.line
        if len(said) > len(wanted):
            return None
        while last < len(file.lines) and len(said) < len(wanted):
            last += 1
            said += _said(file.lines[last - 1])
        if said == wanted:
            there = file.lines[first - 1 : last]
            if there == lines or any(_COMMENT.search(line) for line in there):
                return None
            return Edit(Span(first, 1, last, len(there[-1]) + 1), "\n".join(lines))
    return None


def _said(text: str) -> str:
    return "".join(letter for letter in text if letter.isprintable() and letter not in " |")


def _taken_out(finding: Diagnostic, file: Original, root: reader.Node | None) -> Edit | None:
    """Take out the lines of one item of a list, or of the whole list where it has no other."""
    name, index = str(finding.path[0]), finding.path[1]
    listed = root.get(name) if isinstance(root, reader.Mapping) else None
    key = root.key(name) if isinstance(root, reader.Mapping) else None
    if not (isinstance(listed, reader.Sequence) and key and isinstance(index, int)):
        return None
    item = listed.items[index].span
    first, last = (key.span.line, listed.span.end_line) if len(listed.items) == 1 else (item.line, item.end_line)
    there = file.lines[first - 1 : last]
    starts = first == key.span.line or there[0].lstrip().startswith("- ")
    if not starts or last >= len(file.lines) or any(_COMMENT.search(line) for line in there):
        return None
    return Edit(Span(first, 1, last + 1, 1), "")
