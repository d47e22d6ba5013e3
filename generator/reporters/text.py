"""Findings for people: what is wrong, the line it is about, what to do, and the lines as they would be right.

The corrected lines start at the left edge, with nothing before them and never cut, so that an editor can copy them into
the file as they are.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from generator.diagnostics import Diagnostic, Place, Severity, in_order
from generator.reporters.parts.characters import visible, width_of
from generator.reporters.parts.frame import Style, frame
from generator.reporters.parts.ink import Ink, Paint, painter
from generator.reporters.parts.tally import sentence, tally
from generator.reporters.parts.wrap import wrap

_INK = {Severity.ERROR: Ink.ERROR, Severity.WARNING: Ink.WARNING}


def report(
    findings: Sequence[Diagnostic],
    sources: Mapping[str, str],
    *,
    colour: bool = False,
    width: int = 100,
    checked: int | None = None,
) -> str:
    """Return the findings for a terminal of `width` cells, with a summary at the end; without findings, nothing."""
    if not findings:
        return ""

    @cache
    def lines_of(file: str) -> Sequence[str]:
        return sources[file].split("\n") if file in sources else ()

    paint, ordered = painter(colour), in_order(findings)
    blocks = ["\n".join(_finding(finding, lines_of, paint, max(40, width))) for finding in ordered]
    return "\n\n".join([*blocks, paint(Ink.STRONG, sentence(tally(ordered, checked)))]) + "\n"


def _finding(finding: Diagnostic, lines_of: Callable[[str], Sequence[str]], paint: Paint, width: int) -> list[str]:
    places = (finding.place, *(related.place for related in finding.related))
    digits = max((len(str(place.span.end_line + 1)) for place in places if place.span), default=1)
    ink = _INK[finding.severity]

    def located(place: Place, sign: str, sign_ink: Ink, context: int) -> list[str]:
        style = Style(sign, sign_ink, digits, width, paint)
        framed = frame(lines_of(place.file), place.span, style, context=context) if place.span else []
        return [f"{'':{digits}}{paint(Ink.FRAME, '-->')} {_address(place)}", *framed]

    rows = _said(f"{finding.severity}[{visible(finding.rule)}]:", finding.message, ink, paint, width, hang=2, strong=True)
    rows += located(finding.place, "^", ink, 1)
    for related in finding.related:
        rows += _said("note:", related.message, Ink.STRONG, paint, width, hang=6)
        rows += located(related.place, "-", Ink.FRAME, 0)
    if finding.help:
        rows += _said("help:", finding.help, Ink.ADVICE, paint, width, hang=6)
    if finding.corrected:
        right = (paint(Ink.CORRECTED, _copyable(line)) for line in finding.corrected)
        rows += [paint(Ink.ADVICE, "Write it like this:"), "", *right]
    return rows


def _said(label: str, text: str, ink: Ink, paint: Paint, width: int, *, hang: int, strong: bool = False) -> list[str]:
    first, *more = wrap(text, width - hang, width - width_of(label) - 1)
    body: Callable[[str], str] = (lambda line: paint(Ink.STRONG, line)) if strong else str
    return [f"{paint(ink, label)} {body(first)}".rstrip(), *(f"{'':{hang}}{body(line)}".rstrip() for line in more)]


def _address(place: Place) -> str:
    """Return `file:line:column`, which many terminals and editors open with a click."""
    at = f":{place.span.line}:{place.span.column}" if place.span else ""
    return visible(place.file) + at


def _copyable(line: str) -> str:
    """Return a line as it goes into the file: a tab stays a tab, every other hidden character is shown all the same."""
    return "\t".join(visible(part) for part in line.split("\t"))
