"""A site is published whole, touched where it changed alone, provably the same again, and the same when made in parts."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.build.small import DAY, FILES, contents, put, run, stamped
from tests.site.conftest import EDIT, PUBLIC, Site
from tests.systems import posix

PLACES = {"SITE_URL": PUBLIC, "EDIT_URI": EDIT}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return put(tmp_path / "source")


def build(source: Path, *words: object) -> None:
    done = run("generator", "build", "--as-of", DAY, *words, at=source, **PLACES)
    assert done.returncode == 0, done.stderr


def test_every_file_is_in_the_list_of_the_site(small: Site) -> None:
    names = {line.split("  ", 1)[1] for line in (small.folder / "SHA256SUMS").read_text("utf-8").splitlines()}
    assert names == contents(small.folder).keys() - {"SHA256SUMS"}


def test_a_change_touches_what_shows_it_and_nothing_else(source: Path) -> None:
    build(source)
    before = stamped(source / "site")
    build(source)
    assert stamped(source / "site") == before
    brief = "briefs/2021/the-truce.yml"
    put(source, {brief: FILES[brief].replace("A truce was agreed", "A truce was signed")})
    (source / "site/about/index.html").write_text("by hand")
    build(source)
    after = stamped(source / "site")
    changed = {name for name in before if before[name] != after[name]}
    assert "briefs/2021/the-truce/index.html" in changed
    assert after["about/index.html"][0] == before["about/index.html"][0]
    assert {name for name in changed if before[name][0] == after[name][0]} == {"about/index.html"}
    put(source, {brief: FILES[brief]})
    folder = (source / "site").stat().st_ino
    build(source, "--no-cache", "--in-place")
    assert (source / "site").stat().st_ino == folder
    assert contents(source / "site") == {name: data for name, (data, _) in before.items()}


def test_a_second_build_from_nothing_has_the_same_bytes(source: Path) -> None:
    done = run("generator", "build", "--as-of", DAY, "--verify", at=source, **PLACES)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (0, "Built again from nothing, with the same bytes.")


def test_a_second_build_that_differs_is_told(source: Path) -> None:
    """A hook writes down the time zone: what no site should show."""
    hook = "import os\ndef on_page_content(html, **_):\n    return html + '<p>' + os.environ.get('TZ', 'none') + '</p>'\n"
    put(source, {"hook.py": hook, "mkdocs.yml": FILES["mkdocs.yml"] + "hooks: [hook.py]\n"})
    done = run("generator", "build", "--as-of", DAY, "--verify", at=source, **PLACES)
    assert done.returncode == 1
    assert "about/index.html differs from byte" in done.stderr
    assert "A second build differs in" in done.stderr


@pytest.mark.parametrize("of", [2, 3])
def test_the_parts_of_several_machines_make_the_same_site(small: Site, tmp_path: Path, of: int) -> None:
    folders = []
    for number in range(1, of + 1):
        machine = put(tmp_path / f"machine-{number}")
        build(machine, "--shard", f"{number}/{of}", "-d", tmp_path / f"part-{number}")
        folders.append(tmp_path / f"part-{number}")
        assert len(contents(folders[-1])) < len(contents(small.folder)) * 0.8
    done = run("generator", "assemble", "-d", tmp_path / "site", *folders, at=small.source)
    assert done.returncode == 0, done.stderr
    assert contents(tmp_path / "site") == contents(small.folder)
    if of == 3:
        done = run("generator", "assemble", "-d", tmp_path / "site", *folders[:2], at=small.source)
        assert (done.returncode, "part 3 is missing" in done.stderr) == (1, True)
        assert contents(tmp_path / "site") == contents(small.folder)


@pytest.mark.parametrize("words", [["--shard", "4/3", "-d", "x"], ["--shard", "1/2"], ["--shard", "1/2", "-d", "x", "--verify"]])
def test_a_share_that_cannot_be_is_wrong_usage(source: Path, words: list[str]) -> None:
    assert run("generator", "build", *words, at=source).returncode == 2


@posix
def test_a_build_that_is_killed_leaves_the_old_site_and_a_sound_cache(source: Path) -> None:
    build(source)
    before = stamped(source / "site")
    brief = "briefs/2021/the-truce.yml"
    put(source, {brief: FILES[brief].replace("A truce was agreed", "A truce was signed")})
    for moment in (0.3, 0.8, 1.2, 1.6):
        words = [sys.executable, "-m", "mkdocs", "build", "-q"]
        environment = {**os.environ, **PLACES, "SOURCE_DATE_EPOCH": "1638316800", "NO_MKDOCS_2_WARNING": "1"}
        process = subprocess.Popen(words, cwd=source, env=environment, stderr=subprocess.DEVNULL, start_new_session=True)
        time.sleep(moment)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if (now := stamped(source / "site")) != before:
            assert b"A truce was signed" in now["index.html"][0] + now["briefs/2021/the-truce/index.html"][0]
            break
    build(source)
    fresh = put(source.parent / "fresh", {**FILES, brief: (source / brief).read_text("utf-8")})
    build(fresh)
    assert contents(source / "site") == contents(fresh / "site")
