"""A sentence that states facts and names no source.

## What it does
Finds text in the narrative, key points, accounts, backgrounds and events that no citation covers. A citation covers the
text back to the previous citation or to the start of its paragraph. A file without any source is `no-source` instead.

## Why it matters
Readers must be able to check every sentence. A fact without a source cannot be checked, corrected or withdrawn.

## Example
```yaml
what_happened: |
  Russia brokered the truce. [@mt] It held for a year.
```

## Use instead
```yaml
what_happened: |
  Russia brokered the truce, which held for a year. [@mt]
```
"""

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.edition.reading import ids_of_sources
from generator.edition.references import is_citation
from generator.rules.parts import Found, factual_texts, names_sources
from generator.text import every_statement, plain

SEVERITY = Severity.ERROR


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find text that no citation covers. A citation or quote that cannot be read, or a heading, is a finding of its own."""
    if not names_sources(document, edition.register):
        return  # `no-source` says so, once
    source = next(iter(edition.ask(ids_of_sources, document.key)), "mt")
    for path, prose in factual_texts(document):
        slips, told = prose.text.problems, (prose, document, edition.register)
        explained = [slip.start for slip in slips if slip.rule == "broken-reference" or is_citation(slip, *told)]
        headings = {slip.start for slip in slips if slip.rule == "markup-not-known"}
        for statement in every_statement(prose.text):
            start, end = statement.start, statement.end
            if statement.citation or start in headings or any(start <= at < end for at in explained):
                continue
            if not any(letter.isalnum() for letter in plain(statement.inlines)):
                continue
            advice = (
                f"Put a citation after it, as in `[@{source}]`, with the id of a source; add `, says …` where somebody says it."
            )
            yield Found(path, "This text names no source.", advice, within=(start, end))
