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

from generator.diagnostics import Severity
from generator.edition import Document, Edition, Key
from generator.model.forms import Brief
from generator.rules.parts import Found
from generator.rules.parts.briefs import in_order_of_publication
from generator.rules.parts.words import Likeness, likenesses

SEVERITY = Severity.WARNING

Asked = tuple[str, Likeness]


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find questions that are open here and answered elsewhere."""
    brief = document.entry
    if not isinstance(brief, Brief) or not brief.storyline or document.withdrawn:
        return
    answers = edition.once(_answers)
    for at, unknown in enumerate(brief.unknowns):
        if unknown.answer is None:
            asked = ((brief.storyline, words) for words in likenesses(unknown.question))
            found = next((answers[question] for question in asked if question in answers), None)
            if found and found != document.key:
                message = f"This question is answered in {edition.documents[found].file}."
                yield Found(("unknowns", at, "question"), message, f"Add `answer: {{state: answered, brief: {found.id}}}`.")


def _answers(edition: Edition) -> dict[Asked, Key]:
    """Return the first brief that answers each question, also where it asks it with one word more or less."""
    found: dict[Asked, Key] = {}
    for key, brief in edition.once(in_order_of_publication):
        for unknown in brief.unknowns if brief.storyline else ():
            if unknown.answer and unknown.answer.state == "answered":
                for words in likenesses(unknown.question):
                    found.setdefault((brief.storyline or "", words), key)
    return found
