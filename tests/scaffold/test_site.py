"""Another site: complete, clean, and ready to be built as it comes."""

import re
from datetime import date as Date
from pathlib import Path, PurePosixPath

import pytest
import yaml

from generator import scaffold
from generator.build import gather, read_edition, read_settings
from generator.scaffold import new_site
from tests.build.small import run

DAY = Date(2026, 11, 22)
FROM = "briefs @ git+https://git.example.org/desk/briefs@v0.1.0"
TEMPLATES = Path(str(scaffold.__file__)).parent / "site"


def put(folder: Path, name: str = "The Other Desk") -> Path:
    for file, data in new_site(name, DAY, FROM).items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_bytes(data)
    return folder


def test_every_file_below_the_template_is_there_those_with_a_dot_too() -> None:
    site = new_site("The Other Desk", DAY, FROM)
    for path in TEMPLATES.rglob("*"):
        if path.is_file():
            assert path.relative_to(TEMPLATES).as_posix().replace("YEAR", "2026") in site
    assert {".gitignore", ".gitlab-ci.yml", ".pre-commit-config.yaml", ".vscode/settings.json", "README.md"} <= site.keys()
    assert site["requirements.txt"].decode().splitlines()[-1] == FROM


def test_nothing_is_left_to_fill_in_and_workflows_are_copied_as_they_are() -> None:
    for file, data in new_site("The Other Desk", DAY, FROM).items():
        template = TEMPLATES / file.replace("2026", "YEAR")
        if b"{{" in data:
            assert template.read_bytes() == data
            assert PurePosixPath(file).parts[0] == ".github"


@pytest.mark.parametrize("name", ["The Other Desk", 'A "desk": #1 {{ day }}', "Ժամանակ \\ x", "no"])
def test_any_name_reads_back_from_the_settings(tmp_path: Path, name: str) -> None:
    _, settings, findings = read_settings(put(tmp_path, name) / "mkdocs.yml")
    assert (settings.name, findings) == (name, ())


def test_it_is_clean_and_says_that_its_example_is_one(tmp_path: Path) -> None:
    root = put(tmp_path)
    text, settings, _ = read_settings(root / "mkdocs.yml")
    checked = read_edition(gather(root, settings, "mkdocs.yml", text), settings, DAY)
    assert checked.findings == ()
    ((key, brief),) = checked.edition.briefs
    assert key.id == "2026/example-bridge-reopens"
    assert brief.title.startswith("EXAMPLE: ")


def test_the_first_preview_takes_five_commands_at_most() -> None:
    text = new_site("The Other Desk", DAY, FROM)["README.md"].decode()
    first = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)[0].strip().splitlines()
    assert len(first) <= 5
    assert first[-1].endswith("briefs serve")


def test_the_workflows_and_the_hook_are_yaml() -> None:
    for file, data in new_site("The Other Desk", DAY, FROM).items():
        if file.startswith(".") and file.endswith((".yml", ".yaml")):
            assert isinstance(yaml.safe_load(data), dict), file


@pytest.mark.site
def test_it_builds(tmp_path: Path) -> None:
    root = put(tmp_path)
    done = run("generator", "build", "--strict", "--as-of", DAY, at=root, SITE_URL="https://desk.example.org/")
    assert done.returncode == 0, done.stderr
    page = (root / "site/briefs/2026/example-bridge-reopens/index.html").read_text("utf-8")
    assert "EXAMPLE: The old bridge reopens after repairs" in page
    assert (root / "site/about/index.html").is_file()
