"""`briefs write`: a folder of its own, kept up to date file by file."""

from pathlib import Path

import pytest

from generator.build import MARKER
from tests.build.small import FILES, HELD_BACK, SHOWN, brief, contents, put, stamped
from tests.cli.conftest import Briefs


def test_it_writes_a_project_that_needs_no_plugin_of_ours(briefs: Briefs, site: Path) -> None:
    result = briefs("write", "out")
    assert (result.exit_code, result.stdout) == (0, "")
    written = contents(site / "out")
    for name in ("docs/index.md", "docs/about.md", "docs/notes/method.md", "docs/assets/mark.svg", "overrides/base.html"):
        assert name in written
    assert all(f"docs/briefs/2021/{name}.md" in written for name in SHOWN)
    assert not any(f"docs/briefs/2021/{name}.md" in written for name in HELD_BACK)
    assert b"- briefs" not in written["mkdocs.yml"]
    assert b"SITE_URL" in written["mkdocs.yml"]


def test_it_refuses_a_folder_with_other_files(briefs: Briefs, site: Path) -> None:
    put(site, {"out/notes.txt": "mine\n"})
    result = briefs("write", "out")
    assert (result.exit_code, "other files" in result.stderr) == (2, True)
    assert contents(site / "out") == {"notes.txt": b"mine\n"}
    assert briefs("write", ".").exit_code == 2


def test_an_empty_folder_will_do(briefs: Briefs, site: Path) -> None:
    (site / "out").mkdir()
    assert briefs("write", "out").exit_code == 0


def test_a_second_run_rewrites_nothing_that_is_unchanged(briefs: Briefs, site: Path) -> None:
    briefs("write", "out")
    before = stamped(site / "out")
    briefs("write", "out")
    assert stamped(site / "out") == before
    put(site, {"briefs/places/town.yml": FILES["briefs/places/town.yml"].replace("kind: town", "kind: village")})
    briefs("write", "out")
    after = stamped(site / "out")
    changed = [name for name in after if after[name] != before.get(name)]
    assert [name for name in changed if not name.startswith("docs/search/")] == ["docs/places/town.md"]
    assert len(changed) <= 1 + 5  # the record, and for each of the two words its list and where it stands


def test_a_second_run_removes_what_is_gone_and_keeps_what_it_did_not_write(briefs: Briefs, site: Path) -> None:
    put(site, {"briefs/2020/old.yml": brief("It was long ago", "2020-01-01").replace("storyline: border\n", "")})
    briefs("write", "out")
    put(site / "out", {"site/index.html": "built\n", "docs/briefs/2020/mine.txt": "mine\n"})
    (site / "briefs/2020/old.yml").unlink()
    (site / "docs/notes/method.md").unlink()
    (site / "docs/assets/mark.svg").unlink()
    briefs("write", "out")
    written = contents(site / "out")
    assert "docs/briefs/2020/old.md" not in written
    assert written["site/index.html"] == b"built\n"
    assert written["docs/briefs/2020/mine.txt"] == b"mine\n"
    assert not (site / "out/docs/notes").exists()


def test_a_file_may_take_the_place_of_a_folder_and_back(briefs: Briefs, site: Path) -> None:
    briefs("write", "out")
    (site / "docs/notes/method.md").unlink()
    (site / "docs/notes").rmdir()
    put(site, {"docs/notes": "a file now\n"})
    assert briefs("write", "out").exit_code == 0
    assert (site / "out/docs/notes").read_text("utf-8") == "a file now\n"
    (site / "docs/notes").unlink()
    put(site, {"docs/notes/method.md": FILES["docs/notes/method.md"]})
    assert briefs("write", "out").exit_code == 0
    assert (site / "out/docs/notes/method.md").is_file()


def test_with_errors_nothing_is_written_and_all_of_them_are_shown(briefs: Briefs, site: Path) -> None:
    briefs("write", "out")
    before = stamped(site / "out")
    put(site, {"briefs/places/town.yml": "name: x\n", "briefs/actors/neighbour.yml": "name: x\n"})
    result = briefs("write", "out")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "town.yml" in result.stderr
    assert "neighbour.yml" in result.stderr
    assert stamped(site / "out") == before


def test_a_marker_cannot_name_a_file_outside_the_folder(briefs: Briefs, site: Path) -> None:
    briefs("write", "out")
    with (site / "out" / MARKER).open("a", encoding="utf-8") as marker:
        marker.write(f"../mkdocs.yml\n{site / 'docs/about.md'}\n")
    briefs("write", "out")
    assert (site / "mkdocs.yml").exists()
    assert (site / "docs/about.md").exists()


@pytest.mark.parametrize("folder", ["mkdocs.yml/out", "docs/out", "briefs/out"])
def test_a_folder_that_cannot_be_written_or_would_be_read_again_is_refused(briefs: Briefs, site: Path, folder: str) -> None:
    before = contents(site)
    result = briefs("write", folder)
    assert result.exit_code in (1, 2)
    assert "Error: " in result.stderr
    assert contents(site) == before
