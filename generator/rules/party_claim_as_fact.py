"""What a party to the conflict publishes, told as a fact.

## What it does
Finds a sentence that states a fact, names nobody who says so, and has no other sources than those of one party: of the kind
`party to the conflict`, or of a publisher that speaks for a party which this page quotes. Accounts, and texts that are official
records, are left alone.

## Why it matters
A ministry at war does not report, it argues. Told without its name, its argument becomes ours.

## Example
```yaml
what_happened: |
  Enemy forces opened fire first. [@ministry]
sources:
  ministry: {publisher: moscow-times, about: Statement of the ministry, kind: party to the conflict, published: 2021-11-16}
bottom_line: |
  Armenia spoke of an attack. [@mt, says armenia]
```

## Use instead
```yaml
what_happened: |
  Enemy forces opened fire first. [@ministry, says defence-ministry-armenia]
sources:
  ministry: {publisher: moscow-times, about: Statement of the ministry, kind: party to the conflict, published: 2021-11-16}
bottom_line: |
  Armenia spoke of an attack. [@mt, says armenia]
```
"""

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Claim, Document, Edition, Key, SourceKey
from generator.edition.sides import belongs_to_party, parties_heard
from generator.model.forms import Actor, Publisher
from generator.rules import unattributed_claim
from generator.rules.parts import Found, small, states_facts
from generator.rules.parts.sides import sides
from generator.rules.parts.words import sense

SEVERITY = Severity.WARNING


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find facts that rest on one party alone. Where a sentence says that somebody said it, `unattributed-claim` finds it."""
    heard = parties_heard(document, edition.documents)
    party_of: dict[SourceKey, str] = {}
    for claim in edition.claims_by_owner.get(document.key, ()):
        if any(support.speaker for support in claim.supports):
            continue
        for source in (support.source for support in claim.supports if support.source not in party_of):
            party_of[source] = belongs_to_party(edition.sources[source], edition.ask(sides), edition.documents, heard)
        parties = {party_of[support.source] for support in claim.supports}
        if len(parties) == 1 and min(parties) and _told_as_fact(claim) and not _names_speaker(claim, edition):
            yield Found(
                claim.path,
                "This stands as a fact, but only a party to the conflict says so.",
                f"Name who says so: `[@{claim.supports[0].source.id}, says …]`, or cite a source that is no party.",
                within=(claim.start, claim.end),
            )


def _told_as_fact(claim: Claim) -> bool:
    told = claim.end and (states_facts(claim.path) or claim.path == ("bottom_line",))
    return bool(told) and not unattributed_claim.SAYING.search(small(claim.words))


def _names_speaker(claim: Claim, edition: Edition) -> bool:
    """Tell whether the words name the organisation that publishes the source; the name of a state may mean anything."""
    publishers = {key for s in claim.supports for key in (*edition.sources[s.source].relays, edition.sources[s.source].publisher)}
    for publisher in publishers:
        entry = edition.get(Key("publisher", str(publisher)), Publisher)
        actor = edition.get(Key("actor", entry.actor), Actor) if entry and entry.actor else None
        if actor and actor.kind != "state" and sense(actor.name) & sense(claim.words):
            return True
    return False
