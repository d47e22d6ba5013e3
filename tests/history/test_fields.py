"""Every field that differs is told: files differ in form alone only where they say the same."""

import pytest

from generator.history import Change, How, What
from tests.build.small import FILES
from tests.history.states import APPEAL, FIRST, Texts, compared, edited

TREATY = "briefs/backgrounds/treaty.yml"
REPORT = "briefs/sources/report.yml"
HILL = {**FILES, "briefs/places/hill.yml": "name: The Hill\nkind: hill\n"}
NOTED = "corrections:\n  - date: 2021-11-20\n    now: |\n      They did.\n"
ANSWERED = ("since: 2021-11-14\n", "since: 2021-11-14\n    answer:\n      brief: the-appeal\n")
WITH_ANSWER = edited(FIRST, ANSWERED)
PLACED = "coordinates:\n  lat: 40.1\n  lon: 45.2\n  precision: town\n  gazetteer: GeoNames\n"
IMAGE = "images:\n  - file: a.png\n    alt: A hill\n    credit: The Paper\n    licence: CC BY 4.0\n"

CASES: dict[str, tuple[Texts, Texts, tuple[object, ...]]] = {
    "places": (HILL, edited(FIRST, add="places: [town, hill]\n", files=HILL), ("places", "", "The Town, The Hill")),
    "order of places": (
        edited(FIRST, add="places: [town, hill]\n", files=HILL),
        edited(FIRST, add="places: [hill, town]\n", files=HILL),
        ("places", "The Town, The Hill", "The Hill, The Town"),
    ),
    "storyline": (FILES, edited(FIRST, ("storyline: border\n", "")), ("storyline", "The border", "")),
    "topics": (FILES, edited(FIRST, add="topics: [security]\n"), ("topics", "", "security")),
    "authors": (FILES, edited(FIRST, add="authors: [Ann]\n"), ("authors", "", "Ann")),
    "question of a dispute": (
        FILES,
        edited(FIRST, ("Who fired first?", "Who fired last?")),
        ("question of dispute 1", "Who fired first?", "Who fired last?"),
    ),
    "day of a quote": (
        FILES,
        edited(FIRST, ("    text: |\n      We", "    said_on: 2021-11-15\n    text: |\n      We")),
        ("said on of quote denial", "", "2021-11-15"),
    ),
    "note of a figure": (FILES, edited(FIRST, ("value: more", "note: Unchecked.\n    value: more")), ("note", "", "Unchecked.")),
    "day of a question": (FILES, edited(FIRST, ("since: 2021-11-14", "since: 2021-11")), ("since", "2021-11-14", "2021-11")),
    "brief of an answer": (
        WITH_ANSWER,
        edited(FIRST, ("brief: the-appeal", "brief: the-truce"), files=WITH_ANSWER),
        ("told in", "the-appeal", "the-truce"),
    ),
    "day of an answer": (
        WITH_ANSWER,
        edited(FIRST, ("brief: the-appeal", "brief: the-appeal\n      on: 2021-11-16"), files=WITH_ANSWER),
        ("answered on", "", "2021-11-16"),
    ),
    "why of a background": (
        FILES,
        edited(FIRST, ("Its ground", "Its cause")),
        ("why of background 1", "Its ground.", "Its cause."),
    ),
    "event": (FILES, edited(TREATY, ("1997-08-29", "1997-08-28")), ("date of event 1", "1997-08-29", "1997-08-28")),
    "reviewed": (FILES, edited(TREATY, ("2021-11-01", "2021-11-02")), ("reviewed", "2021-11-01", "2021-11-02")),
    "unit": (FILES, edited("briefs/measures/hurt.yml", ("unit: people", "unit: soldiers")), ("unit", "people", "soldiers")),
    "cumulative": (FILES, edited("briefs/measures/hurt.yml", add="cumulative: true\n"), ("cumulative", "no", "yes")),
    "kind of a source": (FILES, edited(REPORT, ("kind: news", "kind: analysis")), ("kind", "news", "analysis")),
    "note of a source": (FILES, edited(REPORT, add="note: An excerpt.\n"), ("note", "", "An excerpt.")),
    "misprint": (
        FILES,
        edited(REPORT, add="misprints:\n  - prints: '1987'\n    means: '1997'\n"),
        ("misprints", "", "1987, for 1997"),
    ),
    "a letter of an address": (
        FILES,
        edited(REPORT, ("14/report", "14/reprot")),
        ("address", "https://example.org/2021/11/14/report", "https://example.org/2021/11/14/reprot"),
    ),
    "coordinates": (
        edited("briefs/places/town.yml", add=PLACED),
        edited("briefs/places/town.yml", add=PLACED.replace("40.1", "41.1")),
        ("lat of coordinates", "40.1", "41.1"),
    ),
    "coordinates at all": (
        FILES,
        edited("briefs/places/town.yml", add=PLACED),
        ("coordinates", "", "40.1, 45.2, town, GeoNames"),
    ),
    "description of an actor": (
        FILES,
        edited("briefs/actors/ministry.yml", ("description: a ministry", "description: a former ministry")),
        ("description", "a ministry", "a former ministry"),
    ),
    "variant": (
        FILES,
        edited("briefs/places/town.yml", add="variants:\n  - name: Kasaba\n    used_by: The Neighbour\n"),
        ("variant 1", "", "Kasaba, The Neighbour"),
    ),
    "related": (
        edited(FIRST, add="related:\n  - brief: the-appeal\n"),
        edited(FIRST, add="related:\n  - brief: the-truce\n"),
        ("brief of related item 1", "An appeal was made", "A truce was agreed"),
    ),
    "alt of an image": (
        edited(FIRST, add=IMAGE),
        edited(FIRST, add=IMAGE.replace("A hill", "A town")),
        ("alt of image 1", "A hill", "A town"),
    ),
    "allowance": (
        FILES,
        edited(FIRST, add="allow:\n  - rule: one-origin\n    reason: There is no other.\n"),
        ("allowance 1", "", "one-origin, There is no other."),
    ),
    "a link": (
        edited(FIRST, ("It began", "[It](https://example.org/a) began")),
        edited(FIRST, ("It began", "[It](https://example.org/b) began")),
        ("links", "https://example.org/a", "https://example.org/b"),
    ),
    "what a name stands for": (
        edited(FIRST, ("[[town]]", "[[town|there]]"), files=HILL),
        edited(FIRST, ("[[town]]", "[[hill|there]]"), files=HILL),
        ("links", "The Town", "The Hill"),
    ),
    "a term": (
        FILES,
        edited("briefs/terms/regained.yml", ("preferred: regained", "preferred: retook")),
        ("preferred", "regained", "retook"),
    ),
    "material": (
        edited(FIRST, add=NOTED),
        edited(FIRST, add=f"{NOTED}    material: true\n"),
        ("material", "no", "yes"),
    ),
    "a correction that says something else": (
        edited(FIRST, add=NOTED),
        edited(FIRST, add=NOTED.replace("They did", "We did")),
        ("now", "They did.", "We did."),
    ),
    "why of a withdrawal": (
        FILES,
        edited("briefs/2021/taken-back.yml", ("The report was false", "The report was forged")),
        ("why of withdrawal", "", "The report was forged."),
    ),
}


