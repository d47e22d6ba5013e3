"""A sentence that tells what somebody said, with a citation that does not name who.

## What it does
Finds statements with a verb of saying (said, accused, denied, according to …) whose citation has no `says`.

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

import re
from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.edition.claims import speaker_of
from generator.rules.parts import Found, factual_texts
from generator.text import paragraphs, plain, statements

SEVERITY = Severity.WARNING

SAYING = re.compile(
    r"\b(said|says|told|tells|accused|accuses|alleged|alleges|claims that|denied|denies|announced|announces|according to"
    r"|insisted|insists|warned|warns|blamed|blames|stated that|declared that|reported that"
    r"|claimed (?!.{0,40}\b(?:lives|life)\b))\b",  # a war that claimed lives says nothing
    re.IGNORECASE,
)


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find statements about what was said whose citation names no speaker."""
    for path, prose in factual_texts(document):
        if speaker_of(document, path):
            continue
        for statement in (s for paragraph in paragraphs(prose.text) for s in statements(paragraph)):
            verb = SAYING.search(plain(statement.inlines))
            if verb and statement.citation and not any(mark.says for mark in statement.citation.marks):
                first = statement.citation.marks[0].source
                yield Found(
                    path,
                    f"The sentence tells what somebody “{verb[0]}”, but its citation does not name who.",
                    f"Name the actor: `[@{first}, says …]`.",
                    within=(statement.citation.start, statement.citation.end),
                )
