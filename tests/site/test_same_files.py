"""One edition, one set of bytes: whichever command builds it, wherever, and under another publisher."""

from datetime import date as Date
from pathlib import Path

import pytest
from lxml.html import document_fromstring, tostring  # type: ignore[import-untyped]

from generator.build import epoch_of, gather, read_edition, read_settings
from generator.pages import pages
from generator.publish import markdown_file
from tests.build.small import DAY, FILES, contents, put, run
from tests.site.conftest import EDIT, PUBLIC, ROOT, Site, latest_day

SECOND = str(epoch_of(Date.fromisoformat(DAY), "Asia/Yerevan"))
PLACES = {"SITE_URL": PUBLIC, "EDIT_URI": EDIT}


def test_mkdocs_build_gives_the_files_of_briefs_build(small: Site, tmp_path: Path) -> None:
    done = run("mkdocs", "build", "--strict", "-d", tmp_path, at=small.source, SOURCE_DATE_EPOCH=SECOND, **PLACES)
    assert done.returncode == 0, done.stderr
    assert contents(tmp_path) == contents(small.folder)


@pytest.mark.parametrize(("seed", "zone"), [("1", "Pacific/Kiritimati"), ("4242", "America/Los_Angeles")])
def test_neither_chance_nor_place_nor_order_changes_a_byte(small: Site, tmp_path: Path, seed: str, zone: str) -> None:
    source = put(tmp_path / "another folder", dict(reversed(FILES.items())))
    done = run("generator", "build", at=source, SOURCE_DATE_EPOCH=SECOND, PYTHONHASHSEED=seed, TZ=zone, **PLACES)
    assert done.returncode == 0, done.stderr
    assert contents(source / "site") == contents(small.folder)


def test_the_edition_date_changes_what_is_published(small: Site, tmp_path: Path) -> None:
    done = run("generator", "build", "--as-of", "2022-12-01", "-d", tmp_path, at=small.source, **PLACES)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "briefs/2021/too-early/index.html").is_file()
    assert not (small.folder / "briefs/2021/too-early").exists()


@pytest.fixture(scope="module", params=["small", "repository"])
def project(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Date]:
    """The source of a site, the project that `briefs write` makes of it, and the edition date."""
    source = put(tmp_path_factory.mktemp("source")) if request.param == "small" else ROOT
    day = DAY if request.param == "small" else latest_day()
    folder = tmp_path_factory.mktemp("project")
    done = run("generator", "write", folder, "--as-of", day, at=source, SITE_URL=PUBLIC)
    assert done.returncode == 0, done.stderr
    return source, folder, Date.fromisoformat(day)


def test_the_project_holds_the_markdown_that_mkdocs_is_given(
    project: tuple[Path, Path, Date], monkeypatch: pytest.MonkeyPatch
) -> None:
    source, folder, day = project
    monkeypatch.setenv("SITE_URL", PUBLIC)
    text, settings, faults = read_settings(source / "mkdocs.yml")
    checked = read_edition(gather(source, settings, "mkdocs.yml", text), settings, day, settings_findings=faults)
    written = contents(folder / "docs")
    for page in pages(checked.edition):
        assert written[page.uri].decode() == markdown_file(page)
        assert "\n# " in written[page.uri].decode()


@pytest.fixture(scope="module")
def ours(project: tuple[Path, Path, Date], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that we build from the same source."""
    (source, _, day), site = project, tmp_path_factory.mktemp("ours")
    done = run("generator", "build", "--as-of", day, "-d", site, at=source, SITE_URL=PUBLIC)
    assert done.returncode == 0, done.stderr
    return site


def articles(site: Path) -> dict[str, str]:
    """Return what each page of a site says, in HTML, without the frame that a publisher puts around it."""
    found = {}
    for file in sorted(site.rglob("index.html")):
        article = document_fromstring(file.read_bytes()).find(".//article")
        found[file.relative_to(site).as_posix()] = file.read_text("utf-8") if article is None else tostring(article).decode()
    return found


@pytest.mark.parametrize("publisher", ["mkdocs", "properdocs"])
def test_the_project_builds_elsewhere_with_the_same_articles(
    project: tuple[Path, Path, Date], ours: Path, tmp_path: Path, publisher: str
) -> None:
    _, folder, _ = project
    done = run(publisher, "build", "--strict", "-f", "mkdocs.yml", "-d", tmp_path, at=folder, SITE_URL=PUBLIC)
    assert done.returncode == 0, done.stderr
    expected = articles(ours)
    assert sum("<article" in html for html in expected.values()) >= 10
    assert articles(tmp_path) == expected
    styles = "assets/stylesheets/briefs.css"
    assert (tmp_path / styles).read_bytes() == (ours / styles).read_bytes()
