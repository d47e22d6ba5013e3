"""Editions whose outputs are looked at: the small one with changes, the real one, and one with every field filled in."""

from collections.abc import Mapping
from datetime import date as Date
from functools import cache
from pathlib import Path
from typing import Any

from generator.build import gather, read_edition, read_settings
from generator.build.pipeline import Inputs
from generator.edition import Edition
from generator.publish import Publication, publication
from generator.settings import Options, Settings
from tests.build.small import DAY, FILES

ROOT = Path(__file__).parents[2]
URL = "https://desk.example.org/some/path/"
SETTINGS = Settings("The Small Desk", URL, "A small edition.", options=Options(timezone="Asia/Yerevan"))


def small(
    more: Mapping[str, str] | None = None, *, settings: Settings = SETTINGS, day: str = DAY, preview: bool = False
) -> Edition:
    """Return the small edition with more files, or others in place of its own."""
    return of({**FILES, **(more or {})}, settings=settings, day=day, preview=preview)


def of(files: Mapping[str, str], *, settings: Settings = SETTINGS, day: str = DAY, preview: bool = False) -> Edition:
    """Return the edition of these files."""
    entries = {name: text.encode() for name, text in files.items() if name.startswith("briefs/")}
    return read_edition(Inputs("mkdocs.yml", "", entries, {}), settings, Date.fromisoformat(day), preview=preview).edition


@cache
def real() -> Edition:
    """Return this repository's own edition."""
    text, settings, _ = read_settings(ROOT / "mkdocs.yml")
    settings = Settings(settings.name, URL, settings.description, options=settings.options)
    return read_edition(gather(ROOT, settings, "mkdocs.yml", text), settings, Date(2027, 1, 1)).edition


def changed(brief: str, *changes: tuple[str, str], add: str = "") -> dict[str, str]:
    """Return a brief of the small edition with some of its words changed, and fields added."""
    name = f"briefs/2021/{brief}.yml"
    text = FILES[name]
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return {name: text + add}


def published(edition: Edition) -> Publication:
    """Return what is published of an edition."""
    return publication(edition)


def strings(data: Any) -> list[str]:
    """Return every text in some JSON, names of fields aside."""
    if isinstance(data, dict):
        return [text for value in data.values() for text in strings(value)]
    if isinstance(data, list):
        return [text for value in data for text in strings(value)]
    return [data] if isinstance(data, str) else []
