"""A build with errors says all that is wrong, ends with 1, and leaves every byte of the site that was there."""

from pathlib import Path

import pytest

from tests.build.small import DAY, FILES, contents, put, run, stamped

BROKEN = {
    "briefs/places/town.yml": "name: The Town\nkind: town\ncolour: red\n",
    "briefs/2021/the-truce.yml": FILES["briefs/2021/the-truce.yml"].replace("[@report]", "[@repport]"),
    "briefs/actors/ministry.yml": "name: The Ministry\nname: Another\n",
    "briefs/2021/the-appeal.yml": "title: [\n",
}
SAID = ("town.yml:3:1", "3 | colour: red", "the-truce.yml:9:", "repport", "ministry.yml:2:1", "the-appeal.yml:", "4 files")
COMMANDS = [["generator", "build"], ["mkdocs", "build"], ["mkdocs", "build", "-q"], ["generator", "build", "--strict"]]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site with an older build in its folder, as far as one can tell."""
    source = put(tmp_path / "source")
    return put(source / "site", {"index.html": "older\n", "briefs/2021/the-truce/index.html": "older\n"}).parent


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_errors_stop_the_build_before_anything_is_touched(site: Path, command: list[str]) -> None:
    put(site, BROKEN)
    before = stamped(site)
    done = run(*command, at=site, SOURCE_DATE_EPOCH="1638316800")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert [said for said in SAID if said not in done.stderr] == []
    assert stamped(site) == before


@pytest.mark.parametrize("command", [["generator", "build", "--strict"], ["mkdocs", "build", "--strict"]], ids=" ".join)
def test_warnings_stop_a_strict_build_before_anything_is_touched(site: Path, command: list[str]) -> None:
    put(site, {"briefs/backgrounds/treaty.yml": FILES["briefs/backgrounds/treaty.yml"].replace("reviewed: 2021-11-01\n", "")})
    before = stamped(site)
    done = run(*command, at=site, SOURCE_DATE_EPOCH="1638316800")
    assert (done.returncode, "missing-review-date" in done.stderr) == (1, True)
    assert stamped(site) == before


def test_a_broken_link_in_a_hand_written_page_fails_a_strict_build_only(site: Path) -> None:
    put(site, {"docs/about.md": "# About\n\n[us](nobody.md)\n"})
    strict = run("generator", "build", "--strict", "--as-of", DAY, at=site)
    assert (strict.returncode, "nobody.md" in strict.stderr) == (1, True)
    plain = run("generator", "build", "--as-of", DAY, at=site)
    assert (plain.returncode, "nobody.md" in plain.stderr) == (0, True)


@pytest.mark.parametrize("folder", ["briefs", "briefs/2021", ".", ".."])
def test_a_folder_with_the_briefs_in_it_is_never_emptied(site: Path, folder: str) -> None:
    before = contents(site)
    done = run("generator", "build", "-d", folder, at=site)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert contents(site) == before


@pytest.mark.parametrize("command", [["generator", "build"], ["mkdocs", "build"]], ids=" ".join)
@pytest.mark.parametrize("was", ["../../../../escaped", "/escaped"])
def test_no_file_is_written_outside_the_site(site: Path, command: list[str], was: str) -> None:
    put(site, {"briefs/places/town.yml": f'{FILES["briefs/places/town.yml"]}was: ["{was}"]\n'})
    run(*command, at=site, SOURCE_DATE_EPOCH="1638316800")
    assert [path for path in site.parent.rglob("escaped*") if site / "site" not in path.parents] == []
