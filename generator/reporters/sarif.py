"""Findings in the format that code hosts and editors exchange: SARIF 2.1.0 (OASIS Standard), one run in one document.

A rule's texts here come from its name; `briefs explain` has the long ones.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import quote

from generator.diagnostics import Diagnostic, Place, Severity, in_order
from generator.reporters.parts.data import as_data
from generator.reporters.parts.fingerprint import fingerprints
from generator.reporters.parts.plain import plain, right_lines, visible_lines

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

ROOT: Final = "%SRCROOT%"
"""The name by which every address says that it begins at the site's folder."""


def report(
    findings: Sequence[Diagnostic],
    sources: Mapping[str, str],
    *,
    colour: bool = False,
    width: int = 100,
    checked: int | None = None,
) -> str:
    """Return the findings as one SARIF document, also when there are none; without colour and of any width."""
    ordered = in_order(findings)
    rules = sorted({finding.rule for finding in ordered})
    serious = {finding.rule for finding in ordered if finding.severity is Severity.ERROR}
    marked = zip(ordered, fingerprints(ordered), strict=True)
    run = {
        "tool": {"driver": {"name": "briefs", "rules": [_rule(rule, rule in serious) for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder of the site's mkdocs.yml."}}},
        "results": [_result(finding, rules.index(finding.rule), mark) for finding, mark in marked],
    }
    return as_data({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: str, serious: bool) -> dict[str, Any]:
    name = rule.replace("-", " ").capitalize()
    explained = f"What it means, why it matters, and how to write it right: briefs explain {rule}"
    return {
        "id": rule,
        "shortDescription": {"text": f"{name}."},
        "fullDescription": {"text": f"{name}. {explained}"},
        "help": {"text": explained},
        "defaultConfiguration": {"level": "error" if serious else "warning"},
    }


def _result(finding: Diagnostic, index: int, fingerprint: str) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": finding.severity.value,
        "message": {"text": _text(plain(finding))},
        "locations": [{"physicalLocation": _location(finding.place)}],
        "partialFingerprints": {"briefs/v1": fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": _location(related.place),
                "message": {"text": _text(visible_lines(related.message))},
            }
            for number, related in enumerate(finding.related)
        ]
    if finding.corrected:
        result["properties"] = {"corrected": right_lines(finding)}
    return result


def _location(place: Place) -> dict[str, Any]:
    """Return a place. GitHub refuses one without a line, so what is about a whole file stands at its first."""
    address = quote(place.file.encode("utf-8", "surrogatepass"), safe="/")
    region: dict[str, int] = {"startLine": 1}
    if span := place.span:
        region = {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
        }
    return {"artifactLocation": {"uri": address, "uriBaseId": ROOT}, "region": region}


def _text(message: str) -> str:
    """Keep a message plain: `[…](…)` would be a link and `{0}` a gap to fill in (sections 3.11.6 and 3.11.5)."""
    return re.sub(r"\{(\d+)\}", r"{ \1 }", message.replace("](", "] ("))
