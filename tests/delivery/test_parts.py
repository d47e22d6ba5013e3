"""A site that several machines made in parts is the site that one would have made; parts that do not fit are refused."""

import json
import shutil
from pathlib import Path

import pytest

from generator.delivery import MANIFEST, NOTE, Shard, Undelivered, assemble, deliver, part
from tests.delivery.sites import NEW, OLD, Desk, Files, bring, keys, stamps, standing

MADE_OF = {"the edition date": "2021-12-01", "the version of the program": "1"}


def parts(folder: Path, files: Files, of: int, **made_of: str) -> list[Path]:
    """Make the parts of a site, each by itself."""
    found = []
    for number in range(1, of + 1):
        share, make = part(keys(files), Desk(files), Shard(number, of), MADE_OF | made_of)
        deliver(folder / str(number), share, make)
        found.append(folder / str(number))
    return found


@pytest.mark.parametrize("of", [1, 2, 3, 20])
def test_the_parts_make_the_whole(tmp_path: Path, of: int) -> None:
    bring(tmp_path / "whole", OLD)
    made = parts(tmp_path / "parts", OLD, of)
    assert sum(len(list(folder.rglob("*.html"))) for folder in made) == len([name for name in OLD if name.endswith(".html")])
    assemble(tmp_path / "site", reversed(made))
    assert standing(tmp_path / "site") == OLD
    assert (tmp_path / "site" / MANIFEST).read_bytes() == (tmp_path / "whole" / MANIFEST).read_bytes()


def test_putting_together_touches_only_what_changed(tmp_path: Path) -> None:
    site = tmp_path / "site"
    bring(site, OLD)
    before = stamps(site)
    assert assemble(site, parts(tmp_path / "parts", OLD, 2)).written == ()
    assert stamps(site) == before
    assemble(site, parts(tmp_path / "parts", NEW, 2))
    assert standing(site) == NEW


def test_parts_that_do_not_fit_are_refused(tmp_path: Path) -> None:
    one, two, three = parts(tmp_path / "a", OLD, 3)
    other_day = parts(tmp_path / "b", {**OLD, "robots.txt": "x"}, 3, **{"the edition date": "2021-12-02"})
    other_text = parts(tmp_path / "c", {**OLD, "robots.txt": "x"}, 3)
    halves = parts(tmp_path / "d", OLD, 2)
    for given, word in (
        ([], "no part"),
        ([one, three], "part 2 is missing"),
        ([two], "parts 1, 3 are missing"),
        ([one, two, three, other_day[0]], "both part 1"),
        ([one, two, other_day[2]], "the edition date is 2021-12-02 in one and 2021-12-01 in the other"),
        ([one, two, other_text[2]], "from one commit"),
        ([one, two, halves[0]], "one of 2 parts"),
        ([one, two, tmp_path], "is no part"),
        ([one, two, tmp_path / "nowhere"], "is no part"),
    ):
        with pytest.raises(Undelivered, match=word):
            assemble(tmp_path / "site", given)
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("what", ["a file", "a file is gone", "a line of the list", "the note", "a link"])
def test_damaged_parts_are_refused(tmp_path: Path, what: str) -> None:
    site = tmp_path / "site"
    bring(site, OLD)
    one, two = parts(tmp_path / "parts", NEW, 2)
    for folder in (one, two):
        page = next(folder / name for name in NEW if NEW[name] != OLD.get(name) and (folder / name).is_file())
        listed = (folder / MANIFEST).read_text()
        saved = shutil.copytree(folder, tmp_path / "saved", dirs_exist_ok=True)
        if what == "a file":
            page.write_text("something else")
        elif what == "a file is gone":
            page.unlink()
        elif what == "a link":
            page.unlink()
            page.symlink_to(saved / page.relative_to(folder))
        elif what == "a line of the list":
            line = next(line for line in listed.splitlines(keepends=True) if NOTE not in line)
            (folder / MANIFEST).write_text(listed.replace(line, ""))
        else:
            told = json.loads((folder / NOTE).read_text())
            (folder / NOTE).write_text(json.dumps({**told, "files": told["files"] + 1}))
        with pytest.raises(Undelivered, match=r"damaged or missing|should have|is no part"):
            assemble(site, [one, two])
        assert standing(site) == OLD
        shutil.rmtree(folder)
        shutil.copytree(saved, folder)
        shutil.rmtree(saved)
    assemble(site, [one, two])
    assert standing(site) == NEW
