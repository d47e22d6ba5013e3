"""No byte of an editor's file is lost: what `new`, `init` and `check --fix` write is there whole or not at all, at any moment."""

import errno
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import generator.fix
from generator.cli.parts import saving
from generator.cli.parts.saving import create_file, replace_file
from tests.build.small import FILES, contents
from tests.cli.conftest import Briefs
from tests.systems import posix

SLIP = "briefs/2021/the-appeal.yml"
WRONG = FILES[SLIP].replace("title:", "titel:", 1).encode()
OLD, NEW = b"old\n" * 50_000, b"new\n" * 40_000
NEW_BRIEF = ("new", "The bridge reopens", "--date", "2021-11-20")
NEW_FILE = "briefs/2021/the-bridge-reopens.yml"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "a.yml").write_bytes(OLD)
    return tmp_path / "a.yml"


def leftovers(folder: Path) -> Iterator[Path]:
    return folder.rglob("*.tmp")


def dies(work: Callable[[], object], when: Callable[[int], None]) -> int:
    """Do work in a copy of this process, which `when` may end; return how that ended."""
    child = os.fork()
    if not child:
        with suppress(BaseException):
            work()
            os._exit(0)
        os._exit(1)
    when(child)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def until_line(number: int, work: Callable[[], object]) -> Callable[[], None]:
    """Let work be killed when it has come to so many lines of the module that saves."""

    def killed() -> None:
        left = number

        def trace(frame: FrameType, event: str, argument: Any) -> Any:
            nonlocal left
            if frame.f_code.co_filename != saving.__file__:
                return None
            left -= event == "line"
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return trace

        sys.settrace(trace)
        work()

    return killed


@posix
@pytest.mark.parametrize("new", [False, True])
def test_whoever_is_killed_at_any_line_leaves_the_old_file_or_the_new_one(path: Path, new: bool) -> None:
    seen = set()
    for line in range(200):
        path.write_bytes(OLD)
        other = path.with_name("b.yml")
        other.unlink(missing_ok=True)
        work = (lambda: create_file(path.parent, Path("b.yml"), NEW)) if new else (lambda: replace_file(path, OLD, NEW))
        ended = dies(until_line(line, work), lambda child: None)
        found = (other.read_bytes() if other.exists() else None) if new else path.read_bytes()
        assert found in ((None, NEW) if new else (OLD, NEW)), line
        seen.add(found)
        for left in leftovers(path.parent):
            left.unlink()
        if ended == 0:
            break
    assert ended == 0
    assert len(seen) == 2
    assert path.read_bytes() == (OLD if new else NEW)


@posix
def test_whoever_is_killed_at_any_moment_leaves_a_whole_file(path: Path) -> None:
    def again_and_again() -> None:
        for _ in range(10_000):
            replace_file(path, OLD, NEW)
            replace_file(path, NEW, OLD)

    for number in range(40):
        path.write_bytes(OLD)

        def kill(child: int, number: int = number) -> None:
            time.sleep(0.001 + number * 0.0007)
            os.kill(child, signal.SIGKILL)

        assert dies(again_and_again, kill) == -signal.SIGKILL
        assert path.read_bytes() in (OLD, NEW)


def test_a_file_keeps_its_mode_and_nothing_is_left_beside_it(path: Path) -> None:
    path.chmod(0o640)
    assert replace_file(path, OLD, NEW) == ""
    assert path.read_bytes() == NEW
    assert os.name != "posix" or path.stat().st_mode & 0o777 == 0o640
    assert [found.name for found in path.parent.iterdir()] == ["a.yml"]


def test_a_file_that_was_saved_meanwhile_is_left_as_it_is(path: Path) -> None:
    path.write_bytes(b"saved by an editor\n")
    assert "was changed meanwhile" in replace_file(path, OLD, NEW)
    path.unlink()
    assert "cannot be written" in replace_file(path, OLD, NEW)
    assert list(path.parent.iterdir()) == []


@posix
def test_links_and_what_is_no_file_are_left_as_they_are(path: Path) -> None:
    link, pipe, folder = (path.with_name(name) for name in ("link.yml", "pipe.yml", "folder.yml"))
    link.symlink_to(path)
    os.mkfifo(pipe)
    folder.mkdir()
    assert "is a link" in replace_file(link, OLD, NEW)
    assert "is something else" in replace_file(pipe, OLD, NEW)
    assert "is a folder" in replace_file(folder, OLD, NEW)
    assert path.read_bytes() == OLD


def test_read_only_files_are_left_as_they_are(path: Path) -> None:
    path.chmod(0o444)
    assert "read-only" in replace_file(path, OLD, NEW)
    path.chmod(0o644)
    assert path.read_bytes() == OLD


