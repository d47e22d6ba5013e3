"""A source without a name, and no reason why.

## What it does
Finds words such as “on condition of anonymity”, “an unnamed official” or “a source close to” in a sentence that does not say
why the name is withheld. Quoted words are left alone.

## Why it matters
Who speaks without a name cannot be held to it. A reader can weigh that only by the reason: who fears for their job is one
thing, who wants to place a story without standing for it another.

## Example
```yaml
what_happened: |
  An unnamed official of Armenia's government expects Russian help. [@mt, says armenia]
```

## Use instead
```yaml
what_happened: |
  An unnamed official of Armenia's government expects Russian help; the newspaper withholds the name because he was not
  allowed to speak of the talks. [@mt, says armenia]
```
"""

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.rules.parts import Found, our_words, phrases, small, states_facts
from generator.text import every_statement

SEVERITY = Severity.WARNING

_WHO = "source|official|diplomat|officer|soldier|adviser|aide|minister|employee|person|people|insider|lawmaker"
WITHOUT_NAME = phrases(
    rf"\b(?:on (?:the )?condition of anonymity|(?:asked|wanted|wished|preferred) not to be (?:named|identified)"
    rf"|(?:declined|refused) to be (?:named|identified)|requested anonymity|spoke anonymously"
    rf"|(?:unnamed|anonymous|unidentified) (?:[a-z]+ )?(?:{_WHO})s?"
    rf"|sources? (?:close to|familiar with|inside|within|in the know))\b",
)
SIGNS = ("nonym", "named", "identified", "ource")
"""A text that has none of these is passed over; the first letter of a sentence may be a capital."""
REASON = phrases(
    r"\b(?:because|since|as (?:he|she|they|it)|for fear|fear(?:ed|ing|s)?|afraid|lest|so as not|out of concern"
    r"|no reason|reasons?\b|not (?:been )?(?:authori[sz]ed|allowed|permitted)|forbidden|reprisals?|to protect)\b",
)


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find speakers without a name in sentences without a reason."""
    for path, prose in document.parsed.texts:
        if not (states_facts(path) or path[0] in ("bottom_line", "unknowns")) or not any(sign in prose.source for sign in SIGNS):
            continue
        ours = small(our_words(prose.source))
        if not WITHOUT_NAME.search(ours):
            continue
        for statement in every_statement(prose.text):
            found = WITHOUT_NAME.search(ours, statement.start, statement.end)
            if found and not REASON.search(ours, statement.start, statement.end):
                words = " ".join(prose.source[slice(*found.span())].split())
                advice = "Give the reason that the source gives, or say that it gives none and why we use it."
                yield Found(path, f"“{words}”: why is the name withheld?", advice, within=found.span())
