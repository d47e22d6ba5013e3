"""The edition of a site, read as fast as this machine can. What comes out is what `read_edition` gives by itself."""

from dataclasses import replace
from datetime import date as Date
from functools import partial
from pathlib import Path

from generator.asking import Memory
from generator.asking.asked import nothing_kept
from generator.build import seal
from generator.build.collector import without_collector
from generator.build.pipeline import Checked, Inputs, read_edition
from generator.build.recall import Recall
from generator.diagnostics import Diagnostic
from generator.settings import Settings

CACHE = ".cache/briefs"
"""The folder for it in a site's folder. It can be deleted at any time."""
NO_CACHE = "BRIEFS_NO_CACHE"
"""The variable of the environment with which `briefs build --no-cache` reaches MkDocs."""
WORTH_IT = 100
"""Fewer files are read as fast as the cache is opened."""


def read_site(
    inputs: Inputs,
    settings: Settings,
    day: Date,
    *,
    preview: bool = False,
    purpose: str = "check",
    settings_findings: tuple[Diagnostic, ...] = (),
    hands: int = 1,
    cache: Path | None = None,
    memory: Memory | None = None,
) -> Checked:
    """Read, parse, link and check all files of a site as of `day`, in so many processes.

    `cache` is a folder for what the next run need not work out again; `memory` is what an earlier call in this process was
    told. What was worked out is kept when `keep` of the result is called.
    """
    key = seal.key() if cache and len(inputs.entries) >= WORTH_IT else None
    recall = Recall(cache, key, settings, preview=preview, purpose=purpose) if cache and key else None
    with without_collector():
        known = memory if memory is not None else recall.memory() if recall else Memory() if hands > 1 else None
        checked = read_edition(
            inputs,
            settings,
            day,
            preview=preview,
            settings_findings=settings_findings,
            hands=hands,
            memory=known,
            load=recall.load if recall else nothing_kept,
        )
    return replace(checked, keep=partial(recall.keep, checked.edition)) if recall and memory is None else checked
