"""The formats in which changes are told: JSON that fits its schema, and Markdown in which nothing of a brief is markup."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from generator.diagnostics import Place, Span
from generator.edition import Key
from generator.history import Change, Comparison, Detail, EntryChanges, How, What
from generator.history.report import DEFAULT, formats, reporter
from generator.history.report.json import SCHEMA
from generator.history.report.markdown import SIZE
from generator.reporters.parts.characters import visible
from tests.history.states import FIRST, compared, edited
from tests.history.test_changes import CASES
from tests.reporters.test_github import SIGNS, rendered, tags

HERE = Path(__file__).parent
AFTER = edited(
    FIRST,
    ("They did. [@report]", "That is not so. [@report]"),
    ("It began at noon", "Ten men began it at noon"),
    ("by: ministry\n    cite: report\n    text", "by: neighbour\n    cite: report\n    text"),
    ("value: more than 6500", "value: 7000"),
    add="corrections:\n  - date: 2021-11-21\n    now: |\n      Ten men began it.\n",
)


def change(sign: str) -> Comparison:
    place = Place(sign, Span(3, 1, 3, 2))
    changes = tuple(Change(What.CLAIM, how, sign, sign, (Detail("said by", sign, sign),), place, (sign,)) for how in How)
    return Comparison((EntryChanges(Key("brief", sign), sign, sign, changes, Key("brief", sign)),))


@pytest.mark.parametrize("form", formats())
def test_a_report(form: str, golden: Callable[[Path, str], None]) -> None:
    golden(HERE / f"report-{form}.txt", reporter(form)(compared(AFTER), "main", "your files", width=80))


@pytest.mark.parametrize("form", formats())
def test_nothing_changed_is_said_too(form: str) -> None:
    report = reporter(form)(Comparison((), 2), "v1", "v2")
    assert report.endswith("\n")
    assert "v1" in report
    if form != "json":
        assert "Nothing changed in meaning from v1 to v2" in rendered(report).get_text()


def test_the_default_comes_first_and_an_unknown_format_is_none() -> None:
    assert formats() == (DEFAULT, "json", "markdown")
    with pytest.raises(LookupError):
        reporter("parts")


@pytest.mark.parametrize("name", CASES)
def test_json_fits_its_schema_and_hides_nothing(name: str) -> None:
    before, after = CASES[name]
    report = reporter("json")(compared(after, before), "main", "your files")
    jsonschema.validate(json.loads(report), SCHEMA, jsonschema.Draft202012Validator)
    assert report.isascii()


@pytest.mark.parametrize("sign", SIGNS)
def test_nothing_in_a_change_is_markup(sign: str) -> None:
    soup = rendered(reporter("markdown")(change(sign), sign, sign))
    assert tags(soup) == tags(rendered(reporter("markdown")(change("a"), "a", "a")))
    for line in filter(str.strip, sign.splitlines()):
        assert visible(line.strip()) in soup.get_text()


@pytest.mark.parametrize("sign", ["::error::x", "\x1b[31mred", "a\n::error::x", "\u202eabc"])
def test_no_line_of_a_text_starts_a_command_or_hides_one(sign: str) -> None:
    report = reporter("text")(change(sign), "main", "now", colour=False, width=40)
    assert "\x1b" not in report
    assert "\u202e" not in report
    assert [line for line in report.splitlines() if line.startswith("    ")]
    assert not [line for line in report.splitlines() if line.startswith("    ") and line[4:6] not in ("- ", "+ ", "| ")]


def test_a_summary_stays_as_small_as_hosts_take_it() -> None:
    (entry,) = change("word " * 400).entries
    report = reporter("markdown")(Comparison((entry,) * 100), "main", "now")
    assert SIZE / 2 < len(report.encode()) <= SIZE
    assert report.rstrip().endswith("`briefs changes` shows them.")
    assert reporter("markdown")(Comparison(()), "main", "now").count("There is no room") == 0
