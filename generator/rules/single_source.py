"""A long brief that rests on one source.

## What it does
Finds a brief with eight cited statements or more that all cite one and the same source.

## Why it matters
Such a page is a retelling: where its source errs, it errs, and no sentence of it can be checked against another. Readers see
many citations and take them for many witnesses.

## Example
```yaml
what_happened: |
  The day began in fog. [@mt] Shots fell at ten. [@mt] By noon there was smoke. [@mt] The road was closed. [@mt]

  A truce came in the evening. [@mt] Trucks left the front. [@mt] Two bridges were gone. [@mt]
```

## Use instead
```yaml
what_happened: |
  The day began in fog. [@mt] Shots fell at ten. [@mt] By noon there was smoke. [@mt] The road was closed. [@mt]

  A truce came in the evening. [@mt; @tass-report] Trucks left the front. [@mt] Two bridges were gone. [@tass-report]
sources:
  tass-report: {publisher: tass, about: Report on the truce, published: 2021-11-16, kind: wire}
```
"""

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.model.forms import Brief
from generator.rules.parts import Found

SEVERITY = Severity.WARNING

LONG = 8
"""Statements: a shorter brief may well be the news that one report brought."""


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find long briefs that cite one source only."""
    claims = [claim for claim in edition.claims_by_owner.get(document.key, ()) if claim.end]
    if isinstance(document.entry, Brief) and len(claims) >= LONG:
        sources = {support.source for claim in claims for support in claim.supports}
        if len(sources) == 1:
            message = f"All {len(claims)} statements of this brief rest on one source, `{min(sources).id}`."
            advice = "Add one that found out for itself; or say in the bottom line whose report this is, and allow it."
            yield Found(("title",), message, advice)
