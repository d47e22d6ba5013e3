"""A quote that is too long to be one.

## What it does
Finds a quote of more than 80 words.

## Why it matters
A quote is there for the words that matter. More than that is a statement, which readers skip and the law may not let us print;
the page tells in its own words what else was said.

## Example
```yaml
what_happened: |
  Armenia appealed to Russia. [@mt]

  [[quote:appeal]]
quotes:
  appeal:
    by: armen-grigoryan
    cite: mt
    text: |
      We appeal to Russia to protect the territorial integrity of Armenia within the agreement of 1997, and we expect that Russia
      will provide assistance and that we will have the opportunity to restore the territorial integrity of Armenia. If it is
      possible to resolve this situation through negotiations, then let us resolve it through negotiations, and if that is not
      possible, then let Armenia be provided with enough military assistance so that Armenia can resolve the current situation by
      its own means and in its own time, as is its right.
```

## Use instead
```yaml
what_happened: |
  Armenia appealed to Russia, and named two ways in which it could help. [@mt]

  [[quote:appeal]]
quotes:
  appeal:
    by: armen-grigoryan
    cite: mt
    text: |
      We appeal to Russia to protect the territorial integrity of Armenia within the agreement of 1997
```
"""

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.rules.parts import Found, quotes_of

SEVERITY = Severity.WARNING

MOST = 80
"""Words."""


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Count the words of each quote."""
    for path, quote in quotes_of(document.entry):
        words = len(quote.text.split())
        if words > MOST:
            advice = f"Keep the words that matter, at most {MOST}, and tell the rest in `what_happened`."
            yield Found((*path, "text"), f"This quote has {words} words.", advice)
