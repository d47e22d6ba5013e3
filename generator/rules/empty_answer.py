"""An answer or an outcome that says nothing.

## What it does
Finds an answer, and an outcome, that has neither a `text` nor a `brief`. An outcome that is `not known` needs none.

## Why it matters
“Answered” is no answer. Readers want to know what it is and who says so.

## Example
```yaml
unknowns:
  - question: Will Russia help?
    answer: {state: answered, on: 2021-11-26}
```

## Use instead
```yaml
unknowns:
  - question: Will Russia help?
    answer:
      state: answered
      on: 2021-11-26
      text: |
        Russia said that it would not send soldiers. [@mt, says armenia]
```
"""

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.model.forms import Brief
from generator.rules.parts import Found

SEVERITY = Severity.WARNING

ADVICE = "Add `brief:` with the brief that tells it, or `text:` with it in one sentence and its source."


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find answers and outcomes without words."""
    brief = document.entry
    if not isinstance(brief, Brief):
        return
    for at, unknown in enumerate(brief.unknowns):
        if unknown.answer and not (unknown.answer.text or unknown.answer.brief):
            yield Found(("unknowns", at, "answer"), "This question has an answer that says nothing.", ADVICE, key=True)
    for at, watch in enumerate(brief.watch):
        told = watch.outcome is None or watch.outcome.state == "not known" or watch.outcome.text or watch.outcome.brief
        if not told:
            yield Found(("watch", at, "outcome"), "This has an outcome that says nothing.", ADVICE, key=True)
