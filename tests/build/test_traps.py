"""Traps of the file system: whatever lies in a folder, the check says what it is and what to do, and waits for nothing."""

import os
import socket
import threading
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date as Date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from generator.build import Checked, gather, read_edition, read_settings
from generator.build.listing import Trap, read_bytes
from generator.diagnostics import Severity
from generator.model.names import LONGEST_NAME, fault_of
from tests.build.small import DAY, FILES, put
from tests.build.test_pictures import images, picture
from tests.build.traps import close
from tests.graphics.test_metadata import taken
from tests.nobody import as_nobody
from tests.systems import posix

TRUCE = "briefs/2021/the-truce.yml"


def checked(site: Path) -> Checked:
    text, settings, faults = read_settings(site / "mkdocs.yml")
    inputs = gather(site, settings, "mkdocs.yml", text)
    return read_edition(inputs, settings, Date.fromisoformat(DAY), settings_findings=faults)


def found(site: Path) -> list[tuple[str, str, Severity]]:
    """The findings: rule, file and how grave. Each says what to do."""
    findings = checked(site).findings
    assert all(finding.help for finding in findings)
    return [(finding.rule, finding.place.file, finding.severity) for finding in findings]


def error(rule: str, file: str) -> tuple[str, str, Severity]:
    return (rule, file, Severity.ERROR)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    put(tmp_path / "outside", {"secret.yml": FILES[TRUCE], "secret.txt": "a secret", "a.jpg": "a", "deep/x.yml": "a: b\n"})
    return put(tmp_path / "site")


def lines(*names: str) -> Callable[[Path], None]:
    """Put links at these names below the site, each to something outside."""

    def lay(site: Path) -> None:
        for name in names:
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            outside = {".jpg": "a.jpg", ".txt": "secret.txt", ".yml": "secret.yml", ".md": "secret.txt"}
            target = site.parent / "outside" / outside.get(Path(name).suffix, "")
            (site / name).symlink_to(target, target_is_directory=target.is_dir())

    return lay


LINKS = (
    "briefs/2021/linked.yml",
    "briefs/2020",
    "briefs/linked",
    "briefs/sources/report.txt",
    "briefs/2021/the-truce/a.jpg",
    "briefs/2021/the-truce/texts",
    "docs/linked.md",
    "docs/linked",
    "docs/.linked",
)


@posix
@pytest.mark.parametrize("name", LINKS)
def test_a_link_is_told_and_not_followed(site: Path, name: str) -> None:
    lines(name)(site)
    assert found(site) == [error("link-not-followed", name)]
    assert "secret" not in str(checked(site).texts)


@posix
def test_links_that_lead_nowhere_or_in_a_circle_are_told(site: Path) -> None:
    (site / "briefs/2021/nowhere.yml").symlink_to("gone.yml")
    (site / "briefs/2021/itself.yml").symlink_to("itself.yml")
    (site / "briefs/2021/around").symlink_to("..", target_is_directory=True)
    for name in "ab":
        (site / "docs" / name).symlink_to(".", target_is_directory=True)
    names = ("briefs/2021/around", "briefs/2021/itself.yml", "briefs/2021/nowhere.yml", "docs/a", "docs/b")
    assert found(site) == [error("link-not-followed", name) for name in names]


@posix
def test_a_page_whose_file_became_a_link_breaks_no_other_page(site: Path) -> None:
    (site / TRUCE).unlink()
    (site / TRUCE).symlink_to(site.parent / "outside/secret.yml")
    assert found(site) == [error("link-not-followed", TRUCE)]


@posix
def test_the_folder_itself_may_be_a_link_for_its_owner_chose_it(site: Path) -> None:
    for name in ("briefs", "docs"):
        (site / name).rename(site.parent / name)
        (site / name).symlink_to(site.parent / name, target_is_directory=True)
    (site / "mkdocs.yml").rename(site.parent / "settings.yml")
    (site / "mkdocs.yml").symlink_to(site.parent / "settings.yml")
    assert found(site) == []


