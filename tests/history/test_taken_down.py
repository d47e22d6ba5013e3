"""Words that were taken down are nowhere in what changed, in no format, nor in a finding."""

from datetime import date as Date

import pytest

from generator.history import Comparison, Side, compare, unnoted
from generator.history.report import formats, reporter
from tests.build.small import FILES
from tests.history.states import APPEAL, FIRST, Texts, edited, side

LIBEL = "Zoltan stole everything"
BEFORE = edited(
    FIRST,
    ("It began at noon in [[town]]. [@report]", f"{LIBEL} from the bank. [@report, says ministry]"),
    ("value: more than 6500", "value: 7077"),
    ("We did not fire", f"{LIBEL} and we did not fire"),
    ("  - question: How", f"  - question: Why did {LIBEL} happen?\n  - question: How"),
)
REDACTED = "corrections:\n  - date: 2021-11-30\n    now: |\n      A statement was taken down.\n    redacted: true\n"
WITH_WAS = f"{REDACTED}    was: |\n      {LIBEL} from the bank. [@report]\n"
GONE = "withdrawal:\n  date: 2021-11-30\n  why: |\n    It was wrong.\nstage: withdrawn\n"
TITLED = edited(FIRST, ("title: Shots were fired", f"title: {LIBEL}"))

STATES: dict[str, tuple[Texts, Texts, Texts | None]] = {
    "redacted": (BEFORE, edited(FIRST, add=REDACTED), None),
    "redacted, and the old words kept in the file": (BEFORE, edited(FIRST, add=WITH_WAS), None),
    "only kept in the file": (FILES, edited(FIRST, add=WITH_WAS), None),
    "withdrawn": (BEFORE, edited(FIRST, add=GONE), None),
    "withdrawn, with the text still in the file": (FILES, edited(FIRST, add=GONE, files=BEFORE), None),
    "no longer withdrawn": (edited(FIRST, add=GONE, files=BEFORE), FILES, None),
    "the file removed": (TITLED, {**FILES, FIRST: None}, None),
    "another title": (TITLED, edited(FIRST, add=REDACTED), None),
    "redacted after both": (FILES, BEFORE, edited(FIRST, add=REDACTED)),
    "withdrawn after both": (BEFORE, edited(FIRST, ("They did", "They did it"), files=BEFORE), edited(FIRST, add=GONE)),
    "removed after both": (FILES, TITLED, {**FILES, FIRST: None}),
    "renamed and redacted after both": (FILES, BEFORE, {**FILES, FIRST: None, "briefs/2021/x.yml": FILES[FIRST] + REDACTED}),
}


def found(name: str) -> tuple[Comparison, Side, Side]:
    before, after, today = STATES[name]
    return compare(side(before), side(after), side(today) if today else None), side(before), side(after)


@pytest.mark.parametrize("form", formats())
@pytest.mark.parametrize("name", STATES)
def test_the_words_are_in_no_report(name: str, form: str) -> None:
    comparison, _, _ = found(name)
    assert comparison.entries
    report = reporter(form)(comparison, "main", "your files")
    for words in ("Zoltan", "stole", "7077"):
        assert words not in report


@pytest.mark.parametrize("name", STATES)
def test_the_words_are_in_no_finding(name: str) -> None:
    comparison, before, after = found(name)
    said = str(unnoted(comparison, before, after, Date(2021, 12, 1), "main"))
    assert "Zoltan" not in said


def test_it_is_said_that_words_were_taken_down() -> None:
    report = reporter("text")(found("redacted")[0], "main", "your files")
    assert "  claim withdrawn\n    - (The words were taken down.)\n" in report
    assert 'taken_down": true' in reporter("json")(found("redacted")[0], "main", "your files")


def test_without_a_reason_the_words_are_repeated() -> None:
    for after in (FILES, edited(APPEAL, add=REDACTED)):
        report = reporter("text")(compare(side(BEFORE), side(after)), "main", "your files")
        assert LIBEL in report
