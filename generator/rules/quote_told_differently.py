"""One quote, told differently in two files.

## What it does
Finds a quote with the words of a quote in another file that has another speaker or another day; and one by the same speaker
from the same source with nearly the same words. Where each has a `note`, they are left alone.

## Why it matters
A quote is exact or it is none. Two versions of it on one site show that one of them was copied wrongly.

## Example
```yaml
# briefs/2021/second.yml
title: Fighting at the border goes on
date: 2021-11-18
as_of: 2021-11-18
bottom_line: |
  Armenia repeated its appeal. [@mt]
what_happened: |
  Armenia repeated its appeal. [@mt]

  [[quote:appeal]]
quotes:
  appeal:
    by: armenia
    cite: mt
    text: |
      We appeal to Russia
```

## Use instead
```yaml
# briefs/2021/second.yml
title: Fighting at the border goes on
date: 2021-11-18
as_of: 2021-11-18
bottom_line: |
  Armenia repeated its appeal. [@mt]
what_happened: |
  Armenia repeated its appeal. [@mt]

  [[quote:appeal]]
quotes:
  appeal:
    by: armen-grigoryan
    cite: mt
    text: |
      We appeal to Russia
```
"""

from collections.abc import Iterator

from generator.asking import kept, opaque
from generator.diagnostics import Severity
from generator.edition import Document, Edition, Key
from generator.edition.claims import source_key
from generator.edition.reading import document as document_of
from generator.model.parts import Quote
from generator.rules.parts import Found, quotes_of
from generator.rules.parts.firsts import lines_of
from generator.rules.parts.verbatim import searchable
from generator.rules.parts.words import likenesses

SEVERITY = Severity.WARNING

FEWEST = 12
"""Characters: shorter words may well be said by two."""

Place = tuple[Key, Quote]


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find quotes that an earlier file has otherwise."""
    found = dict(zip(edition.ask(alike_in, document.key), edition.ask(lines_of, firsts, alike_in, document.key), strict=True))
    for path, quote in quotes_of(document.entry):
        for alike in _likenesses(quote, document, edition):
            owner, first = found[alike]
            if owner == document.key or (quote.note and first.note):
                continue
            differs = _difference(quote, first, edition)
            if differs:
                message = f"This quote stands in {edition.documents[owner].file} too, with {differs}."
                advice = "Check both against the source; if both are right, say in a `note:` of each why."
                yield Found((*path, "text"), message, advice)
                break


@opaque
def firsts(edition: Edition) -> dict[tuple[object, ...], Place]:
    """Return for each likeness the first quote that has it."""
    found: dict[tuple[object, ...], Place] = {}
    for key in edition.documents:
        for alike, quote in edition.ask(quotes_in, key):
            found.setdefault(alike, (key, quote))
    return found


def alike_in(edition: Edition, key: Key) -> tuple[tuple[object, ...], ...]:
    """Return the likenesses of the quotes of a file."""
    return tuple(alike for alike, _ in edition.ask(quotes_in, key))


@kept
def quotes_in(edition: Edition, key: Key) -> tuple[tuple[tuple[object, ...], Quote], ...]:
    """Return the quotes of a file with their likenesses."""
    found = edition.ask(document_of, key)
    quotes = (quote for _, quote in quotes_of(found.entry)) if found else ()
    return tuple((alike, quote) for quote in quotes if found for alike in _likenesses(quote, found, edition))


def _likenesses(quote: Quote, document: Document, edition: Edition) -> Iterator[tuple[object, ...]]:
    """Yield what two versions of one quote share: the words, or the speaker and source and all sense but for one word."""
    text = searchable(quote.text).rstrip(".,;:!?…")
    if len(text) >= FEWEST:
        yield ("words", text)
        source = source_key(document, quote.cite, edition.shared_sources)
        for words in likenesses(quote.text):
            yield ("source", source, str(quote.by), words)


def _difference(quote: Quote, other: Quote, edition: Edition) -> str:
    if quote.by != other.by:
        return f"another speaker, {edition.name(Key('actor', other.by))}"
    if quote.said_on and other.said_on and quote.said_on != other.said_on:
        return f"another day, {other.said_on}"
    same = searchable(quote.text).rstrip(".,;:!?…") == searchable(other.text).rstrip(".,;:!?…")
    return "" if same else f"other words: “{other.text}”"


EXTRACTS = (quotes_in,)
