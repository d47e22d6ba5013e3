"""Figures compared: who said what of the same thing, who revised it, and where the accounts differ."""

from datetime import date as Date

import pytest

from generator.build import Inputs, read_edition
from generator.edition import Key
from generator.edition.counts import Comparison
from generator.settings import Settings
from tests.build.small import FILES, brief


def compared(*rows: str, measure: str = "cumulative: true\n") -> Comparison:
    """Compare figures, each on a page of its own, written as `value by as_of`; the value may have a bound."""
    files = {name: text for name, text in FILES.items() if name.startswith("briefs/") and "first-shots" not in name}
    files["briefs/measures/hurt.yml"] += measure
    for number, row in enumerate(rows):
        *value, by, day = row.split()
        dated = "" if day == "undated" else f", as_of: {day}"
        figure = f"{{measure: hurt, value: {' '.join(value)}, by: {by.replace('_', ' ')}{dated}, cite: report}}"
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
        ((f"6 {M} 2021-11-16", f"15 {N} 2021-11-17"), (6, 15)),  # that it grew is nobody's word
        ((f"6 {M} 2021-11-16", f"15 {N} 2021-11-17", f"15 {M} 2021-11-19"), ()),  # now it is
        ((f"6 {M} 2021-11-16", f"15 {N} 2021-11-17", f"more than 10 {M} 2021-11-19"), ()),
        ((f"6 {M} 2021-11-16", f"15 {N} 2021-11-17", f"10 {M} 2021-11-19"), (10, 15)),
        ((f"7 {N} 2021-11-17", f"70 {M} 2021-11-18"), (7, 70)),
        ((f"15 {M} 2021-11-16", "60 not_stated 2021-11-17", f"3 {N} 2021-11-17"), (3, 60)),
        # what is given for a month may be of any of its days
        ((f"4 {M} 2021-07-28", "5 not_stated 2021-07-29", "3 not_stated 2021-07"), (3, 5)),
        ((f"4 {M} 2021-07", f"5 {M} 2021-07-28"), (4, 5)),  # nobody knows which is the later
        ((f"4 {M} 2021-07", f"5 {M} 2021-08-02"), ()),
        ((f"4 {M} 2021-06", f"5 {N} 2021-07-30"), (4, 5)),
        ((f"4 {M} 2021-06", f"5 {N} 2021-07-31"), ()),
        ((f"4 {M} 2021-11-16/..", f"5 {N} 2022-03-01"), ()),
        # a late revision ends no dispute, unless it agrees
        ((f"12 {M} 2021-11-01", f"20 {N} 2021-11-01", f"13 {M} 2022-02-20"), (12, 20)),
        ((f"12 {M} 2021-11-01", f"20 {N} 2021-11-01", f"13 {M} 2021-11-20"), (13, 20)),
        ((f"12 {M} 2021-11-01", f"20 {N} 2021-11-01", f"20 {M} 2022-02-20"), ()),
        ((f"12 {M} 2021-11-01", f"20 {N} 2021-11-01", f"15 {M} 2021-11-05", f"15 {N} 2021-11-05"), (15, 20)),  # N fell
        # one counter, one day, two numbers
        ((f"12 {M} 2021-11-16", f"14 {M} 2021-11-16"), (12, 14)),
        ((f"12 {M} 2021-11-16", f"12 {M} 2021-11-16"), ()),
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


@pytest.mark.parametrize(
    ("rows", "apart"),
    [
        ((f"6 {M} 2021-11-16", f"1 {M} 2021-11-19"), ()),
        ((f"12 {M} 2021-11-01", f"20 {N} 2021-11-01", f"15 {M} 2021-11-05", f"15 {N} 2021-11-05"), ()),
        ((f"12 {M} 2021-11-01", f"20 {N} 2021-11-01", f"12 {N} 2022-02-20"), ()),
        ((f"12 {M} 2021-11-01", f"20 {N} 2021-11-01", f"50 {M} 2022-02-20"), (12, 20)),
    ],
)
def test_a_count_that_may_fall_is_no_contradiction(rows: tuple[str, ...], apart: tuple[float, ...]) -> None:
    found = compared(*rows, measure="")
    assert ((found.low, found.high) if found.differs else ()) == apart


@pytest.mark.parametrize(
    ("rows", "revised"),
    [
        ((f"1 {M} 2021-11-17", f"15 {N} 2021-11-16", f"6 {M} 2021-11-19"), True),
        ((f"6 {M} 2021-11-17", f"15 {N} 2021-11-16"), False),
        ((f"12 {M} 2021-11-16", f"14 {M} 2021-11-16"), False),  # none of them is later
        ((f"12 {M} 2021-11-01", f"20 {N} 2021-11-01", f"13 {M} 2022-02-20"), False),  # this is what stood then
    ],
)
def test_the_latest_differ_where_earlier_ones_were_revised(rows: tuple[str, ...], revised: bool) -> None:
    assert compared(*rows).revised == revised


def test_what_bears_no_date_revises_nothing_and_falls_from_nothing() -> None:
    found = compared(f"170 {M} 2021-11-16", f"68 {M} undated")
    assert not found.differs
    assert found.revision(Key("brief", "2021/count-0"), 0) is None


def test_a_count_of_the_same_day_revises_nothing() -> None:
    found = compared(f"12 {M} 2021-11-16", f"14 {M} 2021-11-16", f"20 {M} 2021-11-17")
    now = [found.revision(Key("brief", f"2021/count-{number}"), 0) for number in range(3)]
    assert [count and count.said[0] for count in now] == [20, 20, None]


def test_what_is_apart_is_told_on_the_other_page_even_where_it_was_revised() -> None:
    found = compared(f"12 {M} 2021-11-01", f"20 {N} 2021-11-01", f"13 {M} 2022-02-20")
    told, _ = found.told_elsewhere(Key("brief", "2021/count-1"))
    assert [count.said[0] for count in told] == [12, 13]


def test_the_order_of_the_files_changes_nothing() -> None:
    one, other = compared(f"6 {M} 2021-11-16", f"15 {N} 2021-11-17"), compared(f"15 {N} 2021-11-17", f"6 {M} 2021-11-16")
    assert one.differs == other.differs
    assert [history.latest.figure for history in one.histories] == [history.latest.figure for history in other.histories]
