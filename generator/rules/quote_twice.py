"""The same words, quoted twice on one page.

## What it does
Finds a quote that is set at two places, and two quotes of one file of which one holds the words of the other.

## Why it matters
A sentence that returns seems to have been said twice. Where a shorter version stands beside the longer one, readers wonder
which is right.

## Example
```yaml
what_happened: |
  Armenia appealed to Russia. [@mt]

  [[quote:appeal]]

  Russia did not answer. [@mt]

  [[quote:appeal]]
quotes:
  appeal:
    by: armen-grigoryan
    cite: mt
    text: |
      We appeal to Russia
```

## Use instead
```yaml
what_happened: |
  Armenia appealed to Russia. [@mt]

  [[quote:appeal]]

  Russia did not answer. [@mt]
quotes:
  appeal:
    by: armen-grigoryan
    cite: mt
    text: |
      We appeal to Russia
```
"""

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.rules.parts import Found, quotes_of
from generator.rules.parts.verbatim import searchable
from generator.text import quotes

SEVERITY = Severity.WARNING


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find quotes that stand twice."""
    listed = list(quotes_of(document.entry))
    if not listed:
        return
    places: set[str] = set()
    for path, prose in document.parsed.texts:
        for place in quotes(prose.text):
            if place.id in places:
                message = f"The quote `{place.id}` is set a second time here."
                yield Found(path, message, "Set it once, where it matters most.", within=(place.start, place.end))
            places.add(place.id)
    words = [(path, quote, searchable(quote.text)) for path, quote in listed]
    for at, (path, quote, text) in enumerate(words):
        for other, earlier, before in words[:at]:
            if quote.by == earlier.by and (text in before or before in text):
                message = f"These words are in the quote `{other[-1]}` too."
                yield Found((*path, "text"), message, "Keep the one that says more.")
