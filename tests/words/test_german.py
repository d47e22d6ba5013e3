"""The pages of the small edition in German: every word of ours is said in German, and none of the editors' is touched."""

from collections.abc import Mapping
from datetime import date as Date
from html import unescape

import pytest

from generator.build import Inputs, read_edition
from generator.pages import Page, pages, redirects
from generator.publish import redirect_file
from generator.settings import read
from tests.build.small import CONFIG, DAY, FILES, brief
from tools.catalogue import extracted

GERMAN = CONFIG.replace("timezone: Asia/Yerevan", "timezone: Asia/Yerevan\n      language: de")
ENTRIES = {file: text.encode() for file, text in FILES.items() if file.startswith("briefs/")}
SAID = {
    "": (
        "## Neueste Entwicklungen {: #latest-developments }",
        "3 Entwicklungen\n",
        "Zuletzt, 17. November 2021: [A truce was agreed](",
        "[Quellen](sources.md)",
    ),
    "briefs/2021/first-shots/": (
        " · 14. November 2021 · Stand: 14. November 2021\n{: .strip }",
        "Diese Seite gibt wieder, was am 14. November 2021 bekannt war.\n",
        "**Der Stand der Dinge:** 17. November 2021: [",
        'aria-label="Quelle 1">1</button>',
        ">The Ministry, über The Wire, in: The Paper, 14. November 2021<",
        "> „We did not fire“",
        ">Gezählt von, Stand</th>",
        ">mehr als 6.500<span",
        "Nicht bekannt (Stand: 14. November 2021).",
        "Termin: 20. Dezember 2021.",
        "· geprüft am 1. November 2021\n{: .aside }",
        "[„A report“](https://example.org/2021/11/14/report), 14. November 2021. <span",
        ">Nachrichtenbericht. Gibt The Wire wieder.<",
        "Aussagen auf dieser Seite nennen eine Quelle. Woher ",
        "**Zitierhinweis:** The Small Desk, „Shots were fired“, Stand: 14. November 2021, veröffentlicht am 14. November 2021, <",
    ),
    "briefs/2021/the-appeal/": ("laufend (Stand: 16. November 2021)",),
    "briefs/2021/taken-back/": ("# Zurückgezogen: It was wrong", "wurde am 20. November 2021 zurückgezogen.", "Ersetzt durch:"),
    "actors/ministry/": ("Organisation\n{: .strip }", "## Was The Ministry sagt {: #what-it-says }"),
    "sources/": ("1 Quelle, 1 Herausgeber. Die Seite",),
    "names/": ("Nicht: „liberated“.",),
}


def made(config: str, entries: Mapping[str, bytes] = ENTRIES) -> dict[str, Page]:
    settings, _, faults = read(config)
    inputs = Inputs("mkdocs.yml", config, entries, {})
    edition = read_edition(inputs, settings, Date.fromisoformat(DAY), settings_findings=faults).edition
    assert all('lang="de"' in redirect_file(redirect)[1] for redirect in redirects(edition)) == ("language: de" in config)
    return {page.address: page for page in pages(edition)}


@pytest.fixture(scope="module")
def german() -> dict[str, Page]:
    return made(GERMAN)


@pytest.mark.parametrize("address", SAID)
def test_our_words_are_german(german: Mapping[str, Page], address: str) -> None:
    body = unescape(german[address].body)
    assert [said for said in SAID[address] if said not in body] == []


def test_no_english_sentence_is_left(german: Mapping[str, Page]) -> None:
    messages = [message.id for message in extracted() if isinstance(message.id, str)]
    english = [message for message in messages if message.count(" ") > 2 and "%" not in message]
    left = [(page.address, message) for page in german.values() for message in english if message in page.body + page.description]
    assert len(english) > 10
    assert left == []


def test_every_page_says_its_language(german: Mapping[str, Page]) -> None:
    assert {(page.meta["lang"], page.meta["dir"]) for page in german.values()} == {("de", "ltr")}
    assert {page.meta["kind"] for page in german.values()} >= {"home", "brief", "actor", "place", "source", "storyline"}


def test_a_brief_may_be_in_another_language_than_its_site() -> None:
    entry = brief("Ein Waffenstillstand wurde vereinbart", "2021-11-18", "lang: {}\n")
    files = {f"briefs/2021/in-{tag}.yml": entry.format(tag).encode() for tag in ("de", "ar", "hy")}
    found = made(CONFIG, {**ENTRIES, **files})
    german, arabic, armenian = (found[f"briefs/2021/in-{tag}/"] for tag in ("de", "ar", "hy"))
    assert ("## Was geschehen ist {" in german.body, german.meta["lang"]) == (True, "de")
    assert ("## What happened {" in arabic.body, arabic.meta["lang"], arabic.meta["dir"]) == (True, "ar", "rtl")
    assert armenian.meta["dir"] == "ltr"
    assert "## What happened {" in found["briefs/2021/the-truce/"].body
