"""The whole line on broken sites: for the mistakes that people really make, exactly the findings that an editor reads.

A case is one file in `cases/`, laid over the good site in `base/`; what it prints stands beside it. The text before the
first `--- <path>` is the brief `briefs/2021/case.yml`; each such line starts another file of the site.
"""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main

HERE = Path(__file__).parent
CASES = sorted((HERE / "cases").glob("*.yml"))
HEADER = re.compile(rb"^--- (\S+\.\w+)\n", re.MULTILINE)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HERE / "base", tmp_path / "site"))


def checked(site: Path) -> str:
    return (
        CliRunner()
        .invoke(main, ["check", "-f", str(site / "mkdocs.yml"), "--as-of", "2021-12-01"], catch_exceptions=False)
        .stdout
    )


def test_a_good_site_prints_nothing(site: Path) -> None:
    assert checked(site) == ""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_mistake_prints(case: Path, site: Path, golden: Callable[[Path, str], None]) -> None:
    brief, *rest = HEADER.split(case.read_bytes())
    files = {"briefs/2021/case.yml": brief} if brief else {}
    for name, data in (files | {name.decode(): data for name, data in zip(rest[::2], rest[1::2], strict=True)}).items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(data)
    golden(case.with_suffix(".txt"), checked(site))
