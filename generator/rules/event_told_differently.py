"""One event, told with two dates or at two places.

## What it does
Finds a dated line of a background that tells, in nearly the same words, what another file has on another day; one that leads to
a brief which is dated differently, or happened at other places; and an answer or outcome whose day is not that of the brief it
names. It keeps silent on dates where the file, or the brief to which it leads, has a dispute that asks “When …?” or “On which
day …?”, and on places where one asks “Where …?”. A date that one source misprints is no dispute: write the right one, and put
the slip into the `misprints` of that source, where readers see it.

## Why it matters
When and where are what a reader takes from a timeline. If our own files disagree, either one is wrong, or the accounts differ
and the page should say so.

## Example
```yaml
# briefs/backgrounds/appeals.yml
title: The appeals to Russia
reviewed: 2021-11-20
in_short: |
  Armenia appealed to Russia. [@mt]
events:
  - date: 2021-11-15
    text: |
      Armenia [[2021/appeal|asked Russia for help]]. [@mt]
```

## Use instead
```yaml
# briefs/backgrounds/appeals.yml
title: The appeals to Russia
reviewed: 2021-11-20
in_short: |
  Armenia appealed to Russia. [@mt]
events:
  - date: 2021-11-16
    text: |
      Armenia [[2021/appeal|asked Russia for help]]. [@mt]
```
"""

import re
from collections.abc import Iterator
from datetime import timedelta

from generator.asking import kept, opaque
from generator.diagnostics import Path, Severity
from generator.edition import Document, Edition, Key
from generator.edition.reading import document as document_of
from generator.edition.references import kinds_of
from generator.model.dates import When
from generator.model.forms import Background, Brief, Place
from generator.model.parts import Entry, Event
from generator.rules.parts import Found
from generator.rules.parts.firsts import line_of
from generator.rules.parts.words import Likeness, likenesses
from generator.text import plain, references

SEVERITY = Severity.WARNING

ADVICE = "Check both against the sources. If these differ, tell it in `disputes`; if one has a slip, put it in its `misprints`."
A_DAY = timedelta(days=1)
TWO_MONTHS = timedelta(days=60)
"""What happened in the same words and further apart is another event: each year has its summit."""
_ASKS = (
    r"^(?:(?:since|from|until|till|by|before|after) )?{0}\b|\b(?:and|or) {0}\?"
    r"|^(?:(?:on|at|in|since|from) )?(?:which|what) (?:{1})\b"
)
WHEN = re.compile(_ASKS.format("when", "day|date|month|year|hour|time"), re.IGNORECASE)
WHERE = re.compile(_ASKS.format("where", "place|spot|side|town|village|region|district|country"), re.IGNORECASE)
"""How a question begins, or ends, that is about when or where. That something took place is asked in other words."""


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find dates and places on which our own files disagree."""
    entry = document.entry
    if isinstance(entry, Background):
        for at, event in enumerate(entry.events):
            path: Path = ("events", at)
            yield from _against_brief(document, path, event, edition)
            if not _asked(WHEN, entry):
                yield from _against_other_files(document, path, event, edition)
    if isinstance(entry, Brief) and not _asked(WHEN, entry):
        answers = [(("unknowns", at, "answer"), item.answer) for at, item in enumerate(entry.unknowns)]
        outcomes = [(("watch", at, "outcome"), item.outcome) for at, item in enumerate(entry.watch)]
        for place, told in (*answers, *outcomes):
            key = edition.resolve(document, ("brief",), told.brief) if told and told.brief and told.on else None
            brief = edition.get(key, Brief) if key else None
            if key and brief and told and told.on and not _asked(WHEN, brief) and _outside(told.on, brief):
                message = f"This is dated {told.on}, and `{key.id}`, which it names, tells of {brief.date} up to {brief.as_of}."
                yield Found((*place, "on"), message, "Check both dates.")


def _against_brief(document: Document, path: Path, event: Event, edition: Edition) -> Iterator[Found]:
    """Hold an event against the one brief to which its line leads."""
    found = [(r, edition.resolve(document, kinds_of(r), r.id)) for r in references(event.text.text)]
    briefs = [key for _, key in found if key and key.kind == "brief"]
    brief = edition.get(briefs[0], Brief) if len(briefs) == 1 else None
    if brief is None:
        return
    if _apart(event.date, brief.date) and not _asked(WHEN, document.entry, brief):
        message = f"This is dated {event.date}, and the brief to which it leads {brief.date}."
        yield Found((*path, "date"), message, ADVICE)
    known = {place for id in brief.places for place in _around(id, edition)}
    for reference, key in found:
        elsewhere = key and key.kind == "place" and known and not known & _around(key.id, edition)
        if key and elsewhere and not _asked(WHERE, document.entry, brief):
            message = f"This happened at {edition.name(key)}, and the brief to which it leads names other places."
            within = (reference.start, reference.end)
            yield Found((*path, "text"), message, ADVICE, within=within)


def _against_other_files(document: Document, path: Path, event: Event, edition: Edition) -> Iterator[Found]:
    """Hold an event against the first one in another file that is told in nearly the same words, at another date."""
    for words in likenesses(_words(document, event, edition)):
        owner, first = edition.ask(line_of, firsts, words)
        near = abs(first.earliest - event.date.earliest) <= TWO_MONTHS
        if owner != document.key and _apart(first, event.date) and near:
            message = f"This is dated {event.date}, and {edition.documents[owner].file} has it on {first}."
            yield Found((*path, "date"), message, ADVICE)
            return


@opaque
def firsts(edition: Edition) -> dict[Likeness, tuple[Key, When]]:
    """Return for each likeness the first background that has such an event, and its date."""
    found: dict[Likeness, tuple[Key, When]] = {}
    for key, _ in edition.every(Background):
        for words, date in edition.ask(events_in, key):
            found.setdefault(words, (key, date))
    return found


@kept
def events_in(edition: Edition, key: Key) -> tuple[tuple[Likeness, When], ...]:
    """Return the likenesses of the events of a background with their dates."""
    found = edition.ask(document_of, key)
    events = found.entry.events if found and isinstance(found.entry, Background) else ()
    return tuple((words, event.date) for event in events if found for words in likenesses(_words(found, event, edition)))


def _words(document: Document, event: Event, edition: Edition) -> str:
    return plain(event.text.text, lambda reference: edition.called(document, reference))


def _apart(one: When, other: When) -> bool:
    return one.latest < other.earliest or other.latest < one.earliest


def _outside(day: When, brief: Brief) -> bool:
    """Tell whether a day is none of those of which a brief tells; one day more is let pass."""
    return brief.date.earliest - day.latest > A_DAY or day.earliest - brief.as_of > A_DAY


def _around(place: str, edition: Edition) -> frozenset[str]:
    """Return a place with all that it is part of."""
    found = [place]
    while (entry := edition.get(Key("place", found[-1]), Place)) and entry.within and entry.within not in found:
        found.append(entry.within)
    return frozenset(found)


def _asked(what: re.Pattern[str], *entries: Entry | None) -> bool:
    """Tell whether one of these files sets accounts of that side by side."""
    disputes = (dispute for entry in entries if isinstance(entry, Background | Brief) for dispute in entry.disputes)
    return any(what.search(dispute.question) for dispute in disputes)


EXTRACTS = (events_in,)
