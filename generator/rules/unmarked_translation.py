"""A quote in another language than its source, with no word of who translated it.

## What it does
Finds a quote whose source says that it is in another language than the page, and which says neither `translated_by` nor its own
`language` nor, in a `note`, how it came to be translated.

## Why it matters
Quotation marks promise the very words. In translation they are somebody's choice of words, and readers must be told whose.

## Example
```yaml
what_happened: |
  Armenia appealed to Russia. [@report]

  [[quote:appeal]]
quotes:
  appeal:
    by: armen-grigoryan
    cite: report
    text: |
      We appeal to Russia
sources:
  report: {publisher: news-am, about: Report on the appeal, published: 2021-11-16, kind: news, language: hy}
```

## Use instead
```yaml
what_happened: |
  Armenia appealed to Russia. [@report]

  [[quote:appeal]]
quotes:
  appeal:
    by: armen-grigoryan
    cite: report
    translated_by: the desk
    text: |
      We appeal to Russia
sources:
  report: {publisher: news-am, about: Report on the appeal, published: 2021-11-16, kind: news, language: hy}
```
"""

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.edition import Document, Edition
from generator.edition.claims import source_key
from generator.model.forms import Brief
from generator.rules.parts import Found, quotes_of

SEVERITY = Severity.WARNING


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find translated quotes that do not say so. One that names its own language was printed in that language."""
    page = (document.entry.lang if isinstance(document.entry, Brief) else None) or edition.settings.options.language
    for path, quote in quotes_of(document.entry):
        source = source_key(document, quote.cite, edition.shared_sources)
        printed = edition.sources[source].language if source else None
        if printed and _other(printed, page) and not (quote.language or quote.translated_by or quote.note):
            message = f"The source is in `{printed}`, and this quote is in `{page}`: who translated it?"
            advice = "Add `translated_by:`; or, if these are the words as printed, `language:` with theirs."
            yield Found((*path, "text"), message, advice)


def _other(one: str, other: str) -> bool:
    return one.partition("-")[0] != other.partition("-")[0]
