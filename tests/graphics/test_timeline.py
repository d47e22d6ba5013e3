"""Timelines: what a reader sees of certain and uncertain dates, on a narrow and on a wide screen."""

import random
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.graphics import Dated, Timeline, timeline
from generator.graphics.marks import NARROW, WIDE, axis_of, marks
from generator.graphics.svg import width_of
from generator.model.dates import When
from generator.words import words_for

HERE = Path(__file__).parent
ENGLISH = words_for("en")
SVG = "{http://www.w3.org/2000/svg}"


def row(written: str, *, development: bool = False, here: bool = False) -> Dated:
    when = When.read(written)
    return Dated(when, ENGLISH.when(when), development or here, here)


def drawn(rows: list[Dated], language: str = "en") -> Timeline:
    made = timeline(rows, words_for(language))
    assert made is not None
    return made


KARABAKH = [
    row("1988-02"),
    row("1992/1994-05-12"),
    row("1997-08-29"),
    row("2020-09-27/2020-11-09"),
    row("2020-11-09", development=True),
    row("2021-11-16", here=True),
    row("2021-11-17/2021-11-23", development=True),
    row("2022-12-12/..", development=True),
]
A_MONTH = [row(f"2021-11-{day:02}", here=day == 16, development=True) for day in range(1, 31)] + [
    row("2021-11"),
    row("2021-11-20~"),
]
CHANCE = random.Random(7)
THIRTY_YEARS = [
    row(
        f"{CHANCE.randint(1991, 2020)}-{CHANCE.randint(1, 12):02}-{CHANCE.randint(1, 28):02}",
        development=n % 2 == 0,
        here=n == 20,
    )
    for n in range(40)
]
CASES = {
    "karabakh": KARABAKH,
    "a-month": A_MONTH,
    "thirty-years": THIRTY_YEARS,
    "two-days": [row("2021-11-16"), row("2021-11-17")],
}


@pytest.mark.parametrize("name", ["karabakh", "a-month"])
def test_a_timeline_is_drawn_as_it_was_looked_at(name: str, golden: Callable[[Path, str], None]) -> None:
    golden(HERE / f"{name}.svg", drawn(CASES[name]).svg + "\n")


@pytest.mark.parametrize("name", CASES)
def test_a_timeline_is_small_well_formed_markup_without_script_style_or_blank_line(name: str) -> None:
    svg = str(drawn(CASES[name]).svg)
    ElementTree.fromstring(svg)
    assert len(svg.encode()) < 15_000
    assert not re.search(r"<(script|style|foreignObject)|\sstyle=|\son\w+=|href|\n\s*\n", svg)
    assert drawn(list(CASES[name])).svg == svg


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("screen", [NARROW, WIDE])
@pytest.mark.parametrize("language", ["en", "de", "hy"])
def test_no_words_touch_each_other_or_leave_the_picture(name: str, screen: int, language: str) -> None:
    lines: dict[str, list[tuple[float, float]]] = {}
    for text in ElementTree.fromstring(drawn(CASES[name], language).svg).iter(f"{SVG}text"):
        if "timeline-count" in text.attrib["class"] or (text.get("display") == "none" and screen == NARROW):
            continue
        at = float(text.attrib["x"].rstrip("%")) * screen / 100
        wide = width_of(text.text or "", 12)
        left = at - {"start": 0, "middle": wide / 2, "end": wide}[text.get("text-anchor", "start")]
        lines.setdefault(text.attrib["y"], []).append((left, left + wide))
    for spans in lines.values():
        assert all(left >= -2 and right <= screen + 2 for left, right in spans)
        assert all(a[1] <= b[0] + 0.5 for a, b in zip(sorted(spans), sorted(spans)[1:], strict=False))


@pytest.mark.parametrize("name", CASES)
def test_no_mark_covers_another_and_every_row_has_one(name: str) -> None:
    rows = CASES[name]
    found = marks(rows, axis_of(rows))
    assert sorted(id(row) for mark in found for row in mark.rows) == sorted(map(id, rows))
    for mark in found:
        for other in found:
            if mark is not other and mark.lane == other.lane < 3:
                assert mark.right < other.left or other.right < mark.left


LOOKS = {
    "2021-11-16": "point",
    "2021-11-16~": "dashed point",
    "2021-11-16?": "dashed point",
    "2021-11": "dashed bar",
    "2021": "dashed bar",
    "2021-10-01/2021-12-01": "bar",
    "2021-10-01/2021-12-01~": "dashed bar",
    "2021-10-01/..": "dashed bar",
    "../2021-10-01": "dashed bar",
    "2021-08/2021-12-01": "dashed bar with a full part",
}


@pytest.mark.parametrize(("written", "looks"), LOOKS.items())
def test_a_date_is_drawn_as_certain_as_it_is(written: str, looks: str) -> None:
    ends = [row("2021-06-01", development=True), row("2022-01-15", development=True)]
    svg = drawn([*ends, row(written)]).svg
    event = re.search(r'<g class="timeline-event">(.*?)</g>', svg)
    assert event
    dashed, bar, full = ("stroke-dasharray" in event[1], "<rect" in event[1], "timeline-core" in event[1])
    assert (dashed, bar) == ("dashed" in looks, "bar" in looks)
    assert full == (looks in ("bar", "dashed bar with a full part"))


def test_the_development_of_the_page_is_marked_by_its_shape_and_its_date() -> None:
    svg = drawn(THIRTY_YEARS).svg
    own = THIRTY_YEARS[20]
    assert svg.count("M0-9 9 0 0 9-9 0z") == 1
    assert re.search(rf'class="timeline-date timeline-here"[^>]*>{own.said}<', svg)


def test_the_legend_explains_the_marks_that_are_there_and_no_others() -> None:
    assert drawn(CASES["two-days"]).legend == ""
    assert drawn(KARABAKH).legend == (
        "Diamond: this development. Number: events close together. Bar: it lasted so long. "
        "Dashed: when exactly is not known, or the end is open."
    )


def test_the_picture_says_in_words_what_it_shows() -> None:
    root = ElementTree.fromstring(drawn(KARABAKH).svg)
    assert (root.get("role"), root.findtext(f"{SVG}title")) == ("img", "Timeline from 1988 to 2022")
    said = "It shows 4 developments and 4 events of its background; the list below the picture tells the same."
    assert root.findtext(f"{SVG}desc") == said


@pytest.mark.parametrize(
    "rows", [[], [row("2021-11-16")], [row("2021-11-16"), row("2021-11-16", here=True)], [row("2021-11-16/..")]]
)
def test_a_single_day_is_no_timeline(rows: list[Dated]) -> None:
    assert timeline(rows, ENGLISH) is None


@pytest.mark.parametrize("written", ["1000", "9999", "1000/9999", "../1000-01-01", "9999-12-30/.."])
def test_no_date_that_the_forms_take_is_too_far_away(written: str) -> None:
    ElementTree.fromstring(drawn([row(written), row("2021-11-16", here=True)]).svg)


def test_hostile_words_stay_text() -> None:
    hostile = '</text><script>alert("1")</script>\x0b{: onclick=x } --8<-- "mkdocs.yml"'
    rows = [Dated(When.read("2021-11-16"), hostile, True, True), row("2022-11-17")]
    root = ElementTree.fromstring(drawn(rows).svg)
    assert {element.tag for element in root.iter()} <= {
        f"{SVG}{tag}" for tag in ("svg", "title", "desc", "g", "line", "text", "path")
    }
    assert hostile.replace("\x0b", " ") in [element.text for element in root.iter(f"{SVG}text")]
