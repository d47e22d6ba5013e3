"""Whatever stands in the texts of an edition, the published pages keep their structure, show it as typed, and run nothing.

Every text field of every form holds an attack; the pages are compared with those of the same edition with harmless words.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Dialog, Page

from tests.build.small import CONFIG, DAY, put, run
from tests.hostile.dealing import dealt, queues
from tests.hostile.judging import TOKEN, page_differs
from tests.hostile.outputs import FILES, HARMLESS, KINDS, PICTURES
from tests.hostile.test_sample import POOLS
from tests.site import filled
from tests.site.conftest import BELOW, PUBLIC, Site, hosted

ROUNDS = ("our own vectors", "out of the head")


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("harmless"), HARMLESS)


def built(folder: Path, words: Mapping[str, str]) -> Path:
    """Build the filled edition with these words; return the folder that holds `some/path/`."""
    source = put(folder / "source", {"mkdocs.yml": CONFIG, "docs/about.md": "# About\n", **filled.as_yaml(FILES, words)})
    for name, data in PICTURES.items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_bytes(data)
    done = run("generator", "build", "--as-of", DAY, "-d", folder / "built" / BELOW, at=source, SITE_URL=PUBLIC)
    assert done.returncode == 0, done.stderr
    return folder / "built"


@pytest.fixture(scope="module", params=ROUNDS)
def hostile(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, dict[str, str]]]:
    """The site with attacks in its texts, and which attack stands where."""
    words = dealt(queues(POOLS[request.param], KINDS), KINDS)
    folder = tmp_path_factory.mktemp("hostile")
    with hosted(folder / "source", built(folder, words)) as site:
        yield site, words


def published(folder: Path) -> list[Path]:
    """Return the pages of a site, without those at old addresses, which hold no text of an editor's."""
    return [file for file in sorted(folder.rglob("*.html")) if 'http-equiv="refresh"' not in file.read_text("utf-8")]


def test_pages_keep_their_structure_and_show_what_was_typed(hostile: tuple[Site, dict[str, str]], harmless: Path) -> None:
    site, typed = hostile
    pages = [file.relative_to(harmless / BELOW) for file in published(harmless / BELOW)]
    assert len(pages) >= 12
    plain = {page: (harmless / BELOW / page).read_text("utf-8") for page in pages}
    faults = {page: page_differs((site.folder / page).read_text("utf-8"), plain[page], typed) for page in pages}
    assert {page: fault for page, fault in faults.items() if fault} == {}
    seen = {token.lower() for html in plain.values() for token in TOKEN.findall(html)}
    assert len(seen) > len(KINDS) * 0.6


def test_nothing_runs_and_nothing_is_asked_of_another_host(hostile: tuple[Site, dict[str, str]], browser: Browser) -> None:
    site, _ = hostile
    events, marked = visited(site, browser)
    assert marked
    assert events == []


def visited(site: Site, browser: Browser) -> tuple[list[str], int]:
    """Visit every page and search; return all that they did beside showing themselves, and how many words were found."""
    events: list[str] = []
    with browser.new_context() as context:
        visitor = context.new_page()
        watch(visitor, site, events)
        for file in published(site.folder):
            address = urljoin(site.address, file.relative_to(site.folder).as_posix().removesuffix("index.html"))
            visitor.goto(address)
            visitor.mouse.move(200, 200)
            assert visitor.url == address
            assert visitor.title().endswith("The Small Desk")
        visitor.goto(site.address)
        marked = 0
        for query in ("script", "onerror", "alert"):
            visitor.goto(urljoin(site.address, f"search/?q={query}&kind=brief&kind=actor"))
            visitor.locator(".search-found [role=status]:not(:empty)").wait_for()
            visitor.wait_for_load_state("networkidle")
            marked += visitor.locator(".search-found li mark").count()
    return events, marked


def watch(visitor: Page, site: Site, events: list[str]) -> None:
    """Write down all that a page does beside showing itself."""

    def asked(dialog: Dialog) -> None:
        events.append(f"dialog {dialog.message}")
        dialog.dismiss()

    visitor.on("dialog", asked)
    visitor.on("console", lambda said: events.append(f"{said.type} {said.text}"))
    visitor.on("pageerror", lambda error: events.append(f"exception {error}"))
    visitor.on("popup", lambda window: events.append(f"window {window.url}"))
    visitor.on("download", lambda found: events.append(f"download {found.url}"))
    visitor.on("request", lambda request: None if fine(request.url, site) else events.append(f"request {request.url}"))


def fine(address: str, site: Site) -> bool:
    return address.startswith((site.address, "data:image/svg+xml", "blob:"))