@pytest.mark.parametrize("step", ["fsync", "write"])
def test_a_full_disk_leaves_the_old_file_and_nothing_beside_it(path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    def full(*arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    if step == "fsync":
        monkeypatch.setattr(os, "fsync", full)
    else:
        monkeypatch.setattr(os, "open", full)
    assert replace_file(path, OLD, NEW) == "cannot be written: No space left on device."
    assert create_file(path.parent, Path("b.yml"), NEW) == "cannot be written: No space left on device."
    monkeypatch.undo()
    assert contents(path.parent) == {"a.yml": OLD}


@posix
@pytest.mark.parametrize("linked", [True, False])
def test_a_new_file_takes_no_name_that_is_taken(path: Path, monkeypatch: pytest.MonkeyPatch, linked: bool) -> None:
    if not linked:  # as on a memory card

        def no_second_name(*arguments: object) -> None:
            raise OSError(errno.EPERM, "Operation not permitted")

        monkeypatch.setattr(os, "link", no_second_name)
    path.with_name("folder.yml").mkdir()
    path.with_name("link.yml").symlink_to("nowhere")
    for name, what in (("a.yml", "a file"), ("folder.yml", "a folder"), ("link.yml", "a link")):
        assert create_file(path.parent, Path(name), NEW) == f"is {what} already; it was left as it is."
    for name, what in (("a.yml", "a file"), ("link.yml", "a link")):
        assert f"{name} is {what}, and no folder" in create_file(path.parent, Path(name) / "b.yml", NEW)
    path.with_name("to-outside").symlink_to("/tmp", target_is_directory=True)
    assert "to-outside is a link" in create_file(path.parent, Path("to-outside/sub/b.yml"), NEW)
    assert create_file(path.parent, Path("c/d/e.yml"), NEW) == ""
    assert contents(path.parent) == {"a.yml": OLD, "c/d/e.yml": NEW}
    assert not list(leftovers(path.parent))


@posix
def test_a_fix_tells_what_it_could_not_write_and_what_it_could(briefs: Briefs, site: Path) -> None:
    for file in (SLIP, "briefs/2021/the-truce.yml"):
        (site / file).write_bytes(FILES[file].replace("title:", "titel:", 1).encode())
    (site / SLIP).chmod(0o444)
    done = briefs("check", "--fix")
    assert done.exit_code == 1
    assert f"{SLIP} is read-only" in done.stderr
    assert "Mended: briefs/2021/the-truce.yml:1" in done.stderr
    assert f"Mended: {SLIP}" not in done.stderr
    assert (site / SLIP).read_bytes() == WRONG
    assert (site / "briefs/2021/the-truce.yml").read_text("utf-8") == FILES["briefs/2021/the-truce.yml"]


@posix
def test_a_fix_writes_through_no_link(briefs: Briefs, site: Path) -> None:
    outside = site.parent / "outside.yml"
    outside.write_bytes(WRONG)
    (site / SLIP).unlink()
    (site / SLIP).symlink_to(outside)
    assert briefs("check", "--fix").exit_code == 1
    assert outside.read_bytes() == WRONG


def test_a_fix_overwrites_nothing_that_was_saved_while_it_was_thinking(
    briefs: Briefs, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (site / SLIP).write_bytes(WRONG)
    mend = generator.fix.fix

    def slowly(*arguments: Any) -> Any:
        (site / SLIP).write_bytes(WRONG + b"# saved\n")
        return mend(*arguments)

    monkeypatch.setattr("generator.fix.fix", slowly)
    done = briefs("check", "--fix")
    assert (done.exit_code, "was changed meanwhile" in done.stderr) == (1, True)
    assert (site / SLIP).read_bytes() == WRONG + b"# saved\n"


@posix
@pytest.mark.parametrize("what", ["link", "folder", "year is a link", "year is a file"])
def test_a_new_brief_is_written_over_nothing(briefs: Briefs, site: Path, what: str) -> None:
    outside = site.parent / "outside"
    outside.mkdir()
    if what.startswith("year"):
        for path in (site / "briefs/2021").iterdir():
            path.unlink()
        (site / "briefs/2021").rmdir()
        (site / "briefs/2021").symlink_to(outside) if "link" in what else (site / "briefs/2021").write_bytes(b"x")
    elif what == "link":
        (site / NEW_FILE).symlink_to(outside / "x.yml")
    else:
        (site / NEW_FILE).mkdir()
    made = briefs(*NEW_BRIEF, "--slug", "the-bridge-reopens")
    assert made.exit_code == 1
    assert ("already" if what == "link" else what.rpartition("a ")[2]) in made.output
    assert list(outside.iterdir()) == []


def test_another_site_says_what_is_there_already(briefs: Briefs, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    for name in "abcde":
        (other / name).write_text("kept")
    made = briefs("init", other)
    assert (made.exit_code, "holds files already: a, b, c and 2 more." in made.output) == (2, True)
    assert sorted(path.name for path in other.iterdir()) == list("abcde")
    (tmp_path / "file").write_text("kept")
    made = briefs("init", tmp_path / "file" / "below")
    assert (made.exit_code, "cannot be written" in made.output) == (1, True)


def test_a_new_brief_in_a_closed_folder_is_refused(briefs: Briefs, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "is_symlink", refuse)
    made = briefs(*NEW_BRIEF)
    assert (made.exit_code, f"{NEW_FILE} cannot be written: Permission denied." in made.output) == (1, True)


@pytest.mark.parametrize("command", [["init"], ["write"]])
def test_a_folder_that_cannot_be_opened_is_told(
    briefs: Briefs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    (tmp_path / "closed").mkdir()

    def refuse(path: Path) -> Iterator[Path]:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "iterdir", refuse)
    made = briefs(*command, tmp_path / "closed")
    assert (made.exit_code, "cannot be opened: Permission denied." in made.output) == (1, True)
