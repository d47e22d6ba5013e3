"""Whatever stands in the texts of an edition, the machine outputs keep their structure and hold it as text."""

import json
import re
from typing import Any
from xml.etree import ElementTree

import html5lib
import pytest

from generator.outputs import json_feed
from generator.text.escape import shown
from tests.outputs.editions import of, published, strings
from tests.site import filled
from tests.site.test_hostile import FILES, KINDS, ROUNDS, TOKEN, attacks

CLAIM = re.compile(r"claim-[0-9a-f]{10}|00\.\d{6}")
TIMES = re.compile(r"(?<=00)\.\d{6}")


def outputs(words: dict[str, str]) -> dict[str, Any]:
    """Return what machines read of the filled edition with these words, by the path of its file or the address of its page."""
    found = published(of(filled.as_yaml(FILES, words)))
    ours = {page.address: json.loads(page.meta["json_ld"]) for page in found.pages}
    return ours | {name: data for name, data in found.files.items() if name.endswith((".json", ".xml")) and "search" not in name}


HARMLESS = outputs({token: token for token in KINDS})


@pytest.fixture(scope="module", params=ROUNDS)
def hostile(request: pytest.FixtureRequest) -> tuple[dict[str, Any], dict[str, str]]:
    words = attacks(ROUNDS[request.param], KINDS)
    return outputs(words), words


def shape(data: Any) -> Any:
    """Return the names and types in some JSON, and nothing of its texts."""
    if isinstance(data, dict):
        return {name: shape(value) for name, value in data.items()}
    if isinstance(data, list):
        return [shape(value) for value in data]
    return type(data).__name__


def elements(html: str) -> list[tuple[str, ...]]:
    """Return the elements of a fragment with the names of their attributes."""
    walked = html5lib.getTreeWalker("etree")(html5lib.parseFragment(html))
    return [(token["name"], *(name for _, name in token["data"])) for token in walked if token["type"] == "StartTag"]


def text(html: str) -> str:
    walked = html5lib.getTreeWalker("etree")(html5lib.parseFragment(html))
    return "".join(token["data"] for token in walked if token["type"] in ("Characters", "SpaceCharacters"))


def folded(words: str) -> str:
    """Leave out what an output may change: white space, a full stop, a capital, the name of a claim."""
    return re.sub(r"[\s.]+", "", CLAIM.sub("", shown(words))).casefold()


def expected(words: str, typed: dict[str, str]) -> str:
    return folded(TOKEN.sub(lambda found: typed[found[0].lower()], words))


def test_json_holds_what_was_typed(hostile: tuple[dict[str, Any], dict[str, str]]) -> None:
    found, typed = hostile
    names = [name for name in HARMLESS if not name.endswith((".xml", "schema.json", "feed.json"))]
    assert len([name for name in names if name.endswith(".json")]) >= 4
    for name in names:
        ours, plain = (json.loads(every[name]) if name.endswith(".json") else every[name] for every in (found, HARMLESS))
        assert (name, shape(ours)) == (name, shape(plain))
        told = zip(strings(ours), strings(plain), strict=True)
        assert [(name, folded(one), expected(other, typed)) for one, other in told if folded(one) != expected(other, typed)] == []


def test_feeds_hold_what_was_typed(hostile: tuple[dict[str, Any], dict[str, str]]) -> None:
    found, typed = hostile
    names = [name for name in HARMLESS if name.endswith(".xml")]
    assert len(names) >= 3
    for name in names:
        ours, plain = (list(ElementTree.fromstring(every[name]).iter()) for every in (found, HARMLESS))
        assert (name, [element.tag for element in ours]) == (name, [element.tag for element in plain])
        for one, other in zip(ours, plain, strict=True):
            assert {key: TIMES.sub("", value) for key, value in one.attrib.items()} == other.attrib
            said, known = one.text or "", other.text or ""
            if known.startswith("<p>"):
                assert elements(said) == elements(known)
                said, known = text(said), text(known)
            assert (name, one.tag, folded(said)) == (name, one.tag, expected(known, typed))


def test_the_json_feed_holds_what_was_typed(hostile: tuple[dict[str, Any], dict[str, str]]) -> None:
    found, typed = hostile
    ours, plain = (json.loads(every[json_feed.PATH]) for every in (found, HARMLESS))
    assert shape(ours) == shape(plain)
    for one, other in zip(ours["items"], plain["items"], strict=True):
        assert elements(one["content_html"]) == elements(other["content_html"])
        assert folded(text(one["content_html"])) == expected(text(other["content_html"]), typed)
        assert folded(one["title"]) == expected(other["title"], typed)


def test_json_in_a_page_cannot_end_its_script(hostile: tuple[dict[str, Any], dict[str, str]]) -> None:
    _, typed = hostile
    pages = published(of(filled.as_yaml(FILES, typed))).pages
    assert [page.address for page in pages if set("<>&\u2028\u2029") & set(page.meta["json_ld"])] == []
