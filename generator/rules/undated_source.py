"""A source that nobody can date: below a bottom line or a key point alone, or one that nobody could find either.

## What it does
Finds a bottom line or a key point of which no source bears a date; and, wherever it is cited, a source with neither a date nor
a title nor an address. Official records, such as the text of a treaty, are left alone, and so are drafts and texts that say
themselves that a report is undated.

## Why it matters
When something was printed decides what it can have known, and it may have been changed since. What readers take away first
should stand on a report that says when it was written. And what has neither date nor title nor address cannot be looked up.

## Example
```yaml
bottom_line: |
  Russia brokered a truce, TASS wrote. [@undated]
sources:
  undated: {publisher: tass, about: Report on the truce, kind: wire}
```

## Use instead
```yaml
bottom_line: |
  Russia brokered a truce, TASS wrote. [@dated]
sources:
  dated: {publisher: tass, about: Report on the truce, published: 2021-11-16, kind: wire}
```
"""

from collections import defaultdict
from collections.abc import Iterator

from generator.diagnostics import Path, Severity
from generator.edition import Claim, Document, Edition, SourceKey
from generator.edition.sources import listed_in
from generator.model.parts import Source
from generator.rules.parts import Found
from generator.rules.parts.origins import on_record

SEVERITY = Severity.WARNING


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find what readers read first and no source dates, and sources that nobody can find."""
    claims_here = () if document.draft else edition.claims_by_owner.get(document.key, ())
    texts: dict[Path, list[Claim]] = defaultdict(list)
    for claim in claims_here:
        if claim.path[0] in ("bottom_line", "key_points"):
            texts[claim.path].append(claim)
    named: set[SourceKey] = set()
    for path, claims in texts.items():
        sources = dict.fromkeys(support.source for claim in claims for support in claim.supports)
        dated = any(edition.sources[source].published for source in sources)
        told = any(on_record(claim, edition) or "undated" in claim.words for claim in claims)
        if sources and not dated and not told:
            named |= sources.keys()
            names = " and ".join(f"`{source.id}`" for source in sources)
            advice = (
                "Cite a source that bears a date, add `published:` with what is known of it, or write “in an undated report”."
            )
            yield Found(path, f"This rests on {names} alone, without a date.", advice)
    cited = {support.source for claim in claims_here if "undated" not in claim.words for support in claim.supports}
    for key, source in listed_in(document):
        if key in cited - named and not _to_be_found(source) and edition.sources[key].kind != "official record":
            message = f"`{key.id}` has no date, no title and no address, so nobody can look it up."
            yield Found(key.path, message, "Add `published:`, `title:` or `url:`, as far as each is known.", key=True)


def _to_be_found(source: Source) -> bool:
    return bool(source.published or source.title or source.url or source.as_printed)
