"""The workflow files under public checkers, and proof that these notice the slips that they are here for."""

from pathlib import Path

import pytest

from tests.workflows.files import GITHUB, GITLAB, IN_PARTS, ROOT, SCAFFOLD, name, run

ZIZMOR = ("--offline", "--persona", "pedantic", "--strict-collection", "--no-progress")
GITHUB_SCHEMA = ("--builtin-schema", "vendor.github-workflows")
GITLAB_SCHEMA = ("--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci")
PUBLISH = ROOT / ".github/workflows/publish.yml"


def test_there_are_files_to_check() -> None:
    assert [name(path) for path in GITHUB] == [
        ".github/workflows/audit.yml",
        ".github/workflows/check.yml",
        ".github/workflows/publish-in-parts.yml",
        ".github/workflows/publish.yml",
        ".github/workflows/test.yml",
        "generator/scaffold/site/.github/workflows/briefs.yml",
    ]


@pytest.mark.parametrize("path", GITHUB, ids=name)
def test_actionlint_finds_nothing(path: Path) -> None:
    result = run("actionlint", "-no-color", path)
    assert (result.returncode, result.stdout) == (0, "")


@pytest.mark.parametrize("folder", [ROOT / ".github", SCAFFOLD / ".github"], ids=name)
def test_zizmor_finds_nothing(folder: Path) -> None:
    result = run("zizmor", *ZIZMOR, folder)
    assert result.returncode == 0, result.stdout
    assert "No findings" in result.stdout


@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        (GITHUB_SCHEMA, GITHUB),
        (("--builtin-schema", "vendor.dependabot"), [ROOT / ".github/dependabot.yml"]),
        (GITLAB_SCHEMA, [*GITLAB, IN_PARTS]),
    ],
)
def test_the_files_have_the_form_that_their_hosts_ask_for(schema: tuple[str, ...], paths: list[Path]) -> None:
    result = run("check-jsonschema", *schema, *paths)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("steps.pages.outputs.base_url", "steps.page.outputs.base_url", '"page" is not defined'),
        ("needs: build", "needs: bild", "bild"),
        ('cron: "17 0 * * *"', 'cron: "17 0 * *"', "cron"),
        ("if: ${{ github.ref ==", "if: ${{ github.ref =", "expecting '='"),
    ],
)
def test_actionlint_notices(right: str, wrong: str, said: str, tmp_path: Path) -> None:
    result = run("actionlint", "-no-color", changed(PUBLISH, right, wrong, tmp_path))
    assert result.returncode == 1
    assert said in result.stdout


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("        with:\n          persist-credentials: false\n", "", "artipacked"),
        ("@3d3c42e5aac5ba805825da76410c181273ba90b1", "@v7", "unpinned-uses"),
        ("permissions: {}\n", "permissions: write-all\n", "excessive-permissions"),
        ("run: sh tools/install.sh site", "run: echo ${{ github.event.head_commit.message }}", "template-injection"),
    ],
)
def test_zizmor_notices(right: str, wrong: str, said: str, tmp_path: Path) -> None:
    result = run("zizmor", *ZIZMOR, changed(PUBLISH, right, wrong, tmp_path))
    assert result.returncode > 1
    assert f"[{said}]" in result.stdout


@pytest.mark.parametrize(
    ("path", "schema", "right", "wrong"),
    [
        (PUBLISH, GITHUB_SCHEMA, "timeout-minutes:", "timeout:"),
        (GITLAB[0], GITLAB_SCHEMA, "expire_in:", "expires:"),
        (GITLAB[1], GITLAB_SCHEMA, "  script:\n", "  scripts:\n"),
    ],
)
def test_the_schemas_notice(path: Path, schema: tuple[str, ...], right: str, wrong: str, tmp_path: Path) -> None:
    assert run("check-jsonschema", *schema, changed(path, right, wrong, tmp_path)).returncode == 1


def changed(path: Path, right: str, wrong: str, folder: Path) -> Path:
    text = path.read_text("utf-8")
    assert right in text
    place = folder / ".github/workflows" / path.name
    place.parent.mkdir(parents=True)
    place.write_text(text.replace(right, wrong), "utf-8")
    return place
