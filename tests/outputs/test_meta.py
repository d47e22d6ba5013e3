"""What each page tells the theme and the sitemap: which day it last changed, in which language it is, and what belongs to it."""

import pytest

from generator.pages import Page
from generator.pages.meta import locale
from generator.settings import Options, Settings
from tests.outputs.editions import changed, published, small

NEWER = changed("the-appeal", add="updates: [{date: 2021-11-28, text: A map.}]\n")


def pages(more: dict[str, str] | None = None, settings: Settings | None = None) -> dict[str, Page]:
    found = published(small(more, settings=settings) if settings else small(more))
    return {page.address: page for page in found.pages}


@pytest.mark.parametrize(
    ("address", "before", "after"),
    [
        ("briefs/2021/the-appeal/", "2021-11-16", "2021-11-28"),
        ("briefs/2021/the-truce/", "2021-11-17", "2021-11-17"),
        ("briefs/2021/taken-back/", "2021-11-20", "2021-11-20"),
        ("storylines/border/", "2021-11-20", "2021-11-28"),
        ("places/town/", "2021-11-20", "2021-11-28"),
        ("background/treaty/", "2021-11-14", "2021-11-14"),
        ("sources/report/", "2021-11-20", "2021-11-28"),
        ("", "2021-11-20", "2021-11-28"),
    ],
)
def test_a_page_changes_when_what_it_shows_does(address: str, before: str, after: str) -> None:
    assert (pages()[address].meta["modified"], pages(NEWER)[address].meta["modified"]) == (before, after)
    assert str(pages(NEWER)[address].changed) == after


def test_the_day_of_a_page_is_never_that_of_the_build() -> None:
    def days(day: str) -> dict[str, object]:
        return {page.address: page.changed for page in published(small(day=day)).pages}

    assert days("2021-12-01") == days("2021-12-31")


def test_what_is_held_back_changes_no_page() -> None:
    more = changed("a-draft", ("published: 2021-11-18", "published: 2021-11-30"))
    assert pages(more)["storylines/border/"].changed == pages()["storylines/border/"].changed


def test_briefs_and_storylines_name_their_feed_and_briefs_their_data() -> None:
    found = pages()
    for address in ("storylines/border/", "briefs/2021/the-appeal/"):
        assert [feed["path"] for feed in found[address].meta["feeds"]] == ["storylines/border/feed.xml"]
    assert found["briefs/2021/the-appeal/"].meta["data"] == "briefs/2021/the-appeal/brief.json"
    assert found["places/town/"].meta["feeds"] == []


@pytest.mark.parametrize(
    ("language", "said"), [("en", "en_GB"), ("de", "de_DE"), ("hy", "hy_AM"), ("pt-BR", "pt_BR"), ("xx", "")]
)
def test_a_language_is_told_as_opengraph_writes_it(language: str, said: str) -> None:
    assert locale(language) == said


def test_a_brief_in_another_language_says_so() -> None:
    settings = Settings("The Desk", "https://example.org/", options=Options(timezone="Etc/UTC"))
    meta = pages(changed("the-appeal", add="lang: de\n"), settings)["briefs/2021/the-appeal/"].meta
    assert (meta["lang"], meta["locale"], '"inLanguage":"de"' in meta["json_ld"]) == ("de", "de_DE", True)
