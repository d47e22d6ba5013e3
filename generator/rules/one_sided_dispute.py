"""A dispute in which only one party is heard.

## What it does
Finds a dispute with a single account, or with accounts that all speak for the same party.

## Why it matters
A dispute is there to set the accounts side by side. With one side only, the page takes that side. Where the other party
has said nothing, an account can say just that, with its source.

## Example
```yaml
disputes:
  - question: Who attacked?
    accounts:
      - by: armenia
        says: |
          Azerbaijani forces did. [@mt]
```

## Use instead
```yaml
disputes:
  - question: Who attacked?
    accounts:
      - by: armenia
        says: |
          Azerbaijani forces did. [@mt]
      - by: azerbaijan
        says: |
          Armenia staged a provocation. [@mt]
```
"""

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition, Key
from generator.model.forms import Background, Brief
from generator.rules.parts import Found

SEVERITY = Severity.WARNING


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find disputes whose accounts come from one party."""
    disputes = document.entry.disputes if isinstance(document.entry, Brief | Background) else ()
    for at, dispute in enumerate(disputes):
        parties = {edition.party_of(account.by) for account in dispute.accounts}
        if len(parties) == 1:
            party = parties.pop()
            key = Key("actor" if Key("actor", party) in edition.documents else "publisher", party)
            yield Found(
                ("disputes", at, "accounts"),
                f"Only {edition.name(key)} is heard on “{dispute.question}”.",
                "Add the other party's account. If it said nothing, say so with a source.",
                key=True,
            )
