"""The SARIF report: valid by the standard's own schema, with what GitHub needs, and fingerprints that stay."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from generator.diagnostics import Diagnostic, Place, Span
from generator.reporters.sarif import report
from tests.reporters.examples import ALL, DATE, SOURCES, TWICE, WHOLE

HERE = Path(__file__).parent
STANDARD = Draft4Validator(json.loads((HERE / "sarif-schema-2.1.0.json").read_text("utf-8")))


def run(*findings: Diagnostic) -> dict[str, Any]:
    document = json.loads(report(findings, {}))
    STANDARD.validate(document)
    (only,) = document["runs"]
    assert isinstance(only, dict)
    return only


def marks(*findings: Diagnostic) -> list[str]:
    return [each["partialFingerprints"]["briefs/v1"] for each in run(*findings)["results"]]


def test_it_looks_like(golden: Callable[[Path, str], None]) -> None:
    golden(HERE / "all.sarif", report(ALL, SOURCES, checked=3))


@pytest.mark.parametrize("findings", [(), ALL])
def test_it_is_valid(findings: Sequence[Diagnostic]) -> None:
    document = json.loads(report(findings, SOURCES))
    STANDARD.validate(document)
    assert document["version"] == "2.1.0"
    assert len(document["runs"][0]["results"]) == len(findings)


def test_another_shape_is_noticed() -> None:
    document = json.loads(report(ALL, SOURCES))
    del document["runs"][0]["tool"]
    document["runs"][0]["columnKind"] = "bytes"
    document["runs"][0]["results"][0]["severity"] = "error"
    assert len(list(STANDARD.iter_errors(document))) == 3


def test_each_result_names_its_rule() -> None:
    only = run(*ALL)
    rules = only["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({finding.rule for finding in ALL})
    for result in only["results"]:
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        assert rule["defaultConfiguration"]["level"] == result["level"]
        assert rule["help"]["text"].endswith(f"briefs explain {rule['id']}")


def test_columns_are_counted_in_characters_and_ends_are_exclusive_as_in_the_standard() -> None:
    only = run(DATE)
    assert only["columnKind"] == "unicodeCodePoints"
    (location,) = only["results"][0]["locations"]
    assert location["physicalLocation"]["region"] == {"startLine": 2, "startColumn": 7, "endLine": 2, "endColumn": 17}


def test_a_whole_file_stands_at_its_first_line() -> None:
    (location,) = run(WHOLE)["results"][0]["locations"]
    assert location["physicalLocation"]["region"] == {"startLine": 1}


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("briefs/2021/a b.yml", "briefs/2021/a%20b.yml"),
        ("c:d#e?f%g.yml", "c%3Ad%23e%3Ff%25g.yml"),
        ("briefs/Баку.yml", "briefs/%D0%91%D0%B0%D0%BA%D1%83.yml"),
        ("a\udcff.yml", "a%ED%B3%BF.yml"),
    ],
)
def test_a_file_is_a_relative_address(file: str, address: str) -> None:
    (location,) = run(replace(DATE, place=Place(file)))["results"][0]["locations"]
    artifact = location["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": address, "uriBaseId": "%SRCROOT%"}


def test_a_second_place_is_a_related_location() -> None:
    (related,) = run(TWICE)["results"][0]["relatedLocations"]
    assert related["message"] == {"text": "Here it stands first."}
    assert related["physicalLocation"]["region"]["startLine"] == 17


def test_a_fingerprint_stays_when_lines_are_added_above() -> None:
    assert marks(DATE) == marks(replace(DATE, place=replace(DATE.place, span=Span(9, 7, 9, 17)), help="Another help."))


@pytest.mark.parametrize(
    "other",
    [
        replace(DATE, rule="other"),
        replace(DATE, message="Other."),
        replace(DATE, path=("as_of",)),
        replace(DATE, place=Place("other.yml", DATE.place.span)),
    ],
)
def test_another_finding_has_another_fingerprint(other: Diagnostic) -> None:
    assert marks(DATE) != marks(other)


def test_equal_findings_are_numbered() -> None:
    first, second = marks(DATE, replace(DATE, place=replace(DATE.place, span=Span(9, 7, 9, 17))))
    assert (first[-2:], second[-2:]) == (":1", ":2")
    assert first[:-2] == second[:-2]


def test_a_message_has_no_link_and_no_gap_to_fill_in() -> None:
    (result,) = run(replace(DATE, message="[click](https://example.org) {0}", help=""))["results"]
    assert result["message"] == {"text": "[click] (https://example.org) { 0 }"}


def test_a_terminal_may_show_it() -> None:
    text = report([replace(DATE, message="\x1b]0;x\x07\u202e\ud800\x9b", corrected=("\x1b[31m",))], {})
    assert text.isascii()
    assert "\x1b" not in text
    assert "<U+001B>" in text


def test_colour_and_width_change_nothing() -> None:
    assert report(ALL, SOURCES, colour=True, width=20) == report(ALL, {})