def changes(before: Texts, after: Texts) -> list[Change]:
    return [change for entry in compared(after, before).entries for change in entry.changes if change.what is not What.ENTRY]


@pytest.mark.parametrize("name", CASES)
def test_a_field_is_told_with_its_name(name: str) -> None:
    before, after, expected = CASES[name]
    ((detail,),) = (change.details for change in changes(before, after))
    assert (detail.name, detail.before, detail.after) == expected


@pytest.mark.parametrize("name", CASES)
def test_it_is_told_on_the_way_back(name: str) -> None:
    before, after, _ = CASES[name]
    assert len(changes(after, before)) == 1


@pytest.mark.parametrize(
    ("before", "after", "how"),
    [
        (FILES, edited(FIRST, add="date_note: |\n  Its day follows from the report.\n"), How.ADDED),
        (edited(FIRST, add=NOTED), FILES, How.WITHDRAWN),
        (
            edited(FIRST, add="why_it_matters: |\n  It may lead to war.\n"),
            edited(FIRST, add="why_it_matters: |\n  It may lead to peace.\n"),
            How.REVISED,
        ),
        (
            edited(FIRST, add="why_it_matters: |\n  It may lead to a war.\n"),
            edited(FIRST, add="why_it_matters: |\n  It might lead to war.\n"),
            How.REWORDED,
        ),
        (FILES, edited(FIRST, ("Who fired first?", "Who was firing first?")), How.REWORDED),
    ],
)
def test_what_is_text_is_told_as_text(before: Texts, after: Texts, how: How) -> None:
    assert [change.how for change in changes(before, after)] == [how]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (edited(APPEAL, add="authors: [Ann  Smith]\n"), edited(APPEAL, add="authors:\n  - Ann Smith\n")),
        (edited(FIRST, ("Who fired first?", "Who fierd first?")), FILES),
        (edited(FIRST, ("Its ground.", "Its “ground”")), FILES),
        (
            edited(APPEAL, add="key_points:\n  - |\n    It began. [@report]\n  - |\n    It is over. [@report]\n"),
            edited(APPEAL, add="key_points:\n  - |\n    It is over. [@report]\n  - |\n    It  began. [@report]\n"),
        ),
        (edited(APPEAL, add="places: [town]\n"), edited(APPEAL, add="places:\n  - town\n")),
    ],
)
def test_a_field_in_another_form_is_no_change(before: Texts, after: Texts) -> None:
    assert changes(before, after) == []
    assert compared(after, before).alike == 1
