"""Each page type in a browser, on a phone, on a desk and on paper: nothing overflows, nothing is asked of another host."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page

from tests.site.conftest import Site

PAGES = {
    "home": "",
    "brief": "briefs/2021/armenia-appeals-for-aid/",
    "background": "background/second-karabakh-war/",
    "storyline": "storylines/armenia-azerbaijan/",
    "actor": "actors/armen-grigoryan/",
    "place": "places/nagorno-karabakh/",
    "source": "sources/mt-2021-11-16/",
    "list of sources": "sources/",
    "search": "search/",
    "written by hand": "about/",
    "wrong address": "none/",
}
WIDTHS = (320, 390, 1280)
ORDER = (
    *("Key points", "Why it matters", "What happened", "Key figures", "Who says what", "What we don’t know", "What to watch"),
    *("Background", "Timeline", "Who’s who", "How we know", "Changes and corrections", "Cite this page", "Related"),
    "In this storyline",
)


@dataclass
class Visit:
    """A page in a browser, with every address that it asked for and everything that it complained of."""

    page: Page
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    with browser.new_context(viewport={"width": 390, "height": 800}) as context:
        found = Visit(context.new_page())
        found.page.on("request", lambda request: found.asked.append(request.url))
        found.page.on("console", lambda said: found.complaints.append(said.text) if said.type in ("error", "warning") else None)
        found.page.on("pageerror", lambda error: found.complaints.append(str(error)))
        yield found


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_fits_every_screen_and_asks_nobody_else(real: Site, visit: Visit, kind: str) -> None:
    for width in WIDTHS:
        visit.page.set_viewport_size({"width": width, "height": 800})
        visit.page.goto(urljoin(real.address, PAGES[kind]))
        across = visit.page.evaluate("[document.documentElement.scrollWidth, document.body.scrollWidth]")
        assert max(across) <= width
        assert visit.page.evaluate(OUTSIDE, width) == []
    assert visit.page.locator("h1").count() == 1
    assert visit.page.locator("h1").is_visible()
    assert [address for address in visit.asked if not address.startswith((real.address, "data:"))] == []
    wrong = kind == "wrong address"  # the browser itself complains of the status 404
    assert [said for said in visit.complaints if not (wrong and "404" in said)] == []


OUTSIDE = """width => [...document.querySelectorAll("article *")].filter(element => {
    const box = element.getBoundingClientRect()
    const scrolls = element.closest(".md-typeset__scrollwrap, .md-typeset__table, pre")
    return box.width && !scrolls && (box.right > width + 1 || box.left < -1)
}).map(element => element.outerHTML.slice(0, 120))"""


def test_the_sections_of_a_brief_come_in_the_order_of_the_design(real: Site, visit: Visit) -> None:
    visit.page.goto(urljoin(real.address, PAGES["brief"]))
    found = [name.partition("¶")[0].strip() for name in visit.page.locator("article h2").all_inner_texts()]
    assert [name for name in found if name not in ORDER] == []
    assert found == [name for name in ORDER if name in found]
    assert {"Key points", "What happened", "Who says what", "What we don’t know", "Background", "How we know"} <= set(found)
    start = visit.page.locator("article").inner_text()
    parts = ("16 November 2021", "Armenia asks Russia", "Key points", "Disputed:", "Not known:", "Why it matters")
    assert [start.index(part) for part in parts] == sorted(start.index(part) for part in parts)


def test_a_phone_shows_the_title_the_bottom_line_and_the_start_of_the_key_points(real: Site, visit: Visit) -> None:
    visit.page.goto(urljoin(real.address, PAGES["brief"]))
    for part in ("h1", ".bottom-line"):
        box = visit.page.locator(f"article {part}").bounding_box()
        assert box is not None
        assert box["y"] + box["height"] < 800
    heading = visit.page.locator("article h2").first.bounding_box()
    assert heading is not None
    assert heading["y"] < 1000  # "without scrolling much"


@pytest.mark.parametrize("kind", ["brief", "background", "storyline", "actor", "place"])
def test_every_source_mark_leads_to_its_source(real: Site, visit: Visit, kind: str) -> None:
    visit.page.goto(urljoin(real.address, PAGES[kind]))
    marks = visit.page.evaluate(
        """[...document.querySelectorAll("article .cite")].map(mark => {
            const button = mark.querySelector("button"), note = mark.querySelector("[popover]")
            const place = document.querySelector(note.querySelector("a[href^='#source']").hash)
            const number = place && [...place.parentElement.children].indexOf(place) + 1
            const opens = button.popoverTargetElement == note && note.textContent.length > 10
            return [button.textContent, String(number), place.tagName, place.innerText.length > 20, opens]
        })"""
    )
    assert len(marks) >= 1
    for shown, number, *rest in marks:
        assert (shown, rest) == (number, ["LI", True, True])


def test_on_paper_the_addresses_of_the_sources_are_visible_and_nothing_is_hidden(real: Site, visit: Visit) -> None:
    visit.page.goto(urljoin(real.address, PAGES["brief"]))
    visit.page.evaluate("document.querySelectorAll('details').forEach(part => part.open = false)")
    visit.page.emulate_media(media="print")
    sources = visit.page.evaluate(
        """[...document.querySelectorAll("article li[id^=source-] a[href^=http]")].map(link =>
            [link.getAttribute("href"), getComputedStyle(link, "::after").content])"""
    )
    assert len(sources) >= 5
    assert [href for href, shown in sources if href not in shown] == []
    hidden = visit.page.evaluate(
        """[...document.querySelectorAll("article h1, article h2, article h3, article p, article li, article blockquote")]
            .filter(element => !element.closest(".no-print") && !element.checkVisibility({contentVisibilityAuto: true}))
            .map(element => element.textContent)"""
    )
    assert hidden == []
    assert visit.page.locator("article details").count() > 1
    assert visit.page.locator(".sections").is_hidden()
    assert visit.page.pdf(format="A4").startswith(b"%PDF-")
