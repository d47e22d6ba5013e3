"""An answer or an outcome that is dated before its question.

## What it does
Finds an answer from before the day since which its question is open, an outcome from before the day up to which the brief
knows, and a question that opened after that day.

## Why it matters
What was known already was no open question. One of the two dates is wrong, and with it the order in which the page tells the
story.

## Example
```yaml
unknowns:
  - question: Will Russia help?
    since: 2021-11-16
    answer:
      state: answered
      on: 2021-11-06
      text: |
        Russia sent no soldiers. [@mt]
```

## Use instead
```yaml
unknowns:
  - question: Will Russia help?
    since: 2021-11-16
    answer:
      state: answered
      on: 2021-11-26
      text: |
        Russia sent no soldiers. [@mt]
```
"""

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.model.forms import Brief
from generator.rules.parts import Found

SEVERITY = Severity.ERROR


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find questions, answers and outcomes in an order that cannot be."""
    brief = document.entry
    if not isinstance(brief, Brief):
        return
    for at, unknown in enumerate(brief.unknowns):
        since, on = unknown.since, unknown.answer.on if unknown.answer else None
        if since and since.earliest > brief.as_of:
            message = f"This question opened on {since}, after {brief.as_of}, up to which this page knows."
            yield Found(("unknowns", at, "since"), message, "Check both dates.")
        if on and on.latest < (since.earliest if since else brief.date.earliest):
            than = f"the question, which is open since {since}" if since else f"the event on {brief.date}"
            yield Found(("unknowns", at, "answer", "on"), f"This answer of {on} is older than {than}.", "Check both dates.")
    for at, watch in enumerate(brief.watch):
        if watch.outcome and watch.outcome.on and watch.outcome.on.latest < brief.as_of:
            message = f"This came on {watch.outcome.on}, before {brief.as_of}, up to which this page knows."
            yield Found(("watch", at, "outcome", "on"), message, "Check both dates; or tell it in `what_happened`.")
