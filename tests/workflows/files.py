"""The workflow files of this repository and of the sites that `briefs init` makes."""

import shutil
import subprocess
import sysconfig
from pathlib import Path
from typing import Any, Final

import yaml

ROOT: Final = Path(__file__).parents[2]
SCAFFOLD: Final = ROOT / "generator/scaffold/site"
GITHUB: Final = sorted([*ROOT.glob(".github/workflows/*.yml"), *SCAFFOLD.glob(".github/workflows/*.yml")])
GITLAB: Final = [ROOT / ".gitlab-ci.yml", SCAFFOLD / ".gitlab-ci.yml"]

IN_PARTS: Final = ROOT / ".gitlab/publish-in-parts.yml"
"""Jobs that a site may include in place of one of `GITLAB`."""


def name(path: Path) -> str:
    """The path as a test shows it."""
    return path.relative_to(ROOT).as_posix()


def read(path: Path) -> dict[str, Any]:
    """Read a workflow with every scalar as text: YAML 1.1 would take the key `on` for a truth value."""
    content = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    assert isinstance(content, dict)
    return content


def jobs(path: Path) -> dict[str, dict[str, Any]]:
    """The jobs of a GitHub workflow."""
    found = read(path)["jobs"]
    assert isinstance(found, dict)
    return found


def program(command: str) -> str:
    """The path of a program that was installed together with the tests."""
    found = shutil.which(command, path=sysconfig.get_path("scripts"))
    assert found, f"{command} is missing: install requirements-dev.txt"
    return found


def run(command: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a checker and return how it ended, with what it printed."""
    return subprocess.run(
        [program(command), *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
