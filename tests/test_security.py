"""SECURITY.md says what is so: every test that it names is there, and every statement of what stops something names one."""

import ast
import re
from pathlib import Path

import pytest

from generator.rules import rules

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "SECURITY.md").read_text("utf-8")
ROWS = re.findall(r"^\| (?!---)(.*) \| (.*) \| (\[test\].*) \|$", TEXT, re.MULTILINE)
NAMED = re.compile(r"\[test\]\((tests/[\w/]+\.py)\)((?:,? `[\w -]+`|, case `[\w-]+`)+)")


def test_every_table_of_attempts_is_read() -> None:
    assert TEXT.count("| Shown by |") == 5
    assert len(ROWS) == len(re.findall(r"^\| .* \| .* \| .* \|$", TEXT, re.MULTILINE)) - 5 * 2 - 8


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:40])
def test_a_statement_names_tests_that_are_there(row: tuple[str, str, str]) -> None:
    found = NAMED.findall(row[2])
    assert found
    assert NAMED.sub("", row[2]).strip("; ") == ""
    for file, names in found:
        tests = {node.name for node in ast.parse((ROOT / file).read_text("utf-8")).body if isinstance(node, ast.FunctionDef)}
        for case, name in re.findall(r"(case )?`([^`]+)`", names):
            assert (ROOT / f"tests/line/cases/{name}.yml").is_file() if case else name in tests, name


def test_links_lead_somewhere() -> None:
    targets = set(re.findall(r"\]\(([^)]+)\)", TEXT))
    assert {target for target in targets if not (ROOT / target).is_file()} == set()


def test_it_names_rules_that_are_there_and_no_address_to_write_to() -> None:
    assert set(re.findall(r"the rule `([\w-]+)`", TEXT)) <= rules().keys()
    assert not re.search(r"[\w.]@\w|mailto:", TEXT)
