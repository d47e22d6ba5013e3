"""The hook for other repositories under the real pre-commit: it installs the generator and stops a commit.

No network is needed: pre-commit makes the hook's environment and installs this project into it, and what the project
depends on is taken from the packages of the tests.
"""

import os
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest

from tests.workflows.files import ROOT, program

PROJECT = ("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", ".pre-commit-hooks.yaml")


class Repository:
    """A Git repository; calling it runs a command in it."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.folder, self.environment = folder, environment
        self.git("init", "--quiet", "--initial-branch=main")

    def __call__(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
        )

    def git(self, *arguments: str) -> str:
        result = self("git", *arguments)
        assert result.returncode == 0, result.stdout
        return result.stdout.strip()

    def commit(self) -> subprocess.CompletedProcess[str]:
        self.git("add", "--all")
        return self("git", "commit", "--quiet", "--message", "A change")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Return a repository of briefs with the hook in place."""
    folder = tmp_path_factory.mktemp("hook")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
    environment |= {
        "HOME": str(folder),
        "PRE_COMMIT_HOME": str(folder / "pre-commit"),
        "SOURCE_DATE_EPOCH": "1638316800",  # 1 December 2021
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # pip reads this as "without isolation"
        **{f"GIT_{who}_{what}": "desk@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    }
    shutil.copytree(ROOT / "generator", folder / "generator/generator", ignore=shutil.ignore_patterns("__pycache__"))
    for each in PROJECT:
        shutil.copy(ROOT / each, folder / "generator" / each)
    generator = Repository(folder / "generator", environment)
    assert generator.commit().returncode == 0
    shutil.copytree(ROOT / "tests/line/base", folder / "desk")
    (folder / "desk/.pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {generator.folder.as_posix()}\n    rev: {generator.git('rev-parse', 'HEAD')}\n"
        "    hooks: [{id: briefs-check}]\n",
        "utf-8",
    )
    found = Repository(folder / "desk", environment)
    installed = found(program("pre-commit"), "install", "--install-hooks")
    assert installed.returncode == 0, installed.stdout
    assert [*folder.glob("pre-commit/repo*/py_env-*/*/briefs*")], "the hook has no environment of its own"
    assert (first := found.commit()).returncode == 0, first.stdout
    return found


@pytest.fixture
def clean(desk: Repository) -> Repository:
    desk.git("reset", "--quiet", "--hard")
    return desk


def test_good_briefs_are_committed(clean: Repository) -> None:
    assert "Passed" in clean(program("pre-commit"), "run", "--all-files").stdout


def test_a_broken_brief_stops_the_commit_and_is_named(clean: Repository) -> None:
    (clean.folder / "briefs/2021/broken.yml").write_text("title: No more than a title\n", "utf-8")
    stopped = clean.commit()
    assert stopped.returncode == 1
    assert "--> briefs/2021/broken.yml:1:1" in stopped.stdout
    assert clean.git("log", "--format=%s").count("\n") == 0


def test_the_loss_of_an_entry_that_others_need_stops_the_commit(clean: Repository) -> None:
    publisher = next(clean.folder.glob("briefs/publishers/*.yml"))
    publisher.unlink()
    stopped = clean.commit()
    assert stopped.returncode == 1
    assert publisher.stem in stopped.stdout
