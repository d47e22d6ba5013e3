"""A bottom line that is too long to be read at a glance.

## What it does
Finds a bottom line of more than 50 words, citations not counted.

## Why it matters
It is the one sentence for readers who read nothing else, and the first thing on the page, in a search result and in a feed.
News agencies keep their first sentence below 35 words; one that has to name two sides and who says what needs some more. Beyond
50 a reader on a telephone has to start over.

## Example
```yaml
bottom_line: |
  After weeks of growing tension along the whole of their common border, and after each of the two countries had accused the other
  of opening fire two days before, Armenia turned to Russia for military help under their treaty of 1997 on 16 November 2021, and
  Azerbaijan, which denied an attack, blamed Armenia. [@mt]
```

## Use instead
```yaml
bottom_line: |
  Armenia turned to Russia for military help under their treaty of 1997 on 16 November 2021, saying that Azerbaijani forces had
  attacked; Azerbaijan denied it. [@mt]
```
"""

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.model.forms import Brief
from generator.rules.parts import Found
from generator.text import plain

SEVERITY = Severity.WARNING

MOST = 50
"""Words."""


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Count the words of the bottom line."""
    if isinstance(document.entry, Brief):
        words = len(plain(document.entry.bottom_line.text).split())
        if words > MOST:
            advice = f"Cut it to {MOST} words or fewer; what does not fit is a key point."
            yield Found(("bottom_line",), f"This bottom line has {words} words.", advice)
