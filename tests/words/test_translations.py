"""A brief in two languages is one development on two pages, and words in another language than their page say so."""

from collections.abc import Mapping
from datetime import date as Date

import pytest
from html5lib import parseFragment
from markdown import markdown

from generator.build import Inputs, read_edition
from generator.edition import Edition, Key
from generator.pages import Page, pages
from generator.settings import read
from generator.words import direction, own_name, same_language
from tests.build.small import CONFIG, DAY, FILES, brief
from tests.text.vectors import ANYWHERE

ENTRIES = {file: text.encode() for file, text in FILES.items() if file.startswith("briefs/")}
GERMAN = "lang: de\ntranslates: the-appeal\nrelated:\n  - brief: first-shots\n"
VERSIONS = {
    "briefs/2021/der-appell.yml": brief("Ein Appell", "2021-11-16", GERMAN + "background:\n  - use: treaty\n"),
    "briefs/2021/nida.yml": brief("نداء", "2021-11-16", "lang: ar\ntranslates: 2021/the-appeal\n"),
    "briefs/2021/die-schuesse.yml": brief("Es fielen Schüsse", "2021-11-14", "lang: de\ntranslates: first-shots\n"),
}
ORIGINAL, DEUTSCH, ARABIC = (f"briefs/2021/{name}/" for name in ("the-appeal", "der-appell", "nida"))
SITE_PAGES = ("", "storylines/border/", "sources/", "sources/report/", "actors/ministry/", "places/town/")


def edition(more: Mapping[str, str]) -> Edition:
    settings, _, faults = read(CONFIG)
    entries = ENTRIES | {file: text.encode() for file, text in more.items()}
    inputs = Inputs("mkdocs.yml", CONFIG, entries, {})
    checked = read_edition(inputs, settings, Date.fromisoformat(DAY), settings_findings=faults)
    assert checked.findings == ()
    return checked.edition


@pytest.fixture(scope="module")
def two() -> Edition:
    return edition(VERSIONS)


@pytest.fixture(scope="module")
def made(two: Edition) -> dict[str, Page]:
    return {page.address: page for page in pages(two)}


def test_each_version_leads_to_the_others(made: Mapping[str, Page]) -> None:
    others = {address: made[address].meta["alternates"] for address in (ORIGINAL, DEUTSCH, ARABIC)}
    assert others[ORIGINAL] == others[DEUTSCH] == others[ARABIC]
    assert [(other["lang"], other["path"]) for other in others[ORIGINAL]] == [
        ("en", ORIGINAL),
        ("ar", ARABIC),
        ("de", DEUTSCH),
        ("x-default", ORIGINAL),
    ]
    assert (
        'Read this in: <span lang="en" dir="ltr" aria-current="true">English</span> · [العربية](nida.md)' in made[ORIGINAL].body
    )
    assert 'Diese Seite lesen auf: [English](the-appeal.md){: lang="en" dir="ltr" hreflang="en" }' in made[DEUTSCH].body
    assert "alternates" not in made["briefs/2021/the-truce/"].meta
    assert "Read this in" not in made["briefs/2021/the-truce/"].body


@pytest.mark.parametrize("address", SITE_PAGES)
def test_a_translation_is_no_development_of_its_own(made: Mapping[str, Page], address: str) -> None:
    alone = {page.address: page for page in pages(edition({}))}
    assert made[address].body == alone[address].body


def test_the_edition_counts_a_development_once(two: Edition) -> None:
    translations = {Key("brief", f"2021/{name}") for name in ("der-appell", "nida", "die-schuesse")}
    assert not translations & {key for key, _ in two.briefs}
    assert {key for key, _ in two.briefs_and_translations} - translations == {key for key, _ in two.briefs}
    assert not translations & {claim.owner for claim in two.claims}
    assert len(two.claims_of[Key("brief", "2021/der-appell")]) == len(two.claims_of[Key("brief", "2021/the-appeal")])


