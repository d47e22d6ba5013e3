"""A source that is listed already, in this file or in another one.

## What it does
Finds sources with the same address, however it is written: a slash at the end, what stands behind a hash, parameters that only
follow readers and the address for telephones make no other one. The same publisher, title and date are the same source too. A
shared entry counts first, a translation last; of two files, the finding stands in the later one.

## Why it matters
What is written twice is corrected once. A reader sees one report as two sources with two notes, and the page of the source
cannot say all that rests on it.

## Example
```yaml
what_happened: |
  Russia brokered a truce. [@first] It holds. [@second]
sources:
  first: {publisher: tass, about: A report, url: https://example.org/report, kind: wire}
  second: {publisher: tass, about: The same report, url: https://example.org/report, kind: wire}
```

## Use instead
```yaml
what_happened: |
  Russia brokered a truce. [@first] It holds. [@first]
sources:
  first: {publisher: tass, about: A report, url: https://example.org/report, kind: wire}
```
"""

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition, SourceKey
from generator.edition.known_sources import listings
from generator.edition.sources import listed_in
from generator.rules.parts import Found

SEVERITY = Severity.WARNING


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find the sources of a file that are the same piece as another one, which stands before it."""
    for source, listed in listed_in(document):
        alike = edition.ask(listings, source)
        first = min(alike, key=lambda one: _order(one, edition)) if alike else source
        if first == source:
            continue
        path = (*source.path, "url" if listed.url else "title" if listed.title else "about")
        if first.owner.kind == "source":
            help = f"Cite the shared entry, `[@{first.id}]`, and take this one out."
        elif first.owner == source.owner:
            help = f"Cite `[@{first.id}]` in both places, and take this one out."
        elif document.original and first.owner == document.original.key:
            help = f"A translation may cite the sources of its original: write `[@{first.id}]`, and take this one out."
        else:
            help = "Make one entry of the two, `briefs/sources/<id>.yml`, cite it by that id in both files, and take these out."
        yield Found(path, f"This report is listed already, as `{first.id}` in {edition.documents[first.owner].file}.", help)


def _order(source: SourceKey, edition: Edition) -> tuple[bool, bool, SourceKey]:
    return source.owner.kind != "source", edition.documents[source.owner].original is not None, source
