"""The report for programs: its shape, and the schema that says so."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from generator.diagnostics import Diagnostic
from generator.reporters.json import SCHEMA, report
from tests.reporters.examples import ALL, SOURCES

SHAPE = Draft202012Validator(SCHEMA)


def test_it_looks_like(golden: Callable[[Path, str], None]) -> None:
    golden(Path(__file__).parent / "all.json", report(ALL, SOURCES, checked=3))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("findings", [(), ALL])
@pytest.mark.parametrize("checked", [None, 3])
def test_every_report_has_the_shape(findings: Sequence[Diagnostic], checked: int | None) -> None:
    SHAPE.validate(json.loads(report(findings, SOURCES, checked=checked)))


def test_another_shape_is_noticed() -> None:
    document = json.loads(report(ALL, SOURCES))
    del document["findings"][0]["help"]
    document["findings"][1]["severity"] = "grave"
    document["summary"]["more"] = 1
    assert len(list(SHAPE.iter_errors(document))) == 3


def test_without_findings_there_is_still_a_document() -> None:
    assert json.loads(report([], {}, checked=2)) == {
        "version": 1,
        "findings": [],
        "summary": {"errors": 0, "warnings": 0, "files": 0, "checked": 2},
    }


def test_colour_and_width_change_nothing() -> None:
    assert report(ALL, SOURCES, colour=True, width=20) == report(ALL, {})
