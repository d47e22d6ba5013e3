"""A build is killed, runs out of space or meets another: there is the old site or the new one, and the next build is right."""

import os
import random
import shutil
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.delivery import Undelivered, deliver, exchange
from generator.delivery.workshop import workshop
from tests.delivery.sites import NEW, OLD, Files, bring, keys, python, stamps, standing
from tests.systems import posix

STEPS = (
    "open",
    "os.link",
    "os.remove",
    "os.rename",
    "os.mkdir",
    "os.rmdir",
    "os.chmod",
    "os.chown",
    "os.scandir",
    "ctypes.dlsym",
)
"""What the interpreter tells before it does it: every step of a delivery that changes the disk is among these."""


def killed(step: int, work: Callable[..., object], *given: object, **options: object) -> bool:
    """Do some work in a copy of this process that is killed right before its step of this number; tell whether there was one."""
    process = os.fork()
    if process == 0:
        left = [step]

        def count(event: str, details: object) -> None:
            if event in STEPS:
                left[0] -= 1
                if left[0] == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        try:
            sys.addaudithook(count)
            work(*given, **options)
            os._exit(0)
        finally:
            os._exit(1)
    _, status = os.waitpid(process, 0)
    assert not os.WIFEXITED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status)


def with_a_spare(site: Path) -> None:
    for files in (OLD, NEW, OLD):
        bring(site, files)


def without_one(site: Path) -> None:
    bring(site, OLD)
    shutil.rmtree(site.parent / ".site.briefs")


BEFORE = {"a first build": lambda site: None, "a spare": with_a_spare, "no spare": without_one}


@posix
@pytest.mark.parametrize("before", BEFORE)
def test_killed_at_any_step_the_old_or_the_new_site_is_there(tmp_path: Path, before: str) -> None:
    old: Files | None = None if before == "a first build" else OLD
    seen, step = set[bool](), 0
    while True:
        step += 1
        site = tmp_path / str(step) / "site"
        BEFORE[before](site)
        stamped = stamps(site) if old else {}
        if not killed(step, bring, site, NEW):
            break
        now = standing(site) if site.exists() else None
        assert now in (old, NEW), step
        seen.add(now == NEW)
        if old and now == old:
            assert stamps(site) == stamped
        killed(1 + step * 7 % 30, bring, site, NEW)  # and the next one dies as well
        now = standing(site) if site.exists() else None
        assert now in (old, NEW), step
        bring(site, NEW)
        assert standing(site) == NEW
        bring(site, OLD)
        assert standing(site) == OLD
        assert len(list((tmp_path / str(step)).iterdir())) == 2
    assert seen == {True, False}
    assert step > 20


@posix
@pytest.mark.parametrize("how", ["file by file", "in two steps"])
def test_where_folders_cannot_change_places_at_once_the_next_build_finishes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    monkeypatch.setattr(exchange, "_at_once", lambda one, other: False)
    step = 0
    while True:
        step += 1
        site = tmp_path / str(step) / "site"
        with_a_spare(site)
        if not killed(step, bring, site, NEW, piecewise=how == "file by file"):
            break
        for path in site.rglob("[!.]*"):
            name = path.relative_to(site).as_posix()
            if path.is_file() and "/." not in f"/{name}" and name != "SHA256SUMS":
                assert path.read_text() in (OLD.get(name), NEW.get(name)), step
        killed(1 + step * 7 % 30, bring, site, NEW, piecewise=how == "file by file")
        bring(site, NEW)
        assert standing(site) == NEW
        bring(site, OLD)
        assert standing(site) == OLD
    assert step > 20


@posix
def test_many_builds_that_are_killed_at_random_never_show_half_a_site(tmp_path: Path) -> None:
    """Three sites follow one another; each build is killed after a while, however far it came."""
    chance, site = random.Random(8), tmp_path / "site"
    states = [OLD, NEW, {**OLD, **{f"briefs/2020/{number}/index.html": str(number) for number in range(60)}}]
    bring(site, OLD)
    for _ in range(120):
        files = chance.choice(states)
        killed(chance.randrange(1, 120), bring, site, files)
        assert standing(site) in states


@posix
@pytest.mark.parametrize("room", range(0, 1200, 100))
def test_a_full_disk_leaves_the_old_site(tmp_path: Path, room: int) -> None:
    """The system lets no file grow beyond so many bytes: that is what a full disk looks like to a program."""
    site = tmp_path / "site"
    with_a_spare(site)
    before = stamps(site)
    code = """
import resource, signal, sys
from pathlib import Path
from tests.delivery.sites import NEW, bring
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
bring(Path(sys.argv[1]), NEW)
"""
    done = python(code, site, room)
    if done.returncode:
        assert "could not be written: File too large. The site that was there is as it was." in done.stderr
        assert (standing(site), stamps(site)) == (OLD, before)
        assert not (tmp_path / ".site.briefs/next").exists()  # the room that it took is given back
    assert bring(site, NEW)[0].written
    assert standing(site) == NEW


def test_a_build_that_is_interrupted_leaves_the_old_site(tmp_path: Path) -> None:
    bring(tmp_path / "site", OLD)

    def made(names: object) -> object:
        yield "index.html", b"new"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        deliver(tmp_path / "site", keys(NEW), made)  # type: ignore[arg-type]
    assert standing(tmp_path / "site") == OLD
    bring(tmp_path / "site", NEW)
    assert standing(tmp_path / "site") == NEW


def test_a_second_build_waits_for_the_first(tmp_path: Path) -> None:
    site, said = tmp_path / "site", list[str]()
    bring(site, OLD)
    with workshop(site, None, said.append):
        second = threading.Thread(target=lambda: bring(site, NEW, say=said.append))
        second.start()
        while not said:
            second.join(0.01)
        assert "Another build" in said[0]
        assert standing(site) == OLD
    second.join()
    assert standing(site) == NEW


def test_a_second_build_gives_up_and_says_why(tmp_path: Path) -> None:
    with (
        workshop(tmp_path / "site", None, print),
        pytest.raises(Undelivered, match="Another build"),
        workshop(tmp_path / "site", None, print, patience=0.05),
    ):
        raise AssertionError("both are in")


@posix
def test_builds_at_the_same_time_do_not_mix(tmp_path: Path) -> None:
    site = tmp_path / "site"
    bring(site, OLD)
    workers = []
    for number in range(8):
        process = os.fork()
        if process == 0:
            try:
                bring(site, NEW if number % 2 else OLD)
                os._exit(0)
            finally:
                os._exit(1)
        workers.append(process)
    assert [os.waitpid(process, 0)[1] for process in workers] == [0] * 8
    assert standing(site) in (OLD, NEW)
    bring(site, NEW)
    assert standing(site) == NEW
