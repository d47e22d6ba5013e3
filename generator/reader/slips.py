"""Slips in prose and layout that YAML stumbles over, found in the raw lines once the parser has given up.

The scan walks the lines as fields and list items and looks at each value by itself. It mends its own copy of the lines
as it goes, so that one slip gives one finding and whatever follows is still checked.
"""

import re
from dataclasses import replace

from generator.diagnostics import Diagnostic, Span
from generator.reader import findings, signless
from generator.reader.limits import MAX_FINDINGS
from generator.reader.source import LEAD, Lead, Source, indent_of, is_blank, lead_of, span
from generator.reader.values import Look, end_of_value, look_at, plain

_TABS = re.compile(r" *\t[ \t]*(?=[^ \t])")
_CONFLICT = re.compile(r"(?:<{7}|[|]{7}|={7}|>{7})(?: .*)?")
"""The lines that Git puts around two versions of a part; with three, `|||||||` stands before what both were made from."""
_MARK = re.compile(r" *[*] +(?=\S)|[•●◦▪‣–—+][ \t]+(?=\S)")
"""What word processors and other languages begin the items of a list with, where YAML stumbles over it."""
_COLONS = re.compile(r"(?P<indent> *)(?P<name>[A-Za-z][\w-]*)[ \t]*(?P<colon>[：﹕︓∶꞉ː])[ \t]*(?P<rest>.*)")
_DRESSED = re.compile(r"(?P<indent> *)[^\w\s]+(?P<name>[a-z][a-z_]+)[^\w\s]*:(?: +(?P<rest>.*))?")
_NAME = re.compile(r"(?P<indent> *)(?P<name>[a-z][a-z_]+)[ \t]+(?P<rest>[\w“\[|]\S*(?: \S+){0,2})")


