"""Retracted sources and misprints: every page, feed and data file that shows what rests on them says so."""

import json
import re
from functools import cache

import pytest

from generator.publish import Publication
from tests.build.small import FILES, brief
from tests.outputs.editions import of, published

ALONE, IN_PART = "Retracted; nothing else supports this.", "Retracted in part; other sources support this."
WHY = "Retracted by its publisher on 18 November 2021: The picture was old."
FLAG = re.compile(r'<span class="state retracted">([^<]*)</span>')
GONE = "publisher: wire\nabout: A report of the agency\npublished: 2021-11-16\nkind: wire\n"
RETRACTED = "retracted: {date: 2021-11-18, why: The picture was old, address: 'https://example.org/retraction'}\n"
MISPRINT = 'misprints:\n  - {prints: "1987", means: "1997", why: All others have 1997}\n'
BRIEF = brief(
    "A bridge was hit",
    "2021-11-20",
    "allow: [{rule: rests-on-retracted-source, reason: We tell what was believed.}]\n"
    "figures:\n  - {measure: hurt, value: 15, by: ministry, cite: report, as_of: 2021-11-19}\n"
    "  - {measure: hurt, value: 12, by: ministry, cite: gone, as_of: 2021-11-20}\n"
    "quotes:\n  claim:\n    by: neighbour\n    cite: gone\n    text: |\n      We hit it\n"
    "key_points:\n  - |\n    The bridge fell. [@gone]\n  - |\n    The road is shut. [@report; @gone]\n"
    "disputes:\n  - question: Who hit it?\n    accounts:\n      - by: ministry\n        says: |\n          They did. [@gone]\n",
).replace("[@report, says ministry, via wire]", "[@gone, says ministry]")
BRIEF = BRIEF.replace(
    "in [[town]]. [@report]", "in [[town]]. [@report] It burned, the [[neighbour]] saw. [@gone] The Wire retracted that. [@gone]"
)


@cache
def site(more: str = RETRACTED + MISPRINT, lang: str = "en") -> Publication:
    told = BRIEF if lang == "en" else f"{BRIEF}lang: {lang}\n"
    return published(of({**FILES, "briefs/sources/gone.yml": GONE + more, "briefs/2021/bridge.yml": told}, day="2021-12-01"))


def body(address: str, more: str = RETRACTED + MISPRINT, lang: str = "en") -> str:
    return next(page.body for page in site(more, lang).pages if page.address == address)


@pytest.mark.parametrize(
    ("words", "flag"),
    [
        ("A bridge was hit, the ministry said.", ALONE),
        ("The bridge fell.", ALONE),
        ("The road is shut.", IN_PART),
        ("It burned, the [The Neighbour]", ALONE),
        ("It began at noon", ""),
        ("The Wire retracted that.", ""),
        ("— [The Neighbour]", ALONE),
        ("They did.", ALONE),
        ('<td class="count" markdown>12', ALONE),
        ('<td class="count" markdown><s>15', ""),
    ],
)
def test_a_statement_says_that_its_source_was_retracted(words: str, flag: str) -> None:
    found = body("briefs/2021/bridge/")
    here = found[found.index(words) + len(words) :].partition("\n")[0]
    sentence = re.split(r"(?<=</span>) (?=[A-Z])", here)[0] if flag == "" else here
    assert (FLAG.findall(sentence) or [""])[0] == flag


def test_a_brief_has_a_banner_and_its_sources_and_how_we_know_say_it() -> None:
    found = body("briefs/2021/bridge/")
    above, _, how = found.partition("{: #how-we-know }")
    assert "The bottom line rests on nothing else. 1 key point rests on nothing else." in above
    assert above.index("rests on nothing else") < above.index("{: #key-points }")
    assert f"{WHY} " in how
    assert "[The retraction](https://example.org/retraction)" in how
    assert "**7 statements rest on a retracted source.** For 6 of them there is no other source." in how
    assert '<span class="cite gone"' in above
    assert 'aria-label="Source 1, retracted">1<' in above
    assert f", 16 November 2021. {WHY}<" in above
    assert "*Misprint:* It prints “1987”, for “1997”. All others have 1997." in how


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("", "A bridge was hit, the ministry said."),
        ("storylines/border/", "A bridge was hit, the ministry said."),
        ("places/town/", "A bridge was hit, the ministry said."),
        ("archive/2021/", "A bridge was hit, the ministry said."),
        ("storylines/border/", '<td class="count" markdown>12'),
        ("actors/ministry/", "They did."),
        ("actors/ministry/", '<td class="count" markdown>12'),
        ("actors/neighbour/", "“We hit it”"),
        ("sources/gone/", "The bridge fell."),
        ("briefs/2021/first-shots/", '<td class="count" markdown>12'),
    ],
)
def test_other_pages_that_quote_it_say_so_too(address: str, words: str) -> None:
    line = next(line for line in body(address).splitlines() if words in line)
    assert ALONE in FLAG.findall(line)


@pytest.mark.parametrize("address", ["publishers/wire/", "sources/gone/", "briefs/2021/bridge/"])
def test_every_list_of_sources_says_so(address: str) -> None:
    assert WHY in body(address)


def test_data_and_feeds_say_so() -> None:
    files = site().files
    data = json.loads(files["briefs/2021/bridge/brief.json"])
    told = {claim["text"]: claim.get("retracted") for claim in data["claims"]}
    assert told["The bridge fell."] == "alone"
    assert told["The road is shut."] == "in part"
    assert told["The Wire retracted that."] is None
    assert [quote["retracted"] for quote in data["quotes"]] == ["alone"]
    assert [figure.get("retracted") for figure in data["figures"]] == [None, "alone"]
    (gone,) = [source for source in data["sources"] if source["id"] == "gone"]
    assert gone["retracted"] == {"date": "2021-11-18", "why": "The picture was old", "url": "https://example.org/retraction"}
    assert gone["misprints"] == [{"prints": "1987", "means": "1997", "why": "All others have 1997"}]
    for name in ("feed.xml", "feed.json", "rss.xml"):
        assert all(words in files[name].decode() for words in (ALONE, IN_PART, WHY, "The bottom line rests on nothing else."))


def test_without_a_retraction_nothing_is_said_and_a_page_in_german_says_it_in_german() -> None:
    assert [page.address for page in site(MISPRINT).pages if "Retracted" in page.body] == []
    german = body("briefs/2021/bridge/", lang="de")
    assert "Zurückgenommen; nichts anderes stützt dies." in german
    assert ALONE not in german
