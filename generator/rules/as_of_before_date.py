"""A brief that claims to know no later day than one before the event.

## What it does
Finds a brief whose `as_of` lies before its `date` begins.

## Why it matters
Readers see both days at the top of the page. What happened cannot be known before it did, so one of the two is mistyped.

## Example
```yaml
date: 2021-11-16
as_of: 2021-11-06
```

## Use instead
```yaml
date: 2021-11-16
as_of: 2021-11-16
```
"""

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.model.forms import Brief
from generator.rules.parts import Found

SEVERITY = Severity.ERROR


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find briefs that end before they begin."""
    brief = document.entry
    if isinstance(brief, Brief) and brief.as_of < brief.date.earliest:
        message = f"This brief covers what happened up to {brief.as_of}, and its event is dated later: {brief.date}."
        yield Found(("as_of",), message, "Check both: `date` is when it happened, `as_of` the last day that the brief covers.")
