"""Looks at one value in the raw lines, with the lines that belong to it, for a slip that YAML stumbles over."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.diagnostics import Diagnostic
from generator.reader import findings
from generator.reader.events import events_of
from generator.reader.source import Lead, Source, indent_of, lead_of, span

_BAR = re.compile(r"[|>](?P<digit>[1-9])?[-+]?(?P<after>[1-9])?(?:[ \t]+#.*|[ \t]*)")
_QUOTED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL), "'": re.compile(r"'(?:[^']|'')*'")}
_BRACKETS = re.compile(r"""(?<=[\[{,: ])(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*')|[\[\]{}]""")
_PAIRS = {"[": "]", "{": "}"}
_FIELD = re.compile(r"(?:^|,)\s*([A-Za-z_][\w-]*):\s+")
_WORD = re.compile(r"[\w./-]+|\"[^\"]*\"|'[^']*'")
_COLON = re.compile(r":(?=[ \t]|$)")
_HASH = re.compile(r"[ \t]#")
_AFTER_VALUE = re.compile(r"[ \t]*(?:[ \t]#.*)?")


@dataclass(frozen=True, slots=True)
class Look:
    """What a look at a value found: the line to go on with, the slip, and lines that stand in for the value's own.

    `nests`: the value is still to come, on the next lines. `text_column`: where the text of a block stands.
    """

    next: int
    slip: Diagnostic | None = None
    mended: tuple[str, ...] = ()
    nests: bool = False
    text_column: int | None = None


def look_at(source: Source, line: int, lead: Lead) -> Look:
    """Look at the value that follows `lead` in a line."""
    text = source.lines[line]
    column = len(lead.text)
    first = text[column : column + 1]
    if first in ("", "#"):
        return Look(line + 1, nests=True)
    if first in "|>":
        return _block(source, line, lead)
    end = end_of_value(source, line, lead.column)
    if first in _QUOTED:
        return _quoted(source, line, lead, end)
    if first in "[{":
        return _brackets(source, line, lead, end)
    if first in "*&!%@`":
        if events_of(text[column:])[1] is None:
            return Look(line + 1, nests=True)
        return _replaced(lead.text, line, end, findings.markup_at_start(source, line, column, end - 1))
    if text.startswith("- ", column):
        return _replaced(lead.text, line, end, _list_beside_key(source, line, lead, end))
    return plain(source, line, column, lead, end)


def end_of_value(source: Source, line: int, column: int) -> int:
    """Return the line after a value whose key stands at `column`: the value's further lines are indented more."""
    end = last = line + 1
    while end < len(source.lines) and (not source.lines[end].strip() or indent_of(source.lines[end]) > column):
        end += 1
        last = end if source.lines[end - 1].strip() else last
    return last


def plain(source: Source, line: int, column: int, lead: Lead, end: int) -> Look:
    """Look at an unquoted value: a colon in it, words lost after a #, or fields that are indented too far."""
    for number in range(line, end):
        words = source.lines[number]
        start = column if number == line else indent_of(words)
        if number == line + 1 and lead.key and lead_of(words) and _all_fields(source.lines[number:end]):
            return _shifted(source, line, number, end, lead.column)
        cut = _HASH.search(words, start)
        colon = _COLON.search(words, start, cut.start() + 1 if cut else len(words))
        if colon:
            slip = findings.colon_in_text(source, line, column, (number, colon.start()), end - 1)
            return _replaced(source.lines[line][:column], line, end, slip)
        if cut and number + 1 < end:
            slip = findings.lost_text(source, line, column, (number, cut.end() - 1), end - 1)
            return _replaced(source.lines[line][:column], line, end, slip)
    return Look(end)


def _all_fields(lines: Sequence[str]) -> bool:
    """Tell whether lines are fields with what belongs to them: none as far left as the first is prose."""
    indent = indent_of(lines[0])
    level = (line for line in lines if line.strip() and indent_of(line) <= indent)
    return all((lead := lead_of(line)) is not None and lead.column == indent and " " not in lead.key for line in level)


def _replaced(before: str, line: int, end: int, slip: Diagnostic) -> Look:
    """Return a look whose value is out of the way: an empty text stands in for it, after what is `before` it."""
    return Look(end, slip, (before + '""', *[""] * (end - line - 1)))


def _block(source: Source, line: int, lead: Lead) -> Look:
    """Look at a `|` or `>` block: text beside the bar, a tab, or lines that stand further left than the first."""
    text, column = source.lines[line], len(lead.text)
    header = _BAR.fullmatch(text, column)
    end = end_of_value(source, line, lead.column)
    if header is None:
        return _replaced(lead.text, line, end, _beside_bar(source, line, lead, end))
    digit = header["digit"] or header["after"]
    while end < len(source.lines) and source.lines[end].startswith("\t"):
        end += 1  # meant as text of the block, but a tab does not indent
    first = next((n for n in range(line + 1, end) if source.lines[n].strip()), None)
    if first is None:
        below = next((n for n in range(line + 1, len(source.lines)) if source.lines[n].strip()), None)
        if below is None or not findings.is_prose(source.lines[below]):
            return Look(end)
        slip, end = findings.text_not_indented(source, below, line, lead.column + 2)
        return _replaced(lead.text, line, end, slip)
    indent = lead.column + int(digit) if digit else indent_of(source.lines[first]) or lead.column + 2
    for number in range(first, end):
        if source.lines[number].strip() and indent_of(source.lines[number]) < indent:
            return _replaced(lead.text, line, end, _uneven(source, number, first, end, indent))
    return Look(end, text_column=indent)


def _beside_bar(source: Source, line: int, lead: Lead, end: int) -> Diagnostic:
    """Report text on the line of the bar, or a text that starts with > by itself."""
    column = len(lead.text)
    if source.lines[line][column] == ">":
        return findings.markup_at_start(source, line, column, end - 1)
    first, *more = source.words(line, column + 1, end - 1)
    message = "The text starts on the line of the |; it must start on the next line."
    return source.fault(
        "text-beside-bar",
        span(line, column + 1 + len(source.lines[line][column + 1 :]) - len(source.lines[line][column + 1 :].lstrip())),
        message,
        "Move the text below the key, indented by two spaces.",
        lead.block((first, *more)),
    )


def _uneven(source: Source, number: int, first: int, end: int, indent: int) -> Diagnostic:
    """Report lines of a block that stand further left than its first line, or are indented with a tab."""
    words = source.lines[number]
    column = indent_of(words)
    corrected = [" " * indent + line.strip() if line.strip() else "" for line in source.lines[number:end]]
    later = [n for n in range(number, end) if source.lines[n].strip() and indent_of(source.lines[n]) >= indent]
    corrected = corrected[: later[0] - number] if later else corrected
    if words[column] == "\t":
        message = "This line of the text is indented with a tab, which YAML does not allow."
        return source.fault("tab-indent", span(number, column), message, f"Indent it with {indent} spaces.", corrected)
    message = f"This line of the text stands at column {column + 1}, but the text started at column {indent + 1}."
    help = f"Give every line of the text at least {indent} spaces, as many as its first line (line {first + 1})."
    return source.fault("uneven-text", span(number, column), message, help, corrected)


def _quoted(source: Source, line: int, lead: Lead, end: int) -> Look:
    """Look at a quoted value: a quote without its second one, or words after the second one."""
    column = len(lead.text)
    quote = source.lines[line][column]
    whole = "\n".join((source.lines[line], *source.lines[line + 1 : end]))
    match = _QUOTED[quote].match(whole, column)
    if match is None:
        name = "double" if quote == '"' else "single"
        corrected = [*source.lines[line : end - 1], source.lines[end - 1].rstrip() + quote]
        if quote == "'":  # as likely an apostrophe, so the words are safer in a block
            corrected = list(lead.block(source.words(line, column, end - 1)))
        message = f"The {name} quote that opens here is never closed."
        help = "Close it, or put the text below the key, after a |; there, quotes mean nothing special."
        return _replaced(lead.text, line, end, source.fault("unclosed-quote", span(line, column), message, help, corrected))
    last = line + match.group().count("\n")
    after = match.end() - (whole.rfind("\n", 0, match.end()) + 1)
    rest = source.lines[last]
    if not _AFTER_VALUE.fullmatch(rest, after):
        at = span(last, after + len(rest[after:]) - len(rest[after:].lstrip()))
        message = f"The value ends with its second {quote}, but there are more words after it."
        help = "Where the quotes belong to the text, put the text below the key, after a |, just as it is."
        corrected = list(lead.block(source.words(line, column, end - 1)))
        return _replaced(lead.text, line, end, source.fault("text-after-quotes", at, message, help, corrected))
    return Look(last + 1)


def _brackets(source: Source, line: int, lead: Lead, end: int) -> Look:
    """Look at a list or form in brackets: brackets that are not closed, or a text that only starts with one."""
    column = len(lead.text)
    while end < len(source.lines) and source.lines[end].strip()[:1] in ("]", "}"):
        end += 1
    whole = "\n".join(source.lines[line:end])
    close, missing = _closing(whole, column)
    alone = close is not None and _AFTER_VALUE.fullmatch(whole[close:].partition("\n")[0]) is not None
    if alone and events_of(whole[column:close])[1] is None:
        return Look(line + whole.count("\n", 0, close) + 1)
    cut = _HASH.search(source.lines[line], column)
    if cut and (close is None or cut.start() < close):
        slip = findings.lost_text(source, line, column, (line, cut.end() - 1))
    elif whole.startswith(("[[", "[@"), column) or (close is not None and not alone):
        slip = findings.markup_at_start(source, line, column, end - 1)
    elif close is None:
        message = f"The bracket {whole[column]} that opens here is never closed."
        corrected = (*source.lines[line : end - 1], source.lines[end - 1].rstrip() + missing)
        slip = source.fault("unclosed-bracket", span(line, column), message, f"Close it with `{missing}`.", corrected)
    else:
        what = "field" if whole[column] == "{" else "item"
        message = f"What stands between these brackets cannot be read as {what}s."
        help = f"Write each {what} on a line of its own, without the brackets, and texts below a |."
        corrected = _fields_on_own_lines(lead, whole[column + 1 : close - 1]) if what == "field" else ()
        slip = source.fault("brackets", span(line, column), message, help, corrected)
    return _replaced(lead.text, line, end, slip)


def _fields_on_own_lines(lead: Lead, within: str) -> tuple[str, ...]:
    """Return the fields of a form in braces with a line for each, and below a bar what is more than a word."""
    first, *parts = _FIELD.split(within)
    if first.strip() or not parts:
        return ()
    indent = " " * (lead.column + 2)
    lines: list[str] = []
    for name, value in zip(parts[::2], parts[1::2], strict=True):
        words = " ".join(value.split())
        lines += [f"{indent}{name}: {words}"] if _WORD.fullmatch(words) else [f"{indent}{name}: |", f"{indent}  {words}"]
    if lead.key:
        return (lead.text.rstrip(), *lines)
    return (lead.text.rstrip() + " " + lines[0].lstrip(), *lines[1:])


def _closing(whole: str, column: int) -> tuple[int | None, str]:
    """Return where the bracket at `column` and all within it are closed, or else the brackets that would close them."""
    missing: list[str] = []
    for match in _BRACKETS.finditer(whole, column):
        if match.group() in _PAIRS:
            missing.append(_PAIRS[match.group()])
        elif match.group() in ("]", "}"):
            missing.pop()
            if not missing:
                return match.end(), ""
    return None, "".join(reversed(missing))


def _list_beside_key(source: Source, line: int, lead: Lead, end: int) -> Diagnostic:
    """Report a list that starts on the line of its key."""
    column = len(lead.text)
    message, words = "A list cannot start on the line of its key.", source.words(line, column, end - 1)
    if len(words) == 1 and words[0].count(" ") > 2:  # a sentence, and no list of one item
        help = "Take the dash out; or, if this is a list, start it on the next line."
        return source.fault("list-beside-key", span(line, column), message, help, (lead.text + words[0][2:],))
    items = (" " * (lead.column + 2) + item for item in words)
    help = "Start it on the next line. Where the dash belongs to a text, put the text below the key, after a |."
    return source.fault("list-beside-key", span(line, column), message, help, (lead.text.rstrip(), *items))


def _shifted(source: Source, line: int, number: int, end: int, column: int) -> Look:
    """Report fields below a field that has a value: they belong beside it."""
    shift = indent_of(source.lines[number]) - column
    moved = tuple(words[min(shift, indent_of(words)) :] for words in source.lines[number:end])
    message = "This field is indented as if it belonged to the one above, which already has a value."
    help = "Line it up with the field above. If it is part of the text above, put that text below `key: |`."
    slip = source.fault("bad-indent", span(number, indent_of(source.lines[number])), message, help, moved)
    return Look(line + 1, slip, (*source.lines[line:number], *moved))
