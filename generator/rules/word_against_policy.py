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
from collections.abc import Iterable, Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.model.terms import Term
from generator.rules.parts import Found, has_any, headlines_of, our_words

SEVERITY = Severity.WARNING


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find words against the policy in the texts and headlines of a file."""
    signs, terms = edition.ask(policy)
    if document.key.kind in ("term", "source", "publisher") or not has_any(signs, document):
        return
    texts = ((path, prose.source) for path, prose in document.parsed.texts if path[0] != "quotes")
    for path, text in (*texts, *headlines_of(document)):
        ours = our_words(text)
        for preferred, words in terms:
            rest = ours.replace(preferred, "\0" * len(preferred))
            for found in words.finditer(rest):
                yield Found(
                    path,
                    f"This site does not write “{found[0]}” in its own texts.",
                    f"Write “{preferred}”, or put the word in quotation marks and name who uses it.",
                    within=found.span(),
                )


def policy(edition: Edition) -> tuple[tuple[str, ...], tuple[tuple[str, re.Pattern[str]], ...]]:
    """Return a word of each that is against the policy, and the pattern of each term with its preferred form."""
    terms = [term for _, term in edition.every(Term)]
    signs = tuple(sorted({_sign(word) for term in terms for word in term.words}))
    return signs, tuple((term.preferred, re.compile(_either(term.words))) for term in terms)


def _sign(words: str) -> str:
    """Return the longest word of several, by which a file is passed over that does not have it."""
    return max(re.split(r"[\W_]+", words.casefold()), key=len)


def _either(words: Iterable[str]) -> str:
    """Return a pattern for any of these words, the longest first; one with a capital letter is only found with it."""
    longest = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(rf"\b{'(?i:' if word.islower() else '(?:'}{re.escape(word)})(?!\w)" for word in longest)
