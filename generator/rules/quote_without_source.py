"""Quoted words in running text that no source and no speaker stand behind.

## What it does
Finds words in quotation marks, four or more, in a text that no citation covers or whose citation names no speaker.

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

import re
from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.edition.claims import speaker_of
from generator.rules.parts import Found
from generator.text import paragraphs, statements

SEVERITY = Severity.ERROR

QUOTED = re.compile(r"“([^”]+)”|\"([^\"\n]+)\"|«([^»]+)»")
WORDS = 4
"""Fewer words in quotation marks are a term that somebody uses, not a quote."""


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find quoted words without a speaker or a source."""
    for path, prose in document.parsed.texts:
        if path[-1] == "date_note":
            continue
        for statement in (s for paragraph in paragraphs(prose.text) for s in statements(paragraph)):
            for found in QUOTED.finditer(prose.source, statement.start, statement.end):
                words = next(group for group in found.groups() if group)
                if len(words.split()) < WORDS:
                    continue
                if statement.citation is None:
                    yield Found(path, "These quoted words name no source.", "Add a citation after them.", within=found.span())
                elif not speaker_of(document, path) and not any(mark.says for mark in statement.citation.marks):
                    advice = f"Name who said it: `[@{statement.citation.marks[0].source}, says …]`."
                    yield Found(path, "These quoted words name no speaker.", advice, within=found.span())
