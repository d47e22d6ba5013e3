"""Pairs of small editions, and what an editor reads of each pair; what counts as a change, and what does not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build import read_entry
from generator.edition import Document
from generator.history import Comparison, How, Side, What, compare
from generator.history.report import reporter
from tests.build.small import FILES, brief
from tests.history.states import APPEAL, FIRST, Texts, compared, edited

HERE = Path(__file__).parent
OWN = "sources:\n  leaflet:\n    publisher: paper\n    title: A leaflet\n    url: https://example.org/leaflet\n"
CITED = edited(FIRST, ("[[town]]. [@report]", "[[town]]. [@leaflet, says ministry]"), add=OWN)
RANGED = edited(FIRST, ("value: more than 6500", "low: 10\n    high: 20"))
LEAFLET = "briefs/sources/the-leaflet.yml"
SHARED = {
    **edited(FIRST, ("[[town]]. [@report]", "[[town]]. [@the-leaflet, says ministry]")),
    LEAFLET: "publisher: paper\ntitle: A leaflet\nurl: https://www.example.org/leaflet/\n",
}
ASKED = "  - question: Who was hurt?\n"
RENAMED = {**FILES, APPEAL: None, "briefs/2021/an-appeal.yml": FILES[APPEAL] + "was: [the-appeal]\n"}
MOVED = {**FILES, APPEAL: None, "briefs/2021/an-appeal.yml": FILES[APPEAL]}
POINTS = "key_points:\n  - |\n    A second sentence stands here too. [@report]\n  - |\n    One more is here. [@report]\n"

CASES: dict[str, tuple[Texts, Texts]] = {
    "claim-added": (FILES, edited(FIRST, ("[@report]\n", "[@report]\n\n  Two houses burned down. [@report, says ministry]\n"))),
    "claim-withdrawn": (FILES, edited(FIRST, ("They did. [@report]", "That is not so. [@report]"))),
    "claim-reworded": (FILES, edited(FIRST, ("It began at noon in", "It had begun at noon in"))),
    "claim-with-another-word": (FILES, edited(FIRST, ("It began at noon in", "It ended at noon in"))),
    "claim-that-was-doubted": (
        edited(FIRST, ("It began at noon in [[town]]", "It is false that it began at noon in [[town]]")),
        FILES,
    ),
    "claim-with-another-number": (
        edited(FIRST, ("It began at noon in [[town]]", "Two soldiers died at noon in [[town]]")),
        edited(FIRST, ("It began at noon in [[town]]", "Three soldiers died at noon in [[town]]")),
    ),
    "claim-denied": (
        edited(FIRST, ("It began at noon in [[town]]", "The army said it had fired at noon in [[town]]")),
        edited(FIRST, ("It began at noon in [[town]]", "The army said it had not fired at noon in [[town]]")),
    ),
    "claim-with-another-speaker": (FILES, edited(FIRST, ("says ministry, via wire", "says neighbour, via wire"))),
    "claim-without-its-carrier": (FILES, edited(FIRST, ("says ministry, via wire", "says ministry"))),
    "claim-with-another-source": (FILES, edited(FIRST, ("[[town]]. [@report]", "[[town]]. [@leaflet]"), add=OWN)),
    "claim-with-one-more-source": (FILES, edited(FIRST, ("[[town]]. [@report]", "[[town]]. [@report; @leaflet]"), add=OWN)),
    "claim-without-its-source": (FILES, edited(FIRST, ("[[town]]. [@report]", "[[town]]."))),
    "claim-of-which-a-half-has-another-source": (
        edited(FIRST, ("in [[town]]. [@report]", "in [[town]], and it ended in the evening of the same day. [@report]")),
        edited(
            FIRST,
            ("in [[town]]. [@report]", "in [[town]], [@report] and it ended in the evening of the same day. [@leaflet]"),
            add=OWN,
        ),
    ),
    "account-of-another-party": (FILES, edited(FIRST, ("- by: neighbour", "- by: paper"))),
    "quote-with-another-word": (FILES, edited(FIRST, ("We did not fire", "We did not shoot"))),
    "quote-by-another": (
        FILES,
        edited(FIRST, ("by: ministry\n    cite: report\n    text", "by: neighbour\n    cite: report\n    text")),
    ),
    "quote-withdrawn": (
        FILES,
        edited(FIRST, ("quotes:\n  denial:\n    by: ministry\n    cite: report\n    text: |\n      We did not fire\n", "")),
    ),
    "figure-revised": (FILES, edited(FIRST, ("value: more than 6500", "value: 7000\n    as_of: 2021-11-15"))),
    "figure-of-another-counter": (FILES, edited(FIRST, ("6500\n    by: ministry", "6500\n    by: not stated"))),
    "figure-added": (
        FILES,
        edited(APPEAL, add="figures:\n  - measure: hurt\n    low: 2\n    high: 5\n    by: neighbour\n    cite: report\n"),
    ),
    "figure-withdrawn": (
        RANGED,
        edited(FIRST, (FILES[FIRST][FILES[FIRST].index("figures:") : FILES[FIRST].index("background:")], "")),
    ),
    "headline-and-dates": (
        FILES,
        edited(
            APPEAL,
            ("title: An appeal", "title: No appeal"),
            ("date: 2021-11-16", "date: 2021-11-15"),
            ("as_of: 2021-11-16", "as_of: 2021-11-20"),
        ),
    ),
    "concluded": (FILES, edited(APPEAL, ("developing", "concluded"))),
    "published-at-last": (FILES, edited("briefs/2021/a-draft.yml", ("stage: draft", "stage: ready"))),
    "question-opened": (FILES, edited(FIRST, ("unknowns:\n", f"unknowns:\n{ASKED}"))),
    "question-answered": (
        FILES,
        edited(FIRST, ("since: 2021-11-14\n", "since: 2021-11-14\n    answer:\n      state: partly\n      brief: the-appeal\n")),
    ),
    "question-dropped": (edited(FIRST, ("unknowns:\n", f"unknowns:\n{ASKED}")), FILES),
    "outcome": (FILES, edited(FIRST, ("due: 2021-12-20\n", "due: 2021-12-20\n    outcome:\n      state: came\n"))),
    "due-later": (FILES, edited(FIRST, ("due: 2021-12-20", "due: 2022-01-20"))),
    "source-retracted": (
        FILES,
        edited("briefs/sources/report.yml", add="retracted:\n  date: 2021-11-20\n  why: The witness took it back.\n"),
    ),
    "source-lost-and-another-publisher": (
        edited(FIRST, add=OWN),
        edited(
            APPEAL, files={**FILES, "briefs/sources/report.yml": FILES["briefs/sources/report.yml"].replace(": paper", ": wire")}
        ),
    ),
    "update-and-correction": (
        FILES,
        edited(
            FIRST,
            add="updates:\n  - date: 2021-11-20\n    text: |\n      The number was added.\n"
            "corrections:\n  - date: 2021-11-21\n    now: |\n      It began at noon.\n    was: |\n      It began at ten.\n",
        ),
    ),
    "brief-added-and-removed": (
        FILES,
        {**FILES, "briefs/2021/the-truce.yml": None, "briefs/2021/new.yml": brief("Something else happened", "2021-11-20")},
    ),
    "brief-renamed": (FILES, RENAMED),
    "brief-renamed-without-a-word": (FILES, MOVED),
    "brief-withdrawn": (
        FILES,
        edited(APPEAL, add="stage: withdrawn\nwithdrawal:\n  date: 2021-11-20\n  why: |\n    Nobody appealed to anybody.\n"),
    ),
    "a-file-that-does-not-fit": (FILES, edited(FIRST, ("by: ministry\n    cite: report\n    text", "from: ministry\n    text"))),
    "an-actor-with-another-name": (FILES, edited("briefs/actors/ministry.yml", ("The Ministry", "The Defence Department"))),
    "a-place-that-claims-name-with-another-name": (FILES, edited("briefs/places/town.yml", ("The Town", "The Small City"))),
    "a-background": (FILES, edited("briefs/backgrounds/treaty.yml", ("It was signed", "It was signed in secret"))),
}

NOTHING: dict[str, tuple[Texts, Texts]] = {
    "white-space": (FILES, edited(FIRST, ("It began at noon", "It  began\n  at noon"))),
    "punctuation-and-capitals": (FILES, edited(FIRST, ("It began at noon in", "It began, at Noon, in"))),
    "a-typo": (edited(FIRST, ("other side", "other sdie")), FILES),
    "another-typo": (edited(FIRST, ("Shots were fired, the", "Shots were fierd, the")), FILES),
    "order-of-fields": (FILES, edited(APPEAL, ("storyline: border\n", ""), add="storyline: border\n")),
    "a-comment": (FILES, edited(FIRST, add="# looked at again\n")),
    "line-ends": (FILES, {name: text and text.replace("\n", "\r\n") for name, text in FILES.items()}),
    "a-source-with-another-id": (
        CITED,
        edited(FIRST, ("[@leaflet,", "[@pamphlet,"), ("  leaflet:", "  pamphlet:"), files=CITED),
    ),
    "a-source-with-a-file-of-its-own": (CITED, {**SHARED}),
    "a-claim-in-another-field": (
        edited(
            FIRST,
            ("[[town]]. [@report]\n", "[[town]]. [@report]\n\n  A second sentence stands here too. [@report]\n"),
            add=POINTS,
        ),
        edited(FIRST, add=POINTS),
    ),
    "a-publisher-that-follows-from-the-address": (
        edited("briefs/publishers/paper.yml", add="url: https://example.org/\n"),
        edited(
            "briefs/sources/report.yml",
            ("publisher: paper\n", ""),
            files=edited("briefs/publishers/paper.yml", add="url: https://example.org/\n"),
        ),
    ),
}


def shown(found: Comparison) -> str:
    return reporter("text")(found, "main", "your files", width=100)


@pytest.mark.parametrize("name", CASES)
def test_a_change_is_told(name: str, golden: Callable[[Path, str], None]) -> None:
    before, after = CASES[name]
    golden(HERE / "cases" / f"{name}.txt", shown(compared(after, before)))


@pytest.mark.parametrize("name", NOTHING)
def test_what_means_the_same_is_no_change(name: str) -> None:
    before, after = NOTHING[name]
    changes = [(c.what, c.how, c.before, c.after) for entry in compared(after, before).entries for c in entry.changes]
    assert [each for each in changes if each[:2] != (What.ENTRY, How.ADDED)] == []


def test_what_was_added_is_withdrawn_on_the_way_back() -> None:
    before, after = CASES["claim-added"]
    ((there,), (back,)) = (
        entry.changes for found in (compared(after, before), compared(before, after)) for entry in found.entries
    )
    assert (there.how, back.how) == (How.ADDED, How.WITHDRAWN)
    assert there.after == back.before


def test_a_file_of_the_same_bytes_is_not_read() -> None:
    read: list[str] = []

    def reader(file: str, data: bytes) -> Document | None:
        read.append(file)
        return read_entry(file, data, "briefs")

    def state(files: Texts) -> Side:
        entries = {name: text.encode() for name, text in files.items() if text and name.startswith("briefs/")}
        return Side.of(entries, "briefs", reader)

    assert compare(state(FILES), state(FILES)) == Comparison(())
    assert read == []
    compare(state(FILES), state(edited(APPEAL, ("developing", "concluded"))))
    assert "briefs/2021/first-shots.yml" not in read
    assert read.count(APPEAL) == 2
