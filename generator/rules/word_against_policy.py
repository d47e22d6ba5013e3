"""A word that this site writes in quotations only.

## What it does
Finds the words that an entry in `briefs/terms/` lists below `words`, in texts, headlines and questions. Words inside
quotation marks, quotes and the titles of sources are left alone, and so is what stands inside the preferred form itself.
A word with a capital letter is only found with it.

## Why it matters
Parties to a conflict name places and events differently, and a word can take sides without anybody noticing. One policy,
which readers can look up on the page of names and terms, keeps a site from taking sides by accident.

## Example
```yaml
# briefs/2021/example.yml
title: Border troops return
date: 2021-11-16
as_of: 2021-11-16
bottom_line: |
  The troops returned to the liberated villages. [@mt]
what_happened: |
  Russia brokered a truce. [@mt]
```

## Use instead
```yaml
# briefs/2021/example.yml
title: Border troops return
date: 2021-11-16
as_of: 2021-11-16
bottom_line: |
  The troops returned to the villages that Azerbaijan calls “liberated”. [@mt]
what_happened: |
  Russia brokered a truce. [@mt]
```
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Path, Severity
from generator.edition import Document, Edition
from generator.model.terms import Term
from generator.model.walk import values
from generator.rules.parts import Found, our_words

SEVERITY = Severity.WARNING

_HEADLINES = frozenset(("title", "question", "description"))


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find words against the policy in the texts and headlines of a file."""
    terms = [term for _, term in edition.every(Term)]
    if not terms or document.key.kind in ("term", "source", "publisher"):
        return
    for path, text in _texts(document):
        ours = our_words(text)
        for term in terms:
            rest = ours.replace(term.preferred, "\0" * len(term.preferred))
            for word in term.words:
                for found in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", rest, re.IGNORECASE if word.islower() else 0):
                    yield Found(
                        path,
                        f"This site does not write “{found[0]}” in its own texts.",
                        f"Write “{term.preferred}”, or put the word in quotation marks and name who uses it.",
                        within=found.span(),
                    )


def _texts(document: Document) -> Iterator[tuple[Path, str]]:
    for path, prose in document.parsed.texts:
        if path[0] != "quotes":
            yield path, prose.source
    for path, value in values(document.entry):
        if path[-1] in _HEADLINES and isinstance(value, str) and not {"sources", "events"} & set(path):
            yield path, value
