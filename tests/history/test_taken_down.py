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
SAID = ("It began at noon in [[town]]. [@report]", f"On Monday {LIBEL} from the bank. [@report, says ministry]")
TOO = {**BEFORE, APPEAL: edited(APPEAL, SAID)[APPEAL]}
"""The same words in two briefs."""
OF_TOO = {**BEFORE, APPEAL: FILES[APPEAL]}
GERMAN = "briefs/2021/erste-schuesse.yml"
TRANSLATED = f"{BEFORE[FIRST]}lang: de\ntranslates: first-shots\n"
IN_GERMAN = TRANSLATED.replace(LIBEL, "Zoltan stahl alles").replace("was: [2021/opening-fire]\n", "")
BOTH = {**BEFORE, GERMAN: IN_GERMAN}
CLEAN = edited(FIRST, add=REDACTED)
LOST = IN_GERMAN.replace("Zoltan stahl alles", "Er nahm nichts")

STATES |= {
    "redacted in one brief, and gone from another": (TOO, CLEAN, None),
    "redacted in one brief, and told otherwise in another": (
        TOO,
        {**CLEAN, APPEAL: edited(APPEAL, ("It began at noon in [[town]]", "On Monday a bank was robbed"))[APPEAL]},
        None,
    ),
    "redacted in one brief, and moved to another": (BEFORE, {**CLEAN, APPEAL: TOO[APPEAL]}, None),
    "redacted in one brief, and the headline of another": (
        {**BEFORE, APPEAL: edited(APPEAL, ("title: An appeal was made", f"title: {LIBEL} in spring"))[APPEAL]},
        CLEAN,
        None,
    ),
    "redacted before, with the words kept, and gone from another only now": (
        {**edited(FIRST, add=WITH_WAS), APPEAL: TOO[APPEAL]},
        edited(FIRST, add=WITH_WAS),
        None,
    ),
    "withdrawn, and gone from another": (TOO, edited(FIRST, add=GONE), None),
    "redacted until today in one brief, and gone from another before": (TOO, OF_TOO, CLEAN),
    "redacted, and gone from its translation": (BOTH, {**CLEAN, GERMAN: LOST}, None),
    "redacted before, and gone from its translation only now": ({**CLEAN, GERMAN: IN_GERMAN}, {**CLEAN, GERMAN: LOST}, None),
    "redacted in the translation, and gone from the original": (
        BOTH,
        {**FILES, GERMAN: LOST + REDACTED},
        None,
    ),
    "withdrawn, and gone from its translation": (BOTH, {**edited(FIRST, add=GONE), GERMAN: LOST}, None),
    "redacted until today, and gone from its translation before": (BOTH, {**BEFORE, GERMAN: LOST}, {**CLEAN, GERMAN: LOST}),
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
