"""What a preview notices of its files, however the disk numbers them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from watchdog.utils.dirsnapshot import DirectorySnapshot, DirectorySnapshotDiff

from generator.publish.live import told


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
    deleted_and_made_anew: {"file", "first", "second"},
}


@pytest.mark.parametrize("change", CHANGES)
def test_every_file_that_comes_goes_or_changes_is_noticed_as_a_file(change: Callable[[Path], None], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("words")
    (tmp_path / "folder").mkdir()
    before = DirectorySnapshot(str(tmp_path), stat=told)
    change(tmp_path)
    found = DirectorySnapshotDiff(before, DirectorySnapshot(str(tmp_path), stat=told))
    noticed = {*found.files_created, *found.files_deleted, *found.files_modified}
    assert {Path(str(path)).name for path in noticed} == CHANGES[change]
    assert not found.files_moved
    assert not found.dirs_moved
