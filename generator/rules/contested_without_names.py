"""A contested place of which the other names are not given.

## What it does
Finds a place that says what is `contested` about it, but lists no `variants`.

## Why it matters
Who calls a place what is part of the dispute. Readers who know it under another name do not find it, and the page takes the
side of the one name that it has.

## Example
```yaml
# briefs/places/shusha.yml
name: Shusha
kind: town
contested: Armenians and Azerbaijanis call it differently, and each claim it.
```

## Use instead
```yaml
# briefs/places/shusha.yml
name: Shusha
kind: town
contested: Armenians and Azerbaijanis call it differently, and each claim it.
variants:
  - {name: Shushi, used_by: Armenians}
```
"""

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.model.forms import Place
from generator.rules.parts import Found

SEVERITY = Severity.WARNING


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find contested places with one name only."""
    if isinstance(document.entry, Place) and document.entry.contested and not document.entry.variants:
        advice = "List its other names under `variants:`, each with `used_by:`."
        yield Found(("contested",), "This place is contested, but only one name of it is given.", advice, key=True)
