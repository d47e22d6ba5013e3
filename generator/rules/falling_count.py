"""A count that can only grow, and that falls.

## What it does
Finds a figure that is lower than an earlier one of the same counter, for a measure that is `cumulative`, in whichever files the
two stand; what is withdrawn or still a draft is no earlier figure. A figure with a `note` is left alone: it may say that the
counter corrected itself.

## Why it matters
The dead do not become fewer. Either a number or a date is mistyped, or the counter took a number back, and then readers must be
told.

## Example
```yaml
figures:
  - {measure: lives-lost, value: 6500, by: armenia, as_of: 2020-12-01, cite: mt}
  - {measure: lives-lost, value: 5600, by: armenia, as_of: 2021-11-16, cite: mt}
```

## Use instead
```yaml
figures:
  - {measure: lives-lost, value: 6500, by: armenia, as_of: 2020-12-01, cite: mt}
  - {measure: lives-lost, value: 5600, by: armenia, as_of: 2021-11-16, cite: mt, note: Corrected by the ministry.}
```
"""

from collections.abc import Iterator

from generator.asking import opaque
from generator.diagnostics import Severity
from generator.edition import Document, Edition, Key, told
from generator.edition.comparing import compared
from generator.edition.counts import Count, History
from generator.model.forms import Background, Brief, Measure
from generator.rules.parts import Found
from generator.rules.parts.firsts import line_of

SEVERITY = Severity.WARNING


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find figures that lie below an earlier one of the same counter."""
    for at, figure in enumerate(document.entry.figures if isinstance(document.entry, Brief | Background) else ()):
        earlier = edition.ask(line_of, higher_before, (document.key, at))
        if earlier and not figure.note:
            where = "" if earlier.owner == document.key else f" in {edition.documents[earlier.owner].file}"
            message = f"This count can only grow, and it was {earlier.said[0]:,g} as of {earlier.day}{where}."
            path = ("figures", at, "value" if figure.value else "high")
            yield Found(path, message, "Check both, or say in a `note:` why it fell.")


@opaque
def higher_before(edition: Edition) -> dict[tuple[Key, int], Count]:
    """Return for each figure the highest one that the same counter gave before it, where both cannot be right."""
    found: dict[tuple[Key, int], Count] = {}
    for measure in (key.id for key, measure in edition.every(Measure) if measure.cumulative):
        owners = [key for key in edition.ask(told.counting, measure) or () if not edition.documents[key].withdrawn]
        counts = [count for key in owners for count in edition.ask(told.counted_in, key) if count.measure == measure]
        for history in compared(measure, counts, None).histories:
            found.update(_falls(history, edition))
    return found


def _falls(history: History, edition: Edition) -> Iterator[tuple[tuple[Key, int], Count]]:
    """Yield the counts of one counter that lie below an earlier one. What is no part of the edition is held against it only."""
    highest: Count | None = None
    for count in history.counts:
        if highest and count.bounds[1] < highest.bounds[0] and count.is_filed_after(highest):
            yield (count.owner, count.number), highest
        if edition.ask(told.counts, count.owner):
            highest = max(highest or count, count, key=lambda one: one.bounds[0])
