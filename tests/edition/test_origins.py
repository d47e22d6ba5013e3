"""Origins: which addresses are one document, where statements go back to, and what a page says of that."""

import pytest

from generator.edition import Edition, Key, SourceKey
from generator.edition.origins import witnesses
from generator.edition.retractions import fallen
from generator.edition.sources import document_at
from generator.pages import pages
from generator.rules import rules
from tests.outputs.editions import small

ONE = "https://example.org/news/report?id=7"


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("http://example.org/news/report?id=7", True),
        ("https://WWW.example.org:443/news/report/?id=7", True),
        ("https://example.org/news/report?id=7#comments", True),
        ("https://example.org/news/report?utm_source=x&id=7&fbclid=y", True),
        ("https://example.org/news/report?id=8", False),
        ("https://example.org/news/report", False),
        ("https://example.org/News/report?id=7", False),
        ("https://m.example.org/news/report?id=7", True),
        ("https://amp.example.org/news/report/amp/?id=7&amp=1", True),
        ("https://example.org/amp/news/report/index.html?id=7", True),
        ("https://example.org/news/report/example?id=7", False),
        ("https://example.org/news/report?id=7&author=utm_source", False),
    ],
)
def test_an_address_is_the_same_document_however_it_is_written(other: str, same: bool) -> None:
    assert (document_at(ONE) == document_at(other)) is same


ENTRIES = {
    "briefs/actors/ministry.yml": "name: The Ministry\nkind: organisation\ndescription: a ministry\nspeaks_for: homeland\n",
    "briefs/actors/homeland.yml": "name: The Homeland\nkind: state\ndescription: a state\n",
    "briefs/actors/spokesman.yml": "name: A Spokesman\nkind: person\npublic: true\ndescription: a person\nspeaks_for: ministry\n",
    "briefs/publishers/ministry-site.yml": "name: The Ministry (website)\nkind: official\nactor: ministry\n"
    "publishes: party to the conflict\n",
}
BRIEF = """\
title: It was told
date: 2021-11-20
as_of: 2021-11-20
published: 2021-11-20
bottom_line: |
  It was told. [@{cited}]
what_happened: |
  It was told at noon. [@{cited}]
sources:
  a: {{publisher: paper, about: A report, url: 'https://example.com/a', published: 2021-11-20, kind: news{a}}}
  b: {{publisher: paper, about: A report, url: 'http://www.example.com/a/#top', published: 2021-11-20, kind: news{b}}}
  c: {{publisher: wire, about: A report, url: 'https://example.com/c', published: 2021-11-20, kind: wire}}
  d: {{publisher: ministry-site, about: A statement, url: 'https://example.com/d', published: 2021-11-20}}
"""
KEY = Key("brief", "2021/told")


def told(cited: str, a: str = "", b: str = "") -> Edition:
    return small({**ENTRIES, "briefs/2021/told.yml": BRIEF.format(cited=cited, a=a, b=b)})


@pytest.mark.parametrize(
    ("cited", "origins"),
    [
        ("a", {"publisher:paper"}),
        ("a; @b", {"publisher:paper"}),
        ("b, says ministry; @a, says ministry", {"actor:ministry"}),
        ("a; @c", {"publisher:paper", "publisher:wire"}),
        ("d", {"actor:ministry"}),
        ("d; @a, says ministry", {"actor:ministry"}),
        ("a, via ministry-site", {"actor:ministry"}),
        ("a, says ministry, via wire; @c, via wire", {"publisher:wire"}),
    ],
)
def test_a_statement_goes_back_to(cited: str, origins: set[str]) -> None:
    found = told(cited)
    assert {witnesses(claim.supports) for claim in found.claims_of[KEY]} == {frozenset(origins)}


@pytest.mark.parametrize(
    ("cited", "a", "e", "origins"),
    [
        ("a; @e", "[wire, paper]", "[wire]", {"publisher:wire"}),
        ("a; @e", "[paper, wire]", "[wire]", {"publisher:wire"}),
        ("a; @e", "[paper]", "[wire]", {"publisher:paper", "publisher:wire"}),
        ("a; @c", "[paper, wire]", "[wire]", {"publisher:wire"}),  # the agency's own report
        ("a; @e; @f", "[wire, ministry-site]", "[wire, paper]", {"publisher:paper"}),  # one through the other
        ("e; @f, via paper", "[wire]", "[wire, paper]", {"publisher:paper"}),
        ("e; @f, via ministry-site", "[wire]", "[wire, paper]", {"publisher:paper", "actor:ministry"}),
    ],
)
def test_sources_that_share_one_of_their_carriers_have_one_origin(cited: str, a: str, e: str, origins: set[str]) -> None:
    more = f"  e: {{publisher: other, about: A report, published: 2021-11-20, kind: news, relays: {e}}}\n"
    more += "  f: {publisher: third, about: A report, published: 2021-11-20, kind: news, relays: [paper]}\n"
    brief = BRIEF.format(cited=cited, a=f", relays: {a}", b="") + more
    names = {f"briefs/publishers/{id}.yml": f"name: The {id.title()}\nkind: online\n" for id in ("other", "third")}
    found = small({**ENTRIES, **names, "briefs/2021/told.yml": brief})
    assert {witnesses(claim.supports) for claim in found.claims_of[KEY]} == {frozenset(origins)}
    body = next(page.body for page in pages(found) if page.address == "briefs/2021/told/")
    outlets = [origin for origin in origins if origin.startswith("publisher:")]
    assert f"{len(outlets)} outlet{'s' if len(outlets) > 1 else ''}" in body.partition("{: #how-we-know }")[2]


