"""Slips in prose and layout that YAML stumbles over, found in the raw lines once the parser has given up.

The scan walks the lines as fields and list items and looks at each value by itself. It mends its own copy of the lines
as it goes, so that one slip gives one finding and whatever follows is still checked.
"""

import re
from dataclasses import replace

from generator.diagnostics import Diagnostic, Span
from generator.reader import findings
from generator.reader.limits import MAX_FINDINGS
from generator.reader.source import LEAD, Lead, Source, indent_of, is_blank, lead_of, span
from generator.reader.values import Look, end_of_value, look_at, plain

_TABS = re.compile(r" *\t[ \t]*(?=[^ \t])")
_NAME = re.compile(r"(?P<indent> *)(?P<name>[a-z][a-z_]+)[ \t]+(?P<rest>[\w“\[|]\S*(?: \S+){0,2})")


def scan(source: Source) -> tuple[tuple[Diagnostic, ...], Source]:
    """Return the slips in `source`, and a copy in which each is replaced by something harmless on as many lines."""
    walk = _Walk(source)
    while walk.at < len(walk.lines) and len(walk.slips) <= MAX_FINDINGS:
        walk.step()
    return tuple(walk.slips), walk.source


def unmended(finding: Diagnostic, mended: Source, original: Source) -> Diagnostic:
    """Return a finding about mended lines at its place in the file: mending only moves the end of a line to the side."""
    where = finding.place.span
    moved = len(mended.lines[where.line - 1]) - len(original.lines[where.line - 1]) if where else 0
    if where is None or not moved:
        return finding
    column = max(1, where.column - moved)
    end_column = where.end_column - moved if where.end_line == where.line else where.end_column
    span = Span(where.line, column, where.end_line, max(column, end_column))
    return replace(finding, place=replace(finding.place, span=span))


