"""Take the pictures of the README and of the pages for editors, from a site that is built for it, with the tests' browser.

`python -m tools.pictures` writes them all. Look at each before you commit it: a picture that changed on its own shows what a
reader would see now.
"""

import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, sync_playwright

from tests.browser import find, flags, missing

ROOT = Path(__file__).parent.parent
README = ROOT / "assets" / "readme"
EDITORS = ROOT / "docs" / "editors" / "images"
LEAD = "briefs/2021/armenia-appeals-for-aid"
CASES = ROOT / "tests" / "line" / "cases"
ANSWER_WITHIN = 60.0
"""Seconds that the preview may take to start."""

TERMINAL = """<!doctype html><meta charset="utf-8"><style>
body { margin: 0; background: #1e1f26; color: #e6e6e6; font: 15px/1.45 "DejaVu Sans Mono", "Noto Sans Mono", monospace; }
pre { margin: 0; padding: 18px 22px; font: inherit; }
.i1 { font-weight: bold } .i31 { color: #ff7b72 } .i33 { color: #e3b341 } .i32 { color: #7ee787 } .i94 { color: #79c0ff }
</style><pre>%s</pre>"""
"""A terminal as a page, with the inks of the reports (ECMA-48)."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        return


def take(browser: Browser, address: str, file: Path, width: int, height: int, *, whole: bool = False) -> None:
    """Photograph a page in the light colours, one dot for each pixel; with `whole`, as high as its content."""
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light", device_scale_factor=1)
    page.goto(address)
    page.evaluate("document.fonts.ready")
    file.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=file, full_page=whole, animations="disabled")
    page.close()


@contextmanager
def built() -> Iterator[str]:
    """Build the site and serve it; yield its address."""
    with tempfile.TemporaryDirectory() as folder:
        _briefs("build", "-d", folder)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder))
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@contextmanager
def preview(case: str) -> Iterator[str]:
    """Start the preview of a copy of the tests' small site with a broken brief in it; yield the address of that brief."""
    with tempfile.TemporaryDirectory() as folder, socket.socket() as free:
        site = _site_with(case, Path(folder))
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        command = [sys.executable, "-m", "generator", "serve", "--port", str(port), "-f", str(site / "mkdocs.yml")]
        server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            yield _when_it_answers(f"http://127.0.0.1:{port}/briefs/2021/truce/")
        finally:
            server.terminate()
            server.wait()


def terminal(case: str) -> str:
    """Return a page that shows what `briefs check` prints about a broken brief."""
    with tempfile.TemporaryDirectory() as folder:
        site = _site_with(case, Path(folder))
        told = "$ .venv/bin/briefs check\n" + _in_colour(site)
    return TERMINAL % re.sub(r"\x1b\[([\d;]*)m", _span, escape(told.rstrip(), quote=False))


def _in_colour(site: Path) -> str:
    from generator import build
    from generator.reporters import reporter

    config_file = site / "mkdocs.yml"
    text, settings, _ = build.read_settings(config_file)
    inputs = build.gather(site, settings, config_file.name, text)
    checked = build.read_edition(inputs, settings, build.edition_day(None, {}, settings.options.timezone))
    return reporter("text")(checked.findings, checked.texts, colour=True, width=80, checked=len(checked.texts) - 1)


def _span(code: re.Match[str]) -> str:
    inks = [ink for ink in code[1].split(";") if ink not in ("", "0")]
    return f'<span class="{" ".join(f"i{ink}" for ink in inks)}">' if inks else "</span>"


def _site_with(case: str, folder: Path) -> Path:
    site = Path(shutil.copytree(ROOT / "tests" / "line" / "base", folder / "site"))
    settings = site / "mkdocs.yml"
    settings.write_text(f"{settings.read_text('utf-8')}theme: {{name: material, font: false}}\n", "utf-8")
    shutil.copy(CASES / f"{case}.yml", site / "briefs" / "2021" / "truce.yml")
    return site


def _briefs(*words: str) -> None:
    subprocess.run([sys.executable, "-m", "generator", *words], cwd=ROOT, check=True)


def _when_it_answers(address: str) -> str:
    end = time.monotonic() + ANSWER_WITHIN
    while time.monotonic() < end:
        try:
            urlopen(address).close()
            return address
        except (URLError, ConnectionError):
            time.sleep(0.2)
    raise SystemExit(f"The preview did not answer at {address}.")


def main() -> None:
    """Take all pictures."""
    browser_path = find()
    if browser_path is None:
        sys.exit(missing())
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=flags())
        with built() as address:
            take(browser, f"{address}{LEAD}/", README / "brief.png", 1280, 900)
            take(browser, f"{address}{LEAD}/", EDITORS / "page-phone.png", 390, 640)
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder) / "terminal.html"
            page.write_text(terminal("rule-uncited-statement"), "utf-8")
            take(browser, page.as_uri(), EDITORS / "finding.png", 820, 100, whole=True)
        with preview("yaml-colon-in-prose") as address:
            take(browser, address, EDITORS / "preview-findings.png", 1000, 640)
        browser.close()


if __name__ == "__main__":
    main()
