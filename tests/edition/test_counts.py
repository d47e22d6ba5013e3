"""Figures compared: who said what of the same thing, who revised it, and where the accounts differ."""

from datetime import date as Date

import pytest

from generator.build import Inputs, read_edition
from generator.edition.counts import Comparison
from generator.settings import Settings
from tests.build.small import FILES, brief


def compared(*rows: str, measure: str = "cumulative: true\n") -> Comparison:
    """Compare figures, each on a page of its own, written as `value by as_of`; the value may have a bound."""
    files = {name: text for name, text in FILES.items() if name.startswith("briefs/") and "first-shots" not in name}
    files["briefs/measures/hurt.yml"] += measure
    for number, row in enumerate(rows):
        *value, by, day = row.split()
        figure = f"{{measure: hurt, value: {' '.join(value)}, by: {by.replace('_', ' ')}, as_of: {day}, cite: report}}"
        files[f"briefs/2021/count-{number}.yml"] = brief(f"Count {number}", "2021-11-20", f"figures:\n  - {figure}\n")
    inputs = Inputs("mkdocs.yml", "", {name: text.encode() for name, text in files.items()}, {})
    edition = read_edition(inputs, Settings(url="https://example.org/"), Date(2022, 6, 1)).edition
    return edition.comparisons["hurt"]


M, N = "ministry", "neighbour"


@pytest.mark.parametrize(
    ("rows", "apart"),
    [
        ((f"1 {M} 2021-11-16", f"6 {M} 2021-11-19"), ()),  # a revision
        ((f"6 {M} 2021-11-16", f"1 {M} 2021-11-19"), (1, 6)),  # a count that can only grow falls
        ((f"15 {M} 2021-11-16", f"6 {N} 2021-11-17"), (6, 15)),
        ((f"6 {M} 2021-11-16", f"15 {N} 2021-11-16"), (6, 15)),
        ((f"6 {M} 2021-11-16", f"15 {N} 2021-11-17"), ()),  # it may have grown
        ((f"1 {M} 2021-11-16", f"15 {N} 2021-11-16", f"15 {M} 2021-11-19"), ()),  # they came to agree
        ((f"6 {M} 2021-11-16", f"5 {N} 2022-03-01"), ()),  # too far apart to be about the same
        (("13 not_stated 2021-11-16", "12 not_stated 2021-11-17"), (12, 13)),  # nobody knows that they are one
        ((f"more than 6500 {M} 2021-11-16", f"7000 {N} 2021-11-16"), ()),
        ((f"up to 70 {M} 2021-11-16", f"14 {N} 2021-11-16"), ()),
        ((f"fewer than 10 {M} 2021-11-16", f"14 {N} 2021-11-16"), (10, 14)),
        ((f"about 100 {M} 2021-11-16", f"105 {N} 2021-11-16"), ()),
        ((f"at least 20 {N} 2021-11-16", f"170 {M} 2021-11-18", "218 not_stated 2021-11-16"), (170, 218)),
        ((f"nearly 100 {M} 2021-11-16", f"80 {N} 2021-11-16"), (80, 100)),
    ],
)
def test_counts_that_cannot_both_be_right_differ(rows: tuple[str, ...], apart: tuple[float, ...]) -> None:
    found = compared(*rows)
    assert ((found.low, found.high) if found.differs else ()) == apart


@pytest.mark.parametrize(
    ("measure", "differs"),
    [("window: 3\n", False), ("window: 10\n", True), ("", True)],
)
def test_the_window_is_that_of_the_measure(measure: str, differs: bool) -> None:
    assert compared(f"6 {M} 2021-11-16", f"15 {N} 2021-11-20", measure=measure).differs == differs


def test_a_count_that_may_fall_is_no_contradiction() -> None:
    assert not compared(f"6 {M} 2021-11-16", f"1 {M} 2021-11-19", measure="").differs


def test_the_order_of_the_files_changes_nothing() -> None:
    one, other = compared(f"6 {M} 2021-11-16", f"15 {N} 2021-11-17"), compared(f"15 {N} 2021-11-17", f"6 {M} 2021-11-16")
    assert one.differs == other.differs
    assert [history.latest.figure for history in one.histories] == [history.latest.figure for history in other.histories]
