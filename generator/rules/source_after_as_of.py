"""A statement that only sources from after the page's own day have.

## What it does
Finds a statement of a brief of which every source bears a later date than the `as_of` and has no `note`. Answers, outcomes,
updates, corrections and the note on the date may look back, and a figure with an `as_of` of its own says of when it is. One day
more is let pass: it is not the same day everywhere.

## Why it matters
A page as of a day must not know what came later. Either `as_of` was forgotten when the page was brought up to date, or a later
report is used for what was known earlier, which a note can tell.

## Example
```yaml
as_of: 2021-11-17
what_happened: |
  Russia brokered a truce. [@mt] It held for a week. [@later]
sources:
  later: {publisher: tass, about: Report on the week after the truce, published: 2021-11-23, kind: wire}
```

## Use instead
```yaml
as_of: 2021-11-23
what_happened: |
  Russia brokered a truce. [@mt] It held for a week. [@later]
sources:
  later: {publisher: tass, about: Report on the week after the truce, published: 2021-11-23, kind: wire}
```
"""

from collections.abc import Iterator
from datetime import timedelta

from generator.diagnostics import Severity
from generator.edition import Claim, Document, Edition
from generator.edition.sources import KnownSource
from generator.model.forms import Brief
from generator.rules.parts import Found

SEVERITY = Severity.WARNING

A_DAY = timedelta(days=1)
LOOK_BACK = frozenset(("answer", "outcome", "updates", "corrections", "withdrawal", "date_note", "why_it_matters", "background"))


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find statements that only later sources have."""
    brief = document.entry
    if not isinstance(brief, Brief) or brief.as_of < brief.date.earliest:
        return  # `as-of-before-date` says so, once
    for claim in edition.claims_by_owner.get(document.key, ()):
        sources = [support.source for support in claim.supports]
        if not sources or not all(_late(edition.sources[source], brief) for source in sources):
            continue
        if not _says_its_day(claim, brief) and LOOK_BACK.isdisjoint(claim.path):
            dated = edition.sources[sources[0]].published
            message = f"`{sources[0].id}` is dated {dated}, after {brief.as_of}, up to which this page knows."
            advice = "Bring `as_of` up to date, or say in a `note:` of the source what a later report serves for here."
            yield Found(claim.path, message, advice, within=(claim.start, claim.end) if claim.end else None)


def _says_its_day(claim: Claim, brief: Brief) -> bool:
    kind, *at = claim.path
    return kind == "figures" and brief.figures[int(at[0])].as_of is not None


def _late(source: KnownSource, brief: Brief) -> bool:
    return not source.note and source.published is not None and source.published.earliest - brief.as_of > A_DAY
