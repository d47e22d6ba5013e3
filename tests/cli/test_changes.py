"""`briefs changes` and `briefs check --since` on real Git repositories."""

import json
import os
import subprocess
from collections.abc import Callable
from datetime import date as Date
from pathlib import Path

import pytest

from generator.build import read_edition, read_settings
from generator.build.folder import gather
from generator.publish.publication import publication
from tests.build.small import FILES, put
from tests.cli.conftest import Briefs
from tests.history.states import APPEAL, FIRST

Git = Callable[..., str]
AT_TWO = FILES[FIRST].replace("began at noon", "began at two")
UPDATE = "updates:\n  - date: 2021-11-20\n    text: |\n      It began at two.\n"


def git_in(folder: Path, home: Path) -> Git:
    """Return what runs Git in a folder, without the settings of whoever runs the tests."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"HOME": str(home), "GIT_CONFIG_NOSYSTEM": "1", "XDG_CONFIG_HOME": str(home)}
    environment |= {f"GIT_{who}_{what}": "desk@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}

    def git(*words: str) -> str:
        done = subprocess.run(["git", *words], cwd=folder, env=environment, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    return git


@pytest.fixture
def git(site: Path, tmp_path: Path) -> Git:
    """Commit the small site, and then a later state of it, in which the first shots were fired at two."""
    git = git_in(site, tmp_path)
    git("init", "--quiet", "--initial-branch=main")
    for state in ({}, {FIRST: AT_TWO}):
        put(site, state)
        git("add", "--all")
        git("commit", "--quiet", "--message", "A change")
    return git


@pytest.mark.parametrize("words", [["HEAD^..HEAD"], ["HEAD^.."], ["HEAD^"], ["main~1"], ["HEAD^", "--format", "markdown"]])
def test_two_revisions_or_one_and_the_files(git: Git, briefs: Briefs, words: list[str]) -> None:
    result = briefs("changes", *words)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "claim re" in result.stdout.lower()
    assert "began at two" in result.stdout
    assert "1 change in 1 entry from " in result.stdout


def test_without_a_revision_what_is_not_committed_yet(git: Git, briefs: Briefs, site: Path) -> None:
    assert briefs("changes").stdout == "Nothing changed in meaning from HEAD to your files.\n"
    put(site, {APPEAL: FILES[APPEAL].replace("developing", "concluded")})
    assert "status: developing → concluded" in briefs("changes").stdout
    assert "concluded" not in briefs("changes", "HEAD^..").stdout


def test_json_names_both_sides(git: Git, briefs: Briefs) -> None:
    told = json.loads(briefs("changes", "HEAD..HEAD^", "--format", "json").stdout)
    assert (told["since"], told["until"]) == ("HEAD", "HEAD^")
    assert told["entries"][0]["changes"][0]["after"] == "It began at noon in The Town."


def test_nothing_is_written_or_checked_out(git: Git, briefs: Briefs, site: Path) -> None:
    before = (git("status", "--porcelain"), git("rev-parse", "HEAD"), (site / ".git/index").read_bytes())
    briefs("changes", "HEAD^..HEAD")
    briefs("check", "--since", "HEAD^")
    assert (git("status", "--porcelain"), git("rev-parse", "HEAD"), (site / ".git/index").read_bytes()) == before


def test_a_site_in_a_folder_of_the_repository(tmp_path: Path, briefs: Briefs, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = put(tmp_path / "many" / "news desk" / "site")
    put(tmp_path / "many" / "other", {"briefs/2021/x.yml": "title: [\n"})
    git = git_in(tmp_path / "many", tmp_path)
    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "Before")
    put(desk, {FIRST: AT_TWO})
    monkeypatch.chdir(tmp_path)
    for place in (tmp_path, desk):
        monkeypatch.chdir(place)
        config = desk / "mkdocs.yml"
        assert briefs("changes", "-f", config).stdout.startswith("briefs/2021/first-shots.yml  Shots were fired\n")
        assert briefs("changes", "-f", config).stdout.endswith("1 change in 1 entry from HEAD to your files.\n")
    found = json.loads(briefs("check", "-f", desk / "mkdocs.yml", "--since", "HEAD", "--format", "sarif").stdout)
    (result,) = [each for each in found["runs"][0]["results"] if each["ruleId"] == "changed-without-note"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "news%20desk/site/briefs/2021/first-shots.yml"


def test_a_renamed_file_is_the_same_brief(git: Git, briefs: Briefs, site: Path) -> None:
    git("mv", APPEAL, "briefs/2021/an-appeal.yml")
    assert "leads nowhere: add it to `was`" in briefs("changes").stdout
    put(site, {"briefs/2021/an-appeal.yml": FILES[APPEAL] + "was: [2021/the-appeal]\n"})
    told = briefs("changes").stdout
    assert "briefs/2021/an-appeal.yml (was 2021/the-appeal)" in told
    assert "removed" not in told


def test_names_with_every_character_and_links_and_odd_files(git: Git, briefs: Briefs, site: Path) -> None:
    put(site, {"briefs/2021/über-“x”.yml": FILES[APPEAL], "briefs/2021/.hidden.yml": "x", "briefs/2021/notes.md": "x"})
    (site / "briefs/2021/link.yml").symlink_to("the-truce.yml")
    git("add", "--all")
    git("commit", "--quiet", "--message", "Odd names")
    assert briefs("changes").exit_code == 0
    assert "entry added" in briefs("changes", "HEAD^..HEAD").stdout
    assert "hidden" not in briefs("changes", "HEAD^..HEAD").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nowhere"], "There is no revision `nowhere` here. `git log --oneline` lists"),
        (["main..nowhere"], "There is no revision `nowhere` here."),
        (["--", "--upload-pack=touch x"], "There is no revision `--upload-pack=touch x` here."),
        (["--", "-h"], "There is no revision `-h` here."),
        (["HEAD:mkdocs.yml"], "There is no revision `HEAD:mkdocs.yml` here."),
        (["main...HEAD"], "Write two dots between two revisions"),
    ],
)
def test_what_is_no_revision(git: Git, briefs: Briefs, site: Path, words: list[str], said: str) -> None:
    result = briefs("changes", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert not (site / "x").exists()


def test_no_repository(briefs: Briefs) -> None:
    for result in (briefs("changes"), briefs("check", "--since", "HEAD")):
        assert (result.exit_code, result.stdout) == (2, "")
        assert "lies in no Git repository" in result.stderr


def test_no_commit_yet(briefs: Briefs, site: Path, tmp_path: Path) -> None:
    git_in(site, tmp_path)("init", "--quiet")
    assert "There is no revision `HEAD` here." in briefs("changes").stderr


def test_no_git(git: Git, briefs: Briefs, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    result = briefs("changes")
    assert result.exit_code == 2
    assert "Git is not installed here" in result.stderr


def test_a_shallow_copy_says_how_to_get_the_rest(
    git: Git, site: Path, tmp_path: Path, briefs: Briefs, monkeypatch: pytest.MonkeyPatch
) -> None:
    git_in(tmp_path, tmp_path)("clone", "--quiet", "--depth=1", site.as_uri(), "copy")
    monkeypatch.chdir(tmp_path / "copy")
    assert briefs("changes").exit_code == 0
    result = briefs("changes", "HEAD^")
    assert result.exit_code == 2
    assert "git fetch --unshallow" in result.stderr
    assert "fetch-depth" in result.stderr


def test_before_the_first_brief_everything_is_new(briefs: Briefs, site: Path, tmp_path: Path) -> None:
    git = git_in(site, tmp_path)
    git("init", "--quiet")
    git("commit", "--quiet", "--allow-empty", "--message", "Nothing")
    result = briefs("changes")
    assert result.exit_code == 0
    assert result.stderr == "There was no folder `briefs` at HEAD: everything counts as new.\n"
    assert result.stdout.count("entry added") == len([name for name in FILES if name.startswith("briefs/")])
    assert briefs("check", "--since", "HEAD").exit_code == 0


def test_the_folder_of_the_briefs_may_have_had_another_name(git: Git, briefs: Briefs, site: Path) -> None:
    git("mv", "briefs", "news")
    put(site, {"mkdocs.yml": FILES["mkdocs.yml"].replace("- briefs:", "- briefs:\n      briefs_dir: news")})
    assert briefs("changes").stdout == "Nothing changed in meaning from HEAD to your files.\n"


def test_words_taken_down_since_are_not_repeated(git: Git, briefs: Briefs, site: Path) -> None:
    put(site, {FIRST: FILES[FIRST] + "stage: withdrawn\nwithdrawal:\n  date: 2021-11-20\n  why: |\n    It was wrong.\n"})
    told = briefs("changes", "HEAD^..HEAD").stdout
    assert "(The words were taken down.)" in told
    assert "began at" not in told


def test_a_published_claim_that_changed_without_a_note(git: Git, briefs: Briefs, site: Path) -> None:
    assert briefs("check").stdout == briefs("check", "--since", "HEAD").stdout == ""
    result = briefs("check", "--since", "HEAD^")
    assert result.exit_code == 0
    assert "warning[changed-without-note]" in result.stdout
    assert "briefs/2021/first-shots.yml:9:3" in result.stdout
    assert briefs("check", "--since", "HEAD^", "--strict").exit_code == 1
    assert briefs("check", "--since", "HEAD^", "briefs/actors").stdout == ""
    put(site, {FIRST: AT_TWO + UPDATE})
    assert briefs("check", "--since", "HEAD^").stdout == ""


def test_what_changed_on_the_other_branch_is_not_ours(git: Git, briefs: Briefs, site: Path) -> None:
    git("checkout", "--quiet", "-b", "ours", "HEAD^")
    put(site, {APPEAL: FILES[APPEAL].replace("at noon", "at two")})
    git("commit", "--quiet", "--all", "--message", "Ours")
    found = briefs("check", "--since", "main").stdout
    assert APPEAL in found
    assert FIRST not in found
    git("merge", "--quiet", "--no-edit", "main")
    found = briefs("check", "--since", "HEAD^2").stdout
    assert (APPEAL in found, FIRST in found) == (True, False)


def test_without_a_common_past_it_is_the_revision_itself(git: Git, briefs: Briefs, site: Path) -> None:
    git("checkout", "--quiet", "--orphan", "other")
    put(site, {FIRST: FILES[FIRST]})
    git("commit", "--quiet", "--all", "--message", "Another beginning")
    assert "briefs/2021/first-shots.yml:9:3" in briefs("check", "--since", "main").stdout


def test_it_cannot_be_allowed(git: Git, briefs: Briefs, site: Path) -> None:
    put(site, {FIRST: AT_TWO + "allow:\n  - rule: changed-without-note\n    reason: Nobody minds.\n"})
    result = briefs("check", "--since", "HEAD^")
    assert "error[unknown-rule]" in result.stdout
    assert "warning[changed-without-note]" in result.stdout


def test_a_brief_that_is_not_published_on_the_day_needs_no_note(git: Git, briefs: Briefs) -> None:
    assert "changed-without-note" not in briefs("check", "--since", "HEAD^", "--as-of", "2021-11-13").stdout
    assert "changed-without-note" in briefs("check", "--since", "HEAD^", "--as-of", "2021-11-14").stdout


def test_it_is_explained(briefs: Briefs) -> None:
    assert "A published brief or background whose claims changed" in briefs("explain", "changed-without-note").stdout


def test_pages_do_not_depend_on_git(git: Git, site: Path, tmp_path: Path) -> None:
    """The same files give the same pages with two revisions behind them, and without a repository."""

    def pages(folder: Path) -> object:
        text, settings, _ = read_settings(folder / "mkdocs.yml")
        return publication(read_edition(gather(folder, settings, "mkdocs.yml", text), settings, Date(2021, 12, 1)).edition)

    assert pages(site) == pages(put(tmp_path / "plain", {**FILES, FIRST: AT_TWO}))
