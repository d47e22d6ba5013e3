"""What machines find in the built site: addresses, feeds, JSON-LD, what a shared link shows, the sitemap and robots."""

import gzip
import json
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree

import extruct  # type: ignore[import-untyped]
import pytest
from bs4 import BeautifulSoup

from generator.outputs import jsonld
from tests.build.small import DAY
from tests.site.conftest import BELOW, PUBLIC, Site, build

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@cache
def soup(file: Path) -> BeautifulSoup:
    return BeautifulSoup(file.read_bytes(), "lxml")


def at(site: Site) -> dict[str, Path]:
    """Return the pages of a site by their public addresses, without redirects and the page for wrong addresses."""
    files = [file for file in sorted(site.folder.rglob("index.html")) if not soup(file).find("meta", {"http-equiv": "refresh"})]
    folders = ((file.parent.relative_to(site.folder).as_posix(), file) for file in files)
    return {PUBLIC if folder == "." else f"{PUBLIC}{folder}/": file for folder, file in folders}


def properties(file: Path) -> dict[str, str]:
    return {str(meta["property"]): str(meta["content"]) for meta in soup(file).find_all("meta", property=True)}


def test_every_page_knows_its_address_and_what_a_link_to_it_shows(either: Site) -> None:
    assert len(at(either)) > 10
    for address, file in at(either).items():
        assert [link["href"] for link in soup(file).find_all("link", rel="canonical")] == [address]
        told = properties(file)
        heading = soup(file).find("h1")
        assert heading
        assert told["og:url"] == address
        assert {"og:title", "og:type", "og:site_name", "og:description"} <= set(told)
        assert soup(file).find("meta", {"name": "twitter:card"})
        if "/briefs/" in address:
            assert told["og:type"] == "article"
            assert told["article:published_time"] <= told["article:modified_time"]


def test_every_page_leads_to_feeds_that_are_there(either: Site) -> None:
    for address, file in [*at(either).items(), (PUBLIC, either.folder / "404.html")]:
        found = {str(link["type"]) for link in soup(file).find_all("link", rel="alternate", type=True)}
        assert {"application/atom+xml", "application/rss+xml", "application/feed+json"} <= found
        for link in soup(file).find_all("link", rel="alternate"):
            target = urljoin(address, str(link["href"]))
            path = target.removeprefix(PUBLIC).removeprefix(f"https://desk.example.org/{BELOW}")
            assert (either.folder / path).is_file(), (address, link)
            assert link.get("title")


def test_every_page_has_json_ld_that_extractors_find(either: Site) -> None:
    for address, file in at(either).items():
        found: list[dict[str, Any]] = extruct.extract(file.read_text("utf-8"), syntaxes=["json-ld"])["json-ld"]
        assert len(found) == 1, address
        assert found[0]["@context"] == jsonld.CONTEXT
        first = found[0].get("@graph", found)[0]
        assert (first["@id"], first["url"]) == (address, address)
        assert first["name"]


def test_the_page_for_wrong_addresses_is_at_none(either: Site) -> None:
    page = soup(either.folder / "404.html")
    assert not page.find("link", rel="canonical")
    assert not page.find("meta", property="og:url")
    assert not page.find("script", type="application/ld+json")


def test_the_sitemap_lists_every_page_with_its_true_date(either: Site) -> None:
    data = (either.folder / "sitemap.xml").read_bytes()
    assert gzip.decompress((either.folder / "sitemap.xml.gz").read_bytes()) == data
    listed = {url.findtext(f"{SITEMAP}loc"): url.findtext(f"{SITEMAP}lastmod") for url in ElementTree.fromstring(data)}
    assert set(listed) == set(at(either))
    for address, file in at(either).items():
        scripts = [script.string or "" for script in soup(file).find_all("script", type="application/ld+json")]
        graph = json.loads(scripts[0])
        modified = graph["@graph"][0].get("dateModified") if "@graph" in graph else None
        assert listed[address] == modified, address
    assert listed[f"{PUBLIC}about/"] is None


def test_the_sitemap_is_the_same_on_any_day_and_robots_find_it(small: Site, tmp_path: Path) -> None:
    build(small.source, tmp_path, "2021-12-15")
    for name in ("sitemap.xml", "feed.xml", "rss.xml", "feed.json", "briefs.json"):
        assert (tmp_path / BELOW / name).read_bytes() == (small.folder / name).read_bytes()
    assert DAY != "2021-12-15"
    assert f"Sitemap: {PUBLIC}sitemap.xml\n" in (small.folder / "robots.txt").read_text("utf-8")


@pytest.mark.parametrize("name", ["brief.json", "index.html"])
def test_the_data_stands_beside_the_brief(either: Site, name: str) -> None:
    assert len(list(either.folder.glob(f"briefs/*/*/{name}"))) >= 3
