"""Published claims that changed without a note, and those that did not."""

from collections.abc import Callable
from datetime import date as Date
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic, Severity
from generator.history import compare, unnoted
from generator.reporters import formats, reporter
from tests.build.small import FILES
from tests.history.states import APPEAL, FIRST, Texts, edited, side
from tests.history.test_changes import CASES, MOVED, NOTHING, RENAMED

HERE = Path(__file__).parent
UPDATE = "updates:\n  - date: 2021-11-20\n    text: |\n      It is told otherwise now.\n"
CORRECTION = "corrections:\n  - date: 2021-11-20\n    now: |\n      They did.\n"
CHANGED = ("They did. [@report]", "They did so twice. [@report]")
TREATY = "briefs/backgrounds/treaty.yml"
SECRET = ("They signed", "They signed in secret")
DRAFT = "briefs/2021/a-draft.yml"
EARLY = "briefs/2021/too-early.yml"
TRUCE = "briefs/2021/the-truce.yml"
TAKEN_BACK = "briefs/2021/taken-back.yml"

FOUND: dict[str, tuple[Texts, Texts]] = {
    **{name: CASES[name] for name in CASES if name.startswith(("claim", "figure", "quote", "account", "headline"))},
    "an older note is no note": (edited(FIRST, add=UPDATE), edited(FIRST, CHANGED, add=UPDATE)),
    "a note that was only moved to another day before": (
        edited(FIRST, add=UPDATE),
        edited(FIRST, CHANGED, add=UPDATE.replace("11-20", "11-19")),
    ),
    "a published brief becomes a draft": (FILES, edited(APPEAL, add="stage: draft\n")),
    "a published brief is put off": (FILES, edited(APPEAL, ("published: 2021", "published: 2022"))),
    "a published brief is gone": (FILES, {**FILES, TRUCE: None}),
    "a published brief is renamed without a word and changed": (
        FILES,
        {**MOVED, "briefs/2021/an-appeal.yml": FILES[APPEAL].replace("at noon", "at two")},
    ),
    "a background": CASES["a-background"],
    "a background with another number": (
        edited(TREATY, ("They signed", "1,960 soldiers guarded")),
        edited(TREATY, ("They signed", "2,960 soldiers guarded")),
    ),
    "a background whose event has another day": (FILES, edited(TREATY, ("1997-08-29", "1997-08-28"))),
    "a background is gone": (FILES, {**FILES, TREATY: None}),
    "another disputed question": (FILES, edited(FIRST, ("Who fired first?", "Who fired last?"))),
    "the day of a quote": (
        FILES,
        edited(FIRST, ("    text: |\n      We did", "    said_on: 2021-11-15\n    text: |\n      We did")),
    ),
    "a caution of a figure": (FILES, edited(FIRST, ("value: more", "note: Nobody can check that.\n    value: more"))),
    "a statement without a source": (FILES, edited(FIRST, add="why_it_matters: |\n  It may lead to war.\n")),
    "a correction is gone": (edited(FIRST, add=CORRECTION), FILES),
    "an update is gone, and a correction new": (edited(FIRST, add=UPDATE), edited(FIRST, add=CORRECTION)),
    "a correction is no longer material": (
        edited(FIRST, add=f"{CORRECTION}    material: true\n"),
        edited(FIRST, add=CORRECTION),
    ),
    "an outcome with a claim": (
        FILES,
        edited(
            FIRST,
            (
                "due: 2021-12-20\n",
                "due: 2021-12-20\n    outcome:\n      state: came\n      text: |\n        They spoke. [@report]\n",
            ),
        ),
    ),
}
del FOUND["claim-reworded"], FOUND["claim-with-one-more-source"]

NOT_FOUND: dict[str, tuple[Texts, Texts]] = {
    **NOTHING,
    "claim-reworded": CASES["claim-reworded"],
    "claim-with-one-more-source": CASES["claim-with-one-more-source"],
    "with an update": (FILES, edited(FIRST, CHANGED, add=UPDATE)),
    "with a correction": (FILES, edited(FIRST, CHANGED, add=CORRECTION)),
    "with one more update": (edited(FIRST, add=UPDATE), edited(FIRST, CHANGED, add=UPDATE + UPDATE[9:])),
    "with a later update": (edited(FIRST, add=UPDATE), edited(FIRST, CHANGED, add=UPDATE.replace("11-20", "11-21"))),
    "in a draft": (FILES, edited(DRAFT, ("at noon", "at two"))),
    "in a draft that is published now": (FILES, edited(DRAFT, ("at noon", "at two"), ("stage: draft", "stage: ready"))),
    "in a brief whose day has not come": (FILES, edited(EARLY, ("at noon", "at two"))),
    "in a withdrawn brief": (FILES, edited(TAKEN_BACK, ("at noon", "at two"))),
    "a brief withdrawn": CASES["brief-withdrawn"],
    "a brief renamed": (FILES, RENAMED),
    "a brief that another one takes the place of": (
        FILES,
        {**FILES, TRUCE: None, APPEAL: FILES[APPEAL] + "was: [2021/the-truce]\n"},
    ),
    "a new brief": CASES["brief-renamed"],
    "a background with an update": (FILES, edited(TREATY, SECRET, add=UPDATE)),
    "other topics": (FILES, edited(FIRST, add="topics: [security]\n")),
    "another storyline": (FILES, edited(FIRST, ("storyline: border\n", ""))),
    "a question in other small words": (FILES, edited(FIRST, ("Who fired first?", "Who was firing first?"))),
    "a correction that was already withdrawn with its brief": (
        edited(FIRST, add=CORRECTION),
        edited(FIRST, add="stage: withdrawn\nwithdrawal:\n  date: 2021-11-20\n  why: |\n    It was wrong.\n"),
    ),
    "a question": CASES["question-answered"],
    "an actor": CASES["an-actor-with-another-name"],
}


def findings(case: tuple[Texts, Texts]) -> tuple[Diagnostic, ...]:
    before, after = side(case[0]), side(case[1])
    return unnoted(compare(before, after), before, after, Date(2021, 12, 1), "main")


@pytest.mark.parametrize("name", FOUND)
def test_a_change_without_a_note_is_found_once(name: str) -> None:
    (finding,) = findings(FOUND[name])
    assert (finding.rule, finding.severity) == ("changed-without-note", Severity.WARNING)
    assert finding.help


@pytest.mark.parametrize("name", NOT_FOUND)
def test_what_needs_no_note_is_not_found(name: str) -> None:
    assert findings(NOT_FOUND[name]) == ()


@pytest.mark.parametrize("form", formats())
def test_every_format_shows_it_at_its_line(form: str, golden: Callable[[Path, str], None]) -> None:
    after = edited(FIRST, CHANGED, ("value: more than 6500", "value: 7000"), ("It began at noon", "Ten men began it at two"))
    found = [*findings((FILES, after)), *findings(FOUND["a published brief is gone"])]
    texts = {name: text for name, text in after.items() if text is not None and name != TRUCE}
    golden(HERE / f"unnoted-{form}.txt", reporter(form)(found, texts, checked=len(texts)))
