"""A key point that the rest of the page does not bear out.

## What it does
Finds a key point of whose sources none is cited further down, in the narrative, the accounts, figures, quotes, open questions
or backgrounds of the same file; and one whose sources are cited there for something else, without a word in common.

## Why it matters
Key points are a summary. A reader who wants to know more looks for the passage below, and must find it.

## Example
```yaml
key_points:
  - |
    Both armies lost tanks, said one of them. [@tass-report, says armenia]
  - |
    Russia brokered a truce, Armenia said. [@mt, says armenia]
what_happened: |
  Russia brokered a truce. [@mt]
sources:
  tass-report: {publisher: tass, about: Report on losses, published: 2021-11-16, kind: wire}
```

## Use instead
```yaml
key_points:
  - |
    Both armies lost tanks, said one of them. [@tass-report, says armenia]
  - |
    Russia brokered a truce, Armenia said. [@mt, says armenia]
what_happened: |
  Russia brokered a truce. [@mt] Tanks were lost on both sides, by Armenia's account. [@tass-report, says armenia]
sources:
  tass-report: {publisher: tass, about: Report on losses, published: 2021-11-16, kind: wire}
```
"""

from collections import defaultdict
from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Claim, Document, Edition, SourceKey
from generator.edition.linking import links
from generator.rules.parts import Found
from generator.rules.parts.words import sense

SEVERITY = Severity.WARNING

BODY = frozenset(("what_happened", "disputes", "quotes", "figures", "unknowns", "watch", "background"))


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find key points that nothing further down supports."""
    if (known := edition.ask(links, document.key)) and known.loose:
        return  # nobody knows what else it cites
    claims = edition.claims_by_owner.get(document.key, ())
    body: dict[SourceKey, list[Claim]] = defaultdict(list)
    for claim in claims:
        for support in claim.supports if claim.path[0] in BODY else ():
            body[support.source].append(claim)
    for claim in claims:
        if claim.path[0] != "key_points" or not claim.supports:
            continue
        below = [other for support in claim.supports for other in body.get(support.source, ())]
        if not below:
            message = "The rest of the page does not bear this out: none of its sources is cited further down."
        elif not any(_same_speaker(claim, other) or sense(claim.words) & sense(other.words) for other in below):
            message = "The rest of the page does not bear this out: its sources are cited there for something else."
        else:
            continue
        advice = "Tell it in `what_happened` too, with its source, or take it out here."
        yield Found(claim.path, message, advice, within=(claim.start, claim.end))


def _same_speaker(one: Claim, other: Claim) -> bool:
    speakers = {(support.source, support.speaker) for support in one.supports if support.speaker}
    return any((support.source, support.speaker) in speakers for support in other.supports)
