"""The report for people: its looks in golden files, its colours, its summary."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic, Place, Severity, Span
from generator.reporters.parts.ink import Ink
from generator.reporters.text import report
from tests.reporters import examples
from tests.reporters.examples import ALL, FILE, PROSE, SOURCES

HERE = Path(__file__).parent
GOLDEN = {
    "corrected": [examples.DATE],
    "long-line": [examples.CITATION],
    "many-lines": [examples.BLOCK],
    "tab": [examples.TAB],
    "wide": [examples.WIDE],
    "related": [examples.TWICE],
    "end-of-file": [examples.END],
    "whole-file": [examples.WHOLE],
}


@pytest.mark.parametrize("name", GOLDEN)
def test_it_looks_like(name: str, golden: Callable[[Path, str], None]) -> None:
    golden(HERE / f"{name}.txt", report(GOLDEN[name], SOURCES, width=80))


def test_all_together_look_like(golden: Callable[[Path, str], None]) -> None:
    golden(HERE / "all.txt", report(ALL, SOURCES, checked=3))


def test_on_a_narrow_terminal_it_looks_like(golden: Callable[[Path, str], None]) -> None:
    golden(HERE / "narrow.txt", report(ALL, SOURCES, width=40))


def test_no_findings_print_nothing() -> None:
    assert report([], SOURCES, colour=True, checked=12) == ""


def test_colour_adds_nothing_but_its_own_codes() -> None:
    coloured = report(ALL, SOURCES, colour=True)
    inks = "|".join(map(re.escape, Ink))
    assert re.sub(rf"\x1b\[(?:{inks})m([^\x1b\n]*)\x1b\[0m", r"\1", coloured) == report(ALL, SOURCES)
    assert f"\x1b[{Ink.ERROR}merror[tab]:\x1b[0m" in coloured
    assert f"\x1b[{Ink.WARNING}mwarning[no-citation]:\x1b[0m" in coloured


def test_corrected_lines_can_be_copied_as_they_are() -> None:
    lines = ("  mt:", "    note: a\tb", "", f"{PROSE}{PROSE}")
    shown = report([replace(examples.TWICE, corrected=lines)], SOURCES, width=60).split("\n")
    start = shown.index("Write it like this:") + 2
    assert tuple(shown[start : start + 4]) == lines


def test_a_file_whose_text_is_missing_keeps_its_place() -> None:
    assert report([examples.DATE], {}).split("\n")[1] == f" --> {FILE}:2:7"
    assert "|" not in report([examples.DATE], {})


def test_a_place_after_the_end_of_the_file_has_no_frame() -> None:
    beyond = Diagnostic("gone", Severity.ERROR, "Gone.", Place(FILE, Span(90, 1, 95, 2)))
    assert report([beyond], SOURCES) == f"error[gone]: Gone.\n  --> {FILE}:90:1\n\n1 error in 1 file\n"


@pytest.mark.parametrize(
    ("findings", "checked", "expected"),
    [
        (ALL, 3, "6 errors and 2 warnings in 2 files (3 files checked)"),
        ([examples.DATE, examples.BLOCK], None, "1 error and 1 warning in 1 file"),
        ([examples.BLOCK], 1, "1 warning in 1 file (1 file checked)"),
        ([examples.DATE, examples.TAB], 0, "2 errors in 1 file (0 files checked)"),
    ],
)
def test_the_summary_counts(findings: Sequence[Diagnostic], checked: int | None, expected: str) -> None:
    assert report(findings, SOURCES, checked=checked).split("\n")[-2] == expected
