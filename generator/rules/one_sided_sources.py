"""A brief about a dispute whose sources all belong to one side.

## What it does
Finds a brief that quotes at least two parties, and in which every source is published by one of them or in its country. It
looks only where each publisher's side is known, by its `actor` or its `country`.

## Why it matters
What the other side says is then known only as its opponent prints it. Readers take a page with accounts of both sides for a
balanced one.

## Example
```yaml
what_happened: |
  Armenia spoke of an attack, [@first, says armenia] Azerbaijan of a provocation. [@second, says azerbaijan]
bottom_line: |
  Each side blamed the other. [@first; @second]
sources:
  first: {publisher: news-am, about: Report on the attack, published: 2021-11-16, kind: news}
  second: {publisher: armenpress, about: Report on the answer, published: 2021-11-16, kind: wire}
```

```yaml
# briefs/publishers/news-am.yml
name: News.am
kind: agency
country: Armenia
```

```yaml
# briefs/publishers/armenpress.yml
name: Armenpress
kind: agency
country: Armenia
```

## Use instead
```yaml
what_happened: |
  Armenia spoke of an attack, [@first, says armenia] Azerbaijan of a provocation. [@second, says azerbaijan]
bottom_line: |
  Each side blamed the other. [@first; @second]
sources:
  first: {publisher: news-am, about: Report on the attack, published: 2021-11-16, kind: news}
  second: {publisher: apa, about: Report on the answer, published: 2021-11-16, kind: wire}
```

```yaml
# briefs/publishers/news-am.yml
name: News.am
kind: agency
country: Armenia
```

```yaml
# briefs/publishers/apa.yml
name: APA
kind: agency
country: Azerbaijan
```
"""

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition, Key
from generator.model.forms import Brief
from generator.rules.parts import Found
from generator.rules.parts.sides import side_of, speaking_parties

SEVERITY = Severity.WARNING


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find briefs with two parties or more whose sources all belong to one."""
    if not isinstance(document.entry, Brief):
        return
    claims = edition.claims_by_owner.get(document.key, ())
    sources = {support.source for claim in claims for support in claim.supports}
    sides = {side_of(edition.sources[source], edition) for source in sources}
    if len(sources) > 1 and len(sides) == 1 and (side := min(sides)):
        parties = speaking_parties(claims, edition)
        if side in parties and len(parties) > 1:
            name = edition.name(Key("actor", side))
            message = f"All sources of this brief belong to one side, {name}, and {len(parties)} sides speak in it."
            yield Found(("title",), message, "Add a source of another side, or one of none.")
