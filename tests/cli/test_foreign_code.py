"""A check runs nothing of what a site brings with it: no hook, no plugin, no template, no tag that makes objects.

A build runs what `mkdocs.yml` names, and nothing else.
"""

from pathlib import Path

import pytest

from tests.cli.conftest import Briefs

HOOK = "from pathlib import Path\nPath(__file__).with_name('it-ran').touch()\n"
TEMPLATE = "{{ ''.__class__ }}{% include '../../../etc/passwd' %}{{ no_such_thing() }}"
TAG = '  bait: !!python/object/apply:pathlib.Path.touch [!!python/object/apply:pathlib.Path ["it-ran"]]\n'


@pytest.mark.parametrize("command", [["check"], ["write", "out"], ["check", "--format", "github"]], ids=" ".join)
def test_nothing_of_a_site_runs(briefs: Briefs, site: Path, command: list[str]) -> None:
    config = (site / "mkdocs.yml").read_text("utf-8")
    more = f"hooks: [hook.py]\nextra:\n{TAG}" if "extra:" not in config else f"hooks: [hook.py]\nmore:\n{TAG}"
    theme = "theme: {name: material, custom_dir: looks}\n" if "theme:" not in config else ""
    (site / "mkdocs.yml").write_text(f"{config}\n{more}{theme}", "utf-8")
    (site / "hook.py").write_text(HOOK, "utf-8")
    for name in ("looks/base.html", "looks/main.html"):
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text(TEMPLATE, "utf-8")
    result = briefs(*command)
    assert result.exit_code == 0, result.output
    assert not list(site.rglob("it-ran"))


@pytest.mark.parametrize("name", ["mkdocs", "yaml", "jinja2"])
def test_a_file_that_is_called_like_a_package_is_not_taken_for_it(briefs: Briefs, site: Path, name: str) -> None:
    (site / f"{name}.py").write_text(HOOK, "utf-8")
    assert briefs("build", "-d", "out").exit_code == 0
    assert not list(site.rglob("it-ran"))
