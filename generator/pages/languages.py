"""Languages: words in another language than the page say so, and each reader gets the version of a brief in the page's language.

A browser chooses letters, hyphens and the direction of the line by it, and a screen reader its voice.
"""

import re
from functools import lru_cache

from markupsafe import Markup

from generator.edition import Edition, Key
from generator.model.forms import SharedSource
from generator.words import direction, same_language

_HEADING = re.compile(r"^(## .+ \{: #[a-z-]+|\{: \.languages)( \})$", re.MULTILINE)
"""A heading of ours has a name for its anchor in the template; editors cannot write one. The other line leads to translations."""

TITLED = ("brief", "background", "storyline")
"""The kinds of entry whose titles are words of a language; what others are called is a name."""


@lru_cache(maxsize=10_000)
def attributes(lang: str, page: str) -> Markup:
    """Return the HTML attributes of words in `lang` on a page in another language (BCP 47); empty where that is the same."""
    if same_language(lang, page):
        return Markup("")
    way = direction(lang)
    return Markup(f'lang="{lang}"' if way == direction(page) else f'lang="{lang}" dir="{way}"')


def inline(shown: Markup, lang: str, page: str) -> Markup:
    """Mark words that are finished Markdown as what they are: words in `lang` on a page in another language."""
    found = attributes(lang, page)
    return Markup(f"<span {found}>{shown}</span>") if found and shown else shown


def language_of_name(edition: Edition, key: Key) -> str:
    """Return the language of the words by which an entry is called; empty where they are a name."""
    if key.kind in TITLED:
        return edition.versions.language(key)
    source = edition.get(key, SharedSource)
    return (source.language if source and source.title else None) or (edition.versions.language(key) if source else "")


def with_language_of_headings(body: str, words: str, page: str) -> str:
    """Mark our own headings, and the line that leads to translations, where there is no catalogue for the language of a page.

    `words` is the language that they are in. They keep the direction of the page, so that all headings stand on one side.
    """
    return body if same_language(words, page) else _HEADING.sub(rf'\1 lang="{words}"\2', body)


def version(edition: Edition, key: Key, page: str) -> Key:
    """Return the translation of a brief into the language of a page, if there is one; of anything else, itself."""
    others = edition.versions.translations.get(key)
    if not others:
        return key
    alike = [other for other in (key, *others) if same_language(edition.versions.language(other), page)]
    return next((other for other in alike if edition.versions.language(other) == page), alike[0] if alike else key)
