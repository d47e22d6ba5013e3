"""What the pages for editors name is there: fields, findings, commands, options, and the targets of links and pictures."""

import re
from functools import cache
from pathlib import Path

import pytest
from markdown import Markdown

from generator.edition.references import LINKABLE
from tests.docs.names import is_there
from tests.docs.pages import FOLDER, PAGES, spans

by_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)


@pytest.mark.parametrize("page", [page for page in PAGES if page.stem != "fields"], ids=lambda page: page.stem)
def test_what_a_page_names_is_there(page: Path) -> None:
    assert [span for span in spans(page) if not is_there(span, page)] == []


@pytest.mark.parametrize(
    "span",
    [
        *("botom_line", "stages: draft", "uncited-statements", "time_zone", "mkdocs.yaml", "briefs/2021/nowhere.yml"),
        *("briefs checks", "briefs check --fixx", "--dat", "make sites"),
        *("[@nobody]", "[@mt-2021-11-16, says nobody]", "[[place:nowhere]]"),
    ],
)
def test_what_is_not_there_would_be_found(span: str) -> None:
    assert not is_there(span, FOLDER / "index.md")


@by_page
def test_links_and_pictures_lead_somewhere(page: Path) -> None:
    html = rendered(page)
    targets = [target for target in re.findall(r'(?:href|src)="([^"]+)"', html) if not re.match(r"https?:", target)]
    assert targets or page.stem == "slips"
    for target in targets:
        file, _, anchor = target.partition("#")
        aim = FOLDER / file if file else page
        assert aim.is_file(), target
        assert not anchor or f'id="{anchor}"' in rendered(aim), target


@by_page
def test_a_picture_says_in_words_what_it_shows(page: Path) -> None:
    assert all(len(alt) > 60 for alt in re.findall(r'<img[^>]*? alt="([^"]*)"', rendered(page)))


def test_every_picture_is_shown() -> None:
    shown = {name for page in PAGES for name in re.findall(r'src="images/([^"]+)"', rendered(page))}
    assert shown == {path.name for path in (FOLDER / "images").iterdir()}


@cache
def rendered(page: Path) -> str:
    """Return a page as HTML, with the extensions of the site that its links need."""
    text = re.sub(r"\A---\n.*?^---\n", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    return Markdown(extensions=["attr_list", "fenced_code", "md_in_html", "tables", "toc"]).convert(text)


def test_every_kind_of_entry_that_a_reference_can_name_is_told() -> None:
    assert set(LINKABLE) <= set(spans(FOLDER / "text.md"))
