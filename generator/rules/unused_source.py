"""A source that nothing rests on.

## What it does
Finds a source that is listed in a file but cited nowhere in it, and a shared source that no file cites.

## Why it matters
The list of sources tells readers what the page rests on. A source that supports nothing makes it look better supported
than it is, or is the trace of a citation that was forgotten.

## Example
```yaml
what_happened: |
  Russia brokered the truce. [@mt]
sources:
  mt: {publisher: moscow-times, about: Report on the truce}
  tass: {publisher: tass, about: Report on the truce}
```

## Use instead
```yaml
what_happened: |
  Russia brokered the truce. [@mt; @tass]
sources:
  mt: {publisher: moscow-times, about: Report on the truce}
  tass: {publisher: tass, about: Report on the truce}
```
"""

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.edition.references import uses_of
from generator.model.forms import SharedSource
from generator.rules.parts import Found

SEVERITY = Severity.WARNING


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find sources that are cited nowhere."""
    used = {use.id for use in uses_of(document) if use.kinds == ("source",)}
    for id in sorted(document.parsed.names.get("sources", frozenset()) - used):
        yield Found(("sources", id), f"The source `{id}` is cited nowhere in this file.", "Cite it or take it out.", key=True)
    if isinstance(document.entry, SharedSource) and not edition.backlinks.get(document.key):
        yield Found((), "No file cites this source.", "Cite it or delete the file.")
