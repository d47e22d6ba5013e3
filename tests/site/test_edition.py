"""What readers and editors are offered: the file to edit, the way along the storyline, and only what may be published."""

import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from bs4 import BeautifulSoup

from tests.build.small import CONFIG, FILES, HELD_BACK, SHOWN, contents, put, run
from tests.site.conftest import Site


def soup(site: Site | Path, page: str) -> BeautifulSoup:
    folder = site if isinstance(site, Path) else site.folder
    return BeautifulSoup((folder / page / "index.html").read_bytes(), "html5lib")


def hrefs(page: BeautifulSoup, select: str) -> list[str]:
    return [str(tag["href"]) for tag in page.select(select)]


@pytest.mark.parametrize(
    ("page", "file"),
    [
        ("briefs/2021/the-appeal", "main/briefs/2021/the-appeal.yml"),
        ("briefs/2021/taken-back", "main/briefs/2021/taken-back.yml"),
        ("background/treaty", "main/briefs/backgrounds/treaty.yml"),
        ("actors/ministry", "main/briefs/actors/ministry.yml"),
        ("sources/report", "main/briefs/sources/report.yml"),
        ("about", "main/docs/about.md"),
    ],
)
def test_edit_opens_the_file_that_the_page_is_made_from(small: Site, page: str, file: str) -> None:
    assert hrefs(soup(small, page), "a[rel=edit]") == [f"https://git.example.org/desk/_edit/{file}"]


def test_a_page_that_no_file_makes_has_no_edit_button(small: Site) -> None:
    assert hrefs(soup(small, "sources"), "a[rel=edit]") == []
    assert hrefs(soup(small, ""), "a[rel=edit]") == []


@pytest.mark.parametrize("docs", ["content/docs", "docs"])
def test_edit_finds_the_file_wherever_the_hand_written_pages_lie(tmp_path: Path, docs: str) -> None:
    moved = {name.replace("docs/", f"{docs}/"): text for name, text in FILES.items()}
    source = put(tmp_path, moved | {"mkdocs.yml": f"docs_dir: {docs}\n{CONFIG}"})
    uri = f"https://git.example.org/?edit={docs}/"
    assert run("generator", "build", "--as-of", "2021-12-01", at=source, EDIT_URI=uri).returncode == 0
    (link,) = hrefs(soup(source / "site", "briefs/2021/the-appeal"), "a[rel=edit]")
    assert link == "https://git.example.org/?edit=briefs/2021/the-appeal.yml"


ORDER = ["first-shots", "the-appeal", "the-truce"]


@pytest.mark.parametrize("page", ORDER)
def test_previous_and_next_follow_the_storyline(small: Site, page: str) -> None:
    at = ORDER.index(page)
    neighbours = {"prev": ORDER[at - 1 : at], "next": ORDER[at + 1 : at + 2]}
    told = [f"../{name}/" for names in neighbours.values() for name in names]
    assert hrefs(soup(small, f"briefs/2021/{page}"), ".neighbours a") == told
    for way, (expected) in neighbours.items():
        found = soup(small, f"briefs/2021/{page}")
        assert hrefs(found, f"link[rel={way}]") == [f"../{name}/" for name in expected]


def test_only_what_is_ready_and_due_is_published(small: Site) -> None:
    assert {folder.name for folder in (small.folder / "briefs/2021").iterdir() if folder.is_dir()} == {*SHOWN, "opening-fire"}
    for name, data in contents(small.folder).items():
        for words in (*HELD_BACK, "A draft is being written", "It is not yet time"):
            assert words.encode() not in data, name


def test_a_withdrawn_brief_leaves_a_note_and_a_line_in_the_ledger(small: Site) -> None:
    page = soup(small, "briefs/2021/taken-back")
    words = page.select_one("article").get_text(" ", strip=True)  # type: ignore[union-attr]
    for said in ("Withdrawn", "It was wrong", "20 November 2021", "The report was false", "An appeal was made"):
        assert said in words
    assert "It began at noon" not in words
    assert not page.find(string=lambda words: "the ministry said" in words)
    told = {file.parent.name for file in small.folder.rglob("index.html") if b"It was wrong" in file.read_bytes()}
    assert told == {"taken-back", "corrections"}  # the ledger says that it was withdrawn


def fetch(address: str, seconds: float = 30) -> str:
    """Read a page of a server that may only just be starting."""
    end = time.monotonic() + seconds
    while True:
        try:
            with urlopen(address, timeout=5) as found:
                return str(found.read().decode())
        except (URLError, OSError):
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def test_the_preview_shows_drafts_and_lives_through_every_fault(tmp_path: Path) -> None:
    source = put(tmp_path / "site")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    put(source, {"briefs/2021/the-truce.yml": "title: [\n", "briefs/2021/Odd Name.yml": "x"})
    log = (tmp_path / "log").open("w+", encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, cwd=source, stdout=log, stderr=log)
    try:
        at = f"http://127.0.0.1:{port}/"
        assert "A draft is being written" in fetch(f"{at}briefs/2021/a-draft/")
        assert "It is not yet time" in fetch(f"{at}briefs/2021/too-early/", 5)
        (source / "briefs/sources/report.yml").unlink()
        (source / "briefs/storylines/border.yml").unlink()
        draft = FILES["briefs/2021/a-draft.yml"].replace("at noon", "at dawn")
        put(source, {"briefs/2021/a-draft.yml": draft, "briefs/actors/ministry.yml": "name: [\n", "mkdocs.yml": CONFIG + "\n"})
        end = time.monotonic() + 30
        while "at dawn" not in fetch(f"{at}briefs/2021/a-draft/", 5) and time.monotonic() < end:
            time.sleep(0.2)
        assert "at dawn" in fetch(f"{at}briefs/2021/a-draft/", 5)
        assert server.poll() is None
    finally:
        server.terminate()
        server.wait(20)
        log.seek(0)
        said = log.read()
        log.close()
    assert "Traceback" not in said
    assert "Odd Name.yml" in said
    assert "There is no source with the id `report`" in said


def test_one_table_holds_all_measures_each_above_its_counts(tmp_path: Path) -> None:
    figure = "  - {{measure: {}, value: {}, by: ministry, cite: report{}}}\n"
    counts = (("hurt", 3, ""), ("lost", 2, ", note: So far"), ("hurt", 4, ", as_of: 2021-11-30"))
    figures = "".join(figure.format(*count) for count in counts)
    files = {
        "briefs/measures/lost.yml": "title: Positions lost\nunit: positions\n",
        "briefs/2021/the-truce.yml": FILES["briefs/2021/the-truce.yml"] + f"figures:\n{figures}",
    }
    assert run("generator", "build", "--as-of", "2021-12-01", at=put(put(tmp_path), files)).returncode == 0
    (table,) = soup(tmp_path / "site", "briefs/2021/the-truce").select("article table")
    rows = [[cell.get_text(" ", strip=True) for cell in row.select("th, td")] for row in table.select("tbody tr")]
    for row in rows:
        row[0] = row[0].partition(" [ 1")[0]  # the mark of the source, and its note
    counter = "The Ministry"
    assert rows == [
        ["People hurt"],
        ["3", f"{counter} Superseded: later revised to 4."],
        ["4", f"{counter} , as of 30 November 2021"],
        ["Positions lost"],
        ["2", f"{counter} So far."],
    ]
