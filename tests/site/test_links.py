"""Below a path of its host, every link, asset, redirect and fragment of the site leads somewhere."""

from functools import cache
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from urllib.request import urlopen
from xml.etree import ElementTree

from lxml.html import HtmlElement, document_fromstring  # type: ignore[import-untyped]
from playwright.sync_api import Browser

from tests.site.conftest import PUBLIC, Site

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINKS = (("a", "href"), ("link", "href"), ("script", "src"), ("img", "src"), ("form", "action"), ("source", "srcset"))


@cache
def page(file: Path) -> HtmlElement:
    return document_fromstring(file.read_bytes())


@cache
def ids(page: HtmlElement) -> set[str]:
    return set(page.xpath("//@id"))


def links(page: HtmlElement) -> list[str]:
    found = [link for kind, name in LINKS for link in page.xpath(f"//{kind}/@{name}")]
    return found + [told.partition("url=")[2] for told in page.xpath("//meta[@http-equiv='refresh']/@content")]


def file_at(folder: Path, address: str, public: str) -> Path:
    path = unquote(urlsplit(address).path.removeprefix(urlsplit(public).path))
    return folder / path / "index.html" if not path or path.endswith("/") else folder / path


def broken(folder: Path, at: str, here: HtmlElement, public: str = PUBLIC) -> list[str]:
    """The links of a page that lead nowhere. `at` is its address, `public` that of the site, `folder` holds its files."""
    found = []
    for link in links(here):
        target, fragment = urldefrag(urljoin(at, link))
        if link.startswith("#"):
            found += [] if unquote(fragment) in ids(here) else [link]
        elif urlsplit(target).scheme not in ("http", "https"):
            found += [] if target.startswith("mailto:") else [link]
        elif urlsplit(target).netloc == urlsplit(public).netloc:
            file = file_at(folder, target, public)
            there = target.startswith(public) and file.is_file()
            if not there or (fragment and unquote(fragment) not in ids(page(file))):
                found.append(link)
    return found


def test_every_link_of_every_page_leads_to_a_file_and_a_place_in_it(either: Site) -> None:
    files = [file for file in sorted(either.folder.rglob("*.html")) if file.name != "404.html"]
    assert len(files) > 10
    for file in files:
        at = urljoin(PUBLIC, file.relative_to(either.folder).as_posix().removesuffix("index.html"))
        assert broken(either.folder, at, page(file)) == [], file


def test_the_page_for_wrong_addresses_works_from_everywhere(either: Site) -> None:
    for at in ("none", "briefs/2021/none/", "a/b/c/d/e"):
        assert broken(either.folder, urljoin(PUBLIC, at), page(either.folder / "404.html")) == []


def answer(address: str) -> tuple[int, str, bytes]:
    try:
        with urlopen(address, timeout=20) as found:
            return found.status, found.headers.get_content_type(), found.read()
    except HTTPError as error:
        with error:
            return error.code, error.headers.get_content_type(), error.read()


def test_a_visitor_who_follows_everything_meets_no_dead_end(either: Site) -> None:
    seen, waiting = set[str](), [either.address, urljoin(either.address, "none/at/all/")]
    missed = []
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        status, kind, body = answer(address)
        if status != 200:
            missed.append(address)
        if kind == "text/html":
            local = (urljoin(address, link).replace(PUBLIC, either.address) for link in links(document_fromstring(body)))
            waiting += [found for link in local if (found := urldefrag(link).url).startswith(either.address)]
    assert missed == [urljoin(either.address, "none/at/all/")]
    published = {
        urljoin(either.address, file.relative_to(either.folder).as_posix().removesuffix("index.html"))
        for file in either.folder.rglob("*.html")
        if file.name != "404.html" and 'http-equiv="refresh"' not in file.read_text("utf-8")
    }
    unlinked = {urljoin(either.address, page) for page in ("notes/method/", "briefs/2021/taken-back/")}  # and rightly so
    assert published - seen - unlinked == set()


def test_old_addresses_lead_to_the_new_one(small: Site, browser: Browser) -> None:
    with browser.new_context() as context:
        visitor = context.new_page()
        visitor.goto(urljoin(small.address, "briefs/2021/opening-fire/"))
        visitor.wait_for_url(urljoin(small.address, "briefs/2021/first-shots/"))
        assert visitor.locator("h1").inner_text().startswith("Shots were fired")
    with browser.new_context(java_script_enabled=False) as context:
        visitor = context.new_page()
        visitor.goto(urljoin(small.address, "briefs/2021/opening-fire/"))
        visitor.wait_for_url(urljoin(small.address, "briefs/2021/first-shots/"))


def test_the_sitemap_lists_every_page_once_at_its_public_address(either: Site) -> None:
    listed = [tag.text or "" for tag in ElementTree.parse(either.folder / "sitemap.xml").iter(f"{SITEMAP}loc")]
    pages = [file for file in either.folder.rglob("index.html") if 'http-equiv="refresh"' not in file.read_text("utf-8")]
    expected = {urljoin(PUBLIC, file.relative_to(either.folder).as_posix().removesuffix("index.html")) for file in pages}
    assert len(listed) == len(set(listed))
    assert set(listed) == expected
    canonical = {link for file in pages for link in page(file).xpath("//link[@rel='canonical']/@href")}
    assert canonical == expected
