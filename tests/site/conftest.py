"""What the tests of the built site share: a browser, and two sites, served below a path. Everything here is marked `site`."""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser import find, flags, missing
from tests.build.small import DAY, put, run

ROOT = Path(__file__).parents[2]
BELOW = "some/path/"
PUBLIC = f"https://desk.example.org/{BELOW}"
EDIT = "https://git.example.org/desk/_edit/main/docs/"


expect.set_options(timeout=30_000)  # milliseconds: the machine may have much else to do


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("site")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find()
    if path is None:
        pytest.fail(missing(), pytrace=False)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=flags())
        yield started
        started.close()


@dataclass(frozen=True)
class Site:
    """A built site: its source, its files, and the address at which it can be read."""

    source: Path
    folder: Path
    address: str


class _Host(SimpleHTTPRequestHandler):
    """A static host as they are: it answers with the site's own page where there is none."""

    def handle(self) -> None:
        with suppress(ConnectionError):  # a browser that leaves before it has read everything
            super().handle()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / BELOW / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        return


@contextmanager
def hosted(source: Path, root: Path) -> Iterator[Site]:
    """Serve the site that was built into `root/some/path`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(root)))
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield Site(source, root / BELOW, f"http://127.0.0.1:{server.server_address[1]}/{BELOW}")
    server.shutdown()
    thread.join()
    server.server_close()


def build(source: Path, root: Path, day: str) -> None:
    """Build a site for its public address into `root/some/path`."""
    done = run("generator", "build", "--strict", "-d", root / BELOW, "--as-of", day, at=source, SITE_URL=PUBLIC, EDIT_URI=EDIT)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The small edition."""
    source, root = put(tmp_path_factory.mktemp("small")), tmp_path_factory.mktemp("small-built")
    build(source, root, DAY)
    with hosted(source, root) as site:
        yield site


def latest_day() -> str:
    """Return the day on which this repository last published a brief: its tests need no other clock."""
    texts = [path.read_text("utf-8") for path in (ROOT / "briefs").glob("2*/*.yml")]
    days: list[str] = [day for text in texts for day in re.findall(r"^published: (\S+)$", text, re.M)]
    return max(days)


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """This repository's own content, as of the day of its latest brief."""
    root = tmp_path_factory.mktemp("real-built")
    build(ROOT, root, latest_day())
    with hosted(ROOT, root) as site:
        yield site


@pytest.fixture(scope="session", params=["small", "real"])
def either(request: pytest.FixtureRequest) -> Site:
    """Each of the two sites."""
    found: Site = request.getfixturevalue(request.param)
    return found
