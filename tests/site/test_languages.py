"""A site in two languages, by our plugin and by the written project: each page speaks its own language, and says which."""

from collections.abc import Mapping
from itertools import product
from pathlib import Path
from typing import Any

import html5lib
import pytest

from tests.build.small import DAY, FILES, put, run
from tests.words.test_translations import ARABIC, DEUTSCH, ORIGINAL, VERSIONS

FACES = ("plugin", "project")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return published(tmp_path_factory.mktemp("languages"), {**FILES, **VERSIONS})


def published(folder: Path, files: Mapping[str, str]) -> dict[str, Path]:
    """Return the folders of one site, as each face publishes it."""
    site = put(folder, files)
    for arguments in (("build", "--as-of", DAY), ("write", "out", "--as-of", DAY)):
        assert run("generator", *arguments, at=site).returncode == 0
    assert run("mkdocs", "build", "--strict", at=site / "out").returncode == 0
    return {"plugin": site / "site", "project": site / "out" / "site"}


def parsed(folder: Path) -> Any:
    """Return the page of a folder as a tree of elements."""
    return parsed_file(folder / "index.html")


def parsed_file(file: Path) -> Any:
    """Return a page as a tree of elements."""
    return html5lib.parse(file.read_text("utf-8"), namespaceHTMLElements=False)


@pytest.mark.parametrize("face", FACES)
def test_the_frame_speaks_the_language_of_the_page_and_of_the_site(sites: dict[str, Path], face: str) -> None:
    told = {}
    for address in (ORIGINAL, DEUTSCH, ARABIC, "about/"):
        page = parsed(sites[face] / address)
        skip, masthead, colours = (
            page.find(".//a[@class='skip']"),
            page.find(".//header"),
            page.find(".//button[@class='colours']"),
        )
        told[address] = (
            (page.get("lang"), page.get("dir")),
            (skip.get("lang"), skip.text),
            (masthead.get("lang"), colours.get("data-light")),
        )
    assert told == {
        ORIGINAL: (("en", None), (None, "Skip to the text"), (None, "Colours: light")),
        DEUTSCH: (("de", None), (None, "Zum Text springen"), ("en", "Colours: light")),
        ARABIC: (("ar", "rtl"), ("en", "Skip to the text"), ("en", "Colours: light")),
        "about/": (("en", None), (None, "Skip to the text"), (None, "Colours: light")),
    }


@pytest.mark.parametrize("face", FACES)
def test_readers_and_machines_are_led_to_the_translations(sites: dict[str, Path], face: str) -> None:
    for address in (ORIGINAL, DEUTSCH, ARABIC):
        page = parsed(sites[face] / address)
        heads = {link.get("hreflang"): link.get("href") for link in page.iterfind(".//head/link[@hreflang]")}
        root = "https://desk.example.org/"
        assert heads == {"en": root + ORIGINAL, "de": root + DEUTSCH, "ar": root + ARABIC, "x-default": root + ORIGINAL}
        switch = page.find(".//p[@class='languages']")
        links = {link.get("hreflang"): (sites[face] / address / link.get("href")).resolve() for link in switch.iterfind("a")}
        assert all((folder / "index.html").is_file() for folder in links.values())
        assert len(links) == 2
        assert switch.find("*[@aria-current]").get("lang") == page.get("lang")


def test_a_heading_names_its_own_link_in_the_language_of_the_page(sites: dict[str, Path]) -> None:
    titles: dict[str, set[str]] = {ORIGINAL: set(), DEUTSCH: set()}
    for site, address in product(sites.values(), titles):
        titles[address] |= {link.get("title") for link in parsed(site / address).iterfind(".//a[@class='headerlink']")}
    assert titles == {ORIGINAL: {"Link to this section"}, DEUTSCH: {"Link zu diesem Abschnitt"}}


def test_a_german_site_is_german_in_its_masthead_and_where_there_is_no_page(tmp_path: Path) -> None:
    config = FILES["mkdocs.yml"].replace("timezone: Asia/Yerevan", "timezone: Asia/Yerevan\n      language: de")
    for site in published(tmp_path, {**FILES, "mkdocs.yml": config}).values():
        lost, home = parsed_file(site / "404.html"), parsed(site)
        assert lost.find(".//h1").text == "Diese Seite gibt es nicht"
        for page in (lost, home):
            assert (page.get("lang"), page.find(".//header").get("lang")) == ("de", None)
            assert page.find(".//button[@class='colours']").get("data-light") == "Farben: hell"
            assert page.find(".//form[@class='search']//input").get("placeholder") == "Suche"
