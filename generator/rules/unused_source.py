"""A source that nothing rests on.

## What it does
Finds a source that is listed in a file but cited nowhere in it, and a shared source that no file cites. While a text of the
file names no source, or one that does not exist, it keeps silent: that is the finding, and the source may belong there.

## Why it matters
The list of sources tells readers what the page rests on. A source that supports nothing makes it look better supported
than it is, or is the trace of a citation that was forgotten.

## Example
```yaml
what_happened: |
  Russia brokered the truce. [@mt]
sources:
  mt: {publisher: moscow-times, about: Report on the truce, published: 2021-11-16}
  tass: {publisher: tass, about: Report on the truce, published: 2021-11-16}
```

## Use instead
```yaml
what_happened: |
  Russia brokered the truce. [@mt; @tass]
sources:
  mt: {publisher: moscow-times, about: Report on the truce, published: 2021-11-16}
  tass: {publisher: tass, about: Report on the truce, published: 2021-11-16}
```
"""

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.model.forms import SharedSource
from generator.rules import uncited_statement
from generator.rules.parts import Found, cited_in

SEVERITY = Severity.WARNING


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find sources that are cited nowhere.

    Where a text names no source, or one that nobody knows, the source is likely missed there: that is found already.
    """
    if isinstance(document.entry, SharedSource):
        if not (edition.backlinks.get(document.key) or edition.unread or edition.unlinked):
            yield Found((), "No file cites this source.", "Cite it, as in `[@" + document.key.id + "]`, or delete the file.")
    elif document.entry and document.key not in edition.unlinked:
        unused = sorted(document.parsed.names.get("sources", frozenset()).difference(cited_in(document)))
        if unused and not any(uncited_statement.check(document, edition)):
            for id in unused:
                advice = f"Cite it, as in `[@{id}]`, or take it out."
                yield Found(("sources", id), f"The source `{id}` is cited nowhere in this file.", advice, key=True)
