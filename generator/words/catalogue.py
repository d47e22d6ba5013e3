"""The catalogues: one `.po` file for each language, read once. English needs none, for the messages are English."""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale, UnknownLocaleError
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
    return GNUTranslations(BytesIO(compiled(language)))


@cache
def compiled(language: str) -> bytes:
    """Return the catalogue of a language as other programs read it (a `.mo` file); empty where there is none."""
    written = BytesIO()
    if language in languages():
        write_mo(written, read_po(BytesIO((FOLDER / f"{language}.po").read_bytes()), locale=language))
    return written.getvalue()


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
