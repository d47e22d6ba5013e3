"""What the workflow files promise and no public checker knows: who may write, what is named exists, one commit an action."""

import re
from pathlib import Path

import pytest

from generator.history.report import formats as formats_of_changes
from generator.reporters import formats
from tests.workflows.files import GITHUB, GITLAB, IN_PARTS, ROOT, SCAFFOLD, jobs, name, read

EVERY = [*GITHUB, *GITLAB]


def test_every_action_is_one_commit_everywhere_with_its_version() -> None:
    pins: dict[str, set[tuple[str, str]]] = {}
    for path in GITHUB:
        for uses in re.findall(r"uses: (.*)", path.read_text("utf-8")):
            found = re.fullmatch(r"([\w./-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)", uses)
            assert found, f"{name(path)}: {uses}"
            pins.setdefault(found[1], set()).add((found[2], found[3]))
    assert len(pins) == 8
    assert {action for action, commits in pins.items() if len(commits) > 1} == set()


@pytest.mark.parametrize("path", GITHUB, ids=name)
def test_what_may_write_runs_nothing_of_the_repository(path: Path) -> None:
    assert read(path)["permissions"] == {}
    for job in jobs(path).values():
        if "write" in job["permissions"].values():
            assert [step for step in job["steps"] if "run" in step] == []
        else:
            assert set(job["permissions"]) <= {"contents", "pages"}


def test_few_jobs_may_write() -> None:
    writing = {
        (path.name, job, permission)
        for path in GITHUB
        for job, content in jobs(path).items()
        for permission, may in content["permissions"].items()
        if may == "write"
    }
    assert writing == {
        ("check.yml", "findings", "security-events"),
        ("publish.yml", "deploy", "pages"),
        ("publish.yml", "deploy", "id-token"),
        ("publish-in-parts.yml", "deploy", "pages"),
        ("publish-in-parts.yml", "deploy", "id-token"),
        ("briefs.yml", "findings", "security-events"),
        ("briefs.yml", "publish", "pages"),
        ("briefs.yml", "publish", "id-token"),
    }


