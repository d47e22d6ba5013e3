"""An open question that another brief of the storyline has answered.

## What it does
Finds a question without an answer that is asked, in nearly the same words, in another brief of the same storyline, and answered
there.

## Why it matters
A reader who arrives at the older page is told that nobody knows, and the list of open questions shows one that is closed.

## Example
```yaml
storyline: armenia-azerbaijan
unknowns:
  - question: Will Russia send the help that Armenia asked for?
```

```yaml
# briefs/2021/refusal.yml
title: Moscow sends no soldiers
date: 2021-11-28
as_of: 2021-11-28
storyline: armenia-azerbaijan
bottom_line: |
  Russia declined to send soldiers. [@mt]
what_happened: |
  Russia declined to send soldiers. [@mt]
unknowns:
  - question: Will Russia send help that Armenia asked for?
    answer:
      state: answered
      text: |
        It will not. [@mt]
```

## Use instead
```yaml
storyline: armenia-azerbaijan
unknowns:
  - question: Will Russia send the help that Armenia asked for?
    answer: {state: answered, brief: 2021/refusal}
```

```yaml
# briefs/2021/refusal.yml
title: Moscow sends no soldiers
date: 2021-11-28
as_of: 2021-11-28
storyline: armenia-azerbaijan
bottom_line: |
  Russia declined to send soldiers. [@mt]
what_happened: |
  Russia declined to send soldiers. [@mt]
unknowns:
  - question: Will Russia send help that Armenia asked for?
    answer:
      state: answered
      text: |
        It will not. [@mt]
```
"""

from collections.abc import Iterator

from generator.asking import kept, opaque
from generator.diagnostics import Severity
from generator.edition import Document, Edition, Key
from generator.edition.reading import document as document_of
from generator.model.forms import Brief
from generator.rules.parts import Found
from generator.rules.parts.briefs import in_order_of_publication
from generator.rules.parts.firsts import line_of
from generator.rules.parts.words import Likeness, likenesses

SEVERITY = Severity.WARNING

Asked = tuple[str, Likeness]


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find questions that are open here and answered elsewhere."""
    brief = document.entry
    if not isinstance(brief, Brief) or not brief.storyline or document.withdrawn:
        return
    for at, unknown in enumerate(brief.unknowns):
        if unknown.answer is None:
            asked = ((str(brief.storyline), words) for words in likenesses(unknown.question))
            found = next((first for question in asked if (first := edition.ask(line_of, answers, question))), None)
            if found and found != document.key:
                message = f"This question is answered in {edition.documents[found].file}."
                yield Found(("unknowns", at, "question"), message, f"Add `answer: {{state: answered, brief: {found.id}}}`.")


@opaque
def answers(edition: Edition) -> dict[Asked, Key]:
    """Return the first brief that answers each question, also where it asks it with one word more or less."""
    found: dict[Asked, Key] = {}
    for key in edition.ask(in_order_of_publication):
        for asked in edition.ask(answered_in, key):
            found.setdefault(asked, key)
    return found


@kept
def answered_in(edition: Edition, key: Key) -> tuple[Asked, ...]:
    """Return the questions that a brief of a storyline answers."""
    found = edition.ask(document_of, key)
    brief = found.entry if found else None
    if not isinstance(brief, Brief) or not brief.storyline:
        return ()
    answered = (one for one in brief.unknowns if one.answer and one.answer.state == "answered")
    return tuple((str(brief.storyline), words) for one in answered for words in likenesses(one.question))


EXTRACTS = (answered_in,)
