"""The preview lives: whatever happens to the files, it answers, and needs no restart; and it serves this computer alone."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.live import is_here
from tests.build.small import CONFIG, FILES, put
from tests.preview.edits import clear, mend
from tests.preview.run import run
from tests.preview.running import ROOT, Preview, preview
from tests.systems import posix

pytestmark = [pytest.mark.site, posix]
TRUCE = "/briefs/2021/the-truce/"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    folder = tmp_path_factory.mktemp("lives")
    (folder / "site").mkdir()
    mend(folder / "site")
    with preview(folder / "site", folder / "log") as running:
        yield running
    assert "Traceback" not in (folder / "log").read_text("utf-8", "replace")


def test_it_answers_this_computer_alone(server: Preview) -> None:
    names = (
        "evil.example",
        "evil.example:80",
        f"evil.example:{server.port}",
        "127.0.0.1.evil.example",
        "10.0.0.7",
        "",
        "@",
        "[::1",
    )
    assert {server.ask(TRUCE, host=name)[0] for name in names if name} == {421}
    assert "A truce" not in server.ask(TRUCE, host="evil.example")[1]
    assert server.ask("/livereload/0/0", host="evil.example")[0] == 421
    here = (f"localhost:{server.port}", f"127.0.0.1:{server.port}", f"[::1]:{server.port}", "LOCALHOST", "127.0.0.1")
    assert {server.ask(TRUCE, host=name)[0] for name in here} == {200}
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as bare:
        bare.sendall(f"GET {TRUCE} HTTP/1.0\r\n\r\n".encode())
        assert b" 421 " in bare.recv(100)


def test_it_listens_on_this_computer_alone(server: Preview) -> None:
    """A server of all addresses would answer at a neighbour of its own, which leads to this computer too (RFC 1122)."""
    with socket.socket() as asked:
        asked.settimeout(5)
        assert asked.connect_ex(("127.0.0.2", server.port)) != 0


@pytest.mark.parametrize("folder", ["briefs", "docs", "briefs/2021"])
def test_a_folder_that_was_away_for_a_while_is_followed_again(server: Preview, folder: str) -> None:
    away = server.site / "away"
    (server.site / folder).rename(away)
    server.until("could not be built" if folder == "docs" else "There is no such page", TRUCE)
    away.rename(server.site / folder)
    server.until("A truce was agreed", TRUCE)
    text = FILES["briefs/2021/the-truce.yml"].replace("A truce was agreed", f"Back again, {folder}")
    (server.site / "briefs/2021/the-truce.yml").write_text(text, "utf-8")
    server.until(f"Back again, {folder}", TRUCE)
    mend(server.site)
    server.until("A truce was agreed", TRUCE)


@pytest.mark.parametrize("name", ["docs/about.md", "mkdocs.yml", "docs/circles"])
def test_pipes_and_circles_are_told_and_not_waited_for(server: Preview, name: str) -> None:
    if name == "docs/circles":
        (server.site / name).mkdir()
        for number in range(3):
            (server.site / name / str(number)).symlink_to("..", target_is_directory=True)
    else:
        clear(server.site / name)
        os.mkfifo(server.site / name)
    server.until(f"{name}: This is" if name != "docs/circles" else "docs/circles/0: This is a link", TRUCE)
    mend(server.site)
    server.until("A truce was agreed", TRUCE)


def test_random_edits_never_end_it(server: Preview) -> None:
    outcome = run(server, 60, 1711, pause=0.1)
    assert outcome.lived, outcome.in_words()


def test_what_a_hook_adds_is_there_after_each_save(tmp_path: Path) -> None:
    hook = "def on_page_content(html, **given):\n    return html + '<p>Added by a hook.</p>'\n"
    site = put(tmp_path / "site", {**FILES, "hook.py": hook, "mkdocs.yml": f"{CONFIG}hooks: [hook.py]\n"})
    with preview(site, tmp_path / "log") as server:
        server.until("Added by a hook.", TRUCE)
        text = FILES["briefs/2021/the-truce.yml"].replace("A truce was agreed", "Another truce was agreed")
        (site / "briefs/2021/the-truce.yml").write_text(text, "utf-8")
        server.until("Another truce was agreed", TRUCE)
        assert "Added by a hook." in server.ask(TRUCE)[1]


def test_it_refuses_to_serve_others(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    mend(tmp_path / "site")
    words = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", "0.0.0.0:0"]
    ours = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(words, cwd=tmp_path / "site", env=ours, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 1
    assert "it serves this computer alone" in done.stderr


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "", "a@localhost", "127.0.0.1@evil.example", "[", "0.0.0.0", "::"]
)
def test_other_hosts(host: str) -> None:
    assert not is_here(host)
