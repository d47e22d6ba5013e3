"""Slips in prose that YAML accepts without a word: it cuts the text, splits it, or takes it for something else."""

import re

from generator.diagnostics import Diagnostic, Span
from generator.reader import findings
from generator.reader.events import At
from generator.reader.nodes import Mapping
from generator.reader.source import Source, is_blank, lead_before, lead_of, span, starts_line

_COMMENT = re.compile(r"(?P<gap>[ \t]+)#(?P<body>.*)")

_LONGEST_CORRECTED = 1000
"""Nobody writes a form in a longer line; to repeat it for each slip would take far more room than the file."""


def of_plain(source: Source, raw: str, start: At, end: At) -> list[Diagnostic]:
    """Return the slips of an unquoted value between two places: text lost after ` #`, and missing spaces."""
    found = []
    if cut := lost_at(source.lines[end[0]], end[1], raw):
        at = start if raw else (end[0], cut)
        found.append(findings.lost_text(source, *at, (end[0], cut), end[0]))
    if raw and starts_line(source.lines[start[0]], start[1]):
        missing = (findings.missing_space(source, line) for line in range(start[0], end[0] + 1))
        found += [finding for finding in missing if finding]
    return found


def lost_at(line: str, column: int, raw: str) -> int | None:
    """Return the column of a # after a value that ends at `column`, if text was meant and not a comment.

    A comment has a space after the #; and after several words, two spaces before it.
    """
    match = _COMMENT.match(line, column)
    if match is None:
        return None
    no_space = match["body"][:1] not in ("", " ", "\t", "#")
    return match.end("gap") if no_space or (len(match["gap"]) == 1 and " " in raw) else None


def marked_text(source: Source, start: At, value: str) -> Diagnostic | None:
    """Return a finding if what YAML takes for a `!tag` or `&anchor` starts a text of several words."""
    if source.lines[start[0]].startswith("!!", start[1]) or len(value.split()) < 2:
        return None
    return findings.markup_at_start(source, *start, start[0])


def reference(source: Source, where: Span) -> Diagnostic | None:
    """Return a finding if a list of one list is a cross reference, `[[id]]`."""
    line = source.lines[where.line - 1]
    if where.line != where.end_line or not line.startswith("[[", where.column - 1):
        return None
    return findings.markup_at_start(source, where.line - 1, where.column - 1, where.line - 1)


def text_beside_bar(source: Source, header: int) -> Diagnostic | None:
    """Return a finding if the text of a `|` stands right below its key, so that YAML takes its colon for a key's."""
    first = next((n for n in range(header + 1, len(source.lines)) if source.lines[n].strip()), None)
    lead = lead_of(source.lines[header])
    if first is None or lead is None or not findings.is_prose(source.lines[first]):
        return None
    return findings.text_not_indented(source, first, header, lead.column + 2)[0]


def colon_in_item(source: Source, found: Mapping) -> Diagnostic | None:
    """Return a finding if a form inside another is a sentence with a colon: its keys are several words."""
    if not found.entries or not all(" " in key.raw and key.style == "plain" for key, _ in found.entries):
        return None
    line, column = found.span.line - 1, found.span.column - 1
    if not findings.lead_at_value(source, line, column):
        return None
    key = found.entries[0][0].span
    colon = source.lines[key.end_line - 1].find(":", key.end_column - 1)
    if colon < 0:
        return None
    return findings.colon_in_text(source, line, column, (key.end_line - 1, colon), found.span.end_line - 1)


def comma_splits(source: Source, found: Mapping, splits: dict[str, Span]) -> list[Diagnostic]:
    """Return a finding for each text in a one-line form that a comma cut; `splits` says under its key where it ends."""
    reports = []
    corrected = _on_own_lines(source, found, splits)
    for name, end in splits.items():
        key, value = found.key(name), found.get(name)
        if key is None or value is None:
            reports.append(_text_in_braces(source, found.span, end))
            continue
        line, column = value.span.end_line - 1, value.span.end_column - 1
        comma = source.lines[line].find(",", column)
        reports.append(
            source.fault(
                "comma-split",
                span(line, comma),
                f"Between {{ and }} a comma ends a value, so `{name}` would end here and the words after it be lost.",
                "Write each field on a line of its own, or put the whole text in double quotes.",
                corrected,
            )
        )
    return reports


def _text_in_braces(source: Source, form: Span, end: Span) -> Diagnostic:
    """Report a form without a colon: a text in braces, or a key that lacks the space after its colon."""
    words = source.lines[end.line - 1][end.column - 1 : end.end_column - 1]
    if re.match(r"\w+:\w", words):
        at = span(end.line - 1, end.column + words.index(":"))
        message = f"There is no space after the colon of `{words.split(':')[0]}:`."
        return source.fault("missing-space", at, message, "Put a space after the colon.")
    return findings.markup_at_start(source, form.line - 1, form.column - 1, form.end_line - 1)


def _on_own_lines(source: Source, form: Mapping, splits: dict[str, Span]) -> tuple[str, ...]:
    """Return a one-line form with a line for each field, and the texts that were cut as blocks.

    A form inside a list in brackets cannot do that: there, the texts get quotes.
    """
    where = form.span
    line = source.lines[where.line - 1]
    if where.line != where.end_line or len(line) > _LONGEST_CORRECTED or not form.entries:
        return ()
    texts = {}
    for key, value in form.entries:
        end = splits.get(key.raw, value.span)
        texts[key.raw] = (value.span.column - 1, line[value.span.column - 1 : end.end_column - 1].strip())
    lead = lead_before(line, where.column - 1)
    rest = line[where.end_column - 1 :]
    if lead is None or not is_blank(rest):
        for name in reversed([name for name in splits if name in texts]):
            column, text = texts[name]
            escaped = text.replace("\\", "\\\\").replace('"', '\\"')
            line = f'{line[:column]}"{escaped}"{line[column + len(text) :]}'
        return (line,)
    indent = " " * (lead.column + 2)
    lines = []
    for name, (_, text) in texts.items():
        lines += [f"{indent}{name}: |", f"{indent}  {text}"] if name in splits else [f"{indent}{name}: {text}"]
    if lead.key:
        return (lead.text.rstrip(), *lines)
    return (lead.text.rstrip() + " " + lines[0].lstrip(), *lines[1:])
