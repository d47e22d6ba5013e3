"""The explanations: every finding has one, and what they call wrong and right is."""

import re
from datetime import date as Date
from pathlib import Path

import pytest

from generator import reader
from generator.build import Inputs, read_edition
from generator.explained import PARTS, Explanation, explanations
from generator.explained.reading import as_list, as_text
from generator.rules import rules
from generator.settings import read
from tests.build.small import CONFIG, DAY, FILES

GENERATOR = Path(__file__).parents[2] / "generator"
BASE = {name: text.encode() for name, text in FILES.items() if name.startswith("briefs/")}
BRIEF = "briefs/2021/the-appeal.yml"
WITH_LINES = [found for found in explanations().values() if found.part("Example") and found.name not in rules()]


def rules_of(data: str) -> set[str]:
    """What is found in a file that cannot be read as it stands, or in the good brief with some of its fields replaced."""
    reading = reader.read(data.encode(), BRIEF)
    if reading.diagnostics:
        return {finding.rule for finding in reading.diagnostics}
    assert isinstance(reading.root, reader.Mapping)
    fields = {key.raw for key, _ in reading.root.entries}
    kept = [part for part in re.split(r"(?m)^(?=\w)", FILES[BRIEF]) if part.partition(":")[0] not in fields]
    settings, _, _ = read(CONFIG)
    entries = BASE | {BRIEF: ("".join(kept) + data + "\n").encode()}
    checked = read_edition(Inputs("mkdocs.yml", CONFIG, entries, {}), settings, Date.fromisoformat(DAY))
    return {finding.rule for finding in checked.findings}


def test_every_name_of_a_finding_in_the_code_has_an_explanation() -> None:
    """A name is a string with a hyphen in small letters where a finding is made; all of them are explained, or none is."""
    made = set()
    for path in GENERATOR.rglob("*.py"):
        text = path.read_text("utf-8")
        made |= set(re.findall(r"(?:Diagnostic|_error|Problem|_finding|report|fault|_fault)\(\s*\"([a-z]+(?:-[a-z]+)*)\"", text))
    made |= set(re.findall(r'^    "([a-z-]+)": \($', (GENERATOR / "reader/compose.py").read_text("utf-8"), re.M))
    not_checks = {"new-brief", "alias", "question-mark"}  # an answer to a command; found as `anchor` and as `key-not-text`
    assert made - not_checks - explanations().keys() == set()
    assert {"unknown-id", "colon-in-text", "broken-citation", "wrong-value", "tag"} <= made


@pytest.mark.parametrize("found", explanations().values(), ids=lambda found: found.name)
def test_an_explanation_has_its_parts(found: Explanation) -> None:
    assert re.fullmatch(r"\S.{9,}\.", found.summary)
    headings = re.findall(r"^## (.*)$", found.text, re.M)
    assert headings in (list(PARTS), list(PARTS[:2]))
    assert all(found.part(heading) for heading in headings)


@pytest.mark.parametrize("found", WITH_LINES, ids=lambda found: found.name)
def test_what_is_wrong_is_found_and_what_is_right_is_not(found: Explanation) -> None:
    assert found.name in rules_of(found.part("Example"))
    assert found.name not in rules_of(found.part("Use instead"))


@pytest.mark.parametrize("found", explanations().values(), ids=lambda found: found.name)
def test_an_explanation_can_be_read_in_a_terminal(found: Explanation) -> None:
    text = as_text(found, 80)
    lines = text.splitlines()
    assert lines[0] == found.name
    assert "```" not in text
    assert "##" not in text
    assert all(len(line) <= 80 or line.startswith("    ") for line in lines)
    assert all(f"    {line}".rstrip() in lines for line in found.part("Example").splitlines())
    assert ("`allow:`" in text) == found.allowable


def test_the_list_has_a_line_for_each() -> None:
    lines = as_list(explanations().values()).splitlines()
    assert [line.split()[0] for line in lines] == sorted(explanations())
