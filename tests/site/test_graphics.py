"""Maps and timelines on a page, in a browser: their words can be read, and they fit every screen."""

from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser

from tests.site.conftest import Site
from tests.site.test_theme import opened

BRIEF = "briefs/2021/border-clash-and-truce/"
SMALLEST = 10
"""In pixels: how large the letters on a map are at least."""
LETTERS = """[...document.querySelectorAll(".locator-map text")].map(text =>
    parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)"""
GROUND = """(() => {
    const fill = kind => getComputedStyle(document.querySelector(kind)).fill
    return fill(".map-land") != fill(".map-sea")
})()"""
TIMELINE = """(() => {
    const chart = document.querySelector(".timeline-chart"), box = chart.getBoundingClientRect()
    const out = [...chart.querySelectorAll("text")].map(text => text.getBoundingClientRect())
        .filter(text => text.width && (text.left < box.left - 8 || text.right > box.right + 8))
    const hidden = [...chart.querySelectorAll(".timeline-wide")].filter(text => getComputedStyle(text).display == "none")
    return [box.height - chart.getAttribute("height"), out.length, hidden.length, document.documentElement.scrollWidth]
})()"""


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 800, 1280])
def test_a_map_and_a_timeline_can_be_read_on_every_screen(real: Site, browser: Browser, width: int, colours: str) -> None:
    with opened(browser, urljoin(real.address, BRIEF), width, "dark" if colours == "dark" else "light") as page:
        letters = page.evaluate(LETTERS)
        assert len(letters) > 5
        assert min(letters) >= SMALLEST - (2 if width == 320 else 0)
        too_high, outside, hidden, scroll = page.evaluate(TIMELINE)
        assert (too_high, outside, scroll <= width) == (0, 0, True)
        assert width < 768 or hidden == 0
        assert page.evaluate(GROUND)