def test_a_reader_stays_in_the_language_of_the_page(made: Mapping[str, Page]) -> None:
    german, arabic, english = made[DEUTSCH], made[ARABIC], made[ORIGINAL]
    assert (german.previous, german.next) == ("briefs/2021/die-schuesse/", "briefs/2021/the-truce/")
    assert (english.previous, arabic.previous) == ("briefs/2021/first-shots/", "briefs/2021/first-shots/")
    assert "<li markdown>Davor: [Es fielen Schüsse](die-schuesse.md)" in german.body
    assert 'Danach: [<span lang="en">A truce was agreed</span>](the-truce.md)' in german.body
    assert "*Diese Entwicklung:* Ein Appell" in german.body
    assert "- [Es fielen Schüsse](die-schuesse.md)\n" in german.body  # related reading


def test_what_stays_in_the_language_of_the_site_says_so(made: Mapping[str, Page]) -> None:
    german, arabic = made[DEUTSCH].body, made[ARABIC].body
    assert '<b lang="en">The treaty</b></summary>' in german
    assert '\n<div lang="en" markdown>\n\nThey signed a treaty.' in german
    assert '[„<span lang="en">A report</span>“](https://example.org/2021/11/14/report)' in german
    assert ': <span lang="en">a ministry</span>' in german
    assert '“<span lang="en" dir="ltr">A report</span>”' in arabic
    assert '## What happened {: #what-happened lang="en" }' in arabic  # there is no Arabic catalogue
    assert 'lang="en"' not in made["briefs/2021/the-truce/"].body


@pytest.mark.parametrize("lang", ["en", "ru", "ar", "az-Arab"])
def test_quotes_titles_and_names_keep_their_language_and_stay_text(lang: str) -> None:
    for vector in (text for text in ANYWHERE if text.isprintable() and text.strip() and len(text) < 200):
        said = f"by: ministry\n    cite: own\n    language: {lang}\n    text: {_typed(vector)}\n"
        source = f"publisher: paper\n    title: {_typed(vector)}\n    language: {lang}\n    published: 2021-11-16\n"
        files = {
            "briefs/2021/foreign.yml": brief(
                "Words", "2021-11-16", f"quotes:\n  said:\n    {said}sources:\n  own:\n    {source}"
            ),
            "briefs/actors/ministry.yml": FILES["briefs/actors/ministry.yml"]
            + f"variants:\n  - name: {_typed(vector)}\n    language: {lang}\n",
        }
        settings, _, _ = read(CONFIG)
        inputs = Inputs("mkdocs.yml", CONFIG, ENTRIES | {file: text.encode() for file, text in files.items()}, {})
        found = {page.address: page for page in pages(read_edition(inputs, settings, Date.fromisoformat(DAY)).edition)}
        way, shown = ("rtl" if lang.startswith("a") else None), " ".join(vector.split())
        quote, title = ("p", lang, way, f"“{shown}”"), ("span", lang, way, shown)
        statement = ("span", lang, way, f"“{shown}”")
        assert _marked(found["briefs/2021/foreign/"].body) == ([] if lang == "en" else [quote, title])
        assert _marked(found["actors/ministry/"].body) == ([] if lang == "en" else [title, statement, title])


def _typed(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _marked(body: str) -> list[tuple[str, str, str | None, str]]:
    """Return each element that says its language: its name, its `lang` and `dir`, and its text. Nothing else is inside of it."""
    html = markdown(body, extensions=["attr_list", "md_in_html", "tables", "admonition", "toc"])
    found = [node for node in parseFragment(html, namespaceHTMLElements=False).iter() if node.get("lang")]
    assert all(len(node) == 0 for node in found)
    return [(node.tag, node.get("lang"), node.get("dir"), node.text) for node in found]


def test_the_names_and_directions_of_languages() -> None:
    names = {"de": "Deutsch", "en": "English", "hy": "հայերեն", "ru": "русский", "xx": "xx", "en-GB": "English (United Kingdom)"}
    assert {tag: own_name(tag) for tag in names} == names
    right_to_left = {"ar", "fa", "he-IL", "dv", "az-Arab", "ku-Arab", "pa-Arab-PK", "xx-Hebr", "yi"}
    assert {tag for tag in {*right_to_left, "az", "hy", "ar-Latn", "xx", "zh-Hant"} if direction(tag) == "rtl"} == right_to_left
    assert [same_language("de", other) for other in ("de-AT", "en", "de-Latn")] == [True, False, False]
