"""The catalogues: one `.po` file for each language, read once. English needs none, for the messages are English."""

from collections.abc import Iterator
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

FOLDER = Path(__file__).parent / "locale"
NEWSROOM = {"en": "en-GB"}
"""Where a bare language tag leaves the region open: dates are written `16 November 2021`, lists without a last comma."""


@cache
def translations(language: str) -> NullTranslations | None:
    """Return the catalogue of a language (ISO 639), if there is one."""
    if language == "en":
        return NullTranslations()
    if language not in languages():
        return None
    compiled = BytesIO()
    write_mo(compiled, _read(language))
    compiled.seek(0)
    return GNUTranslations(compiled)


def messages_of(language: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield each plain message of a catalogue, what the language says for it, and the files that say it; nothing for English."""
    for message in _read(language) if language in languages() else ():
        if isinstance(message.id, str) and isinstance(message.string, str) and message.id and not message.context:
            yield message.id, message.string, tuple(file for file, _ in message.locations)


def _read(language: str) -> Catalog:
    return read_po(BytesIO((FOLDER / f"{language}.po").read_bytes()), locale=language)


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that have a catalogue, beside English."""
    return tuple(sorted(path.stem for path in FOLDER.iterdir() if path.suffix == ".po"))


@cache
def locale_of(tag: str) -> Locale | None:
    """Return what the CLDR knows of a language tag (BCP 47), if it knows it."""
    try:
        return Locale.parse(NEWSROOM.get(tag, tag), sep="-")
    except (UnknownLocaleError, ValueError, TypeError):
        return None
