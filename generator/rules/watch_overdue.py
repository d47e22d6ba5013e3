"""Something to watch for that was due, with no word on what became of it.

## What it does
Finds a thing to watch whose `due` has passed on the day for which the site is built, and which has no `outcome`.

## Why it matters
Whoever says what will come owes readers what came. A list of old expectations makes a page look abandoned, and hides how often
we were right.

## Example
```yaml
watch:
  - text: |
      Whether the leaders meet in Brussels [@mt]
    due: 2021-11-20
```

## Use instead
```yaml
watch:
  - text: |
      Whether the leaders meet in Brussels [@mt]
    due: 2021-11-20
    outcome:
      state: did not come
      text: |
        The meeting was put off. [@mt]
```
"""

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.model.forms import Brief
from generator.rules.parts import Found

SEVERITY = Severity.WARNING


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find what is overdue. Only the passing of time causes it."""
    if isinstance(document.entry, Brief) and not document.withdrawn:
        for at, watch in enumerate(document.entry.watch):
            if watch.due and watch.outcome is None and watch.due.latest < edition.day:
                message = f"This was due by {watch.due}, and nothing says what became of it."
                advice = "Add `outcome:` with its `state`, and in `text` or `brief` what shows it; or say that it is `not known`."
                yield Found(("watch", at, "due"), message, advice)
