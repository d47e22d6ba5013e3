"""A number of which nobody can tell for when it holds.

## What it does
Finds a figure of a brief without `as_of` and without a `note`, where the measure can still grow (`cumulative`).

## Why it matters
Counts of the dead, the wounded and the displaced change from day to day. A number without its day cannot be compared with any
other, and looks like the last word.

## Example
```yaml
figures:
  - {measure: lives-lost, value: 6500, by: armenia, cite: mt}
```

## Use instead
```yaml
figures:
  - {measure: lives-lost, value: 6500, by: armenia, as_of: 2021-11-16, cite: mt}
```
"""

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition, Key
from generator.model.forms import Brief, Measure
from generator.rules.parts import Found

SEVERITY = Severity.WARNING


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find counts that may still grow and do not say as of when they are."""
    for at, figure in enumerate(document.entry.figures if isinstance(document.entry, Brief) else ()):
        measure = edition.get(Key("measure", figure.measure), Measure)
        if measure and measure.cumulative and not (figure.as_of or figure.note):
            advice = "Add `as_of:` with the date for which it was counted, or say in a `note:` what is known of that."
            yield Found(("figures", at, "measure"), "For which day was this counted?", advice)
