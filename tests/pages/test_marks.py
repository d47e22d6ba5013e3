"""The marks of sources in running text: where one stands for several statements, and that each statement can be linked."""

import re
from datetime import date as Date

import pytest

from generator.build import Inputs, read_edition
from generator.pages import pages
from generator.settings import read
from tests.build.small import CONFIG, DAY, FILES, brief

FILE = "briefs/2021/the-appeal.yml"
MARK = re.compile(r'<span class="cite"[^>]*>.*?&#93;</span></span>')
EMPTY = re.compile(r"<span id=[^>]*></span>")


def set_text(told: str) -> str:
    """Return how a text is set as what happened in a brief, as Markdown."""
    text = "".join(f"  {line}\n" if line else "\n" for line in told.splitlines())
    entries = FILES | {
        FILE: brief("An appeal was made", "2021-11-16").partition("what_happened")[0] + f"what_happened: |\n{text}"
    }
    given = {name: data.encode() for name, data in entries.items() if name.startswith("briefs/")}
    settings, _, _ = read(CONFIG)
    checked = read_edition(Inputs("mkdocs.yml", CONFIG, given, {}), settings, Date.fromisoformat(DAY))
    body = next(page.body for page in pages(checked.edition) if page.address == "briefs/2021/the-appeal/")
    return body.partition("{: #what-happened }\n\n")[2].partition("\n\n## ")[0]


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("One. [@report]", "One.*"),
        ("One. [@report] Two. [@report]", "One.° Two.*"),
        ("One. [@report] Two. [@report] Three. [@report]", "One.° Two.° Three.*"),
        ("One. [@report] Two. [@report] Three.", "One.° Two.* Three."),
        ("One. [@report, says ministry] Two. [@report]", "One.* Two.*"),
        ("One. [@report] Two. [@report, says ministry] Three. [@report, says ministry]", "One.* Two.° Three.*"),
        ("One. [@report, says ministry] Two. [@report, says ministry, via wire]", "One.* Two.*"),
        ("One. [@report]\n\nTwo. [@report]", "One.*\n\nTwo.*"),
        ("- One [@report]\n- Two [@report]", "- One*\n- Two*"),
        ("One. [@report] One. [@report] Two. [@report]", "One.° One. Two.*"),
    ],
)
def test_a_run_of_the_same_source_is_marked_once_at_its_end(told: str, shown: str) -> None:
    assert EMPTY.sub("°", MARK.sub("*", set_text(told))) == shown


def test_every_statement_has_its_place_and_the_note_says_who_says_so_and_leads_there() -> None:
    found = set_text("One. [@report, says ministry, via wire] Two. [@report] Three. [@report]")
    places = re.findall(r'id="(claim-[0-9a-f]{10})"', found)
    assert len(places) == len(set(places)) == 3
    first, second = MARK.findall(found)
    assert "The Ministry, via The Wire, in The Paper, 14 November 2021<" in first
    assert f'href="#{places[0]}"' in first
    assert f'href="#{places[2]}"' in second
    for mark in (first, second):
        name = re.search(r'popovertarget="([^"]+)"', mark)
        assert name
        assert f'<span popover id="{name[1]}">' in mark
        assert 'aria-label="Source 1">1</button>' in mark
        assert 'href="#source-1"' in mark
