"""Findings for programs: one JSON document (RFC 8259) whose shape changes only together with its `version`.

Every key is always there, in this order:

    {
      "version": 1,
      "findings": [                        sorted by file and place
        {
          "rule": "missing-source",
          "severity": "error",             or "warning"
          "message": "…",                  what was found, what was expected
          "place": {
            "file": "briefs/2021/a.yml",   relative to the site's folder
            "span": {"line": 3, "column": 1, "end_line": 3, "end_column": 6}
          },                               from 1, the end is exclusive; null: the file as a whole
          "path": ["sources", "mt"],       the field: keys, and list positions from 0
          "help": "…",                     what to do; may be empty
          "corrected": ["…"],              the lines as they would be right; may be empty
          "related": [{"message": "…", "place": {…}}]
        }
      ],
      "summary": {"errors": 1, "warnings": 0, "files": 1, "checked": 3}
    }

`files` counts the files with findings, `checked` all that were read, or is null where that is not known. `SCHEMA` says
the same as a JSON Schema.
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from generator.diagnostics import Diagnostic, Place, in_order
from generator.reporters.parts.characters import is_hidden
from generator.reporters.parts.data import without_orders
from generator.reporters.parts.tally import tally

VERSION: Final = 1

_COUNT: Final = {"type": "integer", "minimum": 0}
_POSITION: Final = {"type": "integer", "minimum": 1}
_TEXT: Final = {"type": "string"}


def _exactly(**properties: object) -> dict[str, object]:
    return {"type": "object", "properties": properties, "required": [*properties], "additionalProperties": False}


def _each(items: object) -> dict[str, object]:
    return {"type": "array", "items": items}


_SPAN: Final = _exactly(line=_POSITION, column=_POSITION, end_line=_POSITION, end_column=_POSITION)
_PLACE: Final = _exactly(file=_TEXT, span={"anyOf": [_SPAN, {"type": "null"}]})
_FINDING: Final = _exactly(
    rule=_TEXT,
    severity={"enum": ["error", "warning"]},
    message=_TEXT,
    place=_PLACE,
    path=_each({"type": ["string", "integer"]}),
    help=_TEXT,
    corrected=_each(_TEXT),
    related=_each(_exactly(message=_TEXT, place=_PLACE)),
)
SCHEMA: Final[Mapping[str, object]] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Findings of a check",
    **_exactly(
        version={"const": VERSION},
        findings=_each(_FINDING),
        summary=_exactly(errors=_COUNT, warnings=_COUNT, files=_COUNT, checked={"type": ["integer", "null"], "minimum": 0}),
    ),
}
"""The shape of a report as a JSON Schema, draft 2020-12."""


def report(
    findings: Sequence[Diagnostic],
    sources: Mapping[str, str],
    *,
    colour: bool = False,
    width: int = 100,
    checked: int | None = None,
) -> str:
    """Return the findings as one JSON document, also when there are none; without colour and of any width."""
    ordered = in_order(findings)
    numbers = tally(ordered, checked)
    document = {
        "version": VERSION,
        "findings": [_finding(finding) for finding in ordered],
        "summary": {
            "errors": numbers.errors,
            "warnings": numbers.warnings,
            "files": numbers.files,
            "checked": numbers.checked,
        },
    }
    return _safe(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _finding(finding: Diagnostic) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "place": _place(finding.place),
        "path": list(finding.path),
        "help": finding.help,
        "corrected": list(finding.corrected),
        "related": [{"message": related.message, "place": _place(related.place)} for related in finding.related],
    }


def _place(place: Place) -> dict[str, Any]:
    span = place.span
    if span is None:
        return {"file": place.file, "span": None}
    at = {"line": span.line, "column": span.column, "end_line": span.end_line, "end_column": span.end_column}
    return {"file": place.file, "span": at}


def _safe(document: str) -> str:
    """Write hidden characters as `\\u` escapes: JSON lets many of them stand, but a terminal may show the document.

    Outside strings a document has none but its line ends.
    """
    shown = re.sub(r"[^\n -~]", lambda found: json.dumps(found[0])[1:-1] if is_hidden(found[0]) else found[0], document)
    return without_orders(shown)
