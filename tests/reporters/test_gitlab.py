"""The report for GitLab: the keys that it reads, for every finding."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from generator.diagnostics import Place, Severity
from generator.reporters.gitlab import report
from tests.reporters.examples import ALL, DATE, SOURCES, WHOLE


def test_it_looks_like(golden: Callable[[Path, str], None]) -> None:
    golden(Path(__file__).parent / "gitlab.json", report(ALL, SOURCES, checked=3))


def test_without_findings_there_is_still_a_list() -> None:
    assert json.loads(report([], {})) == []


def test_every_finding_has_its_own_fingerprint() -> None:
    issues = json.loads(report([*ALL, replace(DATE, place=Place(DATE.place.file))], {}))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == len(ALL) + 1


def test_an_issue_says_how_grave_it_is_and_where() -> None:
    issues = json.loads(report([WHOLE, replace(DATE, severity=Severity.WARNING)], {}))
    assert [(issue["severity"], issue["location"]["lines"]["begin"]) for issue in issues] == [("minor", 2), ("major", 1)]


def test_colour_and_width_change_nothing() -> None:
    assert report(ALL, SOURCES, colour=True, width=20) == report(ALL, {})
