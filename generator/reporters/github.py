"""Findings for GitHub Actions: notes at the lines of a pull request, and a summary with all findings.

`report` gives workflow commands, which GitHub shows as notes ("annotations") beside the lines. It shows ten errors, ten
warnings and ten notices of a step and drops the rest without a word, so the reporter chooses, spreads them over the files,
and says how many are left. `summary` gives all of them, for the file that the environment variable
GITHUB_STEP_SUMMARY names.

Nothing in a brief can start a command: every command is one line that begins with our own `::`, its data cannot end the
line, and the older `##[command]` form is read only in lines that are no command of this form.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Final

from generator.diagnostics import Diagnostic, Place, Severity, in_order
from generator.reporters.parts.characters import visible
from generator.reporters.parts.frame import Style, frame
from generator.reporters.parts.ink import Ink, painter
from generator.reporters.parts.markup import code, inert, preformatted
from generator.reporters.parts.plain import address, plain, right_lines
from generator.reporters.parts.tally import sentence, tally

SHOWN: Final = 10
"""How many notes of one kind GitHub shows for one step."""

LONGEST: Final = 4096
"""How many characters of a note GitHub keeps, counted in UTF-16."""

SUMMARY_SIZE: Final = 1_000_000
"""How many bytes a summary may take. GitHub refuses one of more than 1,048,576; the rest is for other lines of the step."""

_RANK: Final = {Severity.ERROR: 0, Severity.WARNING: 1}


def report(
    findings: Sequence[Diagnostic],
    sources: Mapping[str, str],
    *,
    colour: bool = False,
    width: int = 100,
    checked: int | None = None,
) -> str:
    """Return the findings as workflow commands, errors first; without colour and of any width."""
    ordered = in_order(findings)
    errors = _spread([each for each in ordered if each.severity is Severity.ERROR], Counter())
    with_errors = Counter(each.place.file for each in errors)
    shown = errors + _spread([each for each in ordered if each.severity is Severity.WARNING], with_errors)
    rows = [_note(finding) for finding in shown]
    if rest := set(ordered).difference(shown):
        said = f"And {sentence(tally(tuple(rest), None))}. The summary of this run lists all findings."
        rows.append(_command("notice", {"title": "More findings"}, said))
    return "".join(f"{row}\n" for row in rows)


def summary(findings: Sequence[Diagnostic], sources: Mapping[str, str], *, checked: int | None = None) -> str:
    """Return all findings as GitHub Markdown, errors first, with their lines; nothing in them is markup.

    What would make it larger than `SUMMARY_SIZE` is left out, and counted at the end.
    """
    if not findings:
        read = "" if checked is None else f" Files checked: {checked}."
        return f"## Nothing to correct\n\nEvery file is as it should be.{read}\n"
    ordered = sorted(in_order(findings), key=lambda each: _RANK[each.severity])
    blocks = [f"## {sentence(tally(ordered, checked))}\n"]
    size, told = 500, 0  # room for the opening and the closing line
    for (severity, file), group in groupby(ordered, lambda each: (each.severity, each.place.file)):
        heading = f"\n### {'Errors' if severity is Severity.ERROR else 'Warnings'} in {code(file)}\n"
        for finding in group:
            block = heading + _told(finding, sources)
            size += len(block.encode("utf-8"))
            if size > SUMMARY_SIZE:
                left = sentence(tally(ordered[told:], None))
                return "".join([*blocks, f"\nThere is no room here for the rest: {left}. `briefs check` shows them.\n"])
            blocks.append(block)
            heading, told = "", told + 1
    return "".join(blocks)


def _spread(findings: Sequence[Diagnostic], had: Mapping[str, int]) -> tuple[Diagnostic, ...]:
    """Choose as many as are shown, so that a file gets its second note only when every file has its first.

    `had` says how many notes a file has already.
    """
    turns, ranked = Counter(had), list[tuple[int, Diagnostic]]()
    for finding in findings:
        ranked.append((turns[finding.place.file], finding))
        turns[finding.place.file] += 1
    chosen = sorted(ranked, key=lambda each: each[0])[:SHOWN]
    return in_order(finding for _, finding in chosen)


def _note(finding: Diagnostic) -> str:
    said = plain(finding)
    if finding.corrected:
        said += f"\n\nWrite it like this:\n{right_lines(finding)}"
    if len(said.encode("utf-16-le")) > 2 * LONGEST:
        said = said.encode("utf-16-le")[: 2 * LONGEST - 2].decode("utf-16-le", "ignore") + "…"
    return _command(finding.severity.value, {**_place(finding.place), "title": finding.rule}, said)


def _place(place: Place) -> dict[str, str]:
    """Return where a note stands. GitHub's ends are inclusive, and it refuses columns for more than one line."""
    where, span = {"file": place.file}, place.span
    if span is None:
        return where
    last = span.end_line - 1 if span.end_column == 1 and span.end_line > span.line else span.end_line
    if last > span.line:
        return where | {"line": str(span.line), "endLine": str(last)}
    columns = {"col": str(span.column)}
    if span.end_line == span.line:
        columns["endColumn"] = str(max(span.column, span.end_column - 1))
    return where | {"line": str(span.line), "endLine": str(last)} | columns


def _command(name: str, properties: Mapping[str, str], data: str) -> str:
    """Write one workflow command. GitHub reads these escapes and no others; a percent sign must go first."""
    given = ",".join(f"{key}={_escaped(visible(value), '%:,')}" for key, value in properties.items())
    return f"::{name} {given}::{_escaped(data, '%' + chr(13) + chr(10))}"


def _escaped(text: str, signs: str) -> str:
    for sign in signs:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def _told(finding: Diagnostic, sources: Mapping[str, str]) -> str:
    span, file = finding.place.span, finding.place.file
    where = f"Line {span.line}, column {span.column}" if span else "The whole file"
    rows = [f"\n**{where}**: {inert(finding.message)}"]
    for related in finding.related:
        rows.append(f"<br>See also {code(address(related.place))}: {inert(related.message)}")
    if finding.help:
        rows.append(f"<br>{inert(finding.help)}")
    rows.append(f"<br>Rule: {code(finding.rule)}\n")
    style = Style("^", Ink.ERROR, len(str(span.end_line + 1)) if span else 1, 100, painter(False))
    if span and file in sources and (framed := frame(sources[file].split("\n"), span, style, context=0)):
        rows.append(f"\n{preformatted(chr(10).join(framed[1:]))}\n")
    if finding.corrected:
        rows.append(f"\nWrite it like this:\n\n{preformatted(right_lines(finding))}\n")
    return "".join(rows)
