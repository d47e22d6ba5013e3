"""A source that bears a date from after the time at which it can have been read.

## What it does
Finds a source whose own date lies after our publication, and an address that carries a date (as many newspapers' do) from
after the source's own date or, where the source has none, after the day up to which the page knows. One day more is let pass:
it is not the same day everywhere.

## Why it matters
Nothing can rest on what was printed later. Either the date is mistyped, or the address was changed or made up on its way.

## Example
```yaml
as_of: 2021-11-16
sources:
  mt:
    publisher: moscow-times
    about: Report on a breach of the truce
    url: https://www.themoscowtimes.com/2026/07/08/russia-blames-azerbaijan
```

## Use instead
```yaml
as_of: 2021-11-16
sources:
  mt:
    publisher: moscow-times
    about: Report on a breach of the truce
    url: https://www.themoscowtimes.com/2021/08/13/russia-blames-azerbaijan
```
"""

import re
from collections.abc import Iterator
from datetime import date as Date
from datetime import timedelta

from generator.diagnostics import Severity, dotted
from generator.edition import Document, Edition
from generator.model.forms import Background, Brief
from generator.model.parts import Source
from generator.model.walk import each
from generator.rules.parts import Found

SEVERITY = Severity.ERROR

IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?!\d)")
A_DAY = timedelta(days=1)
"""Across time zones, one event falls on two days."""


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find dates of sources that lie too late."""
    entry = document.entry
    if entry is None:
        return
    published = (entry.published if isinstance(entry, Brief) else None) or edition.day
    known = entry.as_of if isinstance(entry, Brief) else entry.reviewed if isinstance(entry, Background) else None
    for path, source in [((), entry)] if isinstance(entry, Source) else each(entry, Source):
        if source.published and source.published.earliest > published + A_DAY:
            day = f"our publication on {published}" if isinstance(entry, Brief) and entry.published else f"today, {published}"
            message = f"This source is dated {source.published}, after {day}."
            yield Found((*path, "published"), message, "Check the date against the source.")
        limit = source.published.latest if source.published else known or published
        for name in ("url", "as_printed"):
            address = getattr(source, name)
            printed = _date_in(address) if address else None
            if printed and limit < Date.max - A_DAY and printed > limit + A_DAY:
                than = "the source's own date" if source.published else "the day up to which this page knows"
                message = f"This address carries the date {printed}, which is after {than}, {limit}."
                yield Found(
                    (*path, name),
                    message,
                    f"Find the original address. If it really is like this, allow it: `at: {dotted((*path, name))}`.",
                )


def _date_in(address: str) -> Date | None:
    if found := IN_ADDRESS.search(address):
        try:
            return Date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            return None
    return None
