"""A key point that is told as a fact and has one origin only.

## What it does
Finds a key point that names nobody who says so, in its citations or in its words, and whose sources all go back to one report:
a single source, sources of one publisher, or several that carry the same agency. A key point that rests on an official record,
such as the text of a treaty, is left alone.

## Why it matters
Many readers stop after the key points. What stands there without a name is taken for settled; one report is not enough for
that, and two newspapers that print the same agency are one report.

## Example
```yaml
key_points:
  - |
    The truce took effect in the evening. [@mt]
  - |
    Armenia denied the report. [@mt, says armenia]
what_happened: |
  The truce took effect in the evening. [@mt] Armenia denied the report. [@mt, says armenia]
```

## Use instead
```yaml
key_points:
  - |
    The truce took effect in the evening, The Moscow Times reported. [@mt]
  - |
    Armenia denied the report. [@mt, says armenia]
what_happened: |
  The truce took effect in the evening. [@mt] Armenia denied the report. [@mt, says armenia]
```
"""

from collections import defaultdict
from collections.abc import Iterator

from generator.diagnostics import Path, Severity
from generator.edition import Claim, Document, Edition
from generator.edition.origins import witnesses
from generator.rules.parts import Found
from generator.rules.parts.origins import name_of, names_publisher, on_record

SEVERITY = Severity.WARNING


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find key points that are told as facts and have one origin, all their sentences taken together."""
    points: dict[Path, list[Claim]] = defaultdict(list)
    for claim in edition.claims_by_owner.get(document.key, ()):
        if claim.path[0] == "key_points":
            points[claim.path].append(claim)
    for path, claims in points.items():
        supports = [support for claim in claims for support in claim.supports]
        origins = witnesses(supports)
        told = any(support.speaker for support in supports) or any(names_publisher(claim, edition) for claim in claims)
        if len(origins) != 1 or told or any(on_record(claim, edition) for claim in claims):
            continue
        name, sources = name_of(min(origins), edition), len({support.source for support in supports})
        message = f"This key point stands as a fact and rests on one report, that of {name}."
        if sources > 1:
            message = f"This key point stands as a fact, and its {sources} sources have one origin: {name}."
        advice = f"Cite a source that found it out by itself, or say whose report it is, as in “{name} reported”."
        yield Found(path, message, advice)