def scan(source: Source) -> tuple[tuple[Diagnostic, ...], Source]:
    """Return the slips in `source`, and a copy in which each is replaced by something harmless on as many lines."""
    walk = _Walk(source)
    walk.conflicts()
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
        elif slip := findings.other_blank(self.source, self.at):
            self.add(slip)
            self.lines[self.at] = slip.corrected[0]
        elif line.startswith("%"):
            self.directive()
        elif _CONFLICT.fullmatch(line):
            self.report("merge-conflict", 0, "This line is left over from two versions that Git could not join.", "Delete it.")
            self.lines[self.at] = ""
        elif lone := signless.lone_name(self.source, self.at):
            self.take(Look(lone[1], lone[0], ("",) * (lone[1] - self.at)))
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
        message, help = "This line is indented with a tab, which YAML does not allow.", "Use two spaces for each step."
        if self.open and self.open[-1][0] > indent_of(spaced[0]) and lead_of(spaced[0]):  # of what is above, it may belong to any
            help = "Indent it with spaces, as far as the lines to which it belongs."
            self.report("tab-indent", column, message, help)
        else:
            self.report("tab-indent", column, message, help, tuple(spaced))
        self.lines[self.at : end] = spaced
        if not self.may_nest:  # more of a value that was complete, so there is nothing to look at below it
            self.take(Look(end, None, ("",) * (end - self.at)))

    def conflicts(self) -> None:
        """Report what Git could not join, and go on with the first of the two versions."""
        signs: list[int] = []
        for at, line in enumerate(self.lines):
            if not _CONFLICT.fullmatch(line):
                continue
            if line[0] == "<":
                signs = [at]
            elif line[0] != ">" and signs:
                signs.append(at)
            elif len(signs) > 1:
                self.conflict(signs[0], signs[1], at)
                signs = []

    def conflict(self, first: int, middle: int, last: int) -> None:
        message = "Git could not join two versions of this part: one stands above the ======= and one below it."
        help = "Keep the one that is right, or make one of the two, and delete the lines with <<<<<<<, ======= and >>>>>>>."
        self.add(self.source.fault("merge-conflict", span(first, 0, last, len(self.lines[last])), message, help))
        for at in (first, *range(middle, last + 1)):
            self.lines[at] = ""

    def directive(self) -> None:
        message = "A line that starts with % is an order to YAML readers, which briefs do not use."
        self.report("directive", 0, message, "Delete the line.")
        self.lines[self.at] = ""

    def fits(self, line: str) -> bool:
        """Check that the line starts where a field or list item may start; if not, report it and move it there."""
        column = indent_of(line)
        kind = "-" if line[column] == "-" else ""
        closed, last = column, (-1, "")
        while self.open and (self.open[-1][0] > column or (self.open[-1] == (column, "-") and not kind)):
            last = self.open.pop()
            closed = last[0]
            self.may_nest = False
        top = self.open[-1] if self.open else (-1, "")
        if top != (column, kind):
            if not (self.may_nest or (not self.open and closed == column)):
                self.misplaced(line, column, kind, closed if closed > column else top[0], beside=last == (column, "-"))
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

    def misplaced(self, line: str, column: int, kind: str, expected: int, *, beside: bool) -> None:
        """Report a line at an indentation that nothing around it has, and go on as if it had the expected one.

        `beside`: it is a field where the items of a list begin.
        """
        what = "list item" if kind else "field"
        if expected == column:
            message = f"A {what} cannot follow here, since the field above already has a value."
            field = signless.without_dash(line)
            help = (
                "Take the dash away, or indent it below its field."
                if field
                else "Put it below the field that it belongs to, indented."
            )
            self.report("bad-indent", column, message, help, field)
            self.take(Look(self.at + 1, None, ("",)))
            return
        if beside:
            message = "A field cannot stand where the items of the list above begin."
            help = "Begin it with `- ` as well; or, if these are names with their own fields, take the `- ` off the others."
            self.report("bad-indent", column, message, help)
            end = end_of_value(self.source, self.at, column)
            self.take(Look(end, None, ("",) * (end - self.at)))
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
        if self.may_nest and _MARK.match(line):
            self.marked(column)
        elif slip := findings.missing_space(self.source, self.at) or signless.items(self.source, self.at):
            self.add(slip)
            self.lines[self.at : self.at + len(slip.corrected)] = slip.corrected
        elif above and self.may_nest:
            self.take(plain(self.source, self.at, column, above, end_of_value(self.source, self.at, above.column)))
        elif self.open or self.starts_form():
            self.report("missing-colon", column, *_no_field(line))
            self.take(Look(self.at + 1, None, ("",)))
        else:
            self.at += 1

    def marked(self, column: int) -> None:
        """Report a list whose items begin with another sign than a hyphen, once for all the lines that follow each other."""
        end, items = self.at, list[str]()
        while end < len(self.lines) and (mark := _MARK.match(self.lines[end])) and indent_of(self.lines[end]) == column:
            items.append(f"{' ' * (column or 2)}- {self.lines[end][mark.end() :]}")
            end += 1
        message = f"A list item begins with a hyphen and a space, not with `{self.lines[self.at][column]}`."
        self.report("list-sign", column, message, "Write a hyphen in its place.", tuple(items))
        self.lines[self.at : end] = items

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


def _no_field(line: str) -> tuple[str, str, tuple[str, ...]]:
    """Say of a line why it is no field, what to do, and how it would be right, where that is known."""
    if found := _COLONS.fullmatch(line):
        message = f"The sign after `{found['name']}` looks like a colon and is another one, `{found['colon']}`."
        right = f"{found['indent']}{found['name']}: {found['rest']}".rstrip()
        return message, "Write a colon with your keyboard, and a space after it.", (right,)
    if found := _DRESSED.fullmatch(line):
        message = "This line is no field: before its colon stand other signs than those of a field's name."
        right = f"{found['indent']}{found['name']}: {found['rest'] or ''}".rstrip()
        return message, "A field's name stands alone before the colon; it has small letters and `_`.", (right,)
    if not re.search(r"\w", line):
        return "This line has no words, so it is no field, and it is not part of the text above it.", "Delete it.", ()
    name = _NAME.fullmatch(line)
    message = "This line has no colon, so it is no field, and it is not part of the text above it."
    help = "Put a colon and a space after the field's name. If it belongs to a text, put that text below `key: |`."
    return message, help, (f"{name['indent']}{name['name']}: {name['rest']}",) if name else ()
