"""A page that states facts and rests on nothing.

## What it does
Finds a brief, or another entry whose texts state facts, that neither lists a source of its own nor cites a shared one.

## Why it matters
A page says only what its sources say. Without a source there is nothing to say.

## Example
```yaml
bottom_line: |
  Armenia asked Russia for help.
what_happened: |
  Armenia asked Russia for help.
```

## Use instead
```yaml
bottom_line: |
  Armenia asked Russia for help. [@mt]
what_happened: |
  Armenia asked Russia for help. [@mt]
sources:
  mt: {publisher: moscow-times, about: Report on the appeal, published: 2021-11-16}
```
"""

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.model.forms import Brief
from generator.rules.parts import Found, factual_texts, names_sources

SEVERITY = Severity.ERROR


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find files that state facts without any source."""
    entry = document.entry
    if entry is None or (isinstance(entry, Brief) and entry.stage == "withdrawn"):
        return
    if any(factual_texts(document)) and not names_sources(document, edition.register):
        advice = "List its sources under `sources:`, each with an id such as `mt`, and cite them in the text: `[@mt]`."
        yield Found((), f"This {document.key.kind} states facts, but has no source.", advice)
