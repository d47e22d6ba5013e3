"""The theme says its words by the catalogue: nothing that a reader sees stands in a template or a script itself."""

import re
from pathlib import Path

import pytest
from jinja2 import Environment

from generator.words.catalogue import messages_of
from generator.words.theme import AT, words_of_the_theme
from tools.catalogue import CODE, extracted

TEMPLATES = sorted((CODE / "theme").rglob("*.html"))
SCRIPTS = sorted((CODE / "theme").rglob("*.js"))
NAMES = {"Atom", "RSS", "JSON", "Feed"}
JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
SHOWN = re.compile(r"\b(?:aria-[a-z]*label|aria-description|title|placeholder|alt|data-(?!search)[a-z-]+)=\"([^\"]*)\"")
STRING = re.compile(r"\"((?:[^\"\\\n]|\\.)*)\"|'((?:[^'\\\n]|\\.)*)'|`([^`]*)`")


def words(text: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_]{2,}", text) if word not in NAMES]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.relative_to(CODE).as_posix())
def test_a_template_holds_no_words(template: Path) -> None:
    plain = JINJA.sub("", template.read_text("utf-8"))
    assert words(re.sub(r"<[^>]*>", " ", plain)) == []
    assert [said for said in SHOWN.findall(plain) if words(said)] == []


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.relative_to(CODE).as_posix())
def test_a_script_holds_no_sentence(script: Path) -> None:
    code = re.sub(r"/\*.*?\*/|(?m:^\s*//.*$)", "", script.read_text("utf-8"), flags=re.DOTALL)
    strings = ["".join(found) for found in STRING.findall(code)]
    keys = {"Escape", "Enter", "Home", "End", "Tab"}
    assert [string for string in strings if re.match(r"[A-Z][a-z]+( |$)| [a-z]+ ", string) and string not in keys] == []


def test_the_frame_is_handed_every_word_of_the_theme() -> None:
    theme = {message.id for message in extracted() if message.id and any(at.startswith(AT) for at, _ in message.locations)}
    assert len(theme) > 10
    assert set(words_of_the_theme(["de"], "en")["de"]["said"]) == theme
    assert {said for _, said, _ in messages_of("de")} >= set(words_of_the_theme(["de"], "en")["de"]["said"].values())


def test_a_page_without_a_catalogue_is_told_in_which_language_the_theme_speaks() -> None:
    found = words_of_the_theme(["hy", "de-AT"], "de")
    assert {tag: told["lang"] for tag, told in found.items()} == {"hy": "de", "de-AT": "de-AT", "de": "de"}
    assert words_of_the_theme([], "en") == {"en": {"lang": "en", "said": {}}}


def test_a_word_of_the_theme_is_escaped_once() -> None:
    frame = (CODE / "theme" / "base.html").read_text("utf-8")
    macro = re.search(r"\{% macro _\(.*?endmacro -?%\}", frame)
    assert macro
    template = Environment().from_string(macro[0] + """<b title="{{ _('x') }}">{{ _('y') }}</b>""")
    assert (
        template.render(of_page={"said": {"x": '"><i>&', "y": "<i>&"}}) == '<b title="&#34;&gt;&lt;i&gt;&amp;">&lt;i&gt;&amp;</b>'
    )
