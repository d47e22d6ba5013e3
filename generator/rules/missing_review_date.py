"""A background that does not say when it was last checked.

## What it does
Finds a shared background without `reviewed`.

## Why it matters
A background is written once and shown for years, inside briefs that are new. Readers see on which day somebody last made
sure that it still holds.

## Example
```yaml
# briefs/backgrounds/treaty.yml
title: The treaty of 1997
in_short: |
  Russia and Armenia promised each other support. [@mt]
```

## Use instead
```yaml
# briefs/backgrounds/treaty.yml
title: The treaty of 1997
in_short: |
  Russia and Armenia promised each other support. [@mt]
reviewed: 2026-11-22
```
"""

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.model.forms import Background
from generator.rules.parts import Found

SEVERITY = Severity.WARNING


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find backgrounds without a day of review."""
    if isinstance(document.entry, Background) and document.entry.reviewed is None:
        advice = "Add `reviewed:` with the day on which you checked it against its sources."
        yield Found((), "This background does not say when it was last checked.", advice)
