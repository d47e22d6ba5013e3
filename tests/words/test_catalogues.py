"""Whatever readers see is in the catalogues: nothing is forgotten, nothing is left, nothing stands in a template untranslated."""

import re
from pathlib import Path

import pytest

from generator.words.catalogue import languages
from tools.catalogue import CODE, extracted, missing

TEMPLATES = sorted(CODE.rglob("*.j2"))
NO_WORDS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\{:.*?\}|<[^>]*>|\]\([^)]*\)", re.DOTALL)
"""Expressions, attribute lists, tags and targets of links."""


@pytest.mark.parametrize("language", languages())
def test_a_catalogue_says_every_word_and_no_other(language: str) -> None:
    assert list(missing(language, extracted())) == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.relative_to(CODE).as_posix())
def test_a_template_says_its_words_by_the_catalogue(template: Path) -> None:
    assert re.findall(r"\w+", NO_WORDS.sub("", template.read_text("utf-8"))) == []


def test_a_missing_word_is_found() -> None:
    messages = extracted()
    messages.add("A word that nobody translated", context="nowhere")
    assert list(missing("de", messages)) == ["de: not in the catalogue: 'A word that nobody translated'"]
