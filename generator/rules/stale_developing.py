"""A brief that is called developing as of a day on which nothing in it was open, though the storyline went on.

## What it does
Finds a brief with `status: developing` where its storyline has a development that came a month or more after the day up to
which the brief knows, and where nothing in it was open on that day: each of its questions was answered or overtaken by then, and
each thing to watch had its outcome. What was settled later is no fault: the page says as of when it develops. Finds one with open
questions too where the storyline went on for more than a year, and the brief has told nothing of them since.

## Why it matters
“Developing as of 14 September” promises news. Where nothing was open on that day, a reader is told to expect what will not come,
and the lists of what is developing grow without need. Where questions stay open for years, it is the questions that are open, and
not the development.

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
    answer:
      state: answered
      on: 2021-09-14
      text: |
        It did not. [@september]
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
    answer:
      state: answered
      on: 2021-09-14
      text: |
        It did not. [@september]
```
"""

from collections.abc import Iterator
from datetime import timedelta

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.edition.filing import briefs_of_storyline
from generator.model.forms import Brief
from generator.model.parts import Answer, Outcome
from generator.rules.parts import Found

SEVERITY = Severity.WARNING

A_MONTH = timedelta(days=30)
A_YEAR = timedelta(days=366)

Told = Answer | Outcome | None
"""What became of a question, or of what was expected, if that is known."""


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find briefs that call themselves developing after the end."""
    brief = document.entry
    if not isinstance(brief, Brief) or brief.status != "developing" or not brief.storyline:
        return
    story = edition.ask(briefs_of_storyline, brief.storyline)
    latest = edition.get(story[-1], Brief) if story else None
    after = latest.date.earliest - brief.as_of if latest else timedelta(0)
    if not story or latest is None or after < A_MONTH:
        return
    every: list[Told] = [*(unknown.answer for unknown in brief.unknowns), *(watch.outcome for watch in brief.watch)]
    then = [_by_then(told, document, brief, edition) for told in every]
    if all(by_then and told and told.state != "partly" for told, by_then in zip(every, then, strict=True)):
        message = f"This is called developing, but nothing in it was open on {brief.as_of}"
        advice = f"Write `status: concluded`, or say what was still open. The latest is `{story[-1].id}`."
        yield Found(("status",), f"{message}, and its storyline went on until {latest.date}.", advice)
    elif all(then) and after > A_YEAR:
        message = f"This is called developing, and tells nothing of what was open on {brief.as_of}"
        advice = "Answer what can be answered (`overtaken` where it is idle now), or write `status: concluded`."
        yield Found(("status",), f"{message}, though its storyline went on until {latest.date}.", advice)


def _by_then(told: Told, document: Document, brief: Brief, edition: Edition) -> bool:
    """Tell whether all that is told of a question was known on the day up to which its brief knows."""
    if told is None:
        return True
    key = edition.resolve(document, ("brief",), told.brief) if told.brief else None
    teller = edition.get(key, Brief) if key else None
    day = told.on or (teller.date if teller else None)
    return day.earliest <= brief.as_of if day else told.state != "partly"
