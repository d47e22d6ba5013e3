"""Every rule against its own words: its example gives this one finding, what to use instead gives none."""

import re
from datetime import date as Date
from pathlib import Path

import pytest

from generator.build import Inputs, read_edition
from generator.diagnostics import Severity
from generator.rules import rules
from generator.rules.parts.slips import DOUBTFUL
from generator.settings import read
from generator.text import parse

BASE = Path(__file__).parent / "base"
ENTRIES = {path.relative_to(BASE).as_posix(): path.read_bytes() for path in sorted(BASE.glob("briefs/*/*.yml"))}
FENCE = re.compile(r"^```(?:yaml|text)\n(?:# (\S+)\n)?(.*?)^```$", re.MULTILINE | re.DOTALL)
PARTS = ("What it does", "Why it matters", "Example", "Use instead")
BRIEF = """\
title: Russia brokers a truce
date: 2021-11-16
as_of: 2021-11-17
bottom_line: |
  Russia brokered a truce. [@mt]
what_happened: |
  Russia brokered a truce. [@mt]
"""


def parts(rule: str) -> dict[str, str]:
    """Return the parts of a rule's docstring by their titles."""
    _, *found = re.split(r"^## (.+)\n", rules()[rule].__doc__ or "", flags=re.MULTILINE)
    return dict(zip(found[::2], found[1::2], strict=True))


def fields(text: str) -> dict[str, str]:
    """Return the lines of each top-level field."""
    return {lines.partition(":")[0]: lines for lines in re.split(r"(?m)^(?=\w)", text) if lines}


def findings(example: str) -> list[str]:
    """Return the rules that find something in a site with the example in it: fields of a brief, or whole files."""
    assert not FENCE.sub("", example).strip(), example
    files: dict[str, bytes] = {}
    for file, text in FENCE.findall(example):
        whole = text if file else "".join({**fields(BRIEF), **fields(text)}.values())
        files[file or "briefs/2021/example.yml"] = whole.encode()
    texts = {file: data for file, data in files.items() if file.endswith(".txt")}
    entries = ENTRIES | {file: data for file, data in files.items() if file not in texts}
    settings, _, _ = read((BASE / "mkdocs.yml").read_text())
    checked = read_edition(Inputs("mkdocs.yml", "", entries, {}, source_texts=texts), settings, Date(2021, 12, 1))
    return [finding.rule for finding in checked.findings]


@pytest.mark.parametrize("rule", rules())
def test_a_rule_explains_itself(rule: str) -> None:
    assert tuple(parts(rule)) == PARTS
    assert all(text.strip() for text in parts(rule).values())
    assert (rules()[rule].__doc__ or "").partition("\n")[0].endswith(".")


def test_a_rule_has_a_brief_that_breaks_it_and_what_is_printed() -> None:
    cases = {
        path.stem.removeprefix("rule-"): path.with_suffix(".txt").read_text() for path in BASE.parent.glob("cases/rule-*.yml")
    }
    assert [rule for rule in rules() if f"[{rule}]" not in cases.get(rule, "")] == []


@pytest.mark.parametrize("rule", rules())
def test_its_example_gives_this_one_finding(rule: str) -> None:
    assert findings(parts(rule)["Example"]) == [rule]


@pytest.mark.parametrize("rule", rules())
def test_what_to_use_instead_gives_none(rule: str) -> None:
    assert findings(parts(rule)["Use instead"]) == []


def test_the_doubtful_slips_that_can_be_allowed_are_those_that_texts_report_as_warnings() -> None:
    slips = parse("A [mt] says *so at https://example.org/a.\n\n# Why <b>not</b>").problems
    assert {slip.rule for slip in slips if slip.severity is Severity.WARNING} == DOUBTFUL
