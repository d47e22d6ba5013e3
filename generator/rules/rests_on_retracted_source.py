"""A statement that rests on a source which its publisher took back.

## What it does
Finds every sentence, quote and figure that cites a source with `retracted`. It is an error where nothing else supports it, and
a warning where other sources do. What one listing of an address says holds for all listings of it. A sentence that itself says
that a report was retracted, withdrawn or corrected is left alone, and so are updates and corrections.

## Why it matters
The publisher does not stand by it any more; neither can we. What rested on it has to go, or to stand on what is left.

## Example
```yaml
what_happened: |
  Russia brokered a truce. [@mt] A bridge was blown up. [@tass-report]
sources:
  tass-report:
    publisher: tass
    about: Report on a bridge
    published: 2021-11-16
    kind: wire
    retracted: {date: 2021-11-18, why: The photograph was of another year.}
```

## Use instead
```yaml
what_happened: |
  Russia brokered a truce. [@mt] TASS retracted a report on a bridge. [@tass-report]
sources:
  tass-report:
    publisher: tass
    about: Report on a bridge
    published: 2021-11-16
    kind: wire
    retracted: {date: 2021-11-18, why: The photograph was of another year.}
```
"""

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition, known_sources
from generator.edition.retractions import tells_of_it
from generator.rules.parts import ASIDE, Found

SEVERITY = Severity.ERROR


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find claims that rest on retracted sources, alone or among others."""
    retracted = frozenset(edition.ask(known_sources.retracted))
    if not retracted:
        return
    for claim in edition.claims_by_owner.get(document.key, ()):
        gone = [support.source for support in claim.supports if support.source in retracted]
        if not gone or claim.path[0] in ASIDE - {"watch"} or tells_of_it(claim.words):
            continue
        alone = len(gone) == len(claim.supports)
        source = edition.sources[gone[0]]
        when = f" on {source.retracted.date}" if source.retracted else ""
        only = "nothing but " if alone else ""
        message = f"This rests on {only}`{gone[0].id}`, which its publisher retracted{when}."
        advice = "Take it out, or cite what else shows it." if alone else "See whether the others bear it out; cite only them."
        within = (claim.start, claim.end) if claim.end else None
        yield Found(claim.path, message, advice, within=within, severity=Severity.ERROR if alone else Severity.WARNING)
