"""The frame of every page in a browser: no fault that axe knows, no breach of the policy, by keyboard, and light."""

import gzip
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any, Literal
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup
from lxml.html import document_fromstring  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, expect

from generator.outputs.host_headers import headers, policy
from tests.node.install import packages
from tests.site.conftest import BELOW, Site
from tests.site.test_pages import PAGES

BRIEF = PAGES["brief"]
MOST = 150 * 1024
"""Bytes that a brief may take over the wire at the first visit, with everything that it loads."""
AXE = """axe.run({runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
    .then(found => found.violations.flatMap(fault => fault.nodes.map(node => [fault.id, node.target.join(" "), node.html])))"""
LISTEN = """window.breaches = []
addEventListener("securitypolicyviolation", breach => breaches.push([breach.violatedDirective, breach.blockedURI]))"""


@contextmanager
def opened(
    browser: Browser, address: str, width: int = 1280, colours: Literal["light", "dark"] = "light", **more: Any
) -> Iterator[Page]:
    """Open a page in a browser of its own that listens for breaches of the policy."""
    with browser.new_context(viewport={"width": width, "height": 800}, color_scheme=colours, **more) as context:
        context.add_init_script(LISTEN)
        page = context.new_page()
        page.goto(address)
        yield page


@pytest.mark.parametrize("kind", [*PAGES, "for editors"])
def test_axe_finds_nothing_and_the_policy_is_kept(real: Site, browser: Browser, kind: str) -> None:
    axe = (packages() / "axe-core" / "axe.min.js").read_text("utf-8")
    address = urljoin(real.address, PAGES.get(kind, "editors/text/"))
    for width in (390, 1280):
        for colours in ("light", "dark"):
            with opened(browser, address, width, colours) as page:
                page.evaluate(axe)
                assert page.evaluate(AXE) == [], (width, colours)
                assert page.evaluate("breaches") == []
                assert page.context.cookies() == []


def test_one_policy_stands_in_every_page_and_in_the_files_for_hosts(either: Site) -> None:
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy().replace(chr(39), "&#39;")}">'
    for file in either.folder.rglob("*.html"):
        text = file.read_text("utf-8").replace("&#x27;", "&#39;")
        assert text.count(meta) == 1, file
        page = document_fromstring(text)
        assert page.xpath("//script[not(@src) and not(@type='application/ld+json')] | //style | //*[@style]") == [], file
        assert page.xpath("//@*[starts-with(name(), 'on')]") == [], file
    for name in ("_headers", "assets/hosting/nginx.conf", "assets/hosting/apache.conf"):
        text = (either.folder / name).read_text("utf-8")
        assert [value for value in headers().values() if value not in text] == [], name


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("kind", ["brief", "home", "written by hand"])
def test_the_keyboard_reaches_everything_and_shows_where_it_is(real: Site, browser: Browser, kind: str, width: int) -> None:
    with opened(browser, urljoin(real.address, PAGES[kind]), width) as page:
        wanted = page.evaluate(FOCUSABLE)
        seen, unseen = [], []
        for _ in range(wanted + 5):
            page.keyboard.press("Tab")
            at, visible = page.evaluate(FOCUSED)
            if at < 0:
                break
            seen.append(at)
            if not visible:
                unseen.append(page.evaluate("document.activeElement.outerHTML"))
        assert seen == list(range(wanted))
        assert unseen == []


FOCUSABLE = """(window.stops = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")].filter(
    stop => !stop.closest("[popover]") && stop.checkVisibility({visibilityProperty: true}))).length"""
