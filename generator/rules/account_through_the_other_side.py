"""An account that is known only through the other party.

## What it does
Finds an account in a dispute whose sources all belong to another party of the same dispute: they are published by it, or in its
country.

## Why it matters
Nobody prints the case of an opponent as that opponent would put it. Side by side with the account of the other party, both
look as if each had spoken for itself.

## Example
```yaml
disputes:
  - question: Who attacked?
    accounts:
      - by: armenia
        says: |
          Azerbaijan did. [@mt]
      - by: azerbaijan
        says: |
          Armenia staged a provocation. [@news-am]
sources:
  news-am: {publisher: news-am, about: Report on what Baku said, published: 2021-11-16, kind: news}
```

```yaml
# briefs/publishers/news-am.yml
name: News.am
kind: agency
country: Armenia
```

## Use instead
```yaml
disputes:
  - question: Who attacked?
    accounts:
      - by: armenia
        says: |
          Azerbaijan did. [@news-am]
      - by: azerbaijan
        says: |
          Armenia staged a provocation. [@mt]
sources:
  news-am: {publisher: news-am, about: Report on what Yerevan said, published: 2021-11-16, kind: news}
```

```yaml
# briefs/publishers/news-am.yml
name: News.am
kind: agency
country: Armenia
```
"""

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition, Key
from generator.model.forms import Background, Brief
from generator.rules.parts import Found
from generator.rules.parts.sides import side_of

SEVERITY = Severity.WARNING


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find accounts that only sources of the other party carry."""
    entry = document.entry
    if not isinstance(entry, Brief | Background) or not entry.disputes:
        return
    sides: dict[tuple[str | int, ...], set[str]] = {}
    for claim in edition.claims_by_owner.get(document.key, ()):
        if claim.path[0] == "disputes" and claim.path[-1] == "says":
            sides.setdefault(claim.path, set()).update(side_of(edition.sources[s.source], edition) for s in claim.supports)
    for at, dispute in enumerate(entry.disputes):
        parties = {edition.party_of(account.by) for account in dispute.accounts}
        for index, account in enumerate(dispute.accounts):
            path = ("disputes", at, "accounts", index, "says")
            found, speaker = sides.get(path, set()), Key("actor", account.by)
            if speaker in edition.documents and len(found) == 1 and min(found) in parties - {edition.party_of(account.by)}:
                other = edition.name(Key("actor", min(found)))
                message = f"What {edition.name(speaker)} says is known here only through sources of {other}."
                yield Found(path, message, "Cite its own words, or a source that belongs to neither side.")
