"""Findings for GitLab: a Code Quality report, which GitLab shows at the lines of a merge request.

It is one JSON list in the Code Climate format; GitLab reads the keys that are here and no others, and of the description
it shows plain text.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.diagnostics import Diagnostic, Severity, in_order
from generator.reporters.parts.characters import visible
from generator.reporters.parts.data import as_data
from generator.reporters.parts.fingerprint import fingerprints
from generator.reporters.parts.plain import plain

_SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor"}


def report(
    findings: Sequence[Diagnostic],
    sources: Mapping[str, str],
    *,
    colour: bool = False,
    width: int = 100,
    checked: int | None = None,
) -> str:
    """Return the findings as one JSON list, also when there are none; without colour and of any width."""
    ordered = in_order(findings)
    issues = [_issue(finding, mark) for finding, mark in zip(ordered, fingerprints(ordered), strict=True)]
    return as_data(issues)


def _issue(finding: Diagnostic, mark: str) -> dict[str, Any]:
    span = finding.place.span
    return {
        "check_name": finding.rule,
        "description": " ".join(plain(finding).split()),
        "severity": _SEVERITY[finding.severity],
        "fingerprint": mark,
        "location": {"path": visible(finding.place.file), "lines": {"begin": span.line if span else 1}},
    }