@pytest.mark.parametrize("path", EVERY, ids=name)
def test_no_secret_and_no_rights_for_forks(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.search(r"secrets\.|pull_request_target|workflow_run|CI_JOB_TOKEN", text)


@pytest.mark.parametrize("path", GITHUB, ids=name)
def test_no_word_of_a_brief_is_a_command_to_github(path: Path) -> None:
    """A report for people holds words of the briefs, also at the start of a line; the formats for GitHub mask them themselves."""
    for step in (step for job in jobs(path).values() for step in job["steps"]):
        for command in re.findall(r"^ *(?:\.venv/bin/)?briefs .*", step.get("run", ""), re.MULTILINE):
            stopped = re.search(r'echo "::stop-commands::\$token"\n(?:.*\n)*.* 2>&1 .*\n *echo "::\$token::"', step["run"])
            assert "--format" in command or stopped, command


@pytest.mark.parametrize("path", EVERY, ids=name)
def test_every_job_has_a_limit_of_time(path: Path) -> None:
    if path in GITLAB:
        assert read(path)["default"]["timeout"]
    else:
        assert all(int(job["timeout-minutes"]) <= 45 for job in jobs(path).values())


@pytest.mark.parametrize("path", EVERY, ids=name)
def test_the_formats_exist(path: Path) -> None:
    text = path.read_text("utf-8")
    assert set(re.findall(r"briefs check --format (\S+)", text)) <= set(formats())
    assert set(re.findall(r"briefs changes --format (\S+)", text)) <= set(formats_of_changes())


def test_pull_requests_and_merge_requests_get_their_format() -> None:
    for path in (ROOT / ".github/workflows/check.yml", SCAFFOLD / ".github/workflows/briefs.yml"):
        assert "briefs check --format github" in path.read_text("utf-8")
    assert "briefs check --format sarif" in (ROOT / ".github/workflows/check.yml").read_text("utf-8")
    assert all("briefs check --format gitlab" in path.read_text("utf-8") for path in GITLAB)


@pytest.mark.parametrize("path", [ROOT / ".github/workflows/check.yml", SCAFFOLD / ".github/workflows/briefs.yml"], ids=name)
def test_pull_requests_get_what_changes_in_meaning_in_their_summary(path: Path) -> None:
    (steps,) = [job["steps"] for job in jobs(path).values() if any("briefs changes" in s.get("run", "") for s in job["steps"])]
    (told,) = [step for step in steps if "briefs changes" in step.get("run", "")]
    assert told["run"].endswith('changes --format markdown "HEAD^1" >> "$GITHUB_STEP_SUMMARY"')
    assert steps[0]["with"]["fetch-depth"] == "2"  # the merge and what it is merged into


@pytest.mark.parametrize("path", GITLAB, ids=name)
def test_merge_requests_get_what_changes_in_meaning_as_a_file(path: Path) -> None:
    job = read(path)["changes"]
    (script,) = job["script"]
    assert script.endswith('briefs changes --format markdown "$CI_MERGE_REQUEST_DIFF_BASE_SHA" > changes.md')
    assert (job["variables"]["GIT_DEPTH"], job["artifacts"]["paths"]) == ("0", ["changes.md"])
    assert job["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "merge_request_event"'}]


def test_an_archive_in_parts_has_each_part_once_and_one_edition_date() -> None:
    github, gitlab = jobs(ROOT / ".github/workflows/publish-in-parts.yml"), read(IN_PARTS)
    (build,) = [step for step in github["part"]["steps"] if "briefs build" in step.get("run", "")]
    assert build["env"]["SHARE"] == "${{ matrix.part }}/${{ strategy.job-total }}"
    assert build["env"]["SOURCE_DATE_EPOCH"] == "${{ needs.plan.outputs.now }}"
    parts = github["part"]["strategy"]["matrix"]["part"]
    assert parts == [str(number + 1) for number in range(len(parts))]
    assert '--shard "$CI_NODE_INDEX/$CI_NODE_TOTAL"' in gitlab["part"]["script"][-1]
    assert (gitlab["time"]["artifacts"]["reports"], gitlab["part"]["needs"]) == ({"dotenv": "time.env"}, ["time"])
    one = read(GITLAB[0])["pages"]
    assert {key: gitlab["pages"][key] for key in one if key != "script"} == {key: one[key] for key in one if key != "script"}


def test_the_files_that_are_named_exist() -> None:
    named = set[str]()
    for path in GITHUB:
        if ROOT / ".github" in path.parents:
            text = path.read_text("utf-8")
            named.update(re.findall(r"[\w-]+\.txt\b|tools/[\w.]+", text))
    named.update(re.findall(r"[\w-]+\.txt\b|tools/[\w.]+", GITLAB[0].read_text("utf-8")))
    assert named == {"requirements.txt", "requirements-dev.txt", "tools/install.sh"}
    assert all((ROOT / each).is_file() for each in named)


@pytest.mark.parametrize("path", GITHUB, ids=name)
def test_what_is_kept_for_later_runs_is_keyed_by_the_locked_requirements(path: Path) -> None:
    steps = [step for job in jobs(path).values() for step in job["steps"] if "setup-python" in step.get("uses", "")]
    assert steps
    assert all("requirements.txt" in step["with"]["cache-dependency-path"].split() for step in steps)


def test_the_tests_are_run_as_everywhere() -> None:
    (job,) = jobs(ROOT / ".github/workflows/test.yml").values()
    assert job["steps"][-1]["run"] == "make test"
    assert read(GITLAB[0])["test"]["script"] == ["make test"]


def test_the_audit_is_run_as_everywhere() -> None:
    (job,) = jobs(ROOT / ".github/workflows/audit.yml").values()
    assert job["steps"][-1]["run"] == "make audit"
    assert read(GITLAB[0])["audit"]["script"][-1] == "make audit"


@pytest.mark.parametrize("path", [ROOT / ".github/workflows/publish.yml", SCAFFOLD / ".github/workflows/briefs.yml"], ids=name)
def test_it_publishes_when_a_change_is_merged_every_day_and_on_request(path: Path) -> None:
    on = read(path)["on"]
    assert on["push"] == {"branches": ["main"]}
    assert re.fullmatch(r"\d+ \d+ \* \* \*", on["schedule"][0]["cron"])
    assert "workflow_dispatch" in on
    build = jobs(path)["build"]
    assert "github.ref == 'refs/heads/main'" in build["if"]
    (site,) = [step for step in build["steps"] if "briefs build" in step.get("run", "")]
    assert site["env"]["SITE_URL"] == "${{ steps.pages.outputs.base_url }}/"
