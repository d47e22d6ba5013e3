"""What a preview notices of its files, however the disk numbers them."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any

import pytest
from watchdog.events import FileSystemEventHandler

from generator.live import Lookout, Showcase, keep_alive, state


def replaced_by_a_file(site: Path) -> None:
    (site / "folder").rmdir()
    (site / "folder").write_text("words")


def replaced_by_a_folder(site: Path) -> None:
    (site / "file").unlink()
    (site / "file").mkdir()


def moved(site: Path) -> None:
    (site / "file").rename(site / "other")


def saved_by_another_file(site: Path) -> None:
    (site / "new").write_text("drowS")
    (site / "new").replace(site / "file")


def deleted_and_made_anew(site: Path) -> None:
    (site / "file").unlink()
    (site / "folder").rmdir()
    (site / "first").write_text("words")  # this gets the number of one of the two
    (site / "second").write_text("words")


CHANGES: dict[Callable[[Path], None], set[str]] = {
    replaced_by_a_file: {"folder"},
    replaced_by_a_folder: {"file"},
    moved: {"file", "other"},
    saved_by_another_file: {"file"},
    deleted_and_made_anew: {"file", "folder", "first", "second"},
}


@pytest.mark.parametrize("change", CHANGES)
def test_every_file_that_comes_goes_or_changes_is_noticed(change: Callable[[Path], None], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("words")
    (tmp_path / "folder").mkdir()
    before = state(str(tmp_path), recursive=True)
    change(tmp_path)
    now = state(str(tmp_path), recursive=True)
    noticed = {path for path in {*before, *now} if before.get(path) != now.get(path)}
    assert {Path(path).name for path in noticed} == CHANGES[change]


def test_who_looks_is_told_of_what_changes_and_of_nothing_else(tmp_path: Path) -> None:
    told, lookout = Event(), Lookout()
    handler = FileSystemEventHandler()
    handler.on_any_event = lambda event: told.set()  # type: ignore[method-assign]
    (tmp_path / "away").mkdir()
    for path in ("away", "single"):
        lookout.schedule(handler, str(tmp_path / path), recursive=True)
    lookout.start()
    for change, seen in (
        (lambda: (tmp_path / "other").write_text("words"), False),
        (lambda: (tmp_path / "away" / ".file.swp").write_text("words"), False),
        (lambda: (tmp_path / "away").rename(tmp_path / "gone"), True),
        (lambda: (tmp_path / "gone").rename(tmp_path / "away"), True),
        (lambda: (tmp_path / "away" / "file").write_text("words"), True),
        (lambda: (tmp_path / "single").write_text("words"), True),
    ):
        told.clear()
        change()
        assert told.wait(2 if seen else 1) == seen
    lookout.stop()
    lookout.join()


class Served:
    """A server as far as `keep_alive` knows one: it answers with what is in the folder, after `meanwhile` has happened."""

    mount_path = "/"
    observer = SimpleNamespace(emitters=())

    def __init__(self, root: Path, build: Callable[[], None]) -> None:
        self.root, self.builder = str(root), build
        self.meanwhile: Callable[[], object] = bool
        self.error_handler: Callable[[int], bytes | None] = lambda code: None
        self.application: Any = self._answer

    def _answer(self, environ: dict[str, Any], start_response: Callable[..., object]) -> Iterator[bytes]:
        shown = (Path(self.root) / "index.html").read_bytes()
        self.meanwhile()
        start_response("200 OK", [])
        return iter((shown,))

    def get_app(self) -> Any:
        return self.application

    def set_app(self, application: Any) -> None:
        self.application = application

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None: ...

    def unwatch(self, path: str) -> None: ...

    def ask(self) -> tuple[str, bytes]:
        said: list[str] = []
        found = self.application({"PATH_INFO": "/", "HTTP_HOST": "localhost"}, lambda status, headers: said.append(status))
        return said[-1], b"".join(found)


def test_what_was_built_while_somebody_asked_is_what_they_get(tmp_path: Path) -> None:
    showcase, words = Showcase(), "before"

    def build() -> None:
        if words == "broken":
            raise ValueError("nothing was built")
        showcase.fill(lambda name: words.encode() if name == "index.html" else None, ())

    served = Served(tmp_path, build)
    keep_alive(served, lambda line: None, tmp_path / "mkdocs.yml", showcase, lambda: False)
    (tmp_path / "mkdocs.yml").write_text("")
    served.builder()
    assert served.ask() == ("200 OK", b"before")

    def once() -> None:
        served.meanwhile = bool
        served.builder()

    words, served.meanwhile = "after", once
    assert served.ask() == ("200 OK", b"after")
    words, served.meanwhile = "broken", once
    status, shown = served.ask()
    assert status == "500 Internal Server Error"
    assert b"nothing was built" in shown


@pytest.mark.parametrize("fails", [False, True])
def test_what_only_a_build_has_seen_is_noticed_when_it_is_gone_again(tmp_path: Path, fails: bool) -> None:
    told, lookout, handler = list[object](), Lookout(), FileSystemEventHandler()
    handler.on_any_event = told.append  # type: ignore[assignment, method-assign]
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "file").write_text("words")
    (tmp_path / "mkdocs.yml").write_text("site_name: A site\n")
    lookout.schedule(handler, str(tmp_path), recursive=True)

    def build() -> None:
        (tmp_path / "folder").rename(tmp_path / ".away")
        if fails:
            raise OSError("there is no folder")

    served = Served(tmp_path, build)
    keep_alive(served, lambda line: None, tmp_path / "mkdocs.yml", Showcase(), lambda: False)
    served.observer = lookout  # type: ignore[assignment]
    served.builder()
    seen = len(told)
    (tmp_path / ".away").rename(tmp_path / "folder")
    lookout.look()
    assert len(told) > seen
