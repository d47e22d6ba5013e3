"""A count that can only grow, and that falls.

## What it does
Finds a figure that is lower than an earlier one of the same counter, for a measure that is `cumulative`, in whichever files the
two stand. A figure with a `note` is left alone: it may say that the counter corrected itself.

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
from datetime import date as Date

from generator.diagnostics import Path, Severity
from generator.edition import Document, Edition, Key
from generator.model.forms import Background, Brief, Measure
from generator.model.parts import Figure
from generator.rules.parts import Found

SEVERITY = Severity.WARNING

Place = tuple[Key, Path]


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find figures that lie below an earlier one of the same counter."""
    higher = edition.once(_higher_before)
    for path, figure in _figures(document):
        if (before := higher.get((document.key, path))) and not figure.note:
            (owner, _), earlier = before
            where = "" if owner == document.key else f" in {edition.documents[owner].file}"
            message = f"This count can only grow, and it was {_number(earlier):g} as of {earlier.as_of}{where}."
            yield Found((*path, "value" if figure.value else "high"), message, "Check both, or say in a `note:` why it fell.")


def _higher_before(edition: Edition) -> dict[Place, tuple[Place, Figure]]:
    """Return for each figure the highest one that the same counter gave before it, where that is higher."""
    growing = {key.id for key, measure in edition.every(Measure) if measure.cumulative}
    counts: dict[tuple[str, str], list[tuple[Place, Figure]]] = {}
    for document in edition.documents.values():
        for path, figure in _figures(document):
            if figure.measure in growing and figure.as_of and figure.by not in figure.by.instead:
                counts.setdefault((figure.measure, figure.by), []).append(((document.key, path), figure))
    found: dict[Place, tuple[Place, Figure]] = {}
    for figures in counts.values():
        highest: tuple[Place, Figure] | None = None
        for place, figure in sorted(figures, key=lambda pair: (_last_day(pair[1]), pair[0])):
            if highest and _number(figure) < _number(highest[1]) and _last_day(highest[1]) < _last_day(figure):
                found[place] = highest
            if (highest is None or _number(figure) > _number(highest[1])) and not _at_most(figure):
                highest = place, figure
    return found


def _figures(document: Document) -> Iterator[tuple[Path, Figure]]:
    if isinstance(document.entry, Brief | Background):
        for at, figure in enumerate(document.entry.figures):
            yield ("figures", at), figure


def _last_day(figure: Figure) -> Date:
    return figure.as_of.latest if figure.as_of else Date.min


def _number(figure: Figure) -> float:
    amount = figure.value or figure.best or figure.high or figure.low
    return amount.number if amount else 0.0


def _at_most(figure: Figure) -> bool:
    """Tell whether a figure only says how many there were at most, or about how many."""
    return bool(figure.value and figure.value.bound in ("up to", "fewer than", "nearly", "about"))
