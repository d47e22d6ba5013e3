"""What a site has that was built by another publisher, feature by feature, held against what `briefs build` makes."""

from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

from bs4 import BeautifulSoup, Tag

from tests.build.small import contents

HOME = "https://desk.example.org/"
LIST = "SHA256SUMS"
Looks = Callable[[BeautifulSoup, str], list[str]]


def _links(soup: BeautifulSoup | Tag, at: str, within: str) -> list[str]:
    """Return the links in a part of a page, with their words; however an address is spelled, it counts by where it leads."""
    return [
        f"{' '.join(link.get_text().split())} -> {_leads_to(at, link['href'])}"
        for part in soup.select(within)
        for link in part.find_all("a", href=True)
    ]


def _leads_to(at: str, href: object) -> str:
    target = urljoin(urljoin(HOME, at), str(href))
    return target.removesuffix("/.") + "/" if target.endswith("/.") else target


def _head(*wanted: str) -> Looks:
    def look(soup: BeautifulSoup, at: str) -> list[str]:
        found = [tag for each in wanted for tag in soup.select(f"head {each}")]
        return [
            " ".join(f"{name}={_leads_to(at, value) if name == 'href' else value}" for name, value in sorted(tag.attrs.items()))
            + tag.get_text()
            for tag in found
        ]

    return look


def _words(soup: BeautifulSoup, at: str) -> list[str]:
    return [" ".join(article.get_text().split()) for article in soup.find_all("article")]


def _structure(soup: BeautifulSoup, at: str) -> list[str]:
    return [
        f"{tag.name} {tag.get('id', '')} {tag.get('class', '')}" for part in soup.find_all("article") for tag in part.find_all()
    ]


def _contents_list(soup: BeautifulSoup, at: str) -> list[str]:
    return _links(soup, at, "nav.contents")


IN_PAGES: Mapping[str, Looks] = {
    "the words of the page": _words,
    "its headings, tables, lists, notes and pictures": _structure,
    "where its links lead": lambda soup, at: _links(soup, at, "article"),
    "its title in the browser and in search engines": _head("title"),
    "description and canonical address": _head('meta[name="description"]', 'link[rel="canonical"]'),
    "what a shared link shows (OpenGraph)": _head(
        'meta[property^="og:"]', 'meta[property^="article:"]', 'meta[name^="twitter:"]'
    ),
    "structured data (JSON-LD)": _head('script[type="application/ld+json"]'),
    "feeds and data named in the page": _head('link[rel="alternate"]'),
    "previous and next in the storyline": _head('link[rel="prev"]', 'link[rel="next"]'),
    "the list *On this page*": _contents_list,
    "the sections in the masthead": lambda soup, at: _links(soup, at, "nav.sections, nav.subsections"),
    "all pages in the foot": lambda soup, at: _links(soup, at, "footer.foot nav"),
    "*Propose a change to this page*": lambda soup, at: [str(link["href"]) for link in soup.select('a[rel="edit"]')],
    "the policy against foreign scripts": _head('meta[http-equiv="Content-Security-Policy"]'),
}
"""What is compared in every page: a feature, and what shows it."""


def shares(ours: Path, theirs: Path) -> dict[str, tuple[int, int]]:
    """Return for each feature in how many places our site has it, and in how many of these theirs has the same."""
    mine, other = contents(ours), contents(theirs)
    pages = [name for name in mine if name.endswith(".html") and b"<article" in mine[name]]
    moved = [name for name in mine if name.endswith("index.html") and name not in pages]
    files = [name for name in mine if name not in (*pages, *moved, LIST) and not name.startswith("sitemap.xml")]
    searched = [name for name in files if name.startswith(("search/", "assets/javascripts/"))]
    found = {"pages": (len(pages), sum(name in other for name in pages))}
    here = {name: BeautifulSoup(mine[name], "html5lib") for name in pages}
    there = {name: BeautifulSoup(other.get(name, b""), "html5lib") for name in pages}
    for feature, look in IN_PAGES.items():
        shown = {name: seen for name, page in here.items() if (seen := look(page, _address(name)))}
        same = sum(look(there[name], _address(name)) == seen for name, seen in shown.items())
        found[feature] = (len(shown), same)
    for feature, names in {
        "redirects from old addresses": moved,
        "the search: its index and scripts": searched,
        "feeds, data, pictures, letters, style sheet": [name for name in files if name not in searched],
        "the list of all files with their hashes": [LIST],
    }.items():
        found[feature] = (len(names), sum(other.get(name) == mine[name] for name in names))
    places = _sitemap(mine["sitemap.xml"])
    theirs_too = _sitemap(other.get("sitemap.xml", b"<urlset/>"))
    found["addresses in the sitemap"] = (len(places), len(places.keys() & theirs_too.keys()))
    dated = {place for place, day in places.items() if day}
    found["days of change in the sitemap"] = (len(dated), sum(theirs_too.get(place) == places[place] for place in dated))
    return found


def _address(file: str) -> str:
    return file.removesuffix("index.html")


def _sitemap(data: bytes) -> dict[str, str]:
    name = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    urls = ElementTree.fromstring(data.lstrip()).findall(f"{name}url")
    return {url.findtext(f"{name}loc", ""): url.findtext(f"{name}lastmod", "") for url in urls}


def dangers(site: Path) -> list[str]:
    """Return what no page of ours may hold: scripts and styles inside of it, and what makes a browser ask another host."""
    found = []
    for name, data in contents(site).items():
        if not name.endswith(".html"):
            continue
        soup = BeautifulSoup(data, "html5lib")
        for tag in soup.find_all():
            source = tag.get("src") or (tag.get("href") if tag.name == "link" and "alternate" not in tag["rel"] else None)
            foreign = urlsplit(str(source or "")).netloc and not str(source).startswith(HOME)
            inside = tag.name == "style" or (tag.name == "script" and not tag.get("src") and "json" not in str(tag.get("type")))
            if foreign or inside or any(key.startswith("on") or key == "style" for key in tag.attrs):
                found.append(f"{name}: {tag}"[:200])
    return found
