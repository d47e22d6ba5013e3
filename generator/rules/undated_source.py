"""A bottom line or a key point that rests on sources without a date alone.

## What it does
Finds a bottom line or a key point of which no source bears a date. Official records, such as the text of a
treaty, are left alone, and so are drafts and texts that say themselves that a report is undated.

## Why it matters
When something was printed decides what it can have known, and it may have been changed since. What readers take away first
should stand on a report that says when it was written.

## Example
```yaml
bottom_line: |
  Russia brokered a truce, TASS wrote. [@undated]
sources:
  undated: {publisher: tass, about: Report on the truce, kind: wire}
```

## Use instead
```yaml
bottom_line: |
  Russia brokered a truce, TASS wrote. [@dated]
sources:
  dated: {publisher: tass, about: Report on the truce, published: 2021-11-16, kind: wire}
```
"""

from collections import defaultdict
from collections.abc import Iterator

from generator.diagnostics import Path, Severity
from generator.edition import Claim, Document, Edition
from generator.rules.parts import Found
from generator.rules.parts.origins import on_record

SEVERITY = Severity.WARNING


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find what readers read first and no source dates."""
    texts: dict[Path, list[Claim]] = defaultdict(list)
    for claim in () if document.draft else edition.claims_by_owner.get(document.key, ()):
        if claim.path[0] in ("bottom_line", "key_points"):
            texts[claim.path].append(claim)
    for path, claims in texts.items():
        sources = dict.fromkeys(support.source for claim in claims for support in claim.supports)
        dated = any(edition.sources[source].published for source in sources)
        told = any(on_record(claim, edition) or "undated" in claim.words for claim in claims)
        if sources and not dated and not told:
            names = " and ".join(f"`{source.id}`" for source in sources)
            advice = (
                "Cite a source that bears a date, add `published:` with what is known of it, or write “in an undated report”."
            )
            yield Found(path, f"This rests on {names} alone, without a date.", advice)
