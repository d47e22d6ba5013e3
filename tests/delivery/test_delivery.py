"""A delivered site holds exactly what it should; what did not change is neither made nor touched."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.delivery import MANIFEST, Undelivered, deliver, forget
from tests.delivery.sites import NEW, OLD, Files, bring, keys, nothing, python, stamps, standing
from tests.systems import posix

either_way = pytest.mark.parametrize("piecewise", [False, True], ids=["at once", "file by file"])


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "www" / "site"


@either_way
def test_sites_follow_one_another(site: Path, piecewise: bool) -> None:
    for files in (OLD, NEW, OLD, OLD, NEW, {}, NEW, {**NEW, "new/page.html": "one"}, {**NEW, "new/page.html": "two"}, OLD):
        bring(site, files, piecewise=piecewise)
        assert standing(site) == files
        folders = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_dir()}
        assert folders == {str(parent) for name in files for parent in Path(name).parents} - {"."}


@either_way
def test_what_did_not_change_is_neither_made_nor_touched(site: Path, piecewise: bool) -> None:
    bring(site, OLD, piecewise=piecewise)
    before = stamps(site)
    assert deliver(site, keys(OLD), nothing, piecewise=piecewise).kept == len(OLD)
    assert stamps(site) == before
    for files in (NEW, OLD, NEW):
        earlier, before = standing(site), stamps(site)
        done, asked = bring(site, files, piecewise=piecewise)
        changed = {name for name in files if files[name] != earlier.get(name)}
        assert (set(asked), set(done.written), set(done.removed)) == (changed, changed, earlier.keys() - files.keys())
        after = stamps(site)
        assert {name: after[name] for name in files.keys() - changed} == {name: before[name] for name in files.keys() - changed}


@either_way
def test_another_key_with_the_same_bytes_touches_nothing(site: Path, piecewise: bool) -> None:
    bring(site, OLD, piecewise=piecewise)
    before = stamps(site)
    moved = dict.fromkeys(OLD, "moved")
    assert deliver(site, moved, lambda names: ((name, OLD[name].encode()) for name in names), piecewise=piecewise).written == ()
    assert stamps(site) == before
    deliver(site, moved, nothing, piecewise=piecewise)


def test_a_change_costs_what_changed(site: Path) -> None:
    many = {f"briefs/2021/{number}/index.html": "x" for number in range(300)}
    for text in ("one", "two"):
        bring(site, {**many, "index.html": text})
    code = """
