"""An outcome that does not fit the day on which it was due.

## What it does
Finds `came` for something that came after its `due`, and `came late` for something that came in time.

## Why it matters
Readers see how often what we expected came, and whether it came in time. The word and the dates must say the same.

## Example
```yaml
watch:
  - text: |
      Whether the leaders meet in Brussels [@mt]
    due: 2021-11-20
    outcome:
      state: came
      on: 2021-11-25
      text: |
        The leaders met. [@mt]
```

## Use instead
```yaml
watch:
  - text: |
      Whether the leaders meet in Brussels [@mt]
    due: 2021-11-20
    outcome:
      state: came late
      on: 2021-11-25
      text: |
        The leaders met. [@mt]
```
"""

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.model.forms import Brief
from generator.rules.parts import Found

SEVERITY = Severity.ERROR


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find outcomes whose state and day contradict each other."""
    for at, watch in enumerate(document.entry.watch if isinstance(document.entry, Brief) else ()):
        outcome = watch.outcome
        if outcome is None or outcome.on is None or watch.due is None:
            continue
        path = ("watch", at, "outcome", "state")
        if outcome.state == "came" and outcome.on.earliest > watch.due.latest:
            yield Found(path, f"This came on {outcome.on} and was due by {watch.due}.", "Write `came late`, or check both dates.")
        if outcome.state == "came late" and outcome.on.latest <= watch.due.latest:
            yield Found(path, f"This came on {outcome.on} and was due by {watch.due}.", "Write `came`, or check both dates.")
