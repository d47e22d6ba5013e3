"""The search: what a reader finds, asked with the very script of the browser, and what its files are."""

import gzip
from collections.abc import Iterable
from dataclasses import replace
from datetime import date as Date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from benchmarks.search import QUERIES, ask, moved, put, synthetic
from generator.outputs import search
from generator.outputs.search import Record, files, index, records, years
from generator.outputs.search.folding import LONGEST, count, fold
from generator.outputs.search.numbers import numbers
from tests.build.small import FILES
from tests.outputs.editions import of

KB = 1000


def record(title: str, summary: str = "", text: str = "", date: str = "", kind: str = "brief", **facets: str) -> Record:
    values = {group: tuple((id, id.title()) for id in ids.split()) for group, ids in facets.items()}
    day = Date.fromisoformat(date) if date else None
    address = f"{kind}/{title.lower().replace(' ', '-')}/"
    return Record(address, kind, title, summary, text, (), day, date, {"kind": ((kind, kind),), **values})


RECORDS = (
    record(
        "Armenia asks Russia for help", "It asked.", "Its border with Azerbaijan.", "2021-11-16", storyline="war", place="lake"
    ),
    record(
        "A truce is agreed",
        "Armenia and Azerbaijan agreed.",
        "Russia mediated it.",
        "2021-11-17",
        storyline="war",
        status="developing",
    ),
    record(
        "The lake",
        "A stand-off.",
        "Armenia said that troops came to the border at the lake.",
        "2021-05-12",
        place="lake",
        topic="security",
    ),
    record(
        "Parliament adopts a law",
        "On machines.",
        "Members voted in Strasbourg.",
        "2024-03-13",
        topic="law security",
        status="concluded",
    ),
    record("Ağdam", "A town.", "Also Akna; near Əsgəran.", kind="place", place="agdam"),
    record("Čačak and Łódź", "", "Straße, Ærø.", "2023-01-02"),
    record("Ереван", "Ёлка и йод.", "Переговоры в столице.", "2022-02-03"),
    record("北京会议", "关于边界的会谈。", "双方在北京会面。", "2022-02-04"),
    record("القدس", "مُحادثات", "", "2022-02-05"),
    record("Peacekeepers leave", "", "The peacekeepers left. So did others’ peacekeepers.", "2024-06-12"),
    record("Older report", "Said the same words.", "", "2019-01-01"),
    record("Newer report", "Said the same words.", "", "2020-01-01"),
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return put(tmp_path_factory.mktemp("index"), dict(index(RECORDS, {})))


PEOPLE = {
    "briefs/2021/first-shots.yml": FILES["briefs/2021/first-shots.yml"].replace(
        "It began at noon in [[town]]. [@report]", "[[soldier]] fell, [[minister]] said, and *so on*. [@report, says minister]"
    )
    + "places: [town]\ntopics: [cease-fire]\n"
    + "corrections:\n  - date: 2021-11-16\n    now: |\n      Noon.\n    was: |\n      Libel.\n",
    "briefs/actors/soldier.yml": "name: Private Name\nkind: person\ndescription: a soldier\n",
    "briefs/actors/minister.yml": "name: Public Name\nkind: person\npublic: true\ndescription: a minister\n",
    "briefs/places/town.yml": "name: The Town\nkind: town\nwithin: region\nvariants:\n  - name: Kasaba\n",
    "briefs/places/region.yml": "name: The Region\nkind: region\n",
}


def known(*, preview: bool = False) -> dict[str, Record]:
    edition = of({**FILES, **PEOPLE}, preview=preview)
    return {record.address: record for record in records(edition)}


def test_what_has_a_page_and_may_be_found_has_a_record() -> None:
    briefs = {f"briefs/2021/{name}/" for name in ("first-shots", "the-appeal", "the-truce")}
    entries = {"storylines/border/", "background/treaty/", "actors/ministry/", "actors/neighbour/", "actors/minister/"}
    places = {"places/town/", "places/region/"}
    assert set(known()) == briefs | entries | places  # no draft, none that is not yet due, none withdrawn, no private person
    assert set(known(preview=True)) - set(known()) == {"briefs/2021/a-draft/", "briefs/2021/too-early/"}


def test_a_record_holds_the_words_of_its_page_and_what_it_belongs_to() -> None:
    found = known()["briefs/2021/first-shots/"]
    assert (found.title, found.kind, found.when, found.date) == (
        "Shots were fired",
        "Brief",
        "14 November 2021",
        Date(2021, 11, 14),
    )
    assert found.summary == "Shots were fired, the ministry said."
    lines = found.text.split("\n")
    assert "Private Name fell, Public Name said, and so on." in lines
    assert {"Who fired first? The Neighbour: They did.", "The Ministry: “We did not fire”", "How many were hurt?"} <= set(lines)
    assert "Libel" not in found.text
    assert dict(found.facets) == {
        "kind": (("brief", "Brief"),),
        "storyline": (("border", "The border"),),
        "place": (("town", "The Town"), ("region", "The Region")),
        "topic": (("cease-fire", "Cease fire"),),
        "actor": (("minister", "Public Name"), ("ministry", "The Ministry"), ("neighbour", "The Neighbour")),
    }
    assert known()["places/town/"].names == ("Kasaba",)


def test_the_files_of_an_edition_can_be_asked(tmp_path: Path) -> None:
    edition = of({**FILES, **PEOPLE})
    by_year = {path: data for year in edition.ask(years) for path, data in search.of(edition, year)}
    folder = put(tmp_path, by_year | dict(files(edition)))
    assert all(path.is_relative_to(folder / "search") for path in folder.rglob("*.*"))
    asked = ({"query": query} for query in ("kasaba", "shots", "private name", "libel"))
    town, shots, private, libel = (answer["titles"] for answer in ask(folder / "search", asked))
    assert (town, shots[0], private, libel) == (["The Town"], "Shots were fired", ["Shots were fired"], [])


FOUND = {
    "a word of a title comes before one of a bottom line, and that before one of the text": (
        "armenia ",
        ["Armenia asks Russia for help", "A truce is agreed", "The lake"],
    ),
    "all words": ("armenia border", ["Armenia asks Russia for help", "The lake"]),
    "in any order, with any signs": ("“Border”, ARMENIA!", ["Armenia asks Russia for help", "The lake"]),
    "the start of the last word": ("parl", ["Parliament adopts a law"]),
    "the start of any word that stands nowhere": ("parl adopt", ["Parliament adopts a law"]),
    "an ending that differs": ("peacekeeper leave", ["Peacekeepers leave"]),
    "a letter left out": ("armnia ", ["Armenia asks Russia for help", "A truce is agreed", "The lake"]),
    "a letter left out, and none typed after": ("azerbaijn", ["A truce is agreed", "Armenia asks Russia for help"]),
    "a letter too many": ("strassbourg", ["Parliament adopts a law"]),
    "two letters swapped": ("parilament", ["Parliament adopts a law"]),
    "two slips in a long word": ("azarbeijan", ["A truce is agreed", "Armenia asks Russia for help"]),
    "a slip while still typing": ("azrba", ["A truce is agreed", "Armenia asks Russia for help"]),
    "a wrong first letter": ("ermenia", ["Armenia asks Russia for help", "A truce is agreed", "The lake"]),
    "a missing first letter": ("trasbourg", ["Parliament adopts a law"]),
    "a slip at the second letter": ("amrenia", ["Armenia asks Russia for help", "A truce is agreed", "The lake"]),
    "no letters with accents": ("agdam", ["Ağdam"]),
    "accents that are there": ("AĞDAM", ["Ağdam"]),
    "letters of their own": ("esgeran", ["Ağdam"]),
    "a háček and a stroke": ("cacak lodz", ["Čačak and Łódź"]),
    "a sharp s and a ligature": ("strasse aero", ["Čačak and Łódź"]),
    "Cyrillic": ("переговоры", ["Ереван"]),
    "Cyrillic with other marks": ("елка", ["Ереван"]),
    "Cyrillic, a slip": ("перегворы", ["Ереван"]),
    "Chinese, inside a run": ("边界", ["北京会议"]),
    "Chinese, three letters": ("北京会", ["北京会议"]),
    "Chinese, one letter": ("谈", ["北京会议"]),
    "Arabic without its vowel signs": ("محادثات", ["القدس"]),
    "the newer of two that are equal": ("same words", ["Newer report", "Older report"]),
    "some words, where none has all": ("strasbourg truce", ["A truce is agreed", "Parliament adopts a law"]),
    "nothing that is like it": ("zzzzqqqq", []),
    "nothing, with a short word": ("xq", []),
    "nothing but signs": ("—!?", []),
    "a single letter": ("s", []),
}


def test_what_a_reader_types_finds_what_is_meant(built: Path) -> None:
    answers = ask(built, ({"query": query} for query, _ in FOUND.values()))
    found = {case: answer["titles"] for case, answer in zip(FOUND, answers, strict=True)}
    expected = {case: titles for case, (_, titles) in FOUND.items()}
    anyhow = "some words, where none has all"
    assert {case: sorted(found[case]) for case in [anyhow]} == {anyhow: sorted(expected[anyhow])}
    assert {**found, anyhow: []} == {**expected, anyhow: []}
    assert not answers[list(FOUND).index(anyhow)]["whole"]


FACETED: tuple[tuple[dict[str, Any], list[str], dict[str, dict[str, int]]], ...] = (
    (
        {"query": "armenia "},
        ["Armenia asks Russia for help", "A truce is agreed", "The lake"],
        {
            "year": {"2021": 3},
            "storyline": {"war": 2},
            "topic": {"security": 1},
            "place": {"lake": 2},
            "status": {"developing": 1},
        },
    ),
    (
        {"query": "armenia ", "filters": {"storyline": ["war"]}},
        ["Armenia asks Russia for help", "A truce is agreed"],
        {"year": {"2021": 2}, "storyline": {"war": 2}, "topic": {}, "place": {"lake": 1}, "status": {"developing": 1}},
    ),
    (
        {"query": "armenia ", "filters": {"storyline": ["war"], "place": ["lake"]}},
        ["Armenia asks Russia for help"],
        {"year": {"2021": 1}, "storyline": {"war": 1}, "topic": {}, "place": {"lake": 1}, "status": {}},
    ),
    (
        {"query": "", "filters": {"topic": ["law", "security"]}},
        ["Parliament adopts a law", "The lake"],
        {"year": {"2021": 1, "2024": 1}, "topic": {"law": 1, "security": 2}, "status": {"concluded": 1}},
    ),
    ({"query": "armenia ", "filters": {"year": ["2024"]}}, [], {"year": {"2021": 3}, "storyline": {}}),
    ({"query": "", "filters": {"kind": ["place"]}}, ["Ağdam"], {"kind": {"brief": 11, "place": 1}, "year": {}}),
)


def test_facets_narrow_and_count_what_is_left_beside_their_own_filter(built: Path) -> None:
    answers = ask(built, ({**question, "parts": ["about", "places", "actors"]} for question, _, _ in FACETED))
    for (question, titles, counts), answer in zip(FACETED, answers, strict=True):
        assert (question, answer["titles"]) == (question, titles)
        assert (question, {group: answer["counts"][group] for group in counts}) == (question, counts)


def test_the_words_that_were_found_are_marked_in_a_piece_of_the_text(built: Path) -> None:
    questions = ("armenia border", "agdam akna", "边界 双方", "strasse", "akn", "peacekeepers")
    armenia, town, chinese, street, start, keepers = (
        found["excerpts"] for found in ask(built, ({"query": q} for q in questions))
    )
    assert armenia == ["Its [border] with Azerbaijan.", "[Armenia] said that troops came to the [border] at the lake."]
    assert (town, start) == (["Also [Akna]; near Əsgəran."], ["Also [Akna]; near Əsgəran."])
    assert (chinese, street) == (["[双方]在北京会面。"], ["[Straße], Ærø."])
    assert keepers == ["The [peacekeepers] left. So did others’ [peacekeepers]."]


def test_a_piece_is_cut_between_words_and_stays_in_its_line(tmp_path: Path) -> None:
    text = "\n".join(("first line " * 30, "before " * 40 + "needle and thread " + "after " * 60, "last"))
    folder = put(tmp_path, dict(index([record("Cut", text=text)], {})))
    (piece,) = ask(folder, [{"query": "thread needle"}])[0]["excerpts"]
    assert piece.startswith("…before ")
    assert piece.endswith(" after…")
    assert "[needle] and [thread]" in piece
    assert len(piece) < 240


TEXTS = (
    *(record.title for record in RECORDS),
    *(record.summary + " " + record.text for record in RECORDS),
    *(
        "Armenia's 6,500 A-50s",
        "ΟΔΟΣ ὁδός",
        "İstanbul ISPARTA ırmak",
        "co-operate naïve coöperate",
        "½ ² ﬁne ℌ Ⅷ ㎞ Foo™ snake_case",
    ),
    *(
        "हिन्दी में लिखा",
        "ไทยแลนด์",
        "한국어 뉴스",
        "ひらがなカタカナ漢字ABC",
        "𠮷野家",
        "e\u0301te\u0301 é",
        "x" * 50,
        "a\u200db a\u200cb",
        "שָׁלוֹם",
    ),
    *(
        "l’été d'Artagnan O’Brien",
        "Đặng Thị Ngọc Thịnh",
        "\u0301 \u0301a",
        "１２３ ＡＢＣ",
        "don’t—stop…now",
        "😀 ok 👍🏽",
        "Ǆ ǆ Ǳ",
        "ǈ ŉ",
    ),
)


def test_script_and_index_agree_on_what_a_word_is(tmp_path: Path) -> None:
    answers = ask(tmp_path, ({"words": text} for text in TEXTS))
    for text, answer in zip(TEXTS, answers, strict=True):
        assert (text, answer["folded"]) == (text, fold(text))
        assert (text, sorted(set(answer["words"]))) == (text, sorted(count(text)))
        assert max(map(len, count(text)), default=0) <= LONGEST


@cache
def thousand() -> dict[str, bytes]:
    return dict(index(synthetic(1000), {}))


def test_the_order_of_the_records_changes_no_byte() -> None:
    assert dict(index(reversed(list(synthetic(1000))), {})) == thousand()


def changed(records: Iterable[Record]) -> set[str]:
    files = dict(index(records, {}))
    return {path for path in {*files, *thousand()} if files.get(path) != thousand().get(path)}


def test_an_edit_changes_only_the_files_that_hold_its_words() -> None:
    records = list(synthetic(1000))
    edited = changed([replace(records[7], text=f"{records[7].text} Quixotic quixotic"), *records[:7], *records[8:]])
    own = next(number for number, record in numbers(records).items() if record == records[7])
    assert f"records/{own:x}.json" in edited
    assert {path.partition("/")[0] for path in edited} == {"records", "words", "found"}
    assert len(edited) == 3  # the record, the list with the new word, and where that word is found
    facets = dict(records[7].facets, status=())
    assert changed([replace(records[7], facets=facets), *records[:7], *records[8:]]) == {"facets/about-0.bin"}


def test_a_new_record_moves_no_other() -> None:
    records = list(synthetic(1000))
    new = record("An entirely new page", "Never seen.", "Quixotic", "2019-06-01")
    added = changed([*records, new])
    assert sum(path.startswith("records/") for path in added) == 1
    assert len([path for path in added if path.startswith(("words/", "found/"))]) <= 2 * len(
        count("An entirely new page Never seen Quixotic")
    )
    assert {path for path in added if path.startswith("facets/") or "/" not in path} <= {
        "index.json",
        "facets/about-0.bin",
        "facets/places-0.bin",
        "facets/actors-0.bin",
    }


@pytest.mark.parametrize("date", ["2021-12-31", ""])
def test_records_of_one_day_have_numbers_of_their_own(date: str) -> None:
    many = [record(f"Page {number}", date=date) for number in range(3000)]
    found = numbers(many)
    assert len(found) == 3000
    assert {number.address for number in found.values()} == {record.address for record in many}
    assert dict(index(many[:50], {})).keys() >= {"index.json", "facets/about-0.bin"}


def test_a_small_edition_has_few_files_and_an_empty_one_can_be_asked(tmp_path: Path, built: Path) -> None:
    assert len(list(built.rglob("*.*"))) < 40
    folder = put(tmp_path, dict(index([], {})))
    assert [found["amount"] for found in ask(folder, [{"query": "armenia"}, {"filters": {"year": ["2021"]}}])] == [0, 0]


def test_a_first_query_at_ten_thousand_records_moves_less_than_300_kb(tmp_path: Path) -> None:
    files = dict(index(synthetic(10_000), {"say": "x" * 1000}))
    folder = put(tmp_path, files)
    for query, answer in zip(QUERIES.values(), ask(folder, ({"query": query} for query in QUERIES.values())), strict=True):
        plain, sent = moved(files, answer["read"])
        assert (query, len(answer["titles"])) == (query, 10)
        assert (query, max(plain, sent) < 300 * KB) == (query, True), (plain, sent)
    pages = sum(len(gzip.compress(data)) for path, data in files.items() if path.startswith("records/"))
    assert pages / 10_000 < 3 * KB
