"""`briefs new`, `init`, `explain` and `check --fix`: what they write, what they say, and what they leave alone."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.build.small import FILES
from tests.cli.conftest import Briefs

SLIP = "briefs/2021/the-appeal.yml"


def test_a_new_brief_lacks_only_what_must_be_filled_in(briefs: Briefs, site: Path) -> None:
    made = briefs("new", "The bridge reopens: a first look", "--date", "2021-11-20")
    file = "briefs/2021/the-bridge-reopens-a-first-look.yml"
    assert made.exit_code == 0
    assert f"Written: {file}" in made.output
    checked = briefs("check", file).stdout
    assert (checked.count("error[empty-field]"), checked.count("error[")) == (2, 3)
    assert "Source `source-1` needs a `publisher` or a `url`." in checked
    assert "`bottom_line` is empty, but a brief needs it." in checked
    again = briefs("new", "The bridge reopens: a first look", "--date", "2021-11-20", "--slug", file[12:-4])
    assert again.exit_code == 1
    assert "left as it is" in again.output or "already" in again.output


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("A title", "--date", "20.11.2021"), "`--date` takes"),
        (("A title", "--storyline", "nowhere"), "There is no storyline with the id `nowhere`."),
        (("  ",), "The title is empty."),
    ],
)
def test_a_wrong_request_writes_nothing(briefs: Briefs, site: Path, asked: tuple[str, ...], said: str) -> None:
    before = set(site.rglob("*"))
    answer = briefs("new", *asked)
    assert (answer.exit_code, said in answer.output) == (1, True), answer.output
    assert set(site.rglob("*")) == before


def test_another_site_is_clean_and_is_never_written_over(briefs: Briefs, tmp_path: Path) -> None:
    other = tmp_path / "the-river-desk"
    made = briefs("init", other, "--generator", "briefs @ git+https://git.example.org/desk/briefs@v0.1.0")
    assert made.exit_code == 0
    assert 'site_name: "The river desk"' in (other / "mkdocs.yml").read_text("utf-8")
    assert briefs("check", "-f", other / "mkdocs.yml").output == ""
    again = briefs("init", other)
    assert (again.exit_code, "holds files already" in again.output) == (2, True)


def test_a_rule_is_explained_by_its_name_or_one_like_it(briefs: Briefs) -> None:
    assert briefs("explain", "colon-in-text").output.startswith("colon-in-text\n=============\n")
    wrong = briefs("explain", "colon-in-txt")
    assert (wrong.exit_code, "Did you mean `colon-in-text`?" in wrong.output) == (2, True)
    assert all(name in briefs("explain").output for name in ("uncited-statement", "broken-citation", "empty-field"))


def test_fixes_are_told_and_the_rest_of_the_file_stays(briefs: Briefs, site: Path) -> None:
    text = FILES[SLIP]
    slipped = text.replace("title:", "titel:", 1) + "# a note\r\n"
    (site / SLIP).write_bytes(slipped.encode())
    done = briefs("check", "--fix")
    assert (done.exit_code, done.stdout) == (0, "")
    assert f"Mended: {SLIP}:1: " in done.stderr
    assert (site / SLIP).read_bytes() == (text + "# a note\r\n").encode()


def test_what_was_mended_is_told_without_signs_that_act_on_a_terminal(briefs: Briefs, site: Path) -> None:
    slipped = FILES[SLIP].replace("title:", "ti\u202etle:", 1)
    (site / SLIP).write_text(slipped, encoding="utf-8")
    done = briefs("check", "--fix")
    assert "\u202e" not in done.stderr
    assert "`ti<U+202E>tle` is not a field" in done.stderr


def test_only_the_files_that_are_named_are_fixed(briefs: Briefs, site: Path) -> None:
    slipped = FILES[SLIP].replace("title:", "titel:", 1)
    (site / SLIP).write_text(slipped, encoding="utf-8")
    briefs("check", "--fix", "briefs/places")
    assert (site / SLIP).read_text("utf-8") == slipped


def test_watching_checks_again_at_each_save(site: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    with log.open("w") as out:
        words = [sys.executable, "-u", "-m", "generator", "check", "--watch", "--as-of", "2021-12-01"]
        watching = subprocess.Popen(words, cwd=site, stdout=out, stderr=subprocess.STDOUT)
        try:
            says(log, "All is well.")
            (site / SLIP).write_text(FILES[SLIP].replace("title:", "titel:", 1), encoding="utf-8")
            says(log, "Did you mean `title`?")
            (site / SLIP).write_text(FILES[SLIP], encoding="utf-8")
            says(log, "All is well.", times=2)
        finally:
            watching.send_signal(signal.SIGINT)
            assert watching.wait(10) in (0, 1, 130, -signal.SIGINT)
    assert "Traceback" not in log.read_text()


def says(log: Path, words: str, times: int = 1) -> None:
    end = time.monotonic() + 20
    while log.read_text().count(words) < times:
        assert time.monotonic() < end, log.read_text()
        time.sleep(0.1)
