"""Two sources that carry one and the same report, cited as if they were two.

## What it does
Finds a statement of which each source, of two or more, has what it says from the same agency or outlet: by its `relays`, or by
`via` in the citation. Key points are left to `single-origin-key-point`.

## Why it matters
Two marks behind a sentence say that two found out the same. Here one did, and the other printed it.

## Example
```yaml
what_happened: |
  Russia brokered a truce. [@first; @second]
sources:
  first: {publisher: moscow-times, about: A report of the agency, published: 2021-11-16, kind: wire, relays: [tass]}
  second: {publisher: news-am, about: The report in another paper, published: 2021-11-16, kind: wire, relays: [tass]}
```

## Use instead
```yaml
what_happened: |
  Russia brokered a truce. [@first]
sources:
  first: {publisher: moscow-times, about: A report of the agency, published: 2021-11-16, kind: wire, relays: [tass]}
```
"""

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.edition.origins import Support, joined
from generator.rules.parts import Found
from generator.rules.parts.origins import name_of

SEVERITY = Severity.WARNING


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find statements whose sources all carry the same report."""
    for claim in edition.claims_by_owner.get(document.key, ()):
        if len(claim.supports) < 2 or claim.path[0] == "key_points":
            continue
        supports = joined(claim.supports)
        carried = {s.origin for s in supports if _carried(s, edition)}
        sources = {support.source for support in supports}
        if len(sources) > 1 and len(carried) == 1 and all(_of_it(s, carried, edition) for s in supports):
            message = f"These {len(sources)} sources are one report, that of {name_of(min(carried), edition)}."
            yield Found(claim.path, message, "Keep the one that has more of it.", within=(claim.start, claim.end))


def _carried(support: Support, edition: Edition) -> bool:
    """Tell whether a source prints what an agency or outlet reported."""
    return bool(support.carrier or edition.sources[support.source].relays)


def _of_it(support: Support, carried: set[str], edition: Edition) -> bool:
    """Tell whether a support is the one report. That two reporters heard the same speaker is none."""
    return support.origin in carried and (_carried(support, edition) or support.origin.startswith("publisher:"))
