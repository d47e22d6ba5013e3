"""Quoted words in running text that no source and no speaker stand behind.

## What it does
Finds words in quotation marks, four or more, in a text whose citation names no speaker; outside the texts that state facts
(where `uncited-statement` says so) also such words without a citation.

## Why it matters
A quote is a promise that somebody said exactly this. Readers must see who, and where it was printed. A longer quote is
better kept under `quotes:`, where it carries its speaker, its carrier and its language.

## Example
```yaml
what_happened: |
  Help could be “negotiations or military assistance of any kind”. [@mt]
```

## Use instead
```yaml
what_happened: |
  Help could be “negotiations or military assistance of any kind”. [@mt, says armen-grigoryan, via news-am]
```
"""

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.edition.claims import speaker_of
from generator.rules.parts import Found, quotations, states_facts
from generator.text import every_statement

SEVERITY = Severity.ERROR


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find quoted words without a speaker or a source. Where a text states facts, `uncited-statement` finds the latter."""
    for path, prose in document.parsed.texts:
        if path[-1] == "date_note":
            continue
        for statement in every_statement(prose.text):
            for span in quotations(prose, statement):
                if statement.citation is None:
                    if not states_facts(path):
                        advice = "Put a citation after them that names who said it, as in `[@mt, says armenia]`."
                        yield Found(path, "These quoted words name no source.", advice, within=span)
                elif not speaker_of(document, path) and not any(mark.says for mark in statement.citation.marks):
                    advice = f"Name who said it: `[@{statement.citation.marks[0].source}, says …]`, with the id of an actor."
                    yield Found(path, "These quoted words name no speaker.", advice, within=span)