FOCUSED = """() => {
    const here = document.activeElement, style = getComputedStyle(here), box = here.getBoundingClientRect()
    const seen = style.outlineStyle != "none" && parseFloat(style.outlineWidth) >= 2 && box.bottom > 0 && box.top < innerHeight
    return here.closest("[popover]") ? [stops.indexOf(here), true] : [stops.indexOf(here), seen]
}"""


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_note_opens_by_keyboard_and_touch_without_a_script(real: Site, browser: Browser, width: int) -> None:
    with opened(browser, urljoin(real.address, BRIEF), width, java_script_enabled=False, has_touch=True) as page:
        marks = page.locator(".cite")
        for number in (0, 3, marks.count() // 2, marks.count() - 1):
            button, note = marks.nth(number).locator("button"), marks.nth(number).locator("[popover]")
            assert note.is_hidden()
            button.tap()
            assert note.is_visible()
            assert "2021" in note.inner_text() or len(note.inner_text()) > 20
            assert note.evaluate(INSIDE)
            page.keyboard.press("Escape")
            page.touchscreen.tap(2, 2)
            button.focus()
            page.keyboard.press("Enter")
            assert note.is_visible()
            page.keyboard.press("Tab")
            page.keyboard.press("Enter")
            expect(page).to_have_url(re.compile(f"#source-{button.inner_text()}$"))
            page.go_back()


INSIDE = """note => {
    const box = note.getBoundingClientRect()
    return box.left >= 0 && box.right <= document.documentElement.clientWidth && box.top >= 0 && box.bottom <= innerHeight
}"""


def test_a_note_shows_on_hovering_and_on_focus_and_escape_puts_it_away(real: Site, browser: Browser) -> None:
    with opened(browser, urljoin(real.address, BRIEF)) as page:
        button, note = page.locator(".cite > button").nth(1), page.locator(".cite > [popover]").nth(1)
        button.hover()
        assert note.is_visible()
        page.keyboard.press("Escape")
        assert note.is_hidden()
        page.mouse.move(2, 2)
        page.locator(".strip a").last.focus()
        page.keyboard.press("Tab")
        assert page.locator(".cite > [popover]").nth(0).is_visible()


@pytest.mark.parametrize("width", [960, 1024])
def test_no_note_that_shows_on_focus_leaves_the_window(real: Site, browser: Browser, width: int) -> None:
    with opened(browser, urljoin(real.address, _heaviest(real, 1)[0]), width) as page:
        page.keyboard.press("Tab")
        assert page.locator(".cite").count() > 50
        assert page.evaluate(NOTES_OUTSIDE) == []


NOTES_OUTSIDE = f"""async () => {{
    const inside = {INSIDE}, outside = []
    for (const button of document.querySelectorAll(".cite > button")) {{
        if (!button.checkVisibility()) continue
        button.focus({{focusVisible: true}})
        button.scrollIntoView({{block: "center"}})
        await new Promise(requestAnimationFrame)
        const note = button.nextElementSibling
        const wide = document.documentElement.scrollWidth > innerWidth
        if (!note.checkVisibility() || !inside(note) || wide) outside.push(button.outerHTML)
    }}
    return outside
}}"""


def _heaviest(site: Site, amount: int) -> list[str]:
    """Return the addresses of the briefs with the most bytes, the heaviest last."""
    folders = sorted((site.folder / "briefs").glob("*/*/"), key=lambda folder: (folder / "index.html").stat().st_size)
    return [f"{folder.relative_to(site.folder).as_posix()}/" for folder in folders[-amount:]]


def test_the_colours_are_the_readers_choice_and_kept(real: Site, browser: Browser) -> None:
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    with opened(browser, real.address) as page:
        light = page.evaluate(paper)
        page.locator("button.colours").click()
        assert page.evaluate(paper) == light
        page.locator("button.colours").click()
        dark = page.evaluate(paper)
        assert dark != light
        page.goto(urljoin(real.address, BRIEF))
        assert page.evaluate(paper) == dark
        assert page.locator("button.colours").inner_text() == "Colours: dark"
        page.locator("button.colours").click()
        page.reload()
        assert page.evaluate(paper) == light


def test_a_brief_can_be_printed_where_a_script_runs_and_without_one_nothing_is_offered(real: Site, browser: Browser) -> None:
    for runs in (True, False):
        with opened(browser, urljoin(real.address, BRIEF), java_script_enabled=runs) as page:
            button = page.locator("button.print")
            assert button.is_visible() is runs
            if runs:
                page.evaluate("window.print = () => { window.printed = true }")
                button.click()
                assert page.evaluate("printed")


def test_a_newcomer_is_led_from_the_key_points_to_the_background_by_its_name(real: Site, browser: Browser) -> None:
    with opened(browser, urljoin(real.address, BRIEF)) as page:
        link = page.locator(".key .lead-in-line").filter(has_text="New to the subject?").locator("a").first
        title = link.inner_text()
        link.click()
        assert page.locator("details:target summary").inner_text() == title


def test_a_brief_is_light(real: Site, browser: Browser) -> None:
    for heavy in _heaviest(real, 5):
        with browser.new_context() as context:
            page = context.new_page()
            page.goto(urljoin(real.address, heavy), wait_until="networkidle")
            asked = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
            sizes = {address: _over_the_wire(real, address) for address in (page.url, *asked)}
        assert len(sizes) > 4
        assert sum(sizes.values()) <= MOST, sizes


@cache
def _over_the_wire(site: Site, address: str) -> int:
    path = site.folder / urlsplit(address).path.removeprefix(f"/{BELOW}")
    data = (path / "index.html" if path.is_dir() else path).read_bytes()
    return len(data) if path.suffix == ".woff2" else len(gzip.compress(data, 9))


@pytest.mark.parametrize("width", [900, 1280, 1800])
def test_a_line_of_text_has_sixty_to_seventy_five_characters(real: Site, browser: Browser, width: int) -> None:
    with opened(browser, urljoin(real.address, BRIEF), width) as page:
        page.evaluate("document.fonts.ready")
        assert 60 <= median(page.evaluate(LINES)) <= 75


LINES = """[...document.querySelectorAll("article > p:not([class])")].flatMap(paragraph => {
    const lines = new Map(), range = new Range()
    const words = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
    while (words.nextNode()) {
        const text = words.currentNode
        if (text.parentElement.closest(".cite")) continue
        for (let at = 0; at < text.length; at++) {
            range.setStart(text, at)
            range.setEnd(text, at + 1)
            const line = Math.round(range.getBoundingClientRect().bottom / 8)
            lines.set(line, (lines.get(line) || 0) + 1)
        }
    }
    return [...lines.values()].slice(0, -1)
})"""


def test_without_styles_a_page_reads_in_its_order(real: Site) -> None:
    soup = BeautifulSoup((real.folder / BRIEF / "index.html").read_bytes(), "html5lib")
    for note in soup.select("[popover]"):
        note.decompose()
    assert soup.body is not None
    words = soup.body.get_text(" ", strip=True)
    at = 0
    for part in (
        *("Skip to the text", "The Briefing Desk", "About", "16 November 2021", "Armenia asks Russia", "Moscow had not answered"),
        *("Read on:", "Key points", "Disputed:", "Not known:", "You may stop here", "Why it matters", "What happened"),
        *(
            "Who says what",
            "What we don’t know",
            "Background",
            "Timeline",
            "How we know",
            "To cite this page",
            "On this page",
            "RSS",
        ),
    ):
        at = words.index(part, at)
    assert [tag.name for tag in soup.select("header, main, footer, h1")] == ["header", "main", "h1", "footer"]


def test_a_reader_who_comes_back_sees_what_is_new_and_can_have_it_forgotten(real: Site, browser: Browser) -> None:
    def stored(page: Page) -> Any:
        return page.evaluate("JSON.parse(localStorage.getItem('briefs-read'))")

    with opened(browser, urljoin(real.address, BRIEF)) as page:
        assert page.locator(".since").count() == 0
        (record,) = stored(page).values()
        assert len(record["claims"]) > 20
        page.evaluate(EARLIER)
        page.reload()
        note = page.locator(".since")
        assert "New since your last visit (1 November 2026)" in note.inner_text()
        assert note.locator("a").count() == page.locator(".is-new").count() == 2
        note.locator("a").first.click()
        expect(page).to_have_url(re.compile(r"#claim-[0-9a-f]{10}$"))
        note.get_by_role("button").click()
        assert page.locator(".since, .is-new, .is-new-mark").count() == 0
        page.get_by_role("button", name="Forget it").click()
        assert stored(page) is None
    with opened(browser, urljoin(real.address, BRIEF)) as page:
        faults: list[str] = []
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full') }")
        page.reload()
        page.locator("button.colours").click()
        page.locator("button.colours").click()
        assert page.locator("html[data-colours=dark]").count() == 1
        assert (faults, page.locator(".since").count()) == ([], 0)


EARLIER = """() => {
    const read = JSON.parse(localStorage.getItem("briefs-read"))
    for (const page of Object.values(read)) {
        page.on = "2026-11-01"
        page.claims.splice(3, 2)
    }
    localStorage.setItem("briefs-read", JSON.stringify(read))
    sessionStorage.clear()
}"""


FIELDS = "editors/fields/"


def test_the_contents_of_a_long_page_are_beside_it_or_folded_below_its_title(real: Site, browser: Browser) -> None:
    for width, shown, hidden in ((390, ".contents-above", ".contents"), (1280, ".contents", ".contents-above")):
        with opened(browser, urljoin(real.address, FIELDS), width, java_script_enabled=False) as page:
            assert page.locator(hidden).is_hidden()
            for summary in page.locator(f"{shown} summary").all():
                summary.click()
            page.locator(shown).get_by_role("link", name="Watch item").click()
            expect(page).to_have_url(re.compile("#watch$"))


def test_code_keeps_its_indents_and_names_of_fields_break_after_a_low_line_alone(real: Site, browser: Browser) -> None:
    with opened(browser, urljoin(real.address, FIELDS), 390) as page:
        assert page.evaluate(CHOPPED) == []
        assert page.evaluate("getComputedStyle(document.querySelector('article pre')).whiteSpace") == "pre"
        assert page.evaluate(UNREACHED) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


CHOPPED = """[...document.querySelectorAll("td:first-child code")].map(name => [name.innerText, name.getClientRects().length])
    .filter(([name, lines]) => lines > name.split("_").length)"""
UNREACHED = """[...document.querySelectorAll("article pre")].filter(
    code => code.scrollWidth > code.clientWidth && code.tabIndex < 0).map(code => code.innerText)"""


def test_the_letters_come_with_their_licence(real: Site) -> None:
    folder = real.folder / "assets/fonts/source-serif-4"
    assert "SIL OPEN FONT LICENSE" in (folder / "LICENSE").read_text("utf-8").upper()
    assert len(list(folder.glob("*.woff2"))) == 6
    assert sorted(path.name for path in Path(real.folder / "assets/stylesheets").iterdir()) == ["briefs.css"]
