"""What the search knows of a page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Date
from types import MappingProxyType

GROUPS = ("kind", "storyline", "topic", "status", "place", "actor")
"""What a result can be narrowed to, beside the year: that follows from the date."""


@dataclass(frozen=True, slots=True)
class Record:
    """A page that can be found: plain text throughout.

    `address` is relative to the site's root. `text` is all that stands on the page beside title and summary, a line for each
    of its parts; `names` are further names under which it is found. `date` orders pages of equal rank, the newest first, and
    gives the year; `when` is how readers see it. `facets` maps each group to the ids and names of what the page belongs to.
    `language` is set where it is not the site's (BCP 47).
    """

    address: str
    kind: str
    title: str
    summary: str
    text: str
    names: tuple[str, ...] = ()
    date: Date | None = None
    when: str = ""
    facets: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=lambda: MappingProxyType({}))
    language: str = ""
