"""A number in the bottom line or a key point that the rest of the page does not have.

## What it does
Looks up every number from ten on that stands in the bottom line or a key point, in figures or in words, among the numbers of
the rest of the page. Years, dates, times and
stretches of time are left alone. A rounded number (“nearly”, “about”, “more than”) may be a tenth
off.

## Why it matters
The summary is written last and read first. A number that was corrected below and not above is the error that everybody quotes.

## Example
```yaml
bottom_line: |
  The battle cost 51 lives. [@mt]
what_happened: |
  In the battle 15 soldiers died. [@mt]
```

## Use instead
```yaml
bottom_line: |
  The battle cost 15 lives. [@mt]
what_happened: |
  In the battle 15 soldiers died. [@mt]
```
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.model.forms import Brief
from generator.rules.parts import Found
from generator.rules.parts.numbers import Number, numbers_in

SEVERITY = Severity.WARNING

DURATION = re.compile(r"[\s-](?:minute|hour|day|night|week|month|year|decade)s?\b")
"""What follows a stretch of time: that is reckoned from dates, which stand below."""
LEAST = 10
"""Smaller numbers are mostly words of grammar: two sides, three leaders."""
ROUND = 0.1
SUMMARY = ("bottom_line", "key_points")
ELSEWHERE = ("what_happened", "disputes", "unknowns", "watch", "background", "why_it_matters", "updates", "corrections")


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find numbers of the summary that the rest of the page lacks."""
    brief = document.entry
    if not isinstance(brief, Brief):
        return
    below = [prose.source for path, prose in document.parsed.texts if path[0] in ELSEWHERE]
    rest = "\n".join((*below, *(quote.text for quote in brief.quotes.values())))
    counted, known = set(_counted(brief)), set[float]()
    for path, prose in document.parsed.texts:
        for number in numbers_in(prose.source) if path[0] in SUMMARY else ():
            if number.value < LEAST or number.written in rest or DURATION.match(prose.source, number.span[1]):
                continue  # as it is written, which is fast to find
            if _is_there(number, counted):
                continue
            known = known or {n.value for n in numbers_in(rest)}
            if not _is_there(number, known):
                message = f"The rest of the page does not have this number, {number.written}."
                advice = "Check it against what stands further down, or tell it there too."
                yield Found(path, message, advice, within=number.span)


def _counted(brief: Brief) -> Iterator[float]:
    for figure in brief.figures:
        yield from (amount.number for amount in (figure.value, figure.low, figure.best, figure.high) if amount)


def _is_there(number: Number, known: set[float]) -> bool:
    if number.value in known:
        return True
    return number.rounded and any(abs(value - number.value) <= ROUND * number.value for value in known)
