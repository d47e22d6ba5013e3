"""The steps of the check, run as GitHub runs them, on a good and on a broken site."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.workflows.files import ROOT, jobs, program

BASE = ROOT / "tests/line/base"
STEPS = {step["name"]: step.get("run", "") for step in jobs(ROOT / ".github/workflows/check.yml")["briefs"]["steps"]}

pytestmark = pytest.mark.skipif(not shutil.which("bash"), reason="GitHub runs the steps with bash")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "site"))


@pytest.fixture
def broken(site: Path) -> Path:
    (site / "briefs/2021/broken.yml").write_text("title: No more than a title\n", "utf-8")
    return site


def step(name: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    script = STEPS[name].replace(".venv/bin/briefs", program("briefs"))
    given = {key: value for key, value in os.environ.items() if key != "GITHUB_STEP_SUMMARY"}
    return subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=folder,
        env={**given, "SOURCE_DATE_EPOCH": "1638316800", **environment},  # 1 December 2021
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_a_good_site_passes(site: Path) -> None:
    result = step("Check the briefs", site)
    assert (result.returncode, result.stdout) == (0, "")


def test_a_broken_brief_fails_with_a_note_at_its_file(broken: Path) -> None:
    result = step("Check the briefs", broken)
    assert result.returncode == 1
    assert "::error file=briefs/2021/broken.yml," in result.stdout


def test_the_list_of_findings_is_written_for_a_broken_site_too(broken: Path) -> None:
    result = step("List the findings for the Security tab", broken)
    assert result.returncode == 0
    (run,) = json.loads((broken / "briefs.sarif").read_text("utf-8"))["runs"]
    assert run["results"]


def test_a_check_that_could_not_run_is_a_failure(site: Path) -> None:
    (site / "mkdocs.yml").unlink()
    assert step("List the findings for the Security tab", site).returncode != 0


def test_what_a_build_says_of_a_brief_forges_no_note(broken: Path) -> None:
    forged = "a ::error::Approved"
    (broken / "briefs/2021/broken.yml").write_text(f"date: {forged}\n", "utf-8")
    result = step("Build the preview", broken)
    assert result.returncode == 1
    first, *told, last = result.stdout.splitlines()
    token = first.removeprefix("::stop-commands::")
    assert len(token) >= 32
    assert last == f"::{token}::"
    assert any("Approved" in line for line in told)
    assert result.stderr == ""
    assert step("Build the preview", broken).stdout.splitlines()[0] != first


def test_the_summary_says_where_the_preview_is(tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("## Before\n", "utf-8")
    assert (
        step("Say where the preview is", tmp_path, PREVIEW="https://example.org/1", GITHUB_STEP_SUMMARY=str(summary)).returncode
        == 0
    )
    assert summary.read_text("utf-8").startswith("## Before\n\n## [Download the preview](https://example.org/1)\n\nUnpack it")


def test_a_pull_request_is_told_what_changes_and_what_no_note_tells(site: Path, tmp_path: Path) -> None:
    brief = next(path for path in sorted(site.glob("briefs/2*/*.yml")) if "published:" in path.read_text("utf-8"))
    given = {f"GIT_{who}_{what}": "desk@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}

    def git(*words: str) -> None:
        subprocess.run(["git", *words], cwd=site, env={**os.environ, **given}, check=True, capture_output=True)

    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "Before")
    text = brief.read_text("utf-8")
    brief.write_text(
        text.replace("\nwhat_happened: |\n", "\nwhat_happened: |\n  <b>Ten</b> more were said to be hurt. [@mt]\n\n"), "utf-8"
    )
    git("commit", "--quiet", "--all", "--message", "After")
    checked = step("Check the briefs", site, SINCE="HEAD^1")
    assert f"::warning file={brief.relative_to(site).as_posix()}," in checked.stdout
    assert "title=changed-without-note::" in checked.stdout
    summary = tmp_path / "summary.md"
    assert step("Say what changes in meaning", site, GITHUB_STEP_SUMMARY=str(summary)).returncode == 0
    told = summary.read_text("utf-8")
    assert told.startswith("## What changed in meaning\n")
    assert "**Claim added, line " in told
    assert "<b>" not in told
