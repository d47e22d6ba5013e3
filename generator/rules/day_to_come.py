"""A day that is still to come where one must have passed.

## What it does
Finds a brief that is shown by now and whose `date`, `as_of`, updates or corrections lie in the future, and one that would be
published only in more than a year.

## Why it matters
Mostly the year is mistyped. A brief from the future leads every list of what is new, and one that is to be published in a hundred
years is missed by nobody.

## Example
```yaml
as_of: 2121-11-16
```

## Use instead
```yaml
as_of: 2021-11-16
```
"""

from collections.abc import Iterator
from datetime import date as Date
from datetime import timedelta

from generator.diagnostics import Path, Severity
from generator.edition import Document, Edition
from generator.edition.filing import has_come
from generator.model.forms import Background, Brief
from generator.rules.parts import Found

SEVERITY = Severity.WARNING
FAR = timedelta(days=366)


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find the first day of a file that is still to come."""
    entry = document.entry
    if not isinstance(entry, Brief | Background):
        return
    if isinstance(entry, Brief) and entry.published and not edition.ask(has_come, entry.published):
        if not edition.ask(has_come, entry.published - FAR):
            yield Found(("published",), f"Nobody will see this brief before {entry.published}.", "Check the year.")
        return
    days = list(_days(entry))
    if days and not edition.ask(has_come, max(day for _, day in days)):
        path, day = next((path, day) for path, day in days if not edition.ask(has_come, day))
        yield Found(path, f"This day, {day}, is still to come.", "Check it: mostly the year is mistyped.")


def _days(entry: Brief | Background) -> Iterator[tuple[Path, Date]]:
    if isinstance(entry, Brief):
        yield ("date",), entry.date.earliest
        yield ("as_of",), entry.as_of
    for name in ("updates", "corrections"):
        yield from (((name, at, "date"), item.date) for at, item in enumerate(getattr(entry, name)))
