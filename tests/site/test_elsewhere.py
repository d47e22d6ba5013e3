"""The written project under other publishers: nothing is lost that the page about moving does not name."""

import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.build.small import DAY, FILES, put, run
from tests.site.conftest import EDIT, ROOT
from tests.site.elsewhere import HOME, IN_PAGES, dangers, shares

PAGE = ROOT / "docs/editors/moving.md"
PUBLISHERS = {"mkdocs": "MkDocs", "properdocs": "ProperDocs", "zensical": "Zensical"}
MAY_DIFFER = {
    "previous and next in the storyline",
    "*Propose a change to this page*",
    "the list of all files with their hashes",
}
HOSTILE = "'<script>alert(1)</script> & {{ config }} {% raw %} &lt;i&gt;'"
LOST = "See [nothing](nowhere.md).\n"


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that holds the source, our own site and the written project."""
    folder = tmp_path_factory.mktemp("elsewhere")
    appeal = FILES["briefs/2021/the-appeal.yml"].replace("title: An appeal was made", f"title: {HOSTILE}")
    source = put(folder / "source", {**FILES, "briefs/2021/the-appeal.yml": appeal})
    for command in (("build", "-d", folder / "site"), ("write", folder / "project")):
        done = run("generator", *command, "--as-of", DAY, at=source, SITE_URL=HOME, EDIT_URI=EDIT)
        assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def theirs(ours: Path) -> Mapping[str, Path]:
    """The sites that other publishers made of the project, by their names."""
    found = {}
    for name in PUBLISHERS:
        at = Path(shutil.copytree(ours / "project", ours / name))
        done = run(name, "build", "--strict", "-f", "mkdocs.yml", at=at, SITE_URL=HOME)
        assert done.returncode == 0, done.stdout + done.stderr
        found[name] = at / "site"
    return found


@pytest.fixture(scope="module")
def found(ours: Path, theirs: Mapping[str, Path]) -> dict[str, dict[str, tuple[int, int]]]:
    return {name: shares(ours / "site", site) for name, site in theirs.items()}


@pytest.mark.parametrize("publisher", PUBLISHERS)
def test_nothing_is_lost_but_what_is_told(publisher: str, found: dict[str, dict[str, tuple[int, int]]]) -> None:
    assert found[publisher].keys() > IN_PAGES.keys()
    assert all(places for places, _ in found[publisher].values())
    differing = {feature for feature, (places, same) in found[publisher].items() if same < places}
    assert differing == MAY_DIFFER


@pytest.mark.parametrize("publisher", PUBLISHERS)
def test_what_was_typed_executes_nowhere(publisher: str, ours: Path, theirs: Mapping[str, Path]) -> None:
    assert dangers(ours / "site") == []
    assert dangers(theirs[publisher]) == []


@pytest.fixture(scope="module")
def stopped(ours: Path) -> dict[str, bool]:
    """Tell which publishers stop a strict build for a broken link in a page written by hand."""
    result = {}
    for name in PUBLISHERS:
        at = Path(shutil.copytree(ours / "project", ours / f"{name}-broken"))
        with (at / "docs/about.md").open("a", encoding="utf-8") as page:
            page.write(LOST)
        result[name] = run(name, "build", "--strict", "-f", "mkdocs.yml", at=at, SITE_URL=HOME).returncode != 0
    return result


def test_the_page_says_what_was_found(
    found: dict[str, dict[str, tuple[int, int]]], stopped: dict[str, bool], golden: Callable[[Path, str], None]
) -> None:
    rows = [f"| Feature | In | {' | '.join(PUBLISHERS.values())} |", f"| --- |{' --- |' * (len(PUBLISHERS) + 1)}"]
    for feature, (places, _) in found["mkdocs"].items():
        rows.append(f"| {feature} | {places} | {' | '.join(_said(*found[name][feature]) for name in PUBLISHERS)} |")
    answers = " | ".join("yes" if stopped[name] else "no" for name in PUBLISHERS)
    rows.append(f"| a broken link in `docs/` stops a strict build | | {answers} |")
    text = PAGE.read_text("utf-8")
    made = re.sub(
        r"(<!-- made by: [^\n]*-->\n).*(<!-- end -->)",
        lambda at: f"{at[1]}\n" + "\n".join(rows) + f"\n\n{at[2]}",
        text,
        flags=re.S,
    )
    golden(PAGE, made)


def _said(places: int, same: int) -> str:
    return "all" if same == places else f"{same} of {places}" if same else "none"