def test_what_one_listing_of_an_address_says_holds_for_the_other() -> None:
    found = told("b", a=", relays: [wire], retracted: {date: 2021-11-21, why: It was false}")
    assert {claim.supports[0].origin for claim in found.claims_of[KEY]} == {"publisher:wire"}
    assert set(found.ask(fallen).values()) == {"alone"}
    one, other = found.sources[SourceKey(KEY, "a")], found.sources[SourceKey(KEY, "b")]
    assert other.retracted == one.retracted is not None


GONE = "publisher: wire, {what}, published: 2021-11-20, kind: wire, retracted: {{date: 2021-11-21, why: It was false}}"


@pytest.mark.parametrize(
    ("retracted", "cited", "flagged"),
    [
        ("title: A bridge fell, url: 'https://wire.example.net/1'", "title: A  Bridge fell", True),
        (
            "title: A bridge fell, url: 'https://wire.example.net/1'",
            "title: A bridge fell, url: 'https://wire.example.net/2'",
            True,
        ),
        ("about: A report, url: 'https://wire.example.net/1'", "about: B, url: 'https://m.wire.example.net/1/amp'", True),
        ("about: A report, url: 'https://wire.example.net/1'", "about: B, url: 'http://wire.example.net/1/index.html'", True),
        ("about: On a bridge, url: 'https://wire.example.net/1'", "about: On a bridge", True),
        ("about: A report, url: 'https://wire.example.net/1'", "about: A report, url: 'https://wire.example.net/2'", False),
        ("title: A bridge fell", "title: A bridge fell again", False),
        ("title: A bridge fell", "title: A bridge fell, published: 2021-11-19", False),
        ("title: A bridge fell", "title: A bridge fell, publisher: paper", False),
    ],
)
def test_a_retracted_piece_is_known_again_by_its_address_or_by_publisher_title_and_date(
    retracted: str, cited: str, *, flagged: bool
) -> None:
    fields = {"publisher": "wire", "published": "2021-11-20", "kind": "wire"}
    more = "".join(f", {name}: {value}" for name, value in fields.items() if f"{name}:" not in cited)
    brief = BRIEF.format(cited="e", a="", b="") + f"  e: {{{cited}{more}}}\n"
    source = "{" + GONE.format(what=retracted) + "}\n"
    found = small({**ENTRIES, "briefs/sources/gone.yml": source, "briefs/2021/told.yml": brief})
    assert bool(found.ask(fallen)) is flagged


def test_a_listing_under_another_publisher_is_no_second_witness() -> None:
    copied = BRIEF.format(cited="a; @b", a="", b="").replace("b: {publisher: paper", "b: {publisher: wire")
    edition = small({**ENTRIES, "briefs/2021/told.yml": copied})
    assert {len(witnesses(claim.supports)) for claim in edition.claims_of[KEY]} == {1}


def test_a_source_is_listed_twice_whichever_way_its_address_is_written() -> None:
    found = told("a; @b")
    rule = rules()["source-listed-twice"]
    assert [finding.path for finding in rule.check(found.documents[KEY], found)] == [("sources", "b", "url")]


@pytest.mark.parametrize(
    ("cited", "said"),
    [
        ("a", ["2 statements on this page name a source.\n", "For 2 statements we have no more than the word of their sources."]),
        ("a, says ministry", [": 1 party.\n", "<li markdown>The Homeland, through The Ministry</li>"]),
        (
            "a, says ministry; @c, says spokesman; @d, says homeland",
            [": 3 voices of 1 party.\n", "The Homeland, directly and through A Spokesman and The Ministry<"],
        ),
        ("a, says neighbour; @c, via wire", [": 1 party and 1 outlet.\n", ">The Neighbour<", "Outlets: The Wire<"]),
    ],
)
def test_a_page_says_to_whom_its_statements_can_be_traced(cited: str, said: list[str]) -> None:
    body = next(page.body for page in pages(told(cited)) if page.address == "briefs/2021/told/")
    how = body.partition("{: #how-we-know }")[2]
    assert [words for words in said if words not in how] == []
