"""A headline that nearly repeats the one of another brief.

## What it does
Finds two briefs whose headlines have the same names and numbers and differ in one other word at most. The finding stands in the
later one.

## Why it matters
In a list, a search or a feed readers have nothing but the headline. Two that are alike are taken for one brief, and the newer
one is never opened.

## Example
```yaml
# briefs/2021/first-breach.yml
title: Armenia and Azerbaijan accuse each other of breaking truce
date: 2021-11-18
as_of: 2021-11-18
published: 2021-11-19
bottom_line: |
  Each side said that the other had fired first. [@mt]
what_happened: |
  Each side said that the other had fired first. [@mt, says armenia; @mt, says azerbaijan]
```

```yaml
# briefs/2021/second-breach.yml
title: Armenia and Azerbaijan accuse each other of breaking the truce again
date: 2021-11-24
as_of: 2021-11-24
published: 2021-11-25
bottom_line: |
  Both armies reported shelling in the south. [@mt]
what_happened: |
  Both armies reported shelling in the south. [@mt, says armenia; @mt, says azerbaijan]
```

## Use instead
```yaml
# briefs/2021/first-breach.yml
title: Armenia and Azerbaijan accuse each other of breaking truce
date: 2021-11-18
as_of: 2021-11-18
published: 2021-11-19
bottom_line: |
  Each side said that the other had fired first. [@mt]
what_happened: |
  Each side said that the other had fired first. [@mt, says armenia; @mt, says azerbaijan]
```

```yaml
# briefs/2021/second-breach.yml
title: Shelling in the south a week after the truce of 16 November
date: 2021-11-24
as_of: 2021-11-24
published: 2021-11-25
bottom_line: |
  Both armies reported shelling in the south. [@mt]
what_happened: |
  Both armies reported shelling in the south. [@mt, says armenia; @mt, says azerbaijan]
```
"""

from collections.abc import Iterator

from generator.asking import kept, opaque
from generator.diagnostics import Severity
from generator.edition import Document, Edition, Key
from generator.model.forms import Brief
from generator.rules import same_development
from generator.rules.parts import Found
from generator.rules.parts.briefs import in_order_of_publication
from generator.rules.parts.firsts import lines_of
from generator.rules.parts.words import Likeness, likenesses

SEVERITY = Severity.WARNING


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find a headline that an earlier brief has nearly word for word. Of one development, `same-development` tells."""
    if not isinstance(document.entry, Brief) or document.withdrawn or document.original:
        return
    for first in edition.ask(lines_of, firsts, likenesses_of, document.key):
        if first != document.key and not any(same_development.check(document, edition)):
            message = f"This headline nearly repeats that of {edition.documents[first].file}: “{edition.name(first)}”."
            yield Found(("title",), message, "Say what is different here: what is new, where, on which day.")
            return


@opaque
def firsts(edition: Edition) -> dict[Likeness, Key]:
    """Return for each likeness the first brief that has it."""
    found: dict[Likeness, Key] = {}
    for key in edition.ask(in_order_of_publication):
        for likeness in edition.ask(likenesses_of, key):
            found.setdefault(likeness, key)
    return found


@kept
def likenesses_of(edition: Edition, key: Key) -> tuple[Likeness, ...]:
    """Return the likenesses of a headline."""
    return tuple(likenesses(edition.name(key)))


EXTRACTS = (likenesses_of,)
