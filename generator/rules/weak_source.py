"""A key point that rests on nothing but what anybody can write.

## What it does
Finds a bottom line or a key point of which every source is of the kind `reference`, `social media` or `other`, and which names
nobody who says so.

## Why it matters
An encyclopedia that anyone can change, a post or a page of unknown origin can lead to a fact; it should not be all that stands
behind the sentence that everybody reads.

## Example
```yaml
key_points:
  - |
    The truce took effect at noon. [@wiki; @post]
  - |
    Armenia denied the report. [@mt, says armenia]
what_happened: |
  The truce took effect at noon. [@wiki; @post] Armenia denied the report. [@mt, says armenia]
sources:
  wiki: {publisher: tass, about: Article on the truce, published: 2021-11-16, kind: reference}
  post: {publisher: news-am, about: A post, published: 2021-11-16, kind: social media}
```

## Use instead
```yaml
key_points:
  - |
    The truce took effect at noon. [@wiki; @mt]
  - |
    Armenia denied the report. [@mt, says armenia]
what_happened: |
  The truce took effect at noon. [@wiki; @mt] Armenia denied the report. [@mt, says armenia]
sources:
  wiki: {publisher: tass, about: Article on the truce, published: 2021-11-16, kind: reference}
```
"""

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.rules.parts import Found

SEVERITY = Severity.WARNING

WEAK = ("reference", "social media", "other")


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find what readers read first and only weak sources have."""
    for claim in edition.claims_by_owner.get(document.key, ()):
        if claim.path[0] not in ("bottom_line", "key_points") or any(support.speaker for support in claim.supports):
            continue
        sources = [edition.sources[support.source] for support in claim.supports]
        if sources and all(source.kind in WEAK and not source.relays for source in sources):
            kinds = " and ".join(dict.fromkeys(f"“{source.kind}”" for source in sources))
            message = f"Nothing but sources of the kind {kinds} stands behind this."
            advice = "Cite a report or a record that shows it, or name in the sentence who says so."
            yield Found(claim.path, message, advice, within=(claim.start, claim.end))
