"""A brief that is still called developing, though nothing in it is open any more and the storyline went on.

## What it does
Finds a brief with `status: developing` where its storyline has a development that came a month or more after the day up to
which the brief knows, and where each of its open questions was answered or overtaken and each thing to watch has its outcome.

## Why it matters
The home page lists what is developing. What was settled long ago does not belong there, and a reader who follows a link is told
to expect news that will not come.

## Example
```yaml
date: 2021-09-14
as_of: 2021-09-14
status: developing
storyline: armenia-azerbaijan
bottom_line: |
  Shots fell at the border. [@september]
what_happened: |
  Shots fell at the border. [@september]
sources:
  september: {publisher: tass, about: Report on the shots, published: 2021-09-14, kind: wire}
unknowns:
  - question: Will Armenia turn to Russia?
    answer: {state: answered, brief: 2021/appeal}
```

## Use instead
```yaml
date: 2021-09-14
as_of: 2021-09-14
status: concluded
storyline: armenia-azerbaijan
bottom_line: |
  Shots fell at the border. [@september]
what_happened: |
  Shots fell at the border. [@september]
sources:
  september: {publisher: tass, about: Report on the shots, published: 2021-09-14, kind: wire}
unknowns:
  - question: Will Armenia turn to Russia?
    answer: {state: answered, brief: 2021/appeal}
```
"""

from collections.abc import Iterator
from datetime import timedelta

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.model.forms import Brief
from generator.rules.parts import Found

SEVERITY = Severity.WARNING

A_MONTH = timedelta(days=30)


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find briefs that call themselves developing after the end."""
    brief = document.entry
    if not isinstance(brief, Brief) or brief.status != "developing" or not brief.storyline:
        return
    unanswered = any(unknown.answer is None or unknown.answer.state == "partly" for unknown in brief.unknowns)
    awaited = any(watch.outcome is None for watch in brief.watch)
    story = edition.storylines.get(brief.storyline, ())
    if unanswered or awaited or not story or story[-1][1].date.earliest - brief.as_of < A_MONTH:
        return
    key, latest = story[-1]
    message = f"This is called developing, but it leaves nothing open, and its storyline went on until {latest.date}."
    yield Found(("status",), message, f"Write `status: concluded`, or say what is still open. The latest is `{key.id}`.")
