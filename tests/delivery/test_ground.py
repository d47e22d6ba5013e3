"""Folders as they are: links in the way and out of the site, mounts, folders that nobody may write, disks without hard links."""

import errno
import os
import shutil
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from generator.delivery import Undelivered, exchange
from tests.delivery.sites import NEW, OLD, bring, stamps, standing
from tests.nobody import as_nobody
from tests.systems import posix

either_way = pytest.mark.parametrize("piecewise", [False, True], ids=["at once", "file by file"])


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder with what must not change."""
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "index.html").write_text("outside")
    (folder / "a").mkdir()
    return folder


@posix
@either_way
@pytest.mark.parametrize(
    "in_the_way", ["briefs", "briefs/2021", "briefs/2022", "index.html", "place", "topic", "SHA256SUMS", "x"]
)
def test_no_link_is_followed_out_of_the_site(tmp_path: Path, outside: Path, in_the_way: str, piecewise: bool) -> None:
    site = tmp_path / "site"
    bring(site, OLD)
    before = stamps(outside)
    place = site / in_the_way
    if place.is_dir():
        shutil.rmtree(place)
    place.unlink(missing_ok=True)
    place.symlink_to(outside / "index.html" if "." in in_the_way or "S" in in_the_way else outside)
    for files in (NEW, OLD, NEW):
        bring(site, files, piecewise=piecewise)
        assert standing(site) == files
        assert stamps(outside) == before
    assert [path.name for path in sorted(outside.iterdir())] == ["a", "index.html"]


@posix
def test_a_link_to_the_site_stays_one(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "disk/site")
    for files in (OLD, NEW, OLD):
        bring(tmp_path / "site", files)
        assert standing(tmp_path / "disk/site") == files
    assert (tmp_path / "site").is_symlink()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["disk", "site"]


@posix
def test_a_link_in_place_of_the_workshop_is_not_followed(tmp_path: Path, outside: Path) -> None:
    before = stamps(outside)
    (tmp_path / ".site.briefs").symlink_to(outside)
    with pytest.raises(Undelivered, match="cannot be written"):
        bring(tmp_path / "site", OLD)
    bring(tmp_path / "site", OLD, cache=tmp_path / "cache")
    assert (standing(tmp_path / "site"), stamps(outside)) == (OLD, before)


@pytest.mark.parametrize("fault", [errno.EXDEV, errno.EBUSY, errno.EACCES])
def test_a_folder_that_cannot_change_places_is_filled_file_by_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: int
) -> None:
    site = tmp_path / "site"
    bring(site, OLD)
    folder = site.stat().st_ino

    def refuse(*_: Path) -> None:
        raise OSError(fault, os.strerror(fault))

    monkeypatch.setattr("generator.delivery.beside.exchange", refuse)
    for files in (NEW, OLD, NEW):
        bring(site, files)
        before = stamps(site)
        assert not bring(site, files)[1]
        assert (standing(site), stamps(site), site.stat().st_ino) == (files, before, folder)
    assert not list(site.glob(".*"))


def test_a_mounted_folder_keeps_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    bring(site, OLD)
    folder = site.stat().st_ino
    monkeypatch.setattr(os.path, "ismount", lambda path: path == site)
    bring(site, NEW)
    assert (standing(site), site.stat().st_ino) == (NEW, folder)


def test_without_hard_links_files_are_copied_with_their_times(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    site = tmp_path / "site"
    bring(site, OLD)
    times = {name: time for name, (_, time) in stamps(site).items()}
    for files in (NEW, OLD, NEW):
        _, asked = bring(site, files)
        assert standing(site) == files
        assert {name: stamps(site)[name][1] for name in ("about/index.html", "robots.txt")}.items() <= times.items()
        assert not {"about/index.html", "robots.txt"} & set(asked)


def test_two_steps_where_the_system_has_no_single_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "_at_once", lambda one, other: False)
    for files in (OLD, NEW, OLD):
        bring(tmp_path / "site", files)
        assert standing(tmp_path / "site") == files
    (tmp_path / "site").rename(tmp_path / ".site.briefs/aside")  # a process ended between the two
    assert bring(tmp_path / "site", OLD)[1] == []
    assert standing(tmp_path / "site") == OLD
    shutil.copytree(tmp_path / "site", tmp_path / ".site.briefs/aside")  # or right after them
    folder = (tmp_path / "site").stat().st_ino
    bring(tmp_path / "site", NEW)
    assert (standing(tmp_path / "site"), (tmp_path / "site").stat().st_ino == folder) == (NEW, False)


def test_a_file_in_place_of_the_folder_stays(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine")
    with pytest.raises(Undelivered, match="is no folder"):
        bring(tmp_path / "site", OLD)
    assert (tmp_path / "site").read_text() == "mine"


@posix
@pytest.mark.parametrize("closed", ["the site", "the folder above", "both"])
def test_a_folder_that_nobody_may_write_is_left_alone_with_a_plain_word(closed: str) -> None:
    """Done by a user without rights, for root has them all."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        above, cache = Path(folder) / "above", Path(folder) / "cache"
        site = above / "site"
        bring(site, OLD)
        shutil.rmtree(above / ".site.briefs")
        cache.mkdir(mode=0o777)
        cache.chmod(0o777)
        inside = [site, *(path for path in site.rglob("*") if path.is_dir())]
        shut = [*(inside if closed != "the folder above" else []), *([above] if closed != "the site" else [])]
        for path in [above, *above.rglob("*")]:
            path.chmod(0o555 if path in shut else 0o777 if path.is_dir() else 0o644)
        said = as_nobody(partial(told, site, cache))
        for path in shut:
            path.chmod(0o755)
        if closed == "the folder above":
            assert (said, standing(site)) == ("", NEW)
        else:
            assert said == f"{site} could not be written: Permission denied. The site that was there is as it was."
            assert standing(site) == OLD


def told(site: Path, cache: Path) -> str:
    """Deliver a site; return what is said of it."""
    try:
        bring(site, NEW, cache=cache)
    except Undelivered as error:
        return str(error)
    return ""
