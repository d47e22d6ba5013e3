"""Links lead where MkDocs lets them lead, and keys change with what a page shows."""

from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from jinja2 import Environment
from mkdocs.utils import get_relative_url

from generator.pages import Page
from generator.press import Frame, Links, Sheets, Stock, key_of
from generator.press.links import address_of, path_of, relative
from generator.publish import addresses

URIS = (
    *("index.md", "about.md", "timeline.md", "timeline/2021.md", "briefs/2021/a.md", "briefs/2021/b.md", "briefs/2022/a.md"),
    *("notes/index.md", "notes/README2.md", "sources/x.y.md", "places/ä ö.md", "a.b/c.md"),
)
FILES = ("feed.xml", "briefs/2021/a/brief.json")


def frame(uris: tuple[str, ...] = URIS, **changes: Any) -> Frame:
    made = Frame(
        key="frame",
        environment=Environment(),
        context=lambda leaf: {"page": leaf},
        extensions=(),
        extension_configs={},
        links=Links(addresses(uris, FILES, folders=True)),
        edit_url=lambda file: f"https://git.example.org/{file}",
        day="2021-12-01",
        site_url="https://desk.example.org/path",
    )
    return replace(made, **changes)


def page(address: str, body: str = "Words.", **more: Any) -> Page:
    return Page(address, f"The page at {address}", "What it tells.", body, **more)


def sheets(*pages: Page, within: Frame | None = None) -> list[Stock]:
    return list(Sheets({page.uri: page for page in pages}, within or frame()).values())


@pytest.mark.parametrize("folders", [True, False])
def test_addresses_are_relative_as_mkdocs_makes_them(folders: bool) -> None:
    places = [address_of(path_of(uri, folders=folders), folders=folders) for uri in URIS] + list(FILES)
    for one, other in product(places, places):
        assert relative(one, other) == get_relative_url(one, other)


def test_the_short_way_to_a_link_leads_where_the_long_way_does() -> None:
    links = Links(addresses(URIS, FILES, folders=True))
    targets = [get_relative_url(uri, other) for uri, other in product((*URIS, *FILES, "gone.md"), URIS)]
    targets += [
        "../2021/a.md",
        "../../briefs/2021/a.md",
        "./a.md",
        "a.md?b=1",
        "https://example.org/a.md",
        "mailto:a@b.md",
        "",
        "/a.md",
    ]
    for uri, target, end in product(URIS, targets, ("", "#part", "#")):
        at = address_of(path_of(uri, folders=True), folders=True)
        assert links.of_page(uri, at)(target + end) == links.resolved(target + end, uri, at)
    home = links.of_page("briefs/2021/a.md", "briefs/2021/a/")
    assert (home("b.md#c"), home("../../index.md"), home("gone.md")) == ("../b/#c", "../../../", "gone.md")


CHANGES: dict[str, dict[str, Any]] = {
    "body": {"body": "Other words."},
    "title": {"title": "Another title"},
    "description": {"description": "It tells more."},
    "meta": {"meta": {"kind": "brief"}},
    "file": {"file": "briefs/2021/a.yml"},
    "next": {"next": "briefs/2021/b/"},
}


def keys(some: list[Stock], within: Frame) -> dict[str, str]:
    return {sheet.path: key_of(sheet, within) for sheet in some}


@pytest.mark.parametrize("change", CHANGES)
def test_the_key_of_a_page_changes_with_what_it_shows_and_that_of_no_other(change: str) -> None:
    one, other = page("briefs/2021/a/", "[B](b.md)"), page("briefs/2021/b/")
    before = keys(sheets(one, other), frame())
    after = keys(sheets(replace(one, **CHANGES[change]), other), frame())
    assert [path for path in before if before[path] != after[path]] == ["briefs/2021/a/index.html"]


def test_keys_change_with_the_frame() -> None:
    some = sheets(page("briefs/2021/a/"))
    assert keys(some, frame()) == keys(some, frame()) != keys(some, frame(key="other"))
