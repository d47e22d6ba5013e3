"""The marks stand under the very characters that are meant, whatever stands before them."""

import time

from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Span
from generator.reporters.parts.characters import width_of
from generator.reporters.parts.frame import Style, frame
from generator.reporters.parts.ink import Ink, painter

CELLS = {
    "a": 1,
    "é": 1,
    "e\u0301": 1,
    "亚": 2,
    "한": 2,
    "\u1112\u1161\u11ab": 2,
    "ﾊ": 1,
    "Ａ": 2,
    "👍🏽": 2,
    "👩\u200d👩\u200d👧": 2,
    "❤\ufe0f": 2,
    "1\ufe0f\u20e3": 2,
    "🇦🇲": 2,
    "\t": 4,
    "\x1b": 8,
    "\u202e": 8,
}
"""Units of text with the cells that they take when shown, controls in their visible form."""

units = st.lists(st.sampled_from(sorted(CELLS)), min_size=1, max_size=60)


def plain(width: int = 100, digits: int = 1) -> Style:
    return Style("^", Ink.ERROR, digits, width, painter(colour=False))


def marked(line: str, start: int, end: int, width: int) -> tuple[str, str]:
    _, shown, marks = frame([line], Span(1, start + 1, 1, end + 1), plain(width))
    return shown.removeprefix("1 |")[1:], marks.removeprefix("  |")[1:]


@given(units, st.data())
def test_marks_stand_under_what_they_mean(line: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(line) - 1))
    last = data.draw(st.integers(first + 1, len(line)))
    start, end = len("".join(line[:first])), len("".join(line[:last]))
    _, marks = marked("".join(line), start, end, 1000)
    before = sum(CELLS[unit] for unit in line[:first])
    assert marks == " " * before + "^" * sum(CELLS[unit] for unit in line[first:last])


@given(st.lists(st.sampled_from(["a", "亚", "e\u0301"]), max_size=300), st.integers(25, 120), st.data())
def test_a_long_line_is_cut_around_the_marks(line: list[str], width: int, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(line)))
    start = len("".join(line[:first]))
    shown, marks = marked("".join(line[:first]) + "XYZ" + "".join(line[first:]), start, start + 3, width)
    assert width_of(shown) <= width - 4
    assert width_of(shown.partition("XYZ")[0]) == len(marks) - 3
    assert marks.endswith("^^^")


@given(st.text("ab é亚\t\n", max_size=80), st.tuples(*[st.integers(-2, 12)] * 4), st.integers(0, 60))
def test_any_span_is_drawn_inside_the_width(text: str, span: tuple[int, int, int, int], width: int) -> None:
    lines = text.split("\n")
    rows = frame(lines, Span(*span), plain(width))
    assert bool(rows) == (span[0] <= len(lines))
    assert all(width_of(row) <= max(width, 24) for row in rows)
    assert any("^" in row for row in rows) == bool(rows)


def test_an_empty_stretch_gets_one_mark() -> None:
    assert marked("abc", 1, 1, 80) == ("abc", " ^")
    assert marked("abc", 3, 3, 80) == ("abc", "   ^")
    assert marked("", 0, 0, 80) == ("", "^")


def test_a_stretch_longer_than_the_line_is_marked_up_to_its_end() -> None:
    assert marked("abc", 1, 90, 80) == ("abc", " ^^")


def test_a_block_ends_at_its_last_words() -> None:
    assert frame(["a: |", "  b", "", "c: d"], Span(1, 4, 4, 1), plain(), context=0) == [
        "  |",
        "1 | a: |",
        "  |    ^",
        "2 |   b",
        "  |   ^",
    ]


def test_three_lines_are_shown_whole_and_more_are_not() -> None:
    three = frame(["ab", " cd", "ef"], Span(1, 2, 3, 2), plain())
    assert three == ["  |", "1 | ab", "  |  ^", "2 |  cd", "  |  ^^", "3 | ef", "  | ^"]
    four = frame(["ab", "x", "x", "ef"], Span(1, 2, 4, 2), plain())
    assert four == ["  |", "1 | ab", "  |  ^", "  | … 2 more lines", "4 | ef", "  | ^"]


def test_blank_neighbours_are_left_out() -> None:
    assert frame(["", "ab", "  "], Span(2, 1, 2, 3), plain()) == ["  |", "2 | ab", "  | ^^"]


def test_a_huge_line_is_not_measured_as_a_whole() -> None:
    line = "word " * 400_000
    started = time.process_time()
    for _ in range(20):
        marked(line, 1_000_000, 1_000_004, 80)
    assert time.process_time() - started < 1
