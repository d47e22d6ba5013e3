"""The locked requirements and the project's entry in them: what a stranger's `make site` relies on."""

import re
import tomllib
from fnmatch import fnmatch
from importlib.metadata import entry_points, version
from pathlib import Path

import pytest

import generator

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.txt", "requirements-dev.txt", "benchmarks/requirements.txt")


def locked(name: str) -> dict[str, str]:
    """The packages of a lock with all that stands under each."""
    lines = (ROOT / name).read_text(encoding="utf-8").split("\n")
    text = "\n".join(line for line in lines if not line.lstrip().startswith("#"))
    entries = re.split(r"\n(?=\S)", text.strip())
    return {re.split(r"[^A-Za-z0-9._-]", entry)[0]: entry for entry in entries}


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_is_pinned_with_hashes(name: str) -> None:
    for package, entry in locked(name).items():
        assert re.match(rf"{re.escape(package)}==[0-9][^ ]* ", entry), package
        assert "--hash=sha256:" in entry, package


@pytest.mark.parametrize("name", LOCKS)
def test_no_lock_says_where_packages_come_from(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    found = re.findall(r"^.*(?:://|file:|\s@\s|--index|--extra-index|--find-links|--trusted-host|[ =]/\w).*$", text, re.M)
    assert found == []


def test_the_tests_run_with_the_packages_that_publish_the_site() -> None:
    assert locked("requirements.txt").items() <= locked("requirements-dev.txt").items()


def test_the_lock_holds_all_that_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = project["project"]["dependencies"] + project["build-system"]["requires"]
    names = {re.split(r"[^A-Za-z0-9._-]", need)[0].lower().replace("_", "-") for need in wanted}
    assert names - locked("requirements.txt").keys() == set()


def test_the_project_is_installed_with_its_command_and_its_plugin() -> None:
    assert version("briefs") == generator.__version__
    (command,) = entry_points(group="console_scripts", name="briefs")
    (plugin,) = entry_points(group="mkdocs.plugins", name="briefs")
    assert callable(command.load())
    assert isinstance(plugin.load(), type)


def test_no_folder_of_tests_is_passed_over(pytestconfig: pytest.Config) -> None:
    """What pytest passes over by itself has names such as `build`, as a folder of tests may have."""
    folders = {part for path in (ROOT / "tests").rglob("test_*.py") for part in path.relative_to(ROOT).parts[:-1]}
    over = pytestconfig.getini("norecursedirs")
    assert {folder for folder in folders - {"node_modules"} for pattern in over if fnmatch(folder, pattern)} == set()
