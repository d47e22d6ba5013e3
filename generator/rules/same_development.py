"""Two briefs that look like one development.

## What it does
Finds a brief in the same storyline or at the same place as another one, a day apart at most, with a similar headline or mostly
the same sources, where neither names the other. The finding stands in the one that was published later, and says where their
dates and places differ.

## Why it matters
One development is one page. On two pages the same event is counted, corrected and searched for twice, and a reader who finds
one of them never learns what stands on the other.

## Example
```yaml
title: Armenia asks Russia for military aid after fighting
date: 2021-11-17
storyline: armenia-azerbaijan
places: [border]
```

## Use instead
```yaml
title: Armenia asks Russia for military aid after fighting
date: 2021-11-17
storyline: armenia-azerbaijan
places: [border]
related:
  - brief: 2021/appeal
    why: The first appeal, a day earlier
```
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date as Date
from datetime import timedelta

from generator.asking import opaque
from generator.diagnostics import Severity
from generator.edition import Document, Edition, Key
from generator.edition.filing import filings
from generator.edition.sources import SourceKey
from generator.model.forms import Brief
from generator.rules.parts import Found
from generator.rules.parts.briefs import in_order_of_publication, turn_of
from generator.rules.parts.firsts import line_of
from generator.rules.parts.words import likeness, sense

SEVERITY = Severity.WARNING

APART = timedelta(days=1)
"""Across time zones, one event falls on two days."""
NEIGHBOURS = 20
"""How many briefs of the same days are compared, the nearest in date first, so that the time does not grow with their number."""
ALIKE = 0.5
"""The share of words in both headlines, and of sources in both briefs, from which two are taken for one."""

Blocks = dict[tuple[str, str], list[tuple[Date, Date, Key]]]


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find the brief that tells the same development and was published before this one."""
    brief = document.entry
    if not isinstance(brief, Brief) or document.withdrawn or document.original:
        return
    mine = turn_of(edition, document.key)
    earlier = (turn for key in _neighbours(brief, edition) if (turn := turn_of(edition, key)) and mine and turn < mine)
    linked = {*edition.backlinks.get(document.key, ())}
    for _, _, other in sorted(earlier):
        known = other in linked or document.key in edition.backlinks.get(other, ())
        if not known and _alike(document, edition.documents[other], edition):
            message = f"This looks like the development of {edition.documents[other].file}: “{edition.name(other)}”."
            advice = "Make one brief of the two, or name the other one in `related` if they tell different things."
            yield Found(("title",), f"{message}{_differences(brief, other, edition)}", advice)
            return


@opaque
def blocks(edition: Edition) -> Blocks:
    """Return the briefs of each storyline and place by their first day."""
    found: Blocks = defaultdict(list)
    filed = edition.ask(filings)
    for key in edition.ask(in_order_of_publication):
        if date := filed[key].date:
            for block in _blocks_of(filed[key].storyline, filed[key].places):
                found[block].append((date.earliest, date.latest, key))
    return {block: sorted(briefs) for block, briefs in found.items()}


def _blocks_of(storyline: str | None, places: Iterable[str]) -> Iterator[tuple[str, str]]:
    if storyline:
        yield "storyline", str(storyline)
    for place in places:
        yield "place", str(place)


def _neighbours(brief: Brief, edition: Edition) -> frozenset[Key]:
    """Return the briefs that may tell the same: about the same days, in the same storyline or at the same place."""
    first, last = brief.date.earliest, brief.date.latest
    found: set[Key] = set()
    for name in _blocks_of(brief.storyline, brief.places):
        block = edition.ask(line_of, blocks, name)
        at = bisect_left(block, first, key=lambda entry: entry[0])
        near = block[max(0, at - NEIGHBOURS // 2) : at + NEIGHBOURS // 2]
        found |= {key for start, end, key in near if _meet(first, last, start, end)}
    return frozenset(found)


def _meet(first: Date, last: Date, start: Date, end: Date) -> bool:
    return (max(first, start) - min(last, end)) <= APART


def _alike(one: Document, other: Document, edition: Edition) -> bool:
    titles = [sense(edition.name(document.key)) for document in (one, other)]
    sources = [_sources(document, edition) for document in (one, other)]
    return likeness(*titles) >= ALIKE or (len(sources[0] & sources[1]) > 1 and likeness(*sources) >= ALIKE)


def _sources(document: Document, edition: Edition) -> frozenset[str | SourceKey]:
    claims = edition.claims_by_owner.get(document.key, ())
    keys = {support.source for claim in claims for support in claim.supports}
    return frozenset(edition.sources[key].url or key for key in keys)


def _differences(brief: Brief, other: Key, edition: Edition) -> str:
    entry = edition.documents[other].entry
    if not isinstance(entry, Brief):
        return ""
    dates = f" It is dated {entry.date} there and {brief.date} here." if entry.date != brief.date else ""
    here, there = (", ".join(edition.name(Key("place", id)) for id in entry.places) for entry in (brief, entry))
    apart = here and there and not set(brief.places) & set(entry.places)
    return f"{dates} It happened at {there} there and at {here} here." if apart else dates