@posix
@pytest.mark.parametrize(
    "name", ["briefs/2021/pipe.yml", "briefs/2021/the-truce/a.jpg", "briefs/sources/report.txt", "docs/pipe.md"]
)
@pytest.mark.parametrize("kind", ["pipe", "socket"])
def test_no_pipe_and_no_socket_holds_anything_up(site: Path, name: str, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    if kind == "pipe":
        os.mkfifo(site / name)
    else:
        monkeypatch.chdir((site / name).parent)  # the path of a socket is short
        with closing(socket.socket(socket.AF_UNIX)) as bound:
            bound.bind((site / name).name)
    assert found(site) == [error("unreadable-file", name)]


@posix
def test_settings_that_are_a_pipe_hold_nothing_up(site: Path) -> None:
    (site / "mkdocs.yml").unlink()
    os.mkfifo(site / "mkdocs.yml")
    assert error("unreadable-file", "mkdocs.yml") in found(site)


@pytest.mark.parametrize("what", ["gone", "a folder", "closed"])
def test_settings_that_cannot_be_read_are_told(site: Path, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if what == "closed":
        close(monkeypatch, "mkdocs.yml")
    else:
        (site / "mkdocs.yml").unlink()
    if what == "a folder":
        (site / "mkdocs.yml").mkdir()
    assert error("unreadable-file", "mkdocs.yml") in found(site)


CLOSED = ("briefs/places/town.yml", "briefs/storylines", "briefs/2021/the-truce/a.jpg", "docs/about.md", "docs/notes")


@pytest.mark.parametrize("name", CLOSED)
def test_what_nobody_may_open_is_told(site: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    put(site, {"briefs/2021/the-truce/a.jpg": "x"})
    close(monkeypatch, name)
    assert error("unreadable-file", name) in found(site)


def test_a_folder_of_briefs_that_is_closed_is_told(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    close(monkeypatch, "site/briefs")
    assert error("unreadable-file", "briefs") in found(site)


@posix
def test_what_is_really_closed_is_told() -> None:
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        site = put(Path(folder) / "site")
        closed = (site / "briefs/places/town.yml", site / "briefs/storylines")
        for path in closed:
            path.chmod(0)
        told = as_nobody(lambda: "\n".join(file for rule, file, _ in found(site) if rule == "unreadable-file"))
        for path in closed:
            path.chmod(0o755)
    assert told.splitlines() == ["briefs/places/town.yml", "briefs/storylines"]


def test_files_that_vanish_or_change_while_they_are_read_are_told(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.open

    def meanwhile(path: str, *more: int) -> int:
        if path.endswith("the-truce.yml"):
            Path(path).unlink(missing_ok=True)
        return opened(path, *more)

    read = os.read

    def slowly(descriptor: int, size: int) -> bytes:
        data = read(descriptor, size)
        os.utime(site / "briefs/2021/the-appeal.yml")
        return data

    monkeypatch.setattr(os, "open", meanwhile)
    monkeypatch.setattr(os, "read", slowly)
    rules = {finding.place.file: finding for finding in checked(site).findings if finding.rule == "unreadable-file"}
    assert sorted(rules) == ["briefs/2021/the-appeal.yml", TRUCE]
    assert "renamed or deleted" in rules[TRUCE].message
    assert "written to" in rules["briefs/2021/the-appeal.yml"].message


def test_a_file_is_read_whole_or_not_at_all_while_others_write_it(tmp_path: Path) -> None:
    path, stop = tmp_path / "x.yml", threading.Event()
    versions = [letter * size for letter, size in ((b"a", 10), (b"b", 200_000), (b"c", 5_000))]
    path.write_bytes(versions[0])

    def write() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            path.write_bytes(versions[number % 3])
            time.sleep(0.03)  # between two saves

    writer = threading.Thread(target=write)
    writer.start()
    read = [read_bytes(str(path)) for _ in range(100)]
    stop.set()
    writer.join()
    whole = {*versions, b""}  # a file that was emptied and is not yet written is whole as well
    assert {data for data in read if isinstance(data, bytes)} <= whole
    assert {data for data in read if isinstance(data, Trap)} <= {Trap.CHANGING}
    assert sum(isinstance(data, bytes) for data in read) > 50


@posix
@pytest.mark.parametrize(
    ("name", "told"),
    [
        (b"2021/a\nb.yml", "briefs/2021/a\nb.yml"),
        (b"2021/a\x1b[31mb.yml", "briefs/2021/a\x1b[31mb.yml"),
        (b"2021/a\xff.yml", "briefs/2021/a\udcff.yml"),
        (b"2021/a\\..\\b.yml", "briefs/2021/a\\..\\b.yml"),
        (b"20\xff21", "briefs/20\udcff21"),
        (b"2021/truce.yml ", "briefs/2021/truce.yml "),
        (b"2021/truce.yml.", "briefs/2021/truce.yml."),
        (b"2021/the-truce/a?.jpg", "briefs/2021/the-truce/a?.jpg"),
        (b"2021/" + b"a" * 130 + b".txt", f"briefs/2021/{'a' * 130}.txt"),
        ("2021/the-truce/e\u0301.jpg".encode(), "briefs/2021/the-truce/e\u0301.jpg"),
        (b"2021/the-truce/NUL", "briefs/2021/the-truce/NUL"),
    ],
)
def test_odd_names_are_told_once(site: Path, name: bytes, told: str) -> None:
    path = os.path.join(os.fsencode(site / "briefs"), name)  # noqa: PTH118
    os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
    with open(path, "wb"):  # noqa: PTH123
        assert found(site) == [error("odd-name", told)]


@posix
@pytest.mark.parametrize("slug", ["con", "aux", "nul", "com1", "lpt9", "a" * 200])
def test_ids_that_windows_cannot_keep_are_told(site: Path, slug: str) -> None:
    put(site, {f"briefs/2021/{slug}.yml": FILES[TRUCE].replace("A truce was agreed", "It was agreed on once more")})
    assert [file for rule, file, _ in found(site) if rule == "odd-name"] == [f"briefs/2021/{slug}.yml"]
    put(site, {TRUCE: FILES[TRUCE] + f"topics: [{slug}]\nwas: [2021/{slug}]\n"})
    (site / f"briefs/2021/{slug}.yml").unlink()
    assert [(rule, file) for rule, file, _ in found(site)] == 2 * [("wrong-value", TRUCE)]


@pytest.mark.parametrize("file", ["aux.jpg", "sub./a.jpg", "com1/a.jpg", f"{'a' * 130}.jpg"])
def test_pictures_have_names_that_every_system_can_keep(site: Path, file: str) -> None:
    put(site, {TRUCE: FILES[TRUCE] + images(file)})
    assert [(rule, file) for rule, file, _ in found(site)] == [("wrong-value", TRUCE)]


@posix
@pytest.mark.parametrize(
    ("files", "told"),
    [
        (["briefs/2021/The-Truce.yml"], error("misplaced-file", "briefs/2021/The-Truce.yml")),
        (["briefs/2021/the-truce.yaml"], error("misplaced-file", "briefs/2021/the-truce.yaml")),
        (["briefs/Places/Town.yml"], error("odd-name", "briefs/places")),
        (["docs/assets/Mark.svg"], error("odd-name", "docs/assets/mark.svg")),
        (["docs/é.txt", "docs/e\u0301.txt"], error("odd-name", "docs/é.txt")),
        (["docs/About.md"], error("address-taken", "docs/about.md")),
    ],
)
def test_names_that_other_systems_take_for_one_are_told(site: Path, files: list[str], told: tuple[str, str, Severity]) -> None:
    text = {".yml": FILES[TRUCE], ".yaml": FILES[TRUCE]}
    put(site, {file: text.get(Path(file).suffix, "# x\n") for file in files})
    assert told in found(site)


def test_hand_written_pages_with_names_of_their_own_still_come_out(site: Path) -> None:
    put(site, {"docs/Über uns.md": "x", "docs/-x.md": "x", "docs/۱\u200c۲.md": "x"})
    assert found(site) == []
    put(site, {"docs/aux.md": "x"})
    assert found(site) == [("odd-name", "docs/aux.md", Severity.WARNING)]


def test_only_declared_pictures_beneath_the_own_folder_are_read_into_pages(site: Path) -> None:
    put(site, {TRUCE: FILES[TRUCE] + images("a.jpg")})
    for folder in ("briefs/2021/the-truce", "briefs/2021/the-appeal", "briefs/2021"):
        (site / folder).mkdir(exist_ok=True)
        (site / folder / "a.jpg").write_bytes(picture())
    assert list(checked(site).edition.pictures) == ["briefs/2021/the-truce/a.jpg"]


def test_a_picture_beside_a_hand_written_page_must_not_say_where_it_was_taken(site: Path) -> None:
    (site / "docs/a.jpg").write_bytes(picture())
    (site / "docs/b.JPG").write_bytes(taken("JPEG"))
    assert found(site) == [error("picture-tells-more", "docs/b.JPG")]


@posix
def test_a_declared_picture_that_is_a_link_is_not_published(site: Path) -> None:
    put(site, {TRUCE: FILES[TRUCE] + images("a.jpg")})
    (site.parent / "outside/a.jpg").write_bytes(picture())
    lines("briefs/2021/the-truce/a.jpg")(site)
    assert {rule for rule, _, _ in found(site)} == {"link-not-followed", "wrong-image"}
    assert not checked(site).edition.pictures


@pytest.mark.parametrize(
    "name",
    ["con", "CON.yml", "aux .txt", "com¹", "a.", " a", "a ", "a:b", "a|b", "a\tb", "a\u202eb", "\udcff", "e\u0301", "a" * 121],
)
def test_a_name_that_some_system_cannot_keep(name: str) -> None:
    assert fault_of(name)


@pytest.mark.parametrize(
    "name", ["console", "a.con", "com10", "com", "-a", "a b.jpg", "é", "Ժամ", "..a", "a" * LONGEST_NAME, "می\u200cخواهم"]
)
def test_a_name_that_every_system_can_keep(name: str) -> None:
    assert not fault_of(name)
