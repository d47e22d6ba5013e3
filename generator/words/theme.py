"""The words of the theme, as data: a publisher that fills its templates knows no catalogue of ours."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from generator.words import words_for
from generator.words.catalogue import messages_of

AT = "generator/theme/"
"""Where the templates are whose words these are, as a catalogue names it."""


def words_of_the_theme(languages: Iterable[str], site: str) -> dict[str, dict[str, Any]]:
    """Return what the theme says on pages in each of some languages (BCP 47), and the language in which it says that (`lang`).

    `said` holds each message that is said in other words than in the source; `site` is the language of the site.
    """
    found = {tag: words_for(tag, site) for tag in sorted({*languages, site})}
    return {tag: {"lang": words.tag, "said": dict(_said(words.locale.language))} for tag, words in found.items()}


@cache
def _said(language: str) -> Mapping[str, str]:
    return {message: said for message, said, files in messages_of(language) if any(file.startswith(AT) for file in files)}
