"""A translation that does not know of a change of its original.

## What it does
Finds a translation whose original has an update or a correction from a later day than all that the translation says of itself:
the days of its publication, of its own updates and corrections, and the one in `as_of`.

## Why it matters
A reader of the translation goes on believing what the original has corrected since.

## Example
```yaml
# briefs/2021/appeal.yml
title: Armenia asks Russia for military help
date: 2021-11-16
as_of: 2021-11-16
bottom_line: |
  Armenia has asked Russia for military help. [@mt]
what_happened: |
  Armenia lost two positions. [@mt]
corrections:
  - date: 2021-11-20
    now: |
      Armenia lost two positions. [@mt]
```
```yaml
# briefs/2021/hilfegesuch.yml
title: Armenien bittet Russland um Hilfe
date: 2021-11-16
as_of: 2021-11-16
lang: de
translates: appeal
bottom_line: |
  Armenien hat Russland um Hilfe gebeten. [@mt]
what_happened: |
  Armenien verlor drei Stellungen. [@mt]
```

## Use instead
```yaml
# briefs/2021/appeal.yml
title: Armenia asks Russia for military help
date: 2021-11-16
as_of: 2021-11-16
bottom_line: |
  Armenia has asked Russia for military help. [@mt]
what_happened: |
  Armenia lost two positions. [@mt]
```
"""

from collections.abc import Iterator
from datetime import date as Date

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.model.forms import Brief
from generator.model.parts import Correction, Update
from generator.rules.parts import Found

SEVERITY = Severity.WARNING


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find a translation whose original was changed after it."""
    brief, original = document.entry, document.original
    if not isinstance(brief, Brief) or original is None or not isinstance(original.entry, Brief) or document.withdrawn:
        return
    known = max([brief.as_of, *([brief.published] if brief.published else []), *_changes(brief)])
    later = [day for day in _changes(original.entry) if day > known]
    if later:
        message = f"The original was changed on {max(later)}, after this translation ({known})."
        advice = "Bring the translation up to it, and tell readers in an update or a correction of its own."
        yield Found(("translates",), message, advice)


def _changes(brief: Brief) -> list[Date]:
    changes: list[Update | Correction] = [*brief.updates, *brief.corrections]
    return [change.date for change in changes]
