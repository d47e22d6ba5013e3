"""What the pages for editors show as answers of commands is what these answer, in a copy of this site."""

import re
import shlex
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import build, main, serve
from tests.docs.names import MAKEFILE, PROGRAM, is_command
from tests.docs.pages import ENTRIES, FOLDER, PAGES, ROOT, commands, whole_brief

INDEX, PUBLISHING = FOLDER / "index.md", FOLDER / "publishing.md"
SHOWN = [command for page in PAGES for command, _ in commands(page)]

Answer = Callable[[str], str]


@pytest.fixture
def answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Call a command as a page shows it, in a copy of this site; MkDocs is left out, and what it says with it."""
    for folder in ("briefs", "docs"):
        shutil.copytree(ROOT / folder, tmp_path / "desk" / folder)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "desk")
    monkeypatch.chdir(tmp_path / "desk")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796083200")  # 1 December 2026
    monkeypatch.delenv("SITE_URL", raising=False)
    for module in (build, serve):
        monkeypatch.setattr(module, "run", lambda *_, **__: 0)
    monkeypatch.setattr(serve, "_taken", lambda _: False)

    def call(command: str) -> str:
        words = shlex.split(re.sub(rf"^.*?{PROGRAM}(?= )", "", command))
        return CliRunner().invoke(main, words, prog_name="briefs").output

    return call


def shown(page: Path, words: str) -> tuple[str, str]:
    """Return the first command of a page with these words, and the answer shown."""
    return next(found for found in commands(page) if re.search(rf"(?:^|/){words}(?: |$)", found[0]))


def fits(expected: str, real: str) -> bool:
    """Tell whether an answer is as shown: `…` alone in a line stands for any lines.

    Numbers may differ: the notes in a new brief name entries of the site, so that its lines move when the site grows.
    """
    pattern = "".join(".*" if line == "…" else f"{re.escape(_loose(line))}\n" for line in expected.splitlines())
    return bool(re.fullmatch(pattern, _loose(real), re.DOTALL))


def _loose(text: str) -> str:
    return re.sub(r"\d+", "0", text)


def test_new_and_the_check_right_after_it_answer_as_shown(answer: Answer) -> None:
    file, _ = whole_brief()
    command, expected = shown(INDEX, "briefs new")
    assert answer(command) == expected
    command, expected = shown(INDEX, "briefs check")
    real = answer(f"{command} {file}")  # whatever may be found in other files on this day
    assert fits(expected, real), real
    assert "\n  source-1:\n" in Path(file).read_text("utf-8")


def test_what_leaves_no_doubt_is_mended_as_shown(answer: Answer) -> None:
    file, text = whole_brief()
    Path(file).write_text(text.replace("bottom_line:", "botom_line:"), encoding="utf-8")
    command, expected = shown(INDEX, "briefs check --fix")
    assert answer(f"{command} {file}") == expected
    assert Path(file).read_text("utf-8") == text


@pytest.mark.parametrize(("page", "words"), [(PUBLISHING, "briefs build"), (PUBLISHING, "briefs init")])
def test_a_site_is_built_and_another_one_started_as_shown(answer: Answer, page: Path, words: str) -> None:
    command, expected = shown(page, words)
    real = answer(command)
    assert fits(expected, real), real


def test_what_changed_is_told_as_shown(answer: Answer) -> None:
    file, text = whole_brief()
    Path(file).write_text(text, encoding="utf-8")
    desk = ("-c", "user.name=desk", "-c", "user.email=desk@example.org")
    for words in (("init", "--quiet"), ("add", "--all"), (*desk, "commit", "--quiet", "--message", "A truce")):
        subprocess.run(["git", *words], check=True)
    later = text.replace("hold from 18:30", "hold from 19:30").replace(
        "mediated, the ministry said.\n  [@afp, says", "mediated.\n  [@afp, says"
    )
    later = later.replace("aid. [@mt-2021-11-16]", "aid. [@mt-2021-11-16, says armenia]")
    assert later != text
    Path(file).write_text(later, encoding="utf-8")
    command, expected = shown(PUBLISHING, "briefs changes")
    assert answer(command) == expected


def test_the_preview_begins_as_shown(answer: Answer) -> None:
    command, expected = shown(INDEX, "briefs serve")
    assert answer(command) == expected.partition("…")[0]


def test_make_site_says_what_is_shown(answer: Answer) -> None:
    _, expected = shown(INDEX, "make site")
    texts = MAKEFILE.replace("$(BIN)", ".venv/bin") + (ROOT / "tools/install.sh").read_text("utf-8") + answer("briefs build")
    said = [re.sub(r"^@?echo ", "", line.strip()).strip("'\"") for line in texts.splitlines()]
    patterns = [re.sub(r"\\\$\\\(.*\\\)", ".*", re.escape(line)) for line in said]
    pages = [f"site/{file.removesuffix('.yml')}/index.html" for file in ENTRIES if re.match(r"briefs/\d", file)]
    for line in expected.splitlines():
        assert line in ("…", *pages) or any(re.fullmatch(pattern, line) for pattern in patterns), line


def test_five_commands_lead_to_the_preview() -> None:
    section = re.search(r"^## Five commands$(.*?)^## ", INDEX.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert section
    typed = re.findall(r"^\$ (.*)$", section[1], re.MULTILINE)
    assert [command.split()[:2] for command in typed] == [
        ["git", "clone"],
        ["cd", "briefs"],
        ["make", "site"],
        [".venv/bin/briefs", "new"],
        [".venv/bin/briefs", "serve"],
    ]
    assert not re.search("[;&|]", "".join(typed))
    assert [command for command, told in commands(INDEX) if not told] == ["cd briefs"]


@pytest.mark.parametrize("command", [command for command in SHOWN if "briefs " in command and "/bin/" in command])
def test_a_command_that_is_shown_exists(command: str) -> None:
    assert is_command(shlex.split(re.sub(rf"^.*?{PROGRAM}(?= )", "", command)))
