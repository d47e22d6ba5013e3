"""The live preview as an editor has it: a real server, a real browser, and files that are saved, broken, renamed, removed."""

import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from os import environ
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Error, Page, expect

import generator
from tests.build.small import DAY, FILES, put

BRIEF = "briefs/2021/the-appeal.yml"
AT = "briefs/2021/the-appeal/"
A_WHILE = 20.0
"""Seconds in which a save must have reached the browser; it takes about one."""


@dataclass(frozen=True)
class Preview:
    """A site that is being previewed: its folder, that of the package which shows it, and its address."""

    site: Path
    package: Path
    address: str
    log: Path

    def save(self, text: str, file: str = BRIEF) -> None:
        (self.site / file).write_text(text, encoding="utf-8", newline="\n")

    def answer(self, at: str = AT) -> tuple[int, str]:
        try:
            with urlopen(self.address + at, timeout=A_WHILE) as found:
                return found.status, found.read().decode()
        except HTTPError as error:
            return error.code, error.read().decode()


@contextmanager
def serving(folder: Path, site: Path) -> Iterator[Preview]:
    package = Path(shutil.copytree(Path(generator.__file__).parent, folder / "package" / "generator"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [sys.executable, "-m", "generator", "serve", "--port", str(port), "--as-of", DAY]
    ours = {"PYTHONPATH": str(package.parent), "SITE_URL": "https://desk.example.org/"}
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(words, cwd=site, env={**environ, **ours}, stdout=log, stderr=subprocess.STDOUT)
        found = Preview(site, package, f"http://127.0.0.1:{port}/", folder / "log")
        try:
            until(lambda: answers(found))
            yield found
        finally:
            server.terminate()
            server.wait(A_WHILE)
    with pytest.raises(URLError), urlopen(found.address, timeout=1):
        """Whoever ends `briefs serve` ends the server too."""


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    folder = tmp_path_factory.mktemp("preview")
    with serving(folder, put(folder / "site")) as found:
        yield found


@pytest.fixture
def page(preview: Preview, browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    opened.goto(preview.address + AT)
    yield opened
    opened.close()
    for path in (preview.site / "briefs").rglob("*.yml"):
        path.unlink()
    put(preview.site)
    until(lambda: "An appeal was made" in preview.answer()[1])


def answers(preview: Preview) -> bool:
    try:
        return preview.answer()[0] == 200
    except (URLError, ConnectionError):
        return False


def until(happens: Callable[[], bool]) -> None:
    end = time.monotonic() + 2 * A_WHILE
    while not happens():
        assert time.monotonic() < end, "the preview does not follow"
        time.sleep(0.1)


def go(page: Page, address: str) -> None:
    """Open a page, also where the one before loads itself anew at that moment."""
    for _ in range(3):
        try:
            page.goto(address)
        except Error as error:
            if "interrupted by another navigation" not in str(error):
                raise
        else:
            return


def shows(page: Page, words: str) -> None:
    expect(page.locator("body")).to_contain_text(words, timeout=A_WHILE * 1000)


def test_a_save_is_seen_a_slip_is_told_at_its_line_and_its_repair_is_seen(preview: Preview, page: Page) -> None:
    preview.save(FILES[BRIEF].replace("An appeal was made", "A second appeal was made"))
    shows(page, "A second appeal was made")
    preview.save(FILES[BRIEF].replace("title:", "titel:"))
    shows(page, "Did you mean `title`?")
    expect(page.get_by_role("alert")).to_contain_text(f"{BRIEF}:1:1")
    expect(page.get_by_role("heading", level=1)).to_contain_text("the-appeal.yml cannot be shown yet")
    preview.save(FILES[BRIEF].replace("published:", "published: soon\nx:").replace("An appeal", "a: b: [c"))
    shows(page, "colon-in-text")
    preview.save(FILES[BRIEF])
    expect(page.get_by_role("alert")).to_have_count(0, timeout=A_WHILE * 1000)
    expect(page.get_by_role("heading", level=1)).to_contain_text("An appeal was made")


def test_a_save_is_followed_without_mkdocs_and_shows_the_same(preview: Preview, page: Page) -> None:
    def counted(words: str) -> int:
        return preview.log.read_text("utf-8").count(words)

    def shown(at: str) -> str:
        return re.sub(r"<script>(?:(?!</script>).)*livereload.*?</script>", "", preview.answer(at)[1], flags=re.DOTALL)

    pages = ("", "timeline/", "archive/", "corrections/", "search/", AT)
    named = FILES["mkdocs.yml"].replace("site_name: ", "site_name: Built by MkDocs ")
    (preview.site / "mkdocs.yml").write_text(named, "utf-8")
    until(lambda: "Built by MkDocs" in shown(""))
    before, builds, loads = {at: shown(at) for at in pages}, counted("Building documentation"), counted("Reloading browsers")
    assert all("livereload(" in preview.answer(at)[1] for at in pages)
    preview.save(f"{FILES[BRIEF]}# a remark\n")
    until(lambda: counted("Reloading browsers") > loads)
    assert {at: shown(at) for at in pages} == before
    assert counted("Building documentation") == builds


def test_a_warning_stands_above_the_page_that_it_is_about(preview: Preview, page: Page) -> None:
    preview.save(FILES[BRIEF].replace("It began at noon", "It began last Tuesday"))
    shows(page, "An editor should look at this page.")
    expect(page.get_by_role("alert")).to_contain_text("relative-date")
    expect(page.get_by_role("heading", level=1)).to_contain_text("An appeal was made")


def test_the_home_page_leads_to_what_cannot_be_shown_and_tells_of_what_has_no_page(preview: Preview, page: Page) -> None:
    go(page, preview.address)
    preview.save("title: A new one\n", "briefs/2021/new-one.yml")
    preview.save("unit: people\n", "briefs/measures/hurt.yml")
    shows(page, "briefs/measures/hurt.yml:1:1")
    page.get_by_role("link", name="briefs/2021/new-one.yml").click()
    shows(page, "new-one.yml cannot be shown yet")


def test_what_is_held_back_is_shown_and_marked(preview: Preview, page: Page) -> None:
    go(page, preview.address)
    shows(page, "A draft is being written (draft)")
    shows(page, "It is not yet time (not yet published)")
    page.get_by_role("link", name="A draft is being written").first.click()
    shows(page, "Draft: this page is not published.")


def test_files_are_renamed_removed_and_put_back(preview: Preview, page: Page) -> None:
    old, new = preview.site / BRIEF, preview.site / "briefs/2021/appeal-renamed.yml"
    old.rename(new)
    until(lambda: preview.answer()[0] == 404 and "An appeal" in preview.answer("briefs/2021/appeal-renamed/")[1])
    new.unlink()
    until(lambda: preview.answer("briefs/2021/appeal-renamed/")[0] == 404)
    (preview.site / "briefs/2021").rename(preview.site / "briefs/2020")
    until(lambda: preview.answer("briefs/2021/the-truce/")[0] == 404)
    (preview.site / "briefs/2020").rename(preview.site / "briefs/2021")
    put(preview.site)
    shows(page, "An appeal was made")


def test_settings_that_break_are_told_in_the_browser_until_they_are_mended(preview: Preview, page: Page) -> None:
    for broken in ("plugins: [no-such-plugin]", "site_name: [", "theme: {name: no-such-theme}"):
        preview.save(f"{FILES['mkdocs.yml']}\n{broken}\n", "mkdocs.yml")
        shows(page, "The preview could not be built")
        preview.save(FILES["mkdocs.yml"], "mkdocs.yml")
        shows(page, "An appeal was made")


def test_a_template_and_a_style_sheet_are_followed(preview: Preview, page: Page) -> None:
    template = preview.package / "pages/brief/page.md.j2"
    template.write_text(template.read_text("utf-8") + "\nA line of the template.\n", "utf-8")
    shows(page, "A line of the template.")
    styles = preview.package / "theme/assets/stylesheets/article.css"
    styles.write_text(styles.read_text("utf-8") + "h1 { color: rgb(1, 2, 3) !important; }\n", "utf-8")
    expect(page.get_by_role("heading", level=1)).to_have_css("color", "rgb(1, 2, 3)", timeout=A_WHILE * 1000)


LATE = """
from pathlib import Path


def on_env(env, config, files):
    file = Path(config.config_file_path).parent / "briefs/2021/the-appeal.yml"
    file.write_text(file.read_text("utf-8").replace("An appeal was made", "An appeal was sent"), "utf-8")
"""


def test_what_is_saved_while_the_first_build_runs_is_shown(tmp_path: Path) -> None:
    site = put(tmp_path / "site")
    (site / "late.py").write_text(LATE, "utf-8")
    config = site / "mkdocs.yml"
    config.write_text(f"{config.read_text('utf-8')}\nhooks: [late.py]\n", "utf-8")
    with serving(tmp_path, site) as found:
        assert "An appeal was sent" in found.answer()[1]
