"""Safe fixes: what is written, what is left alone, and that nothing else in a file ever changes."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date as Date
from pathlib import Path

import pytest

from generator.build import Inputs, read_edition
from generator.diagnostics import Diagnostic, Fix, Place, Severity, Span
from generator.fix import Fixed, fix
from generator.settings import read
from tests.build.small import CONFIG, DAY, FILES

BASE = {name: text.encode() for name, text in FILES.items() if name.startswith("briefs/")}
BASE["briefs/places/riverside.yml"] = b"name: The Riverside\nkind: district\n"
BRIEF = "briefs/2021/the-appeal.yml"
CASES = sorted((Path(__file__).parents[1] / "line/cases").glob("*.yml"))


def check(files: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    settings, _, _ = read(CONFIG)
    return read_edition(Inputs("mkdocs.yml", CONFIG, files, {}), settings, Date.fromisoformat(DAY)).findings


def fixed(text: str) -> Fixed:
    return fix(BASE | {BRIEF: text.encode()}, check)


def brief(*, lines: str = "", **changed: str) -> str:
    """The good brief with some of its fields written differently, and further lines at its end."""
    text = FILES[BRIEF]
    for name, value in changed.items():
        text = re.sub(rf"(?m)^{name}: .*\n(  .*\n)*", lambda _, value=value: value + "\n", text)  # type: ignore[misc]
    return text + lines


MENDED = [
    ("title: Armenia: an appeal", "title: |\n  Armenia: an appeal"),
    ("title:An appeal", "title: An appeal"),
    ("titel: An appeal   # kept", "title: An appeal   # kept"),
    ("Title: An appeal", "title: An appeal"),
    ("“title”: An appeal", "title: An appeal"),
    ("title: [[town]] appeals", "title: |\n  [[town]] appeals"),
    ("title: | An appeal", "title: |\n  An appeal"),
]
MENDED_DATES = [
    ("16.11.2021", "2021-11-16"),
    ("16/11/2021  # the day", "2021-11-16  # the day"),
    ("11/16/2021", "2021-11-16"),
    ("'16 November 2021'", "'2021-11-16'"),
    ("2021/11/16", "2021-11-16"),
    ("about 2021", "2021~"),
]
MENDED_LINES = [
    ("places: [ rivrside ]  # here", "places: [ riverside ]  # here"),
    ("places: [Riverside]", "places: [riverside]"),
    ("places:\n\t- town", "places:\n  - town"),
    ("updates:\n  - {date: 2021-11-17, text: 'It goes on. [@report]', significant: yes}", None),
    ("figures:\n  - measure: hurt\n    value: 6,500 # killed\n    by: ministry\n    cite: report", None),
    ("unknowns:\n  - question: Why?\n    text: |\n      Nobody knows. (@report)", None),
    ("unknowns:\n  - question: Why?\n    text: |\n      Nobody knows, the [[Town]] says. [@report, says minsitry]", None),
    ("was: [2021/an-appeal]\nallow:\n  - rule: relative-date\n    reason: Not needed.", "was: [2021/an-appeal]"),
]
REPLACED = {
    "significant: yes": "significant: true",
    "6,500": "6500",
    "(@report)": "[@report]",
    "[[Town]]": "[[town|Town]]",
    "minsitry": "ministry",
}


@pytest.mark.parametrize(("wrong", "right"), MENDED)
def test_a_title_is_mended(wrong: str, right: str) -> None:
    result = fixed(brief(title=wrong))
    assert result.files == {BRIEF: brief(title=right).encode()}
    assert len(result.mended) == 1
    assert result.left == ()


@pytest.mark.parametrize(("wrong", "right"), MENDED_DATES)
def test_a_date_is_mended(wrong: str, right: str) -> None:
    assert fixed(brief(date=f"date: {wrong}")).files == {BRIEF: brief(date=f"date: {right}").encode()}


@pytest.mark.parametrize(("wrong", "right"), MENDED_LINES)
def test_further_lines_are_mended(wrong: str, right: str | None) -> None:
    if right is None:
        right = wrong
        for old, new in REPLACED.items():
            right = right.replace(old, new)
    result = fixed(brief(lines=wrong + "\n"))
    assert result.files == {BRIEF: brief(lines=right + "\n").encode()}
    assert result.left == ()


@pytest.mark.parametrize(
    "text",
    [
        brief(date="date: 11.12.2021"),
        brief(date="date: Tuesday, 16 November 2021"),
        brief(date="date: 2021-11-16 13:00"),
        brief(title="title: Resolution #2231 is adopted"),
        brief(title="title: Armenia: an appeal # is this right?"),
        brief(title="title: 'tis the season"),
        brief(title="title: An appeal", lines="titel: An appeal\n"),
        brief(lines="places: [tower]\n"),
        brief(lines="storyline: [\n"),
        brief(lines="related: [{brief: 2020/the-truce}]\n"),
        brief(lines="figures:\n  - {measure: hurt, value: 6500 dead, by: ministry, cite: report}\n"),
        brief(lines="why_it_matters: |\n  See [@report and [[town. https://example.org/a [report]\n"),
        brief(lines="allow:\n  # kept for the next time\n  - rule: relative-date\n    # because\n    reason: Not needed.\n"),
    ],
)
def test_what_leaves_a_doubt_is_only_reported(text: str) -> None:
    result = fixed(text)
    assert (result.files, result.mended) == ({}, ())
    assert result.left == check(BASE | {BRIEF: text.encode()}) != ()


@pytest.mark.parametrize(
    "text",
    [
        "<<<<<<< HEAD\n  It began at noon. [@report]\n=======\n  It began at one. [@report]\n>>>>>>> other\n",
        ">>>>>>> other\n",
    ],
)
def test_what_git_could_not_join_is_joined_by_nobody_else(text: str) -> None:
    whole = brief(what_happened=f"what_happened: |\n  It was told. [@report]\n{text}".rstrip("\n"))
    assert fixed(whole).files == {}
    assert "merge-conflict" in {finding.rule for finding in check(BASE | {BRIEF: whole.encode()})}


def test_a_slip_of_layout_and_what_it_hid_are_mended_in_one_run() -> None:
    text = brief(title="title: Armenia: an appeal", date="date: 16.11.2021", lines="places: [rivrside]\n")
    result = fixed(text)
    assert {finding.rule for finding in result.mended} == {"colon-in-text", "wrong-value", "unknown-id"}
    assert result.left == ()


@pytest.mark.parametrize("end", [b"\r\n", b"\r", b"\n"])
@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b""])
def test_line_ends_and_byte_order_mark_stay(end: bytes, mark: bytes) -> None:
    wrong = brief(title="title: Armenia: an appeal", lines="places: [rivrside]\n").encode()
    right = brief(title="title: |\n  Armenia: an appeal", lines="places: [riverside]\n").encode()
    result = fix(BASE | {BRIEF: mark + wrong.replace(b"\n", end)}, check)
    assert result.files == {BRIEF: mark + right.replace(b"\n", end)}


def test_only_the_files_that_are_asked_for_are_mended() -> None:
    files = {name: data.replace(b"says ministry", b"says minsitry") for name, data in BASE.items()}
    other = "briefs/2021/the-truce.yml"
    assert set(fix(files, check, lambda file: file == other).files) == {other}
    assert len(fix(files, check).files) > 1


def test_a_change_that_does_not_mend_its_finding_is_dropped() -> None:
    def stubborn(files: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
        here = Place(BRIEF, Span(1, 8, 1, 26))
        return (Diagnostic("made-up", Severity.ERROR, "Still wrong.", here, fix=Fix("An appeal", "A plea")),)

    result = fix(BASE, stubborn)
    assert (result.files, result.mended, len(result.left)) == ({}, (), 1)


def test_a_change_that_would_change_more_than_its_value_is_dropped() -> None:
    text = brief(date="date: 16.11.2021")
    found = next(finding for finding in check(BASE | {BRIEF: text.encode()}) if finding.fix)

    def misled(files: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
        if b"16.11.2021" not in files[BRIEF]:
            return ()
        return (replace(found, fix=Fix("16.11.2021", "2021-11-16\nstage: draft")),)

    assert fix(BASE | {BRIEF: text.encode()}, misled).files == {}


def test_bytes_that_are_no_text_stay() -> None:
    data = brief(lines="places: [rivrside]\n").encode() + b"# \xff\xfe caf\xe9\n"
    result = fix(BASE | {BRIEF: data}, check)
    assert result.files == {}
    assert any(finding.rule == "encoding" for finding in result.left)


def comments(data: bytes) -> list[bytes]:
    return [line.strip() for line in data.splitlines() if line.strip().startswith(b"#")]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_mending_a_mistake_makes_nothing_worse_and_is_done_once(case: Path) -> None:
    line = case.parents[1]
    base = {path.relative_to(line / "base").as_posix(): path.read_bytes() for path in (line / "base/briefs").rglob("*.yml")}
    first, *rest = re.split(rb"(?m)^--- (\S+\.\w+)\n", case.read_bytes())
    laid = {"briefs/2021/case.yml": first} if first else {}
    files = base | laid | {name.decode(): data for name, data in zip(rest[::2], rest[1::2], strict=True)}
    files = {name: data for name, data in files.items() if name.startswith("briefs/") and name.endswith((".yml", ".yaml"))}
    before, result = check(files), fix(files, check)
    now = {**files, **result.files}
    assert result.left == check(now)
    assert fix(now, check).files == {}
    assert bool(result.files) == bool(result.mended)
    assert set(result.mended) & set(before) or not result.mended
    for name, data in result.files.items():
        assert comments(files[name]) == comments(data)
