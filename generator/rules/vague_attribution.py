"""Something that is said, seen or believed by nobody in particular.

## What it does
Finds words such as “reportedly”, “sources say”, “is believed to” or “critics say” in a sentence that names nobody: no speaker
in its citation, and no publisher in its words. Quoted words are left alone.

## Why it matters
“Reportedly” sounds like caution and gives the reader nothing to weigh. Who reports, who believes, how many critics? The source
knows, or does not, and then that is worth saying.

## Example
```yaml
what_happened: |
  Twelve soldiers were reportedly captured. [@mt]
```

## Use instead
```yaml
what_happened: |
  Twelve soldiers were captured, The Moscow Times reported without saying who counted them. [@mt]
```
"""

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.rules.parts import Found, our_words, phrases, small
from generator.rules.parts.origins import names_publisher

SEVERITY = Severity.WARNING

_WHO = "people|experts|observers|analysts|critics|commentators|insiders|officials|residents|locals|media|outlets|reports|accounts"
_SAY = "say|says|said|tell|told|believe|believed|claim|claimed|think|argue|argued|suggest|suggested|report|reported|warn|warned"
VAGUE = phrases(
    rf"\b(?:reportedly|allegedly|supposedly|purportedly"
    rf"|it (?:is|was|has been) (?:widely )?(?:said|reported|believed|claimed|alleged|understood|thought|rumou?red)"
    rf"|(?:is|are|was|were) (?:widely |generally )?(?:believed|thought|understood|rumou?red|alleged|said) to"
    rf"|(?:is|are|was|were) (?:widely |generally )?(?:seen|regarded|viewed) as"
    rf"|(?:some|many|several|most|various) (?:{_WHO}) (?:{_SAY})"
    rf"|(?<!whose )(?<!our )(?:critics|experts|observers|analysts|commentators|insiders|sources) (?:{_SAY})"
    rf"|according to (?:some|various|several|many|media|news|unconfirmed)(?: (?:{_WHO}|sources))?)\b",
)


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find vague attributions in sentences that name nobody."""
    for claim in edition.claims_by_owner.get(document.key, ()):
        if not claim.end or claim.path[-1] == "why" or any(support.speaker for support in claim.supports):
            continue
        if VAGUE.search(small(claim.words)) and not names_publisher(claim, edition):
            text = next(prose.source for path, prose in document.parsed.texts if path == claim.path)
            for found in VAGUE.finditer(small(our_words(text)), claim.start, claim.end):
                advice = "Name who says so, in the sentence or in the citation; or say that the source does not."
                yield Found(claim.path, f"“{' '.join(found[0].split())}”: who says so?", advice, within=found.span())
