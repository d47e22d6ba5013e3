"""A headline that is a question, has Every Word Capitalised, or ends in a full stop.

## What it does
Finds a headline with a question mark or a full stop at its end, one in capitals throughout, and one in which each long word
begins with a capital letter, some of them though the texts of the brief write them small. It reads headlines in English only.

## Why it matters
A brief says what happened. A question says that the desk does not know, and belongs under `unknowns`. Headlines stand side by
side in lists, and should be set alike, as sentences are.

## Example
```yaml
title: Russia Brokers Truce Between Armenia And Azerbaijan
```

## Use instead
```yaml
title: Russia brokers a truce between Armenia and Azerbaijan
```
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.model.forms import Brief
from generator.rules.parts import Found
from generator.rules.parts.words import every_word

SEVERITY = Severity.WARNING

SHORT = 5
"""Letters: shorter words are mostly grammar."""


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find headlines that are not set as sentences are."""
    brief = document.entry
    language = (brief.lang if isinstance(brief, Brief) else None) or edition.settings.options.language
    if not isinstance(brief, Brief) or not language.startswith("en"):
        return
    title = brief.title
    if title.endswith("?"):
        yield Found(("title",), "This headline asks.", "Say what happened. What is not known belongs under `unknowns`.")
    elif title.endswith(".") and not re.search(r"(?:\.[A-Za-z]|\.\.)\.$", title):
        yield Found(("title",), "This headline ends in a full stop.", "Take it out.")
    words = [word for word in every_word(title) if word[0].isalpha()]
    long = [word for word in words[1:] if len(word) >= SHORT]
    if long and all(word[0].isupper() for word in long):
        texts = [prose.source for _, prose in document.parsed.texts]
        small = [word for word in long if any(re.search(rf"\b{re.escape(word.lower())}\b", text) for text in texts)]
        if small or title.isupper():
            advice = "Write it as a sentence: capital letters for its first word and for names."
            yield Found(("title",), "In this headline every long word begins with a capital letter.", advice)
