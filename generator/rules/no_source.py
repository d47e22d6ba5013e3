"""A brief that rests on nothing.

## What it does
Finds a brief that neither lists a source of its own nor cites a shared one.

## Why it matters
A brief says only what its sources say. Without a source there is nothing to say.

## Example
```yaml
title: Armenia asks Russia for help
what_happened: |
  Armenia asked Russia for help.
```

## Use instead
```yaml
title: Armenia asks Russia for help
what_happened: |
  Armenia asked Russia for help. [@mt]
sources:
  mt: {publisher: moscow-times, about: Report on the appeal}
```
"""

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.edition.references import uses_of
from generator.model.forms import Brief
from generator.rules.parts import Found

SEVERITY = Severity.ERROR


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find briefs without any source."""
    if not isinstance(document.entry, Brief) or document.entry.stage == "withdrawn":
        return
    if not any(use.kinds == ("source",) for use in uses_of(document)):
        advice = "List it under `sources:` and cite it in the text, as in `[@mt]`."
        yield Found((), "This brief has no source.", advice)
