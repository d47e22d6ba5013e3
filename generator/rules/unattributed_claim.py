"""A sentence that tells what somebody said, with a citation that does not name who.

## What it does
Finds statements with a verb of saying (said, accused, denied, according to …) whose citation has no `says`. Where they quote
somebody, `quote-without-source` finds them.

## Why it matters
Who says so is data here: it is shown at the source mark, counted among the origins of a claim and compared with what
others say. A speaker who is named only in the sentence is lost to all of that.

## Example
```yaml
what_happened: |
  Armenia said that its positions were attacked. [@mt]
```

## Use instead
```yaml
what_happened: |
  Armenia said that its positions were attacked. [@mt, says armenia]
```
"""

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.edition.claims import speaker_of
from generator.rules.parts import Found, factual_texts, phrases, quotations, small
from generator.text import every_statement, plain

SEVERITY = Severity.WARNING

SAYING = phrases(
    r"\b(said|says|told|tells|accused|accuses|alleged|alleges|claims that|denied|denies|announced|announces|according to"
    r"|insisted|insists|warned|warns|blamed|blames|stated that|declared that|reported that"
    r"|claimed (?!.{0,40}\b(?:lives|life)\b))\b",  # a war that claimed lives says nothing
)


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find statements about what was said whose citation names no speaker. Quoted words are another rule's."""
    for path, prose in factual_texts(document):
        if speaker_of(document, path):
            continue
        for statement in every_statement(prose.text):
            citation = statement.citation
            if citation is None or any(mark.says for mark in citation.marks):
                continue
            verb = SAYING.search(small(plain(statement.inlines)))
            if verb and not quotations(prose, statement):
                yield Found(
                    path,
                    f"“{' '.join(verb[0].split())}”: somebody says this, but the citation does not name who.",
                    f"Name who said it: `[@{citation.marks[0].source}, says …]`, with the id of an actor.",
                    within=(citation.start, citation.end),
                )
