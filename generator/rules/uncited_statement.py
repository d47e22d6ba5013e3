"""A sentence that states facts and names no source.

## What it does
Finds text in the narrative, key points, accounts, backgrounds and events that no citation covers. A citation covers the
text back to the previous citation or to the start of its paragraph.

## Why it matters
Readers must be able to check every sentence. A fact without a source cannot be checked, corrected or withdrawn.

## Example
```yaml
what_happened: |
  Russia brokered the truce. [@mt] It held for a year.
```

## Use instead
```yaml
what_happened: |
  Russia brokered the truce, which held for a year. [@mt]
```
"""

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.rules.parts import Found, factual_texts
from generator.text import paragraphs, plain, statements

SEVERITY = Severity.ERROR


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find text that no citation covers."""
    for path, prose in factual_texts(document):
        for paragraph in paragraphs(prose.text):
            for statement in statements(paragraph):
                words = plain(statement.inlines).strip()
                if statement.citation is None and any(letter.isalnum() for letter in words):
                    yield Found(
                        path,
                        "This text names no source.",
                        "Put the citation after it, as in `[@mt]` or `[@mt, says armenia]`.",
                        within=(statement.start, statement.end),
                    )