import sys
from pathlib import Path
from tests.delivery.sites import bring
calls = []
sys.addaudithook(lambda event, _: calls.append(event) if event in ("os.link", "os.remove", "os.rename", "os.mkdir") else None)
bring(Path(sys.argv[1]), {**{f"briefs/2021/{number}/index.html": "x" for number in range(300)}, "index.html": "three"})
print(len(calls))
"""
    done = python(code, site)
    assert 0 < int(done.stdout or 0) < 20, done.stderr


@either_way
def test_what_somebody_changed_by_hand_is_made_anew(site: Path, piecewise: bool) -> None:
    bring(site, OLD, piecewise=piecewise)
    bring(site, NEW, piecewise=piecewise)
    bring(site, OLD, piecewise=piecewise)
    with (site / "briefs/2021/a/index.html").open("a") as file:
        file.write("by hand")
    (site / "about/index.html").unlink()
    shutil.rmtree(site / "place")
    os.utime(site / "robots.txt", (1, 1))
    _, asked = bring(site, OLD, piecewise=piecewise)
    assert set(asked) == {"briefs/2021/a/index.html", "about/index.html", "place/index.html", "place/map.svg", "robots.txt"}
    assert standing(site) == OLD
    for files in (NEW, OLD):
        bring(site, files, piecewise=piecewise)
        assert standing(site) == files


def test_what_somebody_changed_in_the_spare_is_never_published(site: Path) -> None:
    for spoil in ("unlink", "add", "replace"):
        for files in (OLD, NEW, OLD):
            bring(site, files)
        spare = site.parent / ".site.briefs/next"
        if spoil == "unlink":
            (spare / "about/index.html").unlink()
        elif spoil == "add":
            (spare / "about/stranger.html").write_text("x")
        else:
            shutil.rmtree(spare / "about")
            (spare / "about").symlink_to(site.parent)
        bring(site, NEW)
        assert standing(site) == NEW


NOTES = [f"{pattern}:{what}" for pattern in ("*.files", "spare", "journal", "lock") for what in ("", "x", "half", "gone")]


@pytest.mark.parametrize("damage", [*NOTES, "all:gone"])
def test_damaged_notes_are_none(site: Path, damage: str) -> None:
    for files in (OLD, NEW, OLD):
        bring(site, files)
    before = stamps(site)
    pattern, what = damage.split(":")
    shop = site.parent / ".site.briefs"
    if pattern == "all":
        shutil.rmtree(shop)
    for path in [*shop.glob(pattern)] if what in ("half", "gone") else [*shop.glob(pattern)] or [shop / "journal"]:
        data = path.read_bytes() if path.exists() else b""
        path.unlink() if what == "gone" else path.write_bytes(data[: len(data) // 2] if what == "half" else what.encode())
    bring(site, OLD)
    assert (standing(site), stamps(site)) == (OLD, before)
    bring(site, NEW)
    assert standing(site) == NEW


def test_fresh_asks_for_everything_and_touches_nothing(site: Path) -> None:
    bring(site, OLD)
    before = stamps(site)
    _, asked = bring(site, OLD, fresh=True)
    assert (set(asked), stamps(site)) == (set(OLD), before)


@posix
def test_the_list_is_one_that_sha256sum_checks(site: Path) -> None:
    program = ["sha256sum"] if shutil.which("sha256sum") else ["shasum", "--algorithm", "256"]  # its name on macOS
    bring(site, {**OLD, "a b/ü €.html": "odd"})
    done = subprocess.run([*program, "--check", "--strict", MANIFEST], cwd=site, capture_output=True, text=True, check=True)
    assert done.stdout.count(": OK") == len(OLD) + 1


@pytest.mark.parametrize(
    "name", ["../x", "a/../../x", "/x", "a//b", "a/", "", ".", "a/./b", "a\\b", "a\nb", "a\0b", "C:/x", MANIFEST, ".briefs-new/x"]
)
def test_no_name_leads_out_of_the_site(site: Path, name: str) -> None:
    bring(site, OLD)
    with pytest.raises(Undelivered, match="can be called"):
        bring(site, {**OLD, name: "x"})
    assert standing(site) == OLD


@pytest.mark.parametrize(("made", "fault"), [([], "was not made"), ([("robots.txt", b"")], "was not asked for")])
def test_another_answer_than_was_asked_for_stops_the_delivery(site: Path, made: list[tuple[str, bytes]], fault: str) -> None:
    bring(site, OLD)
    with pytest.raises(ValueError, match=fault):
        deliver(site, keys(NEW), lambda _: made)
    assert standing(site) == OLD


# Files of others


@pytest.mark.parametrize("names", [["novel.odt"], ["novel.odt", MANIFEST]])
def test_a_folder_with_files_of_others_is_left_alone(site: Path, names: list[str]) -> None:
    site.mkdir(parents=True)
    for name in names:
        (site / name).write_text(f"{'0' * 64}  novel.odt.gz\n")
    with pytest.raises(Undelivered, match=r"novel\.odt"):
        bring(site, OLD)
    assert {path.name for path in site.iterdir()} == set(names)


@pytest.mark.parametrize("earlier", [{"index.html": "an older publisher's"}, OLD])
def test_what_no_build_made_goes_from_a_site_and_this_is_said(site: Path, earlier: Files) -> None:
    if earlier is OLD:
        bring(site, OLD)
    for name in ("index.html", "assets/old.js", "briefs/2021/a/index.html.gz"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(earlier.get(name, "stranger"))
    said: list[str] = []
    bring(site, NEW, say=said.append)
    assert standing(site) == NEW
    assert "assets/old.js" in said[0]
    assert (site.parent / ".site.briefs/next/assets/old.js").read_text() == "stranger"
    bring(site, OLD)
    assert standing(site) == OLD


def test_hidden_files_and_folders_of_others_stay(site: Path) -> None:
    bring(site, OLD)
    (site / ".nojekyll").touch()
    for files in (NEW, OLD):
        bring(site, files)
        assert (standing(site), (site / ".nojekyll").exists()) == (files, True)
    (site / ".git/objects").mkdir(parents=True)
    (site / ".git/objects/x").write_text("x")
    folder = (site / ".git").stat().st_ino
    (site / ".nojekyll").unlink()
    for files in (NEW, OLD):
        bring(site, files)
        assert (standing(site), (site / ".nojekyll").exists()) == (files, False)
        assert ((site / ".git/objects/x").read_text(), (site / ".git").stat().st_ino) == ("x", folder)


def test_hidden_files_that_are_ours_are_delivered(site: Path) -> None:
    files = {**OLD, ".well-known/security.txt": "Contact:"}
    bring(site, files)
    bring(site, NEW)
    assert not (site / ".well-known").exists()


def test_what_was_noted_of_a_site_can_be_forgotten(site: Path) -> None:
    bring(site, OLD)
    forget(site)
    assert [path.name for path in site.parent.iterdir()] == ["site"]
