"""A finding in plain words, for the formats that code hosts show: they have no frame and no colours."""

from generator.diagnostics import Diagnostic, Place
from generator.reporters.parts.characters import visible


def address(place: Place) -> str:
    """Return `file:line:column`, or the file alone where the whole file is meant; nothing hidden stays in it."""
    at = f":{place.span.line}:{place.span.column}" if place.span else ""
    return visible(place.file) + at


def plain(finding: Diagnostic) -> str:
    """Return what was found, where else to look, and what to do, as paragraphs; every hidden character is shown."""
    parts = [visible_lines(finding.message)]
    parts += [f"{address(related.place)}: {visible_lines(related.message)}" for related in finding.related]
    parts += [visible_lines(finding.help)] if finding.help else []
    return "\n\n".join(parts)


def right_lines(finding: Diagnostic) -> str:
    """Return the lines as they would be right, ready to copy: a tab stays one, all else that is hidden is shown."""
    return "\n".join("\t".join(map(visible, line.split("\t"))) for line in finding.corrected)


def visible_lines(text: str) -> str:
    """Return a text of several lines with everything hidden but its line ends made visible."""
    return "\n".join(visible(line) for line in text.split("\n"))
