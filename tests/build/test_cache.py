"""With the cache and without it, a check finds the same, whatever was changed in between; and a damaged cache is none."""

import sqlite3
from collections.abc import Callable
from datetime import date as Date
from pathlib import Path

import pytest
from click.testing import CliRunner
from generator.build.shelf import Shelf

from benchmarks.briefs import put, site
from generator.build import Checked, Known, read_edition, read_site
from generator.cli import main
from generator.settings import read
from tests.build.test_hands import inputs_of

DAY = Date(2026, 11, 25)
Files = dict[str, bytes]
ARCHIVE = site(60)
BRIEF, OTHER = [name for name in ARCHIVE if name.startswith("briefs/2")][10:12]
BACKGROUND = next(name for name in ARCHIVE if "/backgrounds/" in name)
EDGES = (
    b"title: 2021\nsources: {mt: {published: 2021, url: 12.50}}\nfigures: [{value: 010, low: 1e3, high: .inf, best: 0x1F}]\n"
    b"window: [true, null, ~, no, 12:30, '12', \"a\\u00e9\"]\n"
)
"""A file of values that YAML and JSON have different forms for."""


def seen(checked: Checked) -> object:
    """Return all that a face can see of what was read."""
    documents = [(key, d.file, d.parsed) for key, d in checked.edition.documents.items()]
    return checked.findings, checked.texts, documents, [(d.file, d.parsed) for d in checked.edition.broken]


def anew(files: Files, day: Date = DAY) -> Checked:
    inputs = inputs_of(files)
    return read_edition(inputs, read(inputs.config, "mkdocs.yml")[0], day)


def again(files: Files, cache: Path, day: Date = DAY, known: Known | None = None) -> Checked:
    inputs = inputs_of(files)
    return read_site(inputs, read(inputs.config, "mkdocs.yml")[0], day, cache=cache, known=known)


def with_(file: str, old: bytes, new: bytes) -> Callable[[Files], Files]:
    def changed(files: Files) -> Files:
        assert old in files[file]
        return {**files, file: files[file].replace(old, new)}

    return changed


CHANGES: dict[str, Callable[[Files], Files]] = {
    "nothing": lambda files: files,
    "a field": with_(BRIEF, b"title: ", b"title: Again "),
    "a field that does not exist": with_(BRIEF, b"status: ", b"statuses: "),
    "an id": with_(BRIEF, b", says ", b", says nobody-"),
    "a slip": with_(BRIEF, b"title: ", b"title: [@"),
    "a background": with_(BACKGROUND, b"title: ", b"reviewed: 2016-01-01\ntitle: "),
    "a setting": with_("mkdocs.yml", b"site_url: https://archive.example.org/\n", b""),
    "values of all kinds": lambda files: {**files, BRIEF: EDGES},
    "a renamed file": lambda files: {name.replace(BRIEF, "briefs/2020/renamed.yml"): data for name, data in files.items()},
    "a deleted file": lambda files: {name: data for name, data in files.items() if name != BACKGROUND},
    "two files with the same bytes": lambda files: {**files, BRIEF: files[OTHER]},
    "an empty file": lambda files: {**files, BRIEF: b""},
}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("cache")
    again({**ARCHIVE, OTHER: EDGES}, folder)
    return (folder / "read.sqlite").read_bytes()


@pytest.fixture
def cache(filled: bytes, tmp_path: Path) -> Path:
    (tmp_path / "read.sqlite").write_bytes(filled)
    return tmp_path


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_seen(change: str, cache: Path) -> None:
    files = CHANGES[change](ARCHIVE)
    known: Known = {}
    again(ARCHIVE, cache, known=known)
    expected = seen(anew(files))
    assert seen(again(files, cache)) == expected
    assert seen(again(files, cache)) == expected
    assert seen(again(files, cache, known=known)) == expected


def test_another_day_is_seen(cache: Path) -> None:
    day = Date(2017, 1, 1)
    assert seen(again(ARCHIVE, cache, day)) == seen(anew(ARCHIVE, day)) != seen(anew(ARCHIVE))


def test_the_cache_is_used(cache: Path) -> None:
    shelf = Shelf(cache / "read.sqlite")
    kept = [data for name, data in ARCHIVE.items() if name.startswith("briefs/")]
    assert len(shelf.take(map(shelf.key, kept))) > len(kept) - 5
    other = Shelf(cache / "read.sqlite", program="another version")
    assert not other.take(map(other.key, kept))


@pytest.mark.parametrize("damage", [b"", b"no database", None], ids=["empty", "other bytes", "cut"])
def test_a_damaged_cache_is_none_and_is_mended(damage: bytes | None, cache: Path) -> None:
    file = cache / "read.sqlite"
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 3] if damage is None else damage)
    expected = seen(anew(ARCHIVE))
    for _ in range(3):
        assert seen(again(ARCHIVE, cache)) == expected
    shelf = Shelf(file)
    assert shelf.take([shelf.key(ARCHIVE[BRIEF])])


@pytest.mark.parametrize("byte", [b"\xff", b"x", b"{"])
def test_changed_lines_are_not_believed(byte: bytes, cache: Path) -> None:
    with sqlite3.connect(cache / "read.sqlite") as database:
        for key, line in database.execute("select key, line from kept").fetchall():
            changed = line.encode()[:40] + byte + line.encode()[41:]
            database.execute("update kept set line = cast(? as text) where key = ?", (changed, key))
    assert seen(again(ARCHIVE, cache)) == seen(anew(ARCHIVE))


def test_lines_that_fit_and_are_no_json_are_read_anew(cache: Path) -> None:
    shelf = Shelf(cache / "read.sqlite")
    keys = {shelf.key(data) for name, data in ARCHIVE.items() if name.startswith("briefs/")}
    shelf.put(dict.fromkeys(keys, '{"":"no number"}'), keys)
    assert seen(again(ARCHIVE, cache)) == seen(anew(ARCHIVE))


def test_a_cache_that_cannot_be_written_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert seen(again(ARCHIVE, tmp_path / "file")) == seen(anew(ARCHIVE))


def test_what_nobody_wants_any_more_is_let_go(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "read.sqlite")
    shelf.put({str(number): "{}" for number in range(10)}, set(map(str, range(10))))
    shelf.put({"new": "{}"}, {"new", "1"})
    assert set(shelf.take([*map(str, range(10)), "new"])) == {"new", "1"}


def test_no_cache_keeps_nothing_and_finds_the_same(tmp_path: Path) -> None:
    words = ["check", "-f", str(put(tmp_path, ARCHIVE) / "mkdocs.yml"), "--as-of", "2026-11-25"]
    without = CliRunner().invoke(main, [*words, "--no-cache"]).output
    assert not (tmp_path / ".cache").exists()
    assert [CliRunner().invoke(main, words).output for _ in range(2)] == [without] * 2 != [""] * 2
    assert (tmp_path / ".cache/briefs/read.sqlite").is_file()
