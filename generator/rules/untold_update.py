"""A page that was brought up to date without saying so.

## What it does
Finds a brief whose `as_of` lies after the day of its publication and that lists neither an update nor a correction.

## Why it matters
Readers come back to a page, and others have quoted it. They must be able to see what was added since.

## Example
```yaml
as_of: 2021-11-20
published: 2021-11-17
```

## Use instead
```yaml
as_of: 2021-11-20
published: 2021-11-17
updates:
  - date: 2021-11-20
    text: |
      A second report on the truce was added.
```
"""

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.edition.filing import has_come
from generator.model.forms import Brief
from generator.rules.parts import Found

SEVERITY = Severity.WARNING


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find pages that know more than when they were published, and do not say since when."""
    brief = document.entry
    if not isinstance(brief, Brief) or brief.published is None or brief.as_of <= brief.published:
        return
    if brief.published < brief.date.earliest or not edition.ask(has_come, brief.as_of):
        return  # one of the days is wrong
    if not (brief.updates or brief.corrections):
        message = f"This page was published on {brief.published} and knows what happened up to {brief.as_of}."
        yield Found(("as_of",), message, "Say under `updates:` what was added, and when.")
