"""The edition of a site, read as fast as this machine can. What comes out is what `read_edition` gives by itself."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date as Date
from functools import partial
from pathlib import Path

from generator.asking import Memory
from generator.asking.asked import nothing_kept
from generator.build import seal
from generator.build.collector import without_collector
from generator.build.pipeline import Checked, Inputs, Question, read_edition
from generator.build.recall import Recall
from generator.diagnostics import Diagnostic
from generator.edition import Edition
from generator.settings import Settings

CACHE = ".cache/briefs"
"""The folder for it in a site's folder. It can be deleted at any time."""
NO_CACHE = "BRIEFS_NO_CACHE"
"""The variable of the environment with which `briefs build --no-cache` reaches MkDocs."""
WORTH_IT = 100
"""Fewer files are read as fast as the cache is opened."""


class Site:
    """A site that is read, and read again where somebody watches it: then only what a change touches is worked out anew."""

    def __init__(
        self,
        *,
        preview: bool = False,
        purpose: str = "check",
        hands: int = 1,
        cache: Path | None = None,
        watched: bool = False,
        ahead: Iterable[Question] = (),
    ) -> None:
        """Read in so many processes; `cache` is a folder for what the next run need not work out again.

        What is made of the edition needs the answers to the questions that are asked `ahead` of every file.
        """
        self._preview, self._purpose, self._hands, self._cache, self._watched = preview, purpose, hands, cache, watched
        self._ahead = tuple(ahead)
        self._edition: Edition | None = None
        self._recall: Recall | None = None

    def read(self, inputs: Inputs, settings: Settings, day: Date, *, settings_findings: tuple[Diagnostic, ...] = ()) -> Checked:
        """Read, parse, link and check all files as of `day`. What was worked out is kept when `keep` of the result is called.

        Where this or what is made of it fails, nobody knows what was worked out: whoever goes on takes a new `Site`.
        """
        earlier = self._edition if self._edition and self._edition.settings == settings else None
        with without_collector(stays=not self._watched):
            memory = None if earlier else self._remembered(inputs, settings)
            checked = read_edition(
                inputs,
                settings,
                day,
                preview=self._preview,
                settings_findings=settings_findings,
                hands=self._hands,
                memory=memory,
                load=self._recall.load if self._recall else nothing_kept,
                earlier=earlier,
                ahead=self._ahead,
            )
        self._edition = checked.edition if self._watched else None
        return replace(checked, keep=partial(self._recall.keep, checked.edition)) if self._recall else checked

    def _remembered(self, inputs: Inputs, settings: Settings) -> Memory | None:
        key = seal.key() if self._cache and len(inputs.entries) >= WORTH_IT else None
        self._recall = None
        if self._cache and key:
            self._recall = Recall(self._cache, key, settings, preview=self._preview, purpose=self._purpose)
            return self._recall.memory()
        return Memory() if self._hands > 1 or self._watched else None
