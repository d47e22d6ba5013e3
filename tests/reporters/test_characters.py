"""Hostile text: nothing that content holds may act on a terminal or hide in a report."""

import json
import re
from dataclasses import replace
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Diagnostic, Place, Related, Severity, Span
from generator.reporters import formats, reporter
from generator.reporters.parts.characters import is_hidden, visible, width_of
from generator.reporters.parts.wrap import wrap

CONTROLS = [*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0))]
DIRECTIONS = ["\u061c", "\u200e", "\u200f", *map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))]
UNSEEN = ["\u00ad", "\u200b", "\u2060", "\ufeff", "\u2028", "\u2029", "\u3164", "\U000e0041", "\ud800", "\uffff"]
SEQUENCES = [
    "\x1b[2J\x1b[H",
    "\x1b]0;title\x07",
    "\x1b]8;;https://example.org\x1b\\click\x1b]8;;\x1b\\",
    "\x1b]52;c;aGVsbG8=\x07",
    "\x1bP+q544e\x1b\\",
    "\x9b31m",
    "\x9d0;title\x9c",
    "fine\rerror",
    "a\b\b\bb",
    "\u202etxt.exe\u202c",
]
HOSTILE = [*CONTROLS, *DIRECTIONS, *UNSEEN, *SEQUENCES]


def filled(text: str) -> tuple[Diagnostic, dict[str, str]]:
    """Return a finding that has `text` wherever content can have a part in it, and the file that it is about."""
    place = Place(f"briefs/{text}.yml", Span(2, 1, 2, 400))
    related = Related(replace(place, span=Span(1, 1, 3, 9)), text)
    finding = Diagnostic(text, Severity.ERROR, text, place, text, (text,), (related,), (text, 1))
    return finding, {place.file: f"a{text}\n{text}\n{text}b"}


@pytest.mark.parametrize("name", formats())
@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_nothing_hostile_reaches_the_terminal(name: str, text: str) -> None:
    finding, sources = filled(text)
    shown = reporter(name)([finding], sources)
    # A tab is harmless, and stays where lines are there to be copied.
    assert {character for character in shown if category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp")} <= {"\n", "\t"}
    assert "\u3164" not in shown
    shown.encode("utf-8")


ORDERS = ["##[group]x", "##[add-mask]e", "a ##[error]x", "##vso[task.setvariable]x", "##teamcity[x]"]


@pytest.mark.parametrize("text", ORDERS)
def test_no_report_holds_an_order_that_a_log_obeys_anywhere_in_a_line(text: str) -> None:
    finding, sources = filled(text)
    for name in formats():
        if name != "github":  # its lines are commands as a whole, in which a log looks for no other
            assert not re.search(r"##\w*\[", reporter(name)([finding], sources)), name


@given(st.lists(st.sampled_from(["::error::x", " ::add-mask::e", "word", "\n", "longerwordthanmost"]), min_size=1).map(" ".join))
def test_no_line_of_a_report_begins_with_an_order(text: str) -> None:
    finding, sources = filled(text)
    for name in formats():
        report = reporter(name)([finding], sources, width=40)
        assert not [line for line in report.split("\n") if line.lstrip().startswith("::")] or name == "github"


@given(st.text())
def test_no_text_breaks_the_report_for_people(text: str) -> None:
    finding, sources = filled(text)
    shown = reporter("text")([finding], sources, width=50)
    assert not [character for character in shown if is_hidden(character) and character not in "\n\t"]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_programs_get_the_text_back(text: str) -> None:
    finding, sources = filled(text)
    (found,) = json.loads(reporter("json")([finding], sources))["findings"]
    assert (found["message"], found["corrected"], found["path"]) == (text, [text], [text, 1])


def test_a_message_cannot_pretend_to_be_another_finding() -> None:
    forged = Diagnostic("a", Severity.ERROR, "x\nerror[b]: y", Place("f.yml"), help="x\nerror[b]: y")
    starts = [row for row in reporter("text")([forged], {}).split("\n") if row.startswith("error[")]
    assert starts == ["error[a]: x"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "<U+001B>[31m"),
        ("a\tb", "a→   b"),
        ("mt\u200c", "mt<U+200C>"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("\u0301a", "◌\u0301a"),
        ("\U000e0041", "<U+E0041>"),
        ("Baku – «Yerevan» ’“”…", "Baku – «Yerevan» ’“”…"),
    ],
    ids=ascii,
)
def test_only_what_hides_is_changed(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.lists(st.text("ab亚é", min_size=1, max_size=9)), st.integers(20, 60))
def test_wrapped_lines_fit_and_keep_every_word(words: list[str], room: int) -> None:
    lines = wrap(" ".join(words), room, 20)
    assert " ".join(lines).split() == words
    assert all(width_of(line) <= room for line in lines)
    assert width_of(lines[0]) <= 20


def test_a_long_address_stays_whole() -> None:
    address = "https://example.org/" + "a" * 60
    assert wrap(f"See {address} for more.\n\nEnd.", 30) == ("See", address, "for more.", "", "End.")
