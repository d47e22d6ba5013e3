"""A background that nobody has reviewed for a year.

## What it does
Finds a shared background whose `reviewed` lies more than 365 days before the day for which the site is built.

## Why it matters
A background is shown inside new briefs. What it says of treaties, borders and offices may have changed, and readers see how old
its last check is.

## Example
```yaml
# briefs/backgrounds/treaty.yml
title: The treaty of 1997
in_short: |
  Russia and Armenia promised each other support. [@mt]
reviewed: 2020-11-16
```

## Use instead
```yaml
# briefs/backgrounds/treaty.yml
title: The treaty of 1997
in_short: |
  Russia and Armenia promised each other support. [@mt]
reviewed: 2021-11-30
```
"""

from collections.abc import Iterator
from datetime import timedelta

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.model.forms import Background
from generator.rules.parts import Found

SEVERITY = Severity.WARNING

A_YEAR = timedelta(days=365)


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find backgrounds whose last review lies too far back. Only the passing of time causes it."""
    entry = document.entry
    if isinstance(entry, Background) and entry.reviewed and edition.day - entry.reviewed > A_YEAR:
        days = (edition.day - entry.reviewed).days
        message = f"This background was last reviewed {days} days ago."
        yield Found(("reviewed",), message, "Read it against its sources, mend what no longer holds, and write the day of that.")
