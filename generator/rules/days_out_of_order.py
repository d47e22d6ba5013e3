"""Days of a brief that cannot follow each other.

## What it does
Finds a brief that was published more than a day before what it tells happened, and updates and corrections from before its
publication.

## Why it matters
Readers see all these days. A page that knew of something before it happened, or was corrected before anybody could read it, makes
them doubt the rest.

## Example
```yaml
date: 2021-11-16
published: 2021-11-10
```

## Use instead
```yaml
date: 2021-11-16
published: 2021-11-17
```
"""

from collections.abc import Iterator
from datetime import timedelta

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.model.forms import Brief
from generator.rules.parts import Found

SEVERITY = Severity.WARNING
A_DAY = timedelta(days=1)
"""It may be tomorrow already where something happens."""


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find days of a brief that are out of order."""
    brief = document.entry
    if not isinstance(brief, Brief) or brief.published is None:
        return
    if brief.date.earliest - brief.published > A_DAY:
        message = f"This brief was published on {brief.published}, before what it tells happened, on {brief.date}."
        yield Found(("published",), message, "Check both days.")
        return
    for name, called in (("updates", "update"), ("corrections", "correction")):
        for at, item in enumerate(getattr(brief, name)):
            if item.date < brief.published:
                message = f"This {called} is of {item.date}, before the page was published on {brief.published}."
                yield Found((name, at, "date"), message, "Check both days.")
