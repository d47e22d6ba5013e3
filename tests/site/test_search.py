"""The search in a browser, on the real site: typing, suggestions, filters, keys, addresses, and what is there without script."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.site.conftest import Site

BRIEF = "briefs/2021/sev-lake-stand-off/"
LAKE = re.compile("Sev Lake")


@dataclass
class Reader:
    """Somebody with a browser, what it asked for, and what it complained of."""

    page: Page
    site: Site
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def at(self, address: str) -> "Reader":
        self.page.goto(urljoin(self.site.address, address))
        return self

    @property
    def header(self) -> Locator:
        return self.page.get_by_role("search", name="This site")

    @property
    def results(self) -> Locator:
        return self.page.locator(".search-found li")

    @property
    def query(self) -> Locator:
        return self.page.get_by_label("Words to look for")

    @property
    def status(self) -> Locator:
        return self.page.locator(".search-found [role=status]")


@pytest.fixture
def reader(browser: Browser, real: Site) -> Iterator[Reader]:
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        found = Reader(context.new_page(), real)
        found.page.on("request", lambda request: found.asked.append(request.url))
        found.page.on("console", lambda said: found.complaints.append(said.text))
        found.page.on("pageerror", lambda error: found.complaints.append(str(error)))
        yield found
        assert [address for address in found.asked if not address.startswith((real.address, "data:"))] == []
        assert found.complaints == []
        assert context.cookies() == []


def test_results_follow_what_is_typed_and_stand_in_the_address(reader: Reader) -> None:
    reader.at("search/").query.press_sequentially("armnia sev", delay=20)
    expect(reader.status).to_have_text(re.compile(r"^\d+ pages$"))
    expect(reader.page.locator("[data-search=note]")).to_have_text("There is no “armnia”. Shown instead: armenia.")
    first = reader.results.first
    expect(first.get_by_role("heading", level=2)).to_have_text(LAKE)
    expect(first.locator("mark").first).to_be_visible()
    expect(reader.results.filter(has_text="12 May 2021")).to_have_count(1)
    expect(reader.page).to_have_url(f"{reader.site.address}search/?q=armnia+sev")
    first.get_by_role("link").click()
    reader.page.go_back()
    expect(reader.query).to_have_value("armnia sev")
    expect(reader.results.first.get_by_role("link")).to_have_text(LAKE)


def test_filters_narrow_are_kept_in_the_address_and_undone_by_back(reader: Reader) -> None:
    reader.at("search/?q=armenia")
    expect(reader.status).to_have_text(re.compile(r"^\d\d pages$"))
    before = reader.status.inner_text()
    developing = reader.page.get_by_role("group", name="Status").get_by_label("developing")
    developing.check()
    expect(reader.status).not_to_have_text(before)
    expect(developing).to_be_checked()
    expect(developing).to_be_focused()
    reader.page.keyboard.press("/")
    expect(reader.query).to_be_focused()
    expect(reader.page).to_have_url(re.compile(re.escape("?q=armenia&status=developing") + "$"))
    amount = int(reader.status.inner_text().split()[0])
    shown = reader.page.locator(".search-value", has=reader.page.locator("#search-status-developing")).locator(".search-amount")
    assert shown.inner_text() == str(amount)
    reader.page.get_by_text("Place", exact=True).last.click()
    reader.page.locator("#search-place-nagorno-karabakh").check()
    expect(reader.status).not_to_have_text(f"{amount} pages")
    assert 0 < int(reader.status.inner_text().split()[0]) < amount
    expect(reader.page).to_have_url(re.compile(re.escape("&status=developing&place=nagorno-karabakh") + "$"))
    reader.page.go_back()
    expect(reader.status).to_have_text(f"{amount} pages")
    reader.page.get_by_role("button", name="Remove all filters").click()
    expect(reader.status).to_have_text(before)
    expect(reader.page).to_have_url(re.compile(re.escape("?q=armenia") + "$"))


def test_an_address_with_filters_and_no_words_lists_what_they_leave(reader: Reader) -> None:
    reader.at("search/?place=sochi&kind=brief")
    expect(reader.status).to_have_text("1 page")
    told = urljoin(reader.site.address, "briefs/2021/sochi-summit/")
    expect(reader.results.first.get_by_role("link")).to_have_attribute("href", told)


def test_more_results_follow_on_demand(reader: Reader) -> None:
    reader.at("search/?q=armenia")
    expect(reader.results).to_have_count(10)
    reader.page.get_by_role("button", name="Show more").click()
    expect(reader.results.nth(10).get_by_role("link")).to_be_focused()


def test_the_keyboard_leads_through_the_page(reader: Reader) -> None:
    reader.at("search/?q=lachin")
    expect(reader.results.nth(1)).to_be_visible()
    keys = reader.page.keyboard
    expect(reader.query).to_be_focused()  # on arrival: a `/` would be typed into it
    keys.press("ArrowDown")
    expect(reader.results.first.get_by_role("link")).to_be_focused()
    keys.press("ArrowDown")
    expect(reader.results.nth(1).get_by_role("link")).to_be_focused()
    keys.press("ArrowUp")
    keys.press("ArrowUp")
    expect(reader.query).to_be_focused()
    keys.press("Escape")
    expect(reader.query).to_have_value("")
    expect(reader.results).to_have_count(0)
    expect(reader.status).to_be_empty()
    keys.type("a/b")
    expect(reader.query).to_have_value("a/b")


@pytest.mark.parametrize("shortcut", ["/", "Control+k"])
def test_suggestions_in_the_masthead_by_keyboard(reader: Reader, shortcut: str) -> None:
    reader.at(BRIEF)
    assert not any("/search/" in address for address in reader.asked)  # nothing is loaded before somebody searches
    reader.page.keyboard.press(shortcut)
    field = reader.header.get_by_label("Search")
    expect(field).to_be_focused()
    reader.page.keyboard.type("azerb", delay=20)
    options = reader.page.get_by_role("listbox", name="Suggestions").get_by_role("option")
    expect(options).to_have_count(6)
    expect(field).to_have_attribute("aria-expanded", "true")
    reader.page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", "search-suggestions-0")
    reader.page.keyboard.press("ArrowUp")
    expect(field).not_to_have_attribute("aria-activedescendant", re.compile("."))
    reader.page.keyboard.press("Escape")
    expect(options.first).to_be_hidden()
    expect(field).to_have_value("azerb")
    reader.page.keyboard.press("Escape")
    expect(field).to_have_value("")
    reader.page.keyboard.type("azerbaijan", delay=20)
    expect(options.first).to_have_text(re.compile("^Azerbaijan "))
    reader.page.keyboard.press("ArrowDown")
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url(urljoin(reader.site.address, "actors/azerbaijan/"))


def test_enter_in_the_masthead_goes_to_the_results(reader: Reader) -> None:
    reader.at("").header.get_by_label("Search").fill("sev lake")
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url("**/search/?q=sev+lake")
    expect(reader.query).to_have_value("sev lake")
    expect(reader.results.first.get_by_role("link")).to_have_text(LAKE)
    expect(reader.query).to_be_focused()
    reader.page.keyboard.press("Tab")
    expect(reader.results.first.get_by_role("link")).to_be_focused()


def test_a_suggestion_can_be_clicked(reader: Reader) -> None:
    reader.at("").header.get_by_label("Search").press_sequentially("sev lake", delay=20)
    reader.page.get_by_role("option").first.click()
    reader.page.wait_for_url(re.compile("sev-lake"))


@pytest.mark.parametrize("query", ["<img/src='zzqqxx'>", "%(query)s \\ “”", "x" * 500, "zzqqxx"])
def test_whatever_is_typed_is_shown_as_typed(reader: Reader, query: str) -> None:
    reader.at("search/").query.fill(query)
    expect(reader.status).to_contain_text(f"Nothing was found for “{query}”.")
    assert reader.page.locator(".search-page img").count() == 0


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_cut_off(reader: Reader, width: int) -> None:
    reader.page.set_viewport_size({"width": width, "height": 800})
    reader.at("search/?q=armenia&place=sev-lake")
    expect(reader.results.first).to_be_visible()
    if width < 1000:
        reader.page.get_by_text("Narrow down").click()
    reader.header.get_by_label("Search").press_sequentially("armen", delay=20)
    expect(reader.page.get_by_role("option").first).to_be_visible()
    outside = """width => [...document.querySelectorAll(".search-page *, .search *")].filter(element => {
        const box = element.getBoundingClientRect()
        return box.width && (box.right > width + 1 || box.left < -1)
    }).map(element => element.outerHTML.slice(0, 120))"""
    assert reader.page.evaluate(outside, width) == []
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= width


def test_who_is_offline_is_told(reader: Reader) -> None:
    reader.at("search/")
    expect(reader.query).to_be_visible()  # its script has come
    reader.page.context.set_offline(True)
    reader.query.fill("armenia")
    expect(reader.status).to_have_text("The search could not be loaded. Is this device connected?")
    reader.page.context.set_offline(False)
    reader.query.fill("armenian")
    expect(reader.results.first).to_be_visible()
    assert {"ERR_INTERNET_DISCONNECTED" in said for said in reader.complaints} == {True}  # the browser's own words
    reader.complaints.clear()


def test_without_script_the_page_says_what_to_do(browser: Browser, either: Site) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(urljoin(either.address, "search/?q=armenia"))
        expect(page.get_by_text("needs JavaScript")).to_be_visible()
        expect(page.get_by_label("Words to look for")).to_be_hidden()
        page.locator(".search-without a").first.click()
        expect(page).not_to_have_url(urljoin(either.address, "search/?q=armenia"))
        assert page.locator("h1").is_visible()
        assert page.get_by_role("search").get_by_label("Search").is_visible()
