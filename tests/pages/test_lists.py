"""Long lists: nothing is lost in them, no page grows without bound, and the ledgers say what the briefs say."""

from collections.abc import Mapping
from datetime import date as Date
from datetime import timedelta
from functools import cache

import pytest
from markdown import markdown

from generator.build import Inputs, read_edition
from generator.edition import Edition, Key
from generator.edition.calendar import FULL, in_parts
from generator.pages import Page, pages, redirects
from generator.settings import Settings
from tests.build.small import FILES, brief

DAY = Date(2024, 6, 1)
MANY = 260
"""More briefs than one page may list, and most of them in one month."""


def edition(more: Mapping[str, str]) -> Edition:
    files = {name: text.encode() for name, text in {**FILES, **more}.items() if name.startswith("briefs/")}
    checked = read_edition(Inputs("mkdocs.yml", "", files, {}), Settings(url="https://example.org/"), DAY)
    assert [finding for finding in checked.findings if finding.severity == "error"] == []
    return checked.edition


def made(more: Mapping[str, str]) -> dict[str, Page]:
    found = list(pages(edition(more)))
    assert len({page.address.lower() for page in found}) == len(found)
    return {page.address: page for page in found}


@cache
def large() -> Mapping[str, Page]:
    days = [Date(2023, 3, 1) + timedelta(days=number // 8) for number in range(MANY)]
    said = {number: brief(f"Report {number:04}", day.isoformat(), "topics: [war]\n") for number, day in enumerate(days)}
    return made({f"briefs/2023/report-{number:04}.yml": text for number, text in said.items()})


@pytest.mark.parametrize("root", ["archive/", "storylines/border/", "topics/war/", "places/town/", "timeline/"])
def test_a_long_list_holds_everything_on_pages_of_bounded_length(root: str) -> None:
    lists = {address: page.body for address, page in large().items() if address.startswith(root)}
    held = "".join(lists.values())
    assert [number for number in range(MANY) if f"Report {number:04}" not in held] == []
    assert max(body.count("[Report ") for body in lists.values()) <= FULL
    assert max(len(page.body) for page in large().values() if page.meta["kind"] != "brief") < 80_000
    shown = lists[root]
    assert "2023" in shown
    assert f"{root.rpartition('/')[0].rpartition('/')[2]}/2023.md" in shown or "(2023.md)" in shown


ROOTS = ["storylines/border/", "topics/war/", "places/town/"]


def test_a_list_that_one_page_can_hold_stands_on_one_and_old_years_lead_to_it() -> None:
    days = [Date(2021, 1, 1) + timedelta(days=30 * number) for number in range(40)]
    said = {f"{day.year}/report-{day:%m-%d}": brief(f"Report {day}", day.isoformat(), "topics: [war]\n") for day in days}
    files = {f"briefs/{name}.yml": text for name, text in said.items()}
    town = FILES["briefs/places/town.yml"] + "was: [town/2021, village]\n"
    found = edition({**files, "briefs/places/town.yml": town})
    bodies = {page.address: page.body for page in pages(found)}
    assert [address for address in bodies if address.startswith(tuple(ROOTS)) and address not in ROOTS] == []
    assert [(root, day) for root in ROOTS for day in days if bodies[root].count(f"[Report {day}]") < 1] == []
    leads = {old.address: old.to for old in redirects(found)}
    assert {"topics/war/2021/", "topics/war/2024/", "places/town/2021/", "places/village/"} <= set(leads)
    assert {leads[f"topics/war/{year}/"] for year in (2021, 2022, 2023, 2024)} == {"topics/war/"}


def test_no_old_address_leads_away_from_a_part_of_a_list() -> None:
    days = [Date(2023, 1, 1) + timedelta(days=number) for number in range(FULL + 1)]
    said = {f"briefs/2023/report-{day:%m-%d}.yml": brief(f"Report {day}", day.isoformat()) for day in days}
    found = edition({**said, "briefs/places/town.yml": FILES["briefs/places/town.yml"] + "was: [town/2023, town/1990]\n"})
    assert "places/town/2023/" in {page.address for page in pages(found)}
    assert {old.address for old in redirects(found)} & {"places/town/2023/", "places/town/1990/"} == {"places/town/1990/"}


def test_a_short_list_needs_no_pages_of_its_own() -> None:
    small = made({})
    assert [
        address for address in small if address.startswith(("storylines/border/", "timeline/")) and address.count("/") > 2
    ] == []
    assert {"archive/2021/", "timeline/", "watch/", "corrections/", "open-questions/", "publishers/paper/"} <= set(small)


@pytest.mark.parametrize(
    ("days", "full", "slugs"),
    [
        ((), 2, []),
        (("2021-01-02", "2020-01-01"), 2, ["2021/", "2020/"]),
        (("2021-01-02", "2021-02-01", "2021-01-01"), 2, ["2021/", "2021/02/", "2021/01/"]),
        (("2021-01-02", "2021-01-01", "2021-01-03", "2020-05-05"), 2, ["2021/", "2021/01/", "2021/01/2/", "2020/"]),
    ],
)
def test_a_list_is_parted_by_year_then_month_then_number(days: tuple[str, ...], full: int, slugs: list[str]) -> None:
    parts = in_parts(days, Date.fromisoformat, full)
    assert [part.slug for part in parts] == slugs
    assert sorted(day for part in parts for day in part.items) == sorted(days)
    assert all(part.count == len(part.items) or not part.items for part in parts)


SIGNED = {"briefs/1997/signing.yml": brief("A treaty was signed", "1997-08-29", "background:\n  - use: treaty\n")}


@pytest.mark.parametrize("more", [{}, SIGNED])
@pytest.mark.parametrize("address", ["timeline/", "briefs/2021/first-shots/"])
def test_a_day_that_a_brief_tells_of_is_not_told_by_its_background_as_well(address: str, more: Mapping[str, str]) -> None:
    lines = made(more)[address].body
    assert [told in lines for told in ("It was signed.", "[A treaty was signed]")] == [not more, bool(more)]


LEDGERS = {
    "briefs/2021/ledger.yml": brief(
        "A ledger was kept",
        "2021-11-20",
        "unknowns:\n"
        "  - question: Who kept it?\n    since: 2021-11-20\n"
        "    answer:\n      on: 2021-11-25\n      text: |\n        A clerk did. [@report]\n"
        "  - question: Since when?\n"
        "watch:\n"
        "  - text: |\n      A first audit\n    due: 2021-11-22\n"
        "  - text: |\n      A second audit\n    due: 2024-12-01\n"
        "  - text: |\n      A third audit\n    outcome:\n      state: came late\n      on: 2021-11-30\n"
        "updates:\n  - date: 2021-11-24\n    text: |\n      A page was added.\n"
        "corrections:\n"
        "  - date: 2021-11-26\n    now: |\n      It has ten pages.\n    was: |\n      It has two pages.\n"
        "    why: |\n      We miscounted.\n"
        "  - date: 2021-11-27\n    now: |\n      It names nobody.\n    was: |\n      It names a thief.\n    redacted: true\n",
    )
}


@pytest.mark.parametrize(
    ("address", "said", "unsaid"),
    [
        (
            "open-questions/",
            ("Who kept it?", " · Answered on 25 November 2021\n", "    A clerk did.", "Since when?", "2 are still open."),
            (),
        ),
        (
            "watch/",
            (
                "| Came late | 1 |",
                "| Still awaited | 3 |",
                "| of these overdue | 2 |",
                "Overdue since 22 November 2021: nobody has said",
            ),
            ("Overdue since 1 December 2024",),
        ),
        (
            "corrections/",
            (
                "2 corrections · 1 update · 1 page withdrawn\n",
                "The report was false.",
                "It has ten pages. Before, the page said: It has two pages. We miscounted.",
                "It names nobody.",
            ),
            ("thief",),
        ),
    ],
)
def test_the_ledgers_say_what_the_briefs_say(address: str, said: tuple[str, ...], unsaid: tuple[str, ...]) -> None:
    body = made(LEDGERS)[address].body
    assert [words for words in said if words not in body] == []
    assert [words for words in unsaid if words in body] == []
    assert "#source-" not in body
    assert "<code" not in markdown(body, extensions=["attr_list", "md_in_html", "tables"])


@pytest.mark.parametrize(
    ("address", "order"),
    [
        ("open-questions/", ("{: #open }", "- Since when?", ") · **Open", "{: #answered }", "- Who kept it?", ") · Answered on")),
        ("watch/", ("{: #awaited }", "A second audit", ") · **Due", "{: #settled }", "A third audit", ") · Came late")),
    ],
)
def test_a_ledger_lists_what_is_open_first_with_the_storyline_of_each_line(address: str, order: tuple[str, ...]) -> None:
    body = made(LEDGERS)[address].body
    at = 0
    for part in order:
        at = body.index(part, at)
    assert "](storylines/border.md) · **" in body


def test_a_front_page_says_as_of_when_a_story_develops_and_nothing_of_it_once_the_story_has_gone_on() -> None:
    later = brief("A talk was held", "2021-11-20", "status: developing\n")
    assert " · developing" not in made({})[""].body
    assert " · developing as of 20 November 2021\n" in made({"briefs/2021/talk.yml": later})[""].body


def test_figures_through_time_name_who_counted_and_where_it_is_told() -> None:
    later = brief(
        "More were hurt",
        "2021-11-20",
        "figures:\n  - {measure: hurt, value: 7000, by: neighbour, cite: report, as_of: 2021-11-20}\n",
    )
    found = made({"briefs/2021/more-hurt.yml": later})
    rows = [line for line in found["storylines/border/"].body.splitlines() if line.startswith("<tr")]
    assert [row for row in rows if "more than 6,500" in row and "The Ministry" in row and "Shots were fired" in row] != []
    assert [row for row in rows if "7,000" in row and "The Neighbour" in row and "More were hurt" in row] != []
    assert "7,000" in found["actors/neighbour/"].body
    assert "6,500" not in found["actors/neighbour/"].body


def test_a_measure_that_many_count_is_told_by_the_counts_that_are_nearest_or_latest() -> None:
    days = [Date(2021, 11, 20) + timedelta(days=number) for number in range(30)]
    count = "figures:\n  - {{measure: hurt, value: {}, by: not stated, cite: report, as_of: {}}}\n"
    said = {day: brief(f"Count {day}", day.isoformat(), count.format(8000 + at, day)) for at, day in enumerate(days)}
    found = made({f"briefs/2021/count-{day}.yml": text for day, text in said.items()})
    rows = [line for line in found["briefs/2021/count-2021-12-01/"].body.splitlines() if line.startswith("<tr")]
    told = [day.day for day in days if any(f"[Count {day}]" in row for row in rows)]
    assert (told, "31 have counted this" in "".join(rows)) == ([28, 29, 30, 2, 3, 4], True)
    rows = [line for line in found["storylines/border/"].body.splitlines() if line.startswith("<tr")]
    told = [day.day for day in days if any(f"[Count {day}]" in row for row in rows)]
    assert (told, "the latest of 31 counts" in "".join(rows)) == ([day.day for day in days[-12:]], True)


def test_an_actor_is_told_with_what_others_say_of_it_and_with_the_question_of_an_account() -> None:
    blamed = (
        brief("The neighbour was blamed", "2021-11-20")
        .replace("It began at noon", "[[neighbour]] began it")
        .replace("[@report]\n", "[@report, says ministry]\n")
    )
    found = made({"briefs/2021/blamed.yml": blamed})
    body = found["actors/neighbour/"].body
    assert "## What others say of the Neighbour" in body
    assert "*Who fired first?* They did." in body
    assert ')** <span class="meta">14 November 2021</span>\n' in body


def test_a_part_of_a_sentence_is_quoted_as_one() -> None:
    told = brief("It was told", "2021-11-20").replace(
        "It began at noon in [[town]]. [@report]",
        "They said no, [@report, says ministry] and left. [@report, says ministry]",
    )
    body = made({"briefs/2021/told.yml": told})["actors/ministry/"].body
    assert [words for words in ("- They said no…", "- …and left.") if words not in body] == []


def test_no_page_by_hand_may_stand_where_the_generator_makes_lists() -> None:
    files = {name: text.encode() for name, text in FILES.items() if name.startswith("briefs/")}
    by_hand = {"archive/1990/": "docs/archive/1990.md", "watch/": "docs/watch.md", "archives/": "docs/archives.md"}
    checked = read_edition(Inputs("mkdocs.yml", "", files, by_hand), Settings(url="https://example.org/"), DAY)
    taken = [finding.place.file for finding in checked.findings if finding.rule == "address-taken"]
    assert sorted(taken) == ["docs/archive/1990.md", "docs/watch.md"]


def test_a_topic_is_called_by_its_words() -> None:
    assert edition({}).name(Key("topic", "foreign-policy")) == "Foreign policy"
