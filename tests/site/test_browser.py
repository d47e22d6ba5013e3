"""The browser that the other tests of this folder rely on."""

import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import find, install, missing


def test_it_lays_out_a_page_at_the_width_asked_for(browser: Browser) -> None:
    with browser.new_context(viewport={"width": 390, "height": 800}) as context:
        page = context.new_page()
        page.set_content("<!doctype html><title>Wide</title><body style='margin:0'><h1>Armenia appeals</h1>")
        assert page.title() == "Wide"
        assert page.evaluate("document.querySelector('h1').getBoundingClientRect().width") == 390


def test_the_browser_that_is_named_is_the_only_one_tried(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BRIEFS_BROWSER", str(tmp_path / "none"))
    assert find() is None
    assert install() is None
    assert str(tmp_path / "none") in missing()


@pytest.mark.skipif(sys.platform == "win32", reason="there, a program is not started to see whether it is a browser")
def test_a_program_that_does_not_start_is_no_browser(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stub = tmp_path / "chromium"
    stub.write_text("#!/bin/sh\necho 'install the snap first' >&2\nexit 1\n", encoding="utf-8")
    stub.chmod(0o755)
    monkeypatch.setenv("BRIEFS_BROWSER", str(stub))
    assert find() is None
