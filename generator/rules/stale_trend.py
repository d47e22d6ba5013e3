"""A trend that was judged before the latest development of its storyline.

## What it does
Finds a storyline whose `trend` has an `as_of` before the first day of the latest development in it.

## Why it matters
“Worsening” is the first thing that readers learn of a storyline. Judged before the latest turn, it may say the opposite of what
is so.

## Example
```yaml
# briefs/storylines/armenia-azerbaijan.yml
title: Armenia and Azerbaijan after the war of 2020
summary: |
  A truce ended the war of 2020. [@statement-2020]
trend:
  direction: easing
  as_of: 2021-10-01
  why: |
    A truce ended the war. [@statement-2020]
```

## Use instead
```yaml
# briefs/storylines/armenia-azerbaijan.yml
title: Armenia and Azerbaijan after the war of 2020
summary: |
  A truce ended the war of 2020. [@statement-2020]
trend:
  direction: worsening
  as_of: 2021-11-16
  why: |
    Lives were lost in new fighting. [@mt]
```
"""

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.model.forms import Storyline
from generator.rules.parts import Found

SEVERITY = Severity.WARNING


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Compare the day of the judgement with the latest development."""
    story, entry = edition.storylines.get(document.key.id, ()), document.entry
    if isinstance(entry, Storyline) and entry.trend and story and entry.trend.as_of < story[-1][1].date.earliest:
        key, latest = story[-1]
        message = f"This trend was judged on {entry.trend.as_of}, before the latest development on {latest.date}."
        yield Found(("trend", "as_of"), message, f"Judge it anew with `{key.id}` in mind, and write the day of that.")
