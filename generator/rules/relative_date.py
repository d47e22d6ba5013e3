"""A date that only means something on the day it was written.

## What it does
Finds words such as “yesterday”, “last year” or a weekday without its date. Words inside quotation marks are left alone.

## Why it matters
A brief is read weeks and years later. “On Tuesday” then names no day, and “last November” the wrong year.

## Example
```yaml
what_happened: |
  Both sides opened fire on Sunday. [@mt]
```

## Use instead
```yaml
what_happened: |
  Both sides opened fire on Sunday, 14 November 2021. [@mt]
```
"""

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.rules.parts import Found, our_words, phrases

SEVERITY = Severity.WARNING

_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_UNITS = "week|weekend|month|year|decade|century|spring|summer|autumn|winter"
RELATIVE = phrases(
    rf"\b(?:yesterday|today|tomorrow|tonight"
    rf"|(?:last|next|this|earlier this|later this) (?:{_UNITS}|{_MONTHS}|{_DAYS}|morning|afternoon|evening)"
    rf"|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:hour|day|week|month|year|decade)s? ago"
    rf"|(?:{_DAYS})(?!s?,? (?:the )?\d|s?,? (?:{_MONTHS}) \d))\b"
)

SIGNS = ("day", "night", "tomorrow", "last", "next", "this", "ago")
"""A text that has none of these is passed over."""


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find relative dates in the texts of a file."""
    for path, prose in document.parsed.texts:
        if not any(sign in prose.source for sign in SIGNS):
            continue
        for found in RELATIVE.finditer(our_words(prose.source)):
            yield Found(
                path,
                f"“{' '.join(found[0].split())}” will mean nothing to a reader who comes later.",
                "Write the date, as in “16 November 2021”.",
                within=found.span(),
            )