class _Walk:
    """One pass over the lines. `open` holds the columns of the lists ("-") and forms ("") that a line may continue."""

    def __init__(self, source: Source) -> None:
        self.original = source
        self.lines = list(source.lines)
        self.source = Source(source.file, self.lines)  # sees each line as mended so far
        self.slips: list[Diagnostic] = []
        self.open: list[tuple[int, str]] = []
        self.may_nest = True
        self.text_column: int | None = None
        self.at = 0

    def step(self) -> None:
        line = self.lines[self.at]
        if is_blank(line) or line.startswith(("---", "...")):
            self.at += 1
        elif _TABS.match(line):
            self.tabs()
        elif line.startswith("%"):
            self.directive()
        elif self.text_column is not None and findings.is_prose(line):
            slip, end = findings.text_not_indented(self.source, self.at, None, self.text_column)
            self.take(Look(end, slip, ("",) * (end - self.at), text_column=self.text_column))
        elif lead := lead_of(line):
            may_nest = self.may_nest
            if self.fits(line) and not self.sentence(line, lead, may_nest):
                self.take(look_at(self.source, self.at, lead))
        else:
            self.stray(line)

    def take(self, look: Look) -> None:
        """Note what a look at the lines from here on found, and go on after them."""
        if look.slip:
            self.add(look.slip)
        self.lines[self.at : self.at + len(look.mended)] = look.mended
        self.may_nest, self.text_column, self.at = look.nests, look.text_column, look.next

    def report(self, rule: str, column: int, message: str, help: str, corrected: tuple[str, ...] = ()) -> None:
        self.add(self.source.fault(rule, span(self.at, column), message, help, corrected))

    def add(self, slip: Diagnostic) -> None:
        self.slips.append(unmended(slip, self.source, self.original))

    def tabs(self) -> None:
        """Report tabs as indentation, once for all the lines that follow each other."""
        column, end = self.lines[self.at].find("\t"), self.at
        while end < len(self.lines) and (_TABS.match(self.lines[end]) or not self.lines[end].strip()):
            end += 1
        spaced = [_TABS.sub(lambda tabs: tabs[0].replace("\t", "  "), line, 1) for line in self.lines[self.at : end]]
        message = "This line is indented with a tab, which YAML does not allow."
        self.report("tab-indent", column, message, "Use two spaces for each step.", tuple(spaced))
        self.lines[self.at : end] = spaced
        if not self.may_nest:  # more of a value that was complete, so there is nothing to look at below it
            self.take(Look(end, None, ("",) * (end - self.at)))

    def directive(self) -> None:
        message = "A line that starts with % is an order to YAML readers, which briefs do not use."
        self.report("directive", 0, message, "Delete the line.")
        self.lines[self.at] = ""

    def fits(self, line: str) -> bool:
        """Check that the line starts where a field or list item may start; if not, report it and move it there."""
        column = indent_of(line)
        kind = "-" if line[column] == "-" else ""
        closed = column
        while self.open and (self.open[-1][0] > column or (self.open[-1] == (column, "-") and not kind)):
            closed = self.open.pop()[0]
            self.may_nest = False
        top = self.open[-1] if self.open else (-1, "")
        if top != (column, kind):
            if not (self.may_nest or (not self.open and closed == column)):
                self.misplaced(line, column, kind, closed if closed > column else top[0])
                return False
            self.open.append((column, kind))
        self.open_within(line, kind)
        return True

    def open_within(self, line: str, kind: str) -> None:
        """Open what starts behind the first dash of a line: lists in lists, and a form in a list."""
        lead = LEAD.match(line)
        if not kind or lead is None:
            return
        dashes = [match.start() for match in re.finditer("-", lead["dashes"])][1:]
        self.open += [(lead.start("dashes") + dash, "-") for dash in dashes]
        if lead["key"]:
            self.open.append((lead.start("key"), ""))

    def misplaced(self, line: str, column: int, kind: str, expected: int) -> None:
        """Report a line at an indentation that nothing around it has, and go on as if it had the expected one."""
        what = "list item" if kind else "field"
        if expected == column:
            message = f"A {what} cannot follow here, since the field above already has a value."
            self.report("bad-indent", column, message, "Put it below the field that it belongs to, indented.")
            self.take(Look(self.at + 1, None, ("",)))
            return
        moved = " " * expected + line[column:]
        message = f"This {what} starts at column {column + 1}; what it could belong to starts at column {expected + 1}."
        self.report("bad-indent", column, message, "Line it up with what it belongs to.", (moved,))
        if (expected, kind) not in self.open[-1:]:
            self.open.append((expected, kind))
        self.lines[self.at] = moved

    def stray(self, line: str) -> None:
        """Look at a line that is neither field nor list item: an unquoted value below its key, or a slip."""
        column = indent_of(line)
        above = findings.lead_at_value(self.source, self.at, column)
        if missing := findings.missing_space(self.source, self.at):
            self.add(missing)
            self.lines[self.at] = missing.corrected[0]
        elif above and self.may_nest:
            self.take(plain(self.source, self.at, column, above, end_of_value(self.source, self.at, above.column)))
        elif self.open or self.starts_form():
            name = _NAME.fullmatch(line)
            message = "This line has no colon, so it is no field, and it is not part of the text above it."
            help = "Put a colon and a space after the field's name. If it belongs to a text, put that text below `key: |`."
            self.report(
                "missing-colon",
                column,
                message,
                help,
                (f"{name['indent']}{name['name']}: {name['rest']}",) if name else (),
            )
            self.take(Look(self.at + 1, None, ("",)))
        else:
            self.at += 1

    def sentence(self, line: str, lead: Lead, may_nest: bool) -> bool:
        """Look at a text inside a list or form that starts with several words and a colon; tell if it is one."""
        if " " not in lead.key or lead.key.startswith(("'", '"')):
            return False
        column = line.index(lead.key)
        above = findings.lead_at_value(self.source, self.at, column)
        if above is None or (indent_of(line) == column and not may_nest):
            return False
        self.take(plain(self.source, self.at, column, above, end_of_value(self.source, self.at, above.column)))
        return True

    def starts_form(self) -> bool:
        """Tell whether the next line with something in it is a field at the margin, so that this one should be too."""
        below = (self.lines[n] for n in range(self.at + 1, len(self.lines)) if not is_blank(self.lines[n]))
        return lead_of(next(below, "")) is not None
