"""With the cache and without it, a check finds the same, whatever was changed in between; and a damaged cache is none."""

import pickle
import shutil
from collections.abc import Callable, Mapping
from datetime import date as Date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from benchmarks.briefs import put, site
from generator.asking import unpack
from generator.build import Checked, Site, pipeline, read_edition, recall, seal
from generator.build.files import FileRead, Given, read_file
from generator.cli import main
from generator.edition import told
from generator.settings import read
from tests.build.test_hands import inputs_of

DAY = Date(2026, 11, 25)
Files = dict[str, bytes]
ARCHIVE = site(30)
BRIEF, OTHER = [name for name in ARCHIVE if name.startswith("briefs/2")][10:12]
BACKGROUND = next(name for name in ARCHIVE if "/backgrounds/" in name)
EDITED = {**ARCHIVE, BRIEF: ARCHIVE[BRIEF].replace(b"title: ", b"title: Edited ")}
EDGES = (
    b"title: 2021\nsources: {mt: {published: 2021, url: 12.50}}\nfigures: [{value: 010, low: 1e3, high: .inf, best: 0x1F}]\n"
    b"window: [true, null, ~, no, 12:30, '12', \"a\\u00e9\"]\n"
)
"""A file of values that YAML and JSON have different forms for."""


def seen(checked: Checked) -> object:
    """Return all that a face can see of what was read."""
    edition = checked.edition
    documents = [(key, d.file, d.parsed) for key, d in edition.documents.items()]
    tables: tuple[Mapping[Any, object], ...] = (
        edition.backlinks,
        edition.claims_of,
        {speaker: edition.ask(told.pages_of, speaker) for speaker in edition.ask(told.by_speaker)},
        {key: edition.ask(told.pages_naming, key) for key in edition.ask(told.by_name)},
        {key: edition.ask(told.behind, key) for key in edition.all_keys()},
        edition.comparisons,
        edition.topics,
    )
    lines = [[(key, table[key]) for key in table if key in table] for table in tables]
    broken = [(d.file, d.parsed) for d in edition.broken]
    return checked.findings, dict(checked.texts), documents, broken, [key for key, _ in edition.briefs], lines


def anew(files: Files, day: Date = DAY) -> Checked:
    inputs = inputs_of(files)
    return read_edition(inputs, read(inputs.config, "mkdocs.yml")[0], day)


def again(files: Files, cache: Path | None = None, day: Date = DAY, site: Site | None = None) -> Checked:
    inputs = inputs_of(files)
    checked = (site or Site(cache=cache)).read(inputs, read(inputs.config, "mkdocs.yml")[0], day)
    checked.keep()
    return checked


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
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cache")
    again({**ARCHIVE, OTHER: EDGES}, folder)
    return folder


