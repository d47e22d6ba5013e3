"""The edition of a site, read as fast as this machine can. What comes out is what `read_edition` gives by itself."""

from datetime import date as Date
from pathlib import Path
from typing import TypeAlias

from generator.build.collector import without_collector
from generator.build.files import FileRead, Given, remembering
from generator.build.hands import checking, reading
from generator.build.pipeline import Checked, Inputs, read_edition
from generator.build.shelf import Shelf
from generator.diagnostics import Diagnostic
from generator.settings import Settings

CACHE = ".cache/briefs"
"""The folder for it in a site's folder. It can be deleted at any time."""
NO_CACHE = "BRIEFS_NO_CACHE"
"""The variable of the environment with which `briefs build --no-cache` reaches MkDocs."""
SHELF = "read.sqlite"
WORTH_IT = 100
"""Fewer files are read as fast as the cache is opened."""

Known: TypeAlias = dict[Given, FileRead]
"""What a process has read; each call of `read_site` brings it up to date."""


def read_site(
    inputs: Inputs,
    settings: Settings,
    day: Date,
    *,
    preview: bool = False,
    settings_findings: tuple[Diagnostic, ...] = (),
    hands: int = 1,
    cache: Path | None = None,
    known: Known | None = None,
) -> Checked:
    """Read, parse, link and check all files of a site as of `day`, in so many processes.

    `cache` is a folder for what the next run need not read again; `known` is what an earlier call in this process has read.
    """
    shelf = Shelf(cache / SHELF) if cache and len(inputs.entries) >= WORTH_IT else None
    read_all = reading(hands, shelf)
    with without_collector():
        return read_edition(
            inputs,
            settings,
            day,
            preview=preview,
            settings_findings=settings_findings,
            read_all=read_all if known is None else remembering(read_all, known),
            check_all=checking(hands),
        )
