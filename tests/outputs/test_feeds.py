"""The feeds: valid, complete, in the order of our publication, and `updated` only where a reader should look again."""

import json
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser  # type: ignore[import-untyped]
import html5lib
import jsonschema
import pytest

from generator.edition import Edition
from generator.model.forms import Storyline
from generator.outputs import atom, entries, json_feed, rss
from generator.settings import Options, Settings
from tests.build.small import FILES, brief
from tests.outputs.editions import URL, changed, of, published, real, small

HERE = Path(__file__).parent
ATOM = "{http://www.w3.org/2005/Atom}"
TAGS = {"p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "em", "strong", "a", "sup"}
ATTRIBUTES = {"a": {"href"}, "p": {"lang"}}
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
SCHEMA = json.loads((HERE / "json-feed-1.1.schema.json").read_text("utf-8"))

either = pytest.mark.parametrize("edition", [small(), real()], ids=["small", "real"])


def feeds(edition: Edition) -> dict[str, bytes]:
    of_the_site = {name: data for output in (atom, rss, json_feed) for name, data in output.files(edition)}
    return of_the_site | dict(file for key, _ in edition.every(Storyline) for file in atom.of(edition, key))


def parsed(edition: Edition, path: str = "feed.xml") -> ElementTree.Element:
    return ElementTree.fromstring(feeds(edition)[path])


def child(element: ElementTree.Element, name: str) -> str:
    return element.findtext(f"{ATOM}{name}") or ""


@either
def test_there_are_three_feeds_of_the_site_and_one_of_each_storyline(edition: Edition) -> None:
    storylines = [key for key in edition.documents if key.kind == "storyline"]
    expected = {"feed.xml", "rss.xml", "feed.json", *(atom.path_for(key) for key in storylines)}
    assert set(feeds(edition)) == expected


@either
def test_a_feed_reader_finds_nothing_wrong(edition: Edition) -> None:
    for name, data in feeds(edition).items():
        if name.endswith(".xml"):
            found = feedparser.parse(data, sanitize_html=False)
            assert not found.bozo, (name, found.get("bozo_exception"))
            assert found.version == ("rss20" if name == "rss.xml" else "atom10")
            assert found.feed.title
            assert found.feed.language == "en"
            assert found.entries
            for entry in found.entries:
                assert entry.published_parsed
                assert entry.content[0].value.startswith("<p>")
                assert entry.link.startswith(f"{URL}briefs/")


@either
def test_the_json_feed_has_the_form_of_version_1_1(edition: Edition) -> None:
    jsonschema.validate(json.loads(feeds(edition)["feed.json"]), SCHEMA)


@either
def test_atom_says_what_rfc_4287_demands(edition: Edition) -> None:
    for name in (name for name in feeds(edition) if name.endswith("feed.xml")):
        root = parsed(edition, name)
        assert [link.get("href") for link in root.findall(f"{ATOM}link[@rel='self']")] == [f"{URL}{name}"]
        whole = [root, *root.findall(f"{ATOM}entry")]
        for element in whole:
            assert all(len(element.findall(f"{ATOM}{one}")) == 1 for one in ("id", "title", "updated"))
            assert len(element.findall(f"{ATOM}link[@rel='alternate']")) == 1
            assert element.findtext(f"{ATOM}author/{ATOM}name")
        for value in [root.findtext(f".//{ATOM}{name}") for name in ("updated", "published")]:
            assert RFC_3339.fullmatch(value or "")
        assert len({child(element, "id") for element in whole}) == len(whole)
        changes = [child(element, "updated") for element in whole[1:]]
        assert len(set(changes)) == len(changes), "some readers take entries that changed at one time for one"
        assert child(root, "updated") == max(changes)


@either
def test_rss_says_what_its_best_practice_demands(edition: Edition) -> None:
    channel = ElementTree.fromstring(feeds(edition)["rss.xml"]).find("channel")
    assert channel is not None
    own = channel.find(f"{ATOM}link")
    assert own is not None
    assert own.attrib == {"rel": "self", "type": "application/rss+xml", "href": f"{URL}rss.xml"}
    items = channel.findall("item")
    ids = [item.findtext("guid") for item in items]
    assert len(set(ids)) == len(ids) == len(json.loads(feeds(edition)["feed.json"])["items"])
    for item in items:
        guid = item.find("guid")
        assert guid is not None
        assert guid.get("isPermaLink") == "true"
        assert item.findtext("{http://purl.org/dc/elements/1.1/}creator")
        assert item.findtext("{http://purl.org/rss/1.0/modules/content/}encoded")


@either
def test_the_content_is_text_that_reads_anywhere(edition: Edition) -> None:
    for entry in entries.site_feed(edition, "feed.xml").entries:
        for token in html5lib.getTreeWalker("etree")(html5lib.parseFragment(entry.html)):
            if token["type"] == "StartTag":
                attributes = {name: value for (_, name), value in token["data"].items()}
                assert token["name"] in TAGS
                assert set(attributes) <= ATTRIBUTES.get(token["name"], set())
                assert attributes.get("href", "https:").startswith(("https:", "http:", "mailto:"))


def test_the_content_of_a_brief(golden: Callable[[Path, str], None]) -> None:
    more = changed("the-appeal", add="corrections: [{date: 2021-11-30, now: It was made on paper., material: true}]\n")
    for entry in entries.site_feed(small(more), "feed.xml").entries:
        if entry.url.endswith(("first-shots/", "the-appeal/")):
            golden(HERE / f"{entry.url.split('/')[-2]}.html", f"{entry.html}\n")


@pytest.mark.parametrize("path", ["feed.xml", "rss.xml", "feed.json", "storylines/border/feed.xml"])
def test_a_feed(path: str, golden: Callable[[Path, str], None]) -> None:
    text = feeds(small())[path].decode()
    golden(HERE / path.replace("/", "-"), text)


def test_entries_are_in_the_order_of_our_publication() -> None:
    late = {"briefs/2020/old.yml": brief("An old story", "2020-05-01").replace("published: 2020-05-01", "published: 2021-11-30")}
    titles = [entry.title for entry in entries.site_feed(small(late), "feed.xml").entries]
    assert titles == ["An old story", "Withdrawn: It was wrong", "A truce was agreed", "An appeal was made", "Shots were fired"]


def test_a_feed_holds_the_newest_and_no_more() -> None:
    many = {f"briefs/2021/number-{n}.yml": brief(f"Number {n}", "2021-11-20") for n in range(entries.NEWEST + 10)}
    assert len(entries.site_feed(small(many), "feed.xml").entries) == entries.NEWEST


def test_drafts_and_what_is_not_yet_due_are_in_no_feed_of_a_preview_either() -> None:
    titles = {entry.title for entry in entries.site_feed(small(preview=True), "feed.xml").entries}
    assert titles == {"Shots were fired", "An appeal was made", "A truce was agreed", "Withdrawn: It was wrong"}


@pytest.mark.parametrize(
    ("more", "day"),
    [
        ("", "2021-11-16"),
        ("updates: [{date: 2021-11-20, text: A comma.}]\n", "2021-11-16"),
        ("updates: [{date: 2021-11-20, text: A map.}, {date: 2021-11-19, text: News., significant: true}]\n", "2021-11-19"),
        ("corrections: [{date: 2021-11-21, now: A name.}]\n", "2021-11-16"),
        ("corrections: [{date: 2021-11-21, now: A number., material: true}]\n", "2021-11-21"),
    ],
    ids=["new", "update", "significant update", "correction", "material correction"],
)
def test_updated_moves_only_where_a_reader_should_look_again(more: str, day: str) -> None:
    found = small(changed("the-appeal", add=more))
    entry = next(entry for entry in entries.site_feed(found, "feed.xml").entries if entry.title == "An appeal was made")
    assert entry.published == datetime.fromisoformat("2021-11-16T00:00:00+04:00")
    assert entry.updated.replace(microsecond=0) == datetime.fromisoformat(f"{day}T00:00:00+04:00")


def test_the_time_of_a_change_does_not_depend_on_other_briefs_nor_on_the_day_of_the_build() -> None:
    def times(edition: Edition) -> dict[str, datetime]:
        return {entry.id: entry.updated for entry in entries.site_feed(edition, "feed.xml").entries}

    before = times(small())
    after = times(small({"briefs/2021/a-new-one.yml": brief("A new one", "2021-11-16")}, day="2022-03-01"))
    assert before.items() <= after.items()


def test_a_brief_that_does_not_say_when_it_was_published_is_not_said_to_be() -> None:
    found = small(changed("the-truce", ("published: 2021-11-17\n", "")))
    entry = next(entry for entry in entries.site_feed(found, "feed.xml").entries if entry.title == "A truce was agreed")
    assert entry.published is None
    assert entry.updated.date().isoformat() == "2021-11-17"


def test_a_withdrawn_brief_leaves_a_note_in_its_place_and_none_of_its_words() -> None:
    found = small()
    gone = entries.site_feed(found, "feed.xml").entries[0]
    assert (gone.id, gone.title) == (f"{URL}briefs/2021/taken-back/", "Withdrawn: It was wrong")
    assert gone.updated.date().isoformat() == "2021-11-20"
    assert "The report was false." in gone.html
    assert f'<a href="{URL}briefs/2021/the-appeal/">An appeal was made</a>' in gone.html
    assert not [name for name, data in feeds(found).items() if b"It was wrong, the ministry said" in data]


def test_a_withdrawal_reaches_readers_however_old_the_brief_is() -> None:
    many = {f"briefs/2021/number-{n}.yml": brief(f"Number {n}", "2021-11-18") for n in range(entries.NEWEST)}
    titles = [entry.title for entry in entries.site_feed(small(many), "feed.xml").entries]
    assert titles[:2] == ["Withdrawn: It was wrong", "Number 9"]


def test_the_old_words_of_a_redacted_correction_are_in_no_output() -> None:
    def told(redacted: str) -> set[str]:
        more = f"corrections: [{{date: 2021-11-18, now: He left., was: 'He stole. [@report, says ministry]'{redacted}}}]\n"
        found = published(small(changed("the-appeal", add=more)))
        pages = {page.address for page in found.pages if "He stole" in page.body or "He stole" in str(dict(page.meta))}
        return pages | {name for name, data in found.files.items() if b"He stole" in data}

    assert told(", redacted: true") == set()
    assert "briefs/2021/the-appeal/brief.json" in told("")


def test_a_brief_keeps_its_name_when_its_file_gets_another() -> None:
    first = next(entry for entry in entries.site_feed(small(), "feed.xml").entries if entry.url.endswith("first-shots/"))
    assert first.id == f"{URL}briefs/2021/opening-fire/"


def test_a_site_on_this_computer_has_feeds_with_its_address_here() -> None:
    for url, root in (("http://127.0.0.1:8000", "http://127.0.0.1:8000/"), ("", "http://127.0.0.1:8000/")):
        settings = Settings("Here", url, options=Options(timezone="Asia/Yerevan"))
        found = feedparser.parse(feeds(small(settings=settings))["feed.xml"])
        assert not found.bozo
        assert found.feed.id == f"{root}feed.xml"


def test_a_site_without_briefs_has_valid_feeds() -> None:
    files = {name: text for name, text in FILES.items() if "/2021/" not in name}
    for name, data in feeds(of(files)).items():
        if name.endswith(".xml"):
            assert not feedparser.parse(data).bozo


def test_languages_are_told() -> None:
    settings = Settings("Die Meldungen", URL, options=Options(timezone="Europe/Berlin", language="de"))
    found = small(changed("the-appeal", add="lang: en\n"), settings=settings)
    root = parsed(found)
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    told = {child(entry, "title"): (entry.get(lang), child(entry, "content")) for entry in root.findall(f"{ATOM}entry")}
    assert root.get(lang) == "de"
    assert told["An appeal was made"][0] == "en"
    assert "<h2>What happened</h2>" in told["An appeal was made"][1]
    assert told["A truce was agreed"][0] is None
    assert "<h2>Was geschehen ist</h2>" in told["A truce was agreed"][1]
    items: list[Any] = json_feed.json_feed(entries.site_feed(found, "feed.json"))["items"]
    assert {item["language"] for item in items} == {"de", "en"}
    assert b"<language>de</language>" in rss.rss(entries.site_feed(found, "rss.xml"))
