"""Another site: every file below `site/` in this folder, with its name and the like filled in where they stand."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date as Date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from generator.scaffold.editors import editor_files

FILLED_IN = ("README.md", "briefs/YEAR/example-bridge-reopens.yml", "mkdocs.yml", "requirements.txt")
"""The files with places to fill in, written as `{{ name }}`. All others are copied as they are."""
_PLACE = re.compile(r"\{\{ ([a-z_]+) \}\}")


def new_site(name: str, day: Date, generator: str) -> Mapping[str, bytes]:
    """Return the files of a new site by name.

    `day` is the date of its example; `generator` what pip installs as this generator (a requirement, PEP 508).
    """
    name = " ".join(name.split())
    words = {
        "name": name,
        "quoted_name": json.dumps(name, ensure_ascii=False),
        "day": str(day),
        "year": str(day.year),
        "generator": generator,
    }
    found = {}
    for file, data in _templates().items():
        if file in FILLED_IN:
            data = _PLACE.sub(lambda place: words[place[1]], data.decode()).encode()
        found[file.replace("YEAR", str(day.year))] = data
    return found | editor_files()


@cache
def _templates() -> Mapping[str, bytes]:
    return dict(_below(files(__package__) / "site", ""))


def _below(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            yield from _below(item, f"{path}{item.name}/")
        else:
            yield path + item.name, item.read_bytes()
