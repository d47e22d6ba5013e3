"""A page that leads to a brief which was withdrawn.

## What it does
Finds a file that names a withdrawn brief: as related, as the answer to a question, or in a text.

## Why it matters
A reader who follows it finds a note that the page was taken down. What the page said, we do not stand by any more; where
another has taken its place, that one should be named.

## Example
```yaml
related:
  - brief: 2021/false-alarm
```

```yaml
# briefs/2021/false-alarm.yml
title: Shots in the night
date: 2021-11-15
as_of: 2021-11-15
stage: withdrawn
withdrawal:
  date: 2021-11-20
  why: |
    The report was false.
bottom_line: |
  Shots were heard. [@mt]
what_happened: |
  Shots were heard. [@mt]
```

## Use instead
```yaml
related:
  - brief: 2021/appeal
```

```yaml
# briefs/2021/false-alarm.yml
title: Shots in the night
date: 2021-11-15
as_of: 2021-11-15
stage: withdrawn
withdrawal:
  date: 2021-11-20
  why: |
    The report was false.
bottom_line: |
  Shots were heard. [@mt]
what_happened: |
  Shots were heard. [@mt]
```
"""

from collections.abc import Iterator

from generator.asking import opaque
from generator.diagnostics import Severity
from generator.edition import Document, Edition, Key
from generator.edition.filing import filings
from generator.edition.references import meant, uses_of
from generator.model.forms import Brief
from generator.rules.parts import Found
from generator.rules.parts.firsts import line_of

SEVERITY = Severity.WARNING


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find references to withdrawn briefs. Few files have any, so only those are read that are known to."""
    if document.withdrawn or not edition.ask(line_of, naming, document.key):
        return
    for use in uses_of(document):
        for key in meant(use, edition.register) if "brief" in use.kinds else ():
            brief = edition.get(key, Brief)
            if brief and brief.stage == "withdrawn":
                instead = " or ".join(f"`{id}`" for id in brief.replaced_by)
                advice = f"Name {instead}, which took its place." if instead else "Take the reference out."
                yield Found(use.path, f"The brief `{key.id}` was withdrawn.", advice, within=use.within)


@opaque
def naming(edition: Edition) -> dict[Key, bool]:
    """Return the files that refer to a withdrawn brief."""
    withdrawn = (key for key, filed in edition.ask(filings).items() if filed.stage == "withdrawn")
    return {user: True for key in withdrawn for user in edition.backlinks.get(key, ())}
