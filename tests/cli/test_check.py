"""`briefs check` and `briefs schema`: what they print, and how they end."""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from generator.reporters.json import SCHEMA
from tests.build.small import FILES, put
from tests.cli.conftest import Briefs

BROKEN = FILES["briefs/places/town.yml"] + "colour: red\nheight: 3\n"
ODD = FILES["briefs/backgrounds/treaty.yml"].replace("reviewed: 2021-11-01\n", "")


def test_a_good_site_prints_nothing(briefs: Briefs) -> None:
    assert (briefs("check").output, briefs("check").exit_code) == ("", 0)
    assert (briefs("check", "--strict").output, briefs("check", "--strict").exit_code) == ("", 0)


def test_every_fault_of_every_file_is_reported_with_its_line(briefs: Briefs, site: Path) -> None:
    put(
        site,
        {"briefs/places/town.yml": BROKEN, "briefs/2021/the-truce.yml": "title: [\n", "briefs/actors/Odd One.yml": "name: x\n"},
    )
    result = briefs("check")
    assert result.exit_code == 1
    for part in ("town.yml:3:1", "town.yml:4:1", "the-truce.yml:", "Odd One.yml", "3 | colour: red", "in 3 files"):
        assert part in result.stdout, part
    assert result.stderr == ""


def test_warnings_fail_only_when_asked_to(briefs: Briefs, site: Path) -> None:
    put(site, {"briefs/backgrounds/treaty.yml": ODD})
    assert briefs("check").exit_code == 0
    assert "warning[missing-review-date]" in briefs("check").stdout
    assert briefs("check", "--strict").exit_code == 1


@pytest.mark.parametrize(
    ("paths", "status", "shown"),
    [
        (["briefs/2021"], 0, ""),
        (["briefs/2021/the-truce.yml", "briefs/actors"], 0, ""),
        (["briefs/places"], 1, "town.yml"),
        (["briefs/actors", "briefs/places/town.yml"], 1, "town.yml"),
        (["."], 1, "town.yml"),
    ],
)
def test_paths_choose_what_is_reported(briefs: Briefs, site: Path, paths: list[str], status: int, shown: str) -> None:
    put(site, {"briefs/places/town.yml": BROKEN})
    result = briefs("check", *paths)
    assert (result.exit_code, bool(result.output)) == (status, bool(shown))
    assert shown in result.output


def test_paths_lead_through_linked_folders(briefs: Briefs, site: Path) -> None:
    put(site, {"briefs/places/town.yml": BROKEN})
    (site / "briefs").rename(site.parent / "elsewhere")
    (site / "briefs").symlink_to(site.parent / "elsewhere", target_is_directory=True)
    assert briefs("check", "briefs/places").exit_code == 1
    assert briefs("check", site.parent / "elsewhere" / "places").exit_code == 1


@pytest.mark.parametrize("broken", [False, True])
def test_json_is_one_document_that_fits_its_schema(briefs: Briefs, site: Path, broken: bool) -> None:
    put(site, {"briefs/places/town.yml": BROKEN} if broken else {})
    result = briefs("check", "--format", "json")
    report = json.loads(result.stdout)
    jsonschema.validate(report, SCHEMA)
    assert (result.exit_code, len(report["findings"])) == ((1, 2) if broken else (0, 0))


def test_another_site_is_named_by_its_config_file(briefs: Briefs, site: Path, tmp_path: Path) -> None:
    other = put(tmp_path / "other", FILES | {"briefs/places/town.yml": BROKEN})
    (other / "mkdocs.yml").rename(other / "desk.yml")
    assert briefs("check").exit_code == 0
    result = briefs("check", "-f", other / "desk.yml")
    assert result.exit_code == 1
    assert "briefs/places/town.yml:3:1" in result.stdout


def test_the_edition_date_decides_what_is_late(briefs: Briefs) -> None:
    assert briefs("check", "--as-of", "2021-11-20").exit_code == 0
    later = briefs("check", "--as-of", "2030-01-01")
    assert later.exit_code == 0
    assert "watch-overdue" in later.stdout
    assert "review-overdue" in later.stdout


def test_the_schema_accepts_the_briefs_of_a_site(briefs: Briefs) -> None:
    schema = json.loads(briefs("schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert {"title", "date", "as_of", "bottom_line", "what_happened"} <= set(schema["required"])


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["publish"],
        ["check", "--loud"],
        ["check", "--format", "xml"],
        ["check", "no-such-file.yml"],
        ["check", "-f", "no-such-file.yml"],
        ["check", "-f", "briefs"],
        ["check", "--as-of", "2021-02-30"],
        ["check", "--as-of", "yesterday"],
        ["check", "--as-of", ""],
        ["check", "--as-of", "1960-01-01"],
        ["check", "--as-of", "9999-12-31"],
        ["build", "--as-of", "0001-01-01"],
        ["build", "somewhere"],
        ["write"],
        ["write", "mkdocs.yml"],
        ["schema", "brief"],
    ],
)
def test_wrong_usage_ends_with_2_and_says_why(briefs: Briefs, arguments: list[str]) -> None:
    result = briefs(*arguments)
    assert result.exit_code == 2
    assert "Usage: briefs" in result.stderr
    assert result.stdout == ""


def test_python_m_generator_is_the_same_command() -> None:
    command = [sys.executable, "-m", "generator", "--version"]
    result = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert result.stdout.startswith("briefs, version ")
