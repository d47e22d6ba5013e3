"""A brief in the folder of another year than that of its event.

## What it does
Finds a brief whose `date` lies in no part in the year of the folder in which it stands.

## Why it matters
The folder's year is in the address of the page, and readers take it for the year of the event. Mostly it is the date that is
wrong: the year is easily mistyped, above all in January, and all lists in the order of time then have the brief in a wrong place.

## Example
```yaml
# briefs/2021/truce.yml
title: Russia brokers a truce
date: 2020-11-16
as_of: 2021-11-17
bottom_line: |
  Russia brokered a truce. [@mt]
what_happened: |
  Russia brokered a truce. [@mt]
```

## Use instead
```yaml
# briefs/2021/truce.yml
title: Russia brokers a truce
date: 2021-11-16
as_of: 2021-11-17
bottom_line: |
  Russia brokered a truce. [@mt]
what_happened: |
  Russia brokered a truce. [@mt]
```
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.model.forms import Brief
from generator.rules.parts import Found

SEVERITY = Severity.WARNING


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find briefs whose folder and date differ in the year."""
    brief, (folder, _, name) = document.entry, document.key.id.partition("/")
    if not isinstance(brief, Brief) or not folder.isdecimal():
        return
    first, last = brief.date.earliest.year, brief.date.latest.year
    if not first <= int(folder) <= last:
        home = PurePosixPath(document.file).parent.with_name(str(first if int(folder) < first else last)) / f"{name}.yml"
        message = f"This brief stands in the folder of {folder}, and its event is dated {brief.date}."
        advice = f"Check the year of `date`. If it is right, move the file to `{home}`; where its page is published already, add"
        yield Found(("date",), message, f"{advice} `was: [{document.key.id}]`.")
