"""A source that bears a date from after the time at which it can have been read.

## What it does
Finds a source whose own date lies after our publication, and an address that carries a date (as many newspapers' do) from
after the source's own date or, where the source has none, after the day up to which the page knows. The address of a copy may be
later, but not later than our publication. One day more is let pass: it is not the same day everywhere.

## Why it matters
Nothing can rest on what was printed later. Either the date is mistyped, or the address was changed or made up on its way.

## Example
```yaml
as_of: 2021-11-16
what_happened: |
  The truce was broken. [@breach]
sources:
  breach:
    publisher: moscow-times
    about: Report on a breach of the truce
    url: https://www.themoscowtimes.com/2026/07/08/russia-blames-azerbaijan
```

## Use instead
```yaml
as_of: 2021-11-16
what_happened: |
  The truce was broken. [@breach]
sources:
  breach:
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
from generator.edition.sources import listed_in
from generator.model.forms import Background, Brief
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
    ours = entry.published if isinstance(entry, Brief) else None
    published, day = ours or edition.day, "our publication" if ours else "today"
    known = entry.as_of if isinstance(entry, Brief) else entry.reviewed if isinstance(entry, Background) else None
    for key, source in listed_in(document):
        path, copied = key.path, bool(edition.sources[key].read_at)
        if source.published and source.published.earliest > published + A_DAY:
            message = f"This source is dated {source.published}, after {day}, {published}."
            yield Found((*path, "published"), message, "Check the date against the source.")
        for name in ("url", "as_printed"):
            address = getattr(source, name)
            printed = _date_in(address) if address else None
            limit, than = known or published, "the day up to which this page knows"
            if copied and name == "url":
                limit, than = published, day
            elif source.published:
                limit, than = source.published.latest, "the source's own date"
            if printed and limit < Date.max - A_DAY and printed > limit + A_DAY:
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
