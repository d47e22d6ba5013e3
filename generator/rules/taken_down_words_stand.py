"""Words that a correction took down, and that stand elsewhere.

## What it does
Finds the old words of a `redacted` correction, four or more in a row, where they still stand: on the same page, on any other, or
in a translation, whatever their capitals and punctuation. It is an error where a whole sentence of them stands, and a warning
where a part does that says something. Sentences and parts that `now` says again are no longer taken down, unless it says all
of them. The finding names the place and not the words.

## Why it matters
What was taken down to protect somebody is not down while a copy of it stands, and the copies are what its author forgets: a
background, a key point, the translation.

## Example
```yaml
# briefs/2021/arrest.yml
title: A baker is freed
date: 2021-11-17
as_of: 2021-11-17
published: 2021-11-17
bottom_line: |
  A man was freed. [@mt]
what_happened: |
  A man was freed. [@mt] The baker of Goris spied for money. [@mt]
corrections:
  - date: 2021-11-19
    was: |
      The baker of Goris spied for money, a neighbour said. [@mt]
    now: |
      Nobody is accused. [@mt]
    redacted: true
```

## Use instead
```yaml
# briefs/2021/arrest.yml
title: A baker is freed
date: 2021-11-17
as_of: 2021-11-17
published: 2021-11-17
bottom_line: |
  A man was freed. [@mt]
what_happened: |
  A man was freed. [@mt]
corrections:
  - date: 2021-11-19
    was: |
      The baker of Goris spied for money, a neighbour said. [@mt]
    now: |
      Nobody is accused. [@mt]
    redacted: true
```
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date as Date
from typing import NamedTuple

from generator.asking import kept, opaque
from generator.diagnostics import Path, Severity
from generator.edition import Document, Edition, Key
from generator.edition.claims import taken_down
from generator.edition.groups import grouped
from generator.edition.reading import document as document_of
from generator.model.forms import Brief
from generator.model.values import Prose
from generator.model.walk import each
from generator.rules.parts import Found
from generator.rules.parts.words import folded_words, sense
from generator.text import Inline, Text, every_statement, plain

SEVERITY = Severity.ERROR

FEWEST = 4
"""Fewer words in a row are a name or a phrase that anybody may use. By its first four a run of words is looked up."""
PART = 8
"""As many words in a row of a longer sentence are a part of it that nobody writes by chance."""
_SENTENCES, _CLAUSES = re.compile(r"(?<=[.!?…])\s+"), re.compile(r"[,;:()–—]+")
_ADDRESSES = frozenset(("url", "address", "archived", "as_printed", "was"))
"""Fields that hold no words of ours."""

Words = tuple[str, ...]


class Taken(NamedTuple):
    """Words that a correction took down, folded: a sentence, or a part of one."""

    words: Words
    whole: bool
    owner: Key
    correction: int
    date: Date


class Word(NamedTuple):
    """A word, folded, with the offsets of the statement in which it stands; none in a line."""

    word: str
    within: tuple[int, int] | None


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find words that were taken down, and stand in this file."""
    index = edition.ask(by_beginning)
    for path, words in _texts(document, edition) if index and not document.withdrawn else ():
        found: dict[tuple[Key, int], tuple[Taken, tuple[int, int] | None]] = {}
        for taken, within in _standing(words, index):
            first = found.setdefault((taken.owner, taken.correction), (taken, within))
            if taken.whole and not first[0].whole:
                found[taken.owner, taken.correction] = taken, within
        for taken, within in found.values():
            where = "" if taken.owner == document.key else f" in {edition.documents[taken.owner].file}"
            what = "Words" if taken.whole else "A part of the words"
            message = f"{what} that the correction of {taken.date}{where} took down still stand{'' if taken.whole else 's'} here."
            severity = Severity.ERROR if taken.whole else Severity.WARNING
            advice = "Take them out here too. If readers may see them, the correction need not be `redacted`."
            yield Found(path, message, advice, within=within, severity=severity)


def _standing(words: list[Word], index: Mapping[Words, tuple[Taken, ...]]) -> Iterator[tuple[Taken, tuple[int, int] | None]]:
    """Yield what was taken down and stands in a text, with the offsets of the statements that hold it."""
    plain_words = tuple(word.word for word in words)
    for at in range(len(words) - FEWEST + 1):
        for taken in index.get(plain_words[at : at + FEWEST], ()):
            end = at + len(taken.words)
            if plain_words[at:end] == taken.words:
                first, last = words[at].within, words[end - 1].within
                yield taken, (first[0], last[1]) if first and last else None


@opaque
def by_beginning(edition: Edition) -> dict[Words, tuple[Taken, ...]]:
    """Return what was taken down by its first words."""
    return grouped((taken.words[:FEWEST], taken) for taken in edition.ask(every_one))


@kept
def every_one(edition: Edition) -> tuple[Taken, ...]:
    """List what was taken down in any file. Most edits change nothing of it."""
    return tuple(taken for key in edition.all_keys() for taken in edition.ask(taken_in, key))


@kept
def taken_in(edition: Edition, key: Key) -> tuple[Taken, ...]:
    """List what the corrections of a file took down."""
    found = edition.ask(document_of, key)
    if found is None or not isinstance(found.entry, Brief):
        return ()
    rows: list[Taken] = []
    for number, correction in enumerate(found.entry.corrections):
        if correction.redacted and correction.was:
            now = folded_words(_shown(correction.now.text, found, edition))
            runs = _runs(_shown(correction.was.text, found, edition), now)
            rows.extend(Taken(words, whole, key, number, correction.date) for words, whole in runs.items())
    return tuple(rows)


def _runs(was: str, now: Words) -> dict[Words, bool]:
    """Return the runs of words by which a text is known again, and whether each is a whole sentence."""
    found: dict[Words, bool] = {}
    sentences = [sentence for sentence in _SENTENCES.split(was) if len(folded_words(sentence)) >= FEWEST] or [was]
    gone = [sentence for sentence in sentences if not _holds(now, folded_words(sentence))]
    for sentence in gone or sentences:  # if all of it stands in what the page says now, that is where it was forgotten
        words = folded_words(sentence)
        if len(words) >= FEWEST:
            found[words] = True
        clauses = [folded_words(clause) for clause in _CLAUSES.split(sentence)]
        windows = [words[at : at + PART] for at in range(len(words) - PART + 1)]
        for part in (*clauses, *windows):
            if len(sense(" ".join(part))) >= FEWEST and not _holds(now, part):
                found.setdefault(part, False)
    return found


def _holds(words: Words, part: Words) -> bool:
    return any(words[at : at + len(part)] == part for at in range(len(words) - len(part) + 1))


def _texts(document: Document, edition: Edition) -> Iterator[tuple[Path, list[Word]]]:
    """Yield the words of each text and line of a file that readers may see."""
    entry = document.entry
    for path, prose in each(entry, Prose) if entry else ():
        if not taken_down(document, path):
            told = ((_shown(s.inlines, document, edition), (s.start, s.end)) for s in every_statement(prose.text))
            yield path, [Word(word, within) for text, within in told for word in folded_words(text)]
    for path, line in each(entry, str) if entry else ():
        if _ADDRESSES.isdisjoint(path):
            yield path, [Word(word, None) for word in folded_words(line)]


def _shown(text: Text | Iterable[Inline], document: Document, edition: Edition) -> str:
    return plain(text, lambda reference: edition.called(document, reference))


EXTRACTS = (taken_in,)