@pytest.fixture
def cache(filled: Path, tmp_path: Path) -> Path:
    shutil.copytree(filled, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture(autouse=True)
def little(monkeypatch: pytest.MonkeyPatch) -> float:
    """Let what changed be written beside the whole, however much it is: here, one edit touches much of a small archive."""
    usual = recall.LITTLE
    monkeypatch.setattr(recall, "LITTLE", 1.0)
    return usual


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_seen(change: str, cache: Path) -> None:
    files, site = CHANGES[change](ARCHIVE), Site(watched=True)
    seen(again(ARCHIVE, site=site))
    expected = seen(anew(files))
    assert seen(again(files, cache)) == expected
    assert seen(again(files, cache)) == expected
    assert seen(again(files, site=site)) == expected


def test_many_changes_in_a_row_are_seen(cache: Path) -> None:
    site, kept = Site(watched=True), Site(watched=True, cache=cache)
    for change in CHANGES.values():
        files = change(ARCHIVE)
        found = seen(again(files, site=site))
        assert found == seen(again(files, site=kept)) == seen(again(files, cache)) == seen(anew(files))


def test_another_day_is_seen(cache: Path) -> None:
    day = Date(2017, 1, 1)
    assert seen(again(ARCHIVE, cache, day)) == seen(anew(ARCHIVE, day)) != seen(anew(ARCHIVE))


def read_in(files: Files, cache: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the files that are read to find what is wrong."""
    read: list[str] = []

    def noted(given: Given) -> FileRead:
        read.append(given.file)
        return read_file(given)

    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "read_file", noted)
        again(files, cache)
    return read


def test_only_what_changed_is_read(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    again(ARCHIVE, cache)
    assert read_in(ARCHIVE, cache, monkeypatch) == []
    changed = with_(BRIEF, b"title: ", b"title: Again ")(ARCHIVE)
    assert 1 <= len(read_in(changed, cache, monkeypatch)) < len(ARCHIVE) / 4


def test_another_state_of_the_program_makes_it_worthless(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recall, "program", lambda: "another state")
    assert len(read_in(ARCHIVE, cache, monkeypatch)) >= len(inputs_of(ARCHIVE).entries)


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda whole: b"",
    "other bytes": lambda whole: b"no cache of ours" * 9,
    "cut": lambda whole: whole[: len(whole) // 3],
    "one bit": lambda whole: whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:],
    "of another user": lambda whole: seal.sealed(bytes(seal.SIZE), whole[seal.SIZE :]) + whole[seal.SIZE :],
}


class Evil:
    """What would make a file where it is read back carelessly."""

    def __reduce__(self) -> tuple[object, ...]:
        return open, ("it-ran", "w")


def test_what_is_kept_runs_nothing() -> None:
    with pytest.raises(ValueError, match="not expected here"):
        unpack(pickle.dumps([Evil()]))
    assert not Path("it-ran").exists()


@pytest.mark.parametrize(
    "name",
    [
        ("generator.pages.template", "Environment"),  # Jinja's: given the names of extensions, it imports and calls them
        ("generator.build.pipeline", "partial"),
        ("generator.graphics.locator", "Markup"),
        ("generator.cli", "main"),
        ("generator.__main__", "main"),
        ("subprocess", "Popen"),
    ],
    ids=".".join,
)
def test_what_our_modules_import_is_no_kind_of_value(name: tuple[str, str]) -> None:
    words = b"".join(b"\x8c" + bytes([len(word)]) + word.encode() for word in name)
    with pytest.raises(ValueError, match=r"not expected here|no kind of value|no attribute"):
        unpack(b"\x80\x05" + words + b"\x93.")


def test_a_cache_that_somebody_else_made_is_not_believed(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a pull request: this very program made it, for these very files."""
    again(ARCHIVE, cache)
    assert read_in(ARCHIVE, cache, monkeypatch) == []
    monkeypatch.setenv(seal.SHARED, "another user")
    assert len(read_in(ARCHIVE, cache, monkeypatch)) >= len(inputs_of(ARCHIVE).entries)
    assert seen(again(ARCHIVE, cache)) == seen(anew(ARCHIVE))


def test_a_link_to_another_file_is_left_alone(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    again(ARCHIVE, cache)
    kept = sorted(path for path in cache.rglob("*") if path.is_file())
    for path in kept:
        path.unlink()
        (tmp_path / f"theirs-{path.name}").write_bytes(b"words of somebody else")
        path.symlink_to(tmp_path / f"theirs-{path.name}")
    assert seen(again(ARCHIVE, cache)) == seen(anew(ARCHIVE))
    assert {path.read_bytes() for path in tmp_path.glob("theirs-*")} == {b"words of somebody else"}


def test_machines_that_share_a_secret_share_a_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = seal.key(tmp_path / "here")
    assert own == seal.key(tmp_path / "here") != seal.key(tmp_path / "there")
    monkeypatch.setenv(seal.SHARED, "a secret")
    assert own != seal.key(tmp_path / "here") == seal.key(tmp_path / "there")


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_cache_is_none_and_is_mended(damage: str, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    again(EDITED, cache)
    for file in sorted(path for path in cache.rglob("*") if path.is_file()):
        file.write_bytes(DAMAGE[damage](file.read_bytes()))
    expected = seen(anew(ARCHIVE))
    assert seen(again(ARCHIVE, cache)) == expected
    assert read_in(ARCHIVE, cache, monkeypatch) == []
    assert seen(again(ARCHIVE, cache)) == expected


def test_what_belongs_to_another_whole_counts_as_nothing(cache: Path) -> None:
    since = cache / "check" / recall.SINCE
    assert not since.exists()
    again(EDITED, cache)
    written = since.read_bytes()
    shutil.rmtree(cache)
    again(ARCHIVE, cache)
    since.write_bytes(written)
    assert seen(again(ARCHIVE, cache)) == seen(anew(ARCHIVE))


def test_a_lost_part_of_the_cache_is_worked_out_anew(cache: Path) -> None:
    expected = seen(anew(ARCHIVE))
    for file in sorted(path for path in cache.rglob("*") if path.is_file()):
        file.unlink()
        assert seen(again(ARCHIVE, cache)) == expected


def test_a_cache_that_cannot_be_written_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert seen(again(ARCHIVE, tmp_path / "file")) == seen(anew(ARCHIVE))


def test_what_nobody_wants_any_more_is_let_go(cache: Path, little: float, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recall, "LITTLE", little)
    sizes = []
    for number in range(12):
        again({**ARCHIVE, BRIEF: ARCHIVE[BRIEF].replace(b"title: ", f"title: {number} ".encode())}, cache)
        sizes.append(sum(path.stat().st_size for path in cache.rglob("*") if path.is_file()))
    assert max(sizes) < 1.2 * min(sizes)


def test_no_cache_keeps_nothing_and_finds_the_same(tmp_path: Path) -> None:
    words = ["check", "-f", str(put(tmp_path, ARCHIVE) / "mkdocs.yml"), "--as-of", "2026-11-25"]
    without = CliRunner().invoke(main, [*words, "--no-cache"]).output
    assert not (tmp_path / ".cache").exists()
    assert [CliRunner().invoke(main, words).output for _ in range(2)] == [without] * 2 != [""] * 2
    assert (tmp_path / ".cache/briefs/check/asked").is_file()
