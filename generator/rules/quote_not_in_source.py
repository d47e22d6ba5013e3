"""A quote that is not in the text of the source that is cited for it.

## What it does
Holds every quote, and quoted words of four or more in running text, against the text of the cited source, where that text is
kept: `briefs/sources/<id>.txt` for a shared source, `briefs/2021/truce/texts/<id>.txt` for a source of `briefs/2021/truce.yml`.
White space, the form of quotation marks and dashes, hyphens at line ends, capitals, and a comma or full stop at the end make no
difference; what stands around `…` and `[…]` is compared piece by piece. Sources in another language are left alone.

Kept texts are never published.

## Why it matters
A quotation mark is a promise that these are the words. It is broken most easily by a good paraphrase.

## Example
```yaml
what_happened: |
  Armenia asked for help. [@mt]

  [[quote:appeal]]
quotes:
  appeal:
    by: armen-grigoryan
    cite: mt
    text: |
      We ask Russia to protect our territory
```

```text
# briefs/sources/mt.txt
“We appeal to Russia to protect Armenia’s territorial
integrity,” Armen Grigoryan said.
```

## Use instead
```yaml
what_happened: |
  Armenia asked for help. [@mt]

  [[quote:appeal]]
quotes:
  appeal:
    by: armen-grigoryan
    cite: mt
    text: |
      We appeal to Russia to protect Armenia's territorial integrity
```

```text
# briefs/sources/mt.txt
“We appeal to Russia to protect Armenia’s territorial
integrity,” Armen Grigoryan said.
```
"""

from collections.abc import Iterator

from generator.diagnostics import Path, Severity
from generator.edition import Document, Edition, SourceKey
from generator.edition.claims import source_key
from generator.model.forms import Brief
from generator.rules.parts import Found, quotations, quotes_of
from generator.rules.parts.verbatim import pieces, searchable
from generator.text import every_statement

SEVERITY = Severity.ERROR


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find quotes whose words the text of their source does not have. Without any texts there is nothing to do."""
    if not edition.texts or document.entry is None:
        return
    language = (document.entry.lang if isinstance(document.entry, Brief) else None) or edition.settings.options.language
    for path, quote in quotes_of(document.entry):
        source = source_key(document, quote.cite, edition.shared_sources)
        if source and _lacks(edition, [source], quote.text, quote.language or language):
            yield _found((*path, "text"), source)
    for path, prose in document.parsed.texts:
        for statement in every_statement(prose.text):
            marks = statement.citation.marks if statement.citation else ()
            sources = [key for mark in marks if (key := source_key(document, mark.source, edition.shared_sources))]
            for start, end in quotations(prose, statement) if sources else ():
                if _lacks(edition, sources, prose.source[start + 1 : end - 1], language):
                    yield _found(path, sources[0], (start, end))


def _lacks(edition: Edition, sources: list[SourceKey], words: str, language: str) -> bool:
    """Tell whether the texts of all these sources are kept, in the language of the words, and none of them has the words."""
    texts = [edition.texts.get(source) for source in sources]
    languages = {edition.sources[source].language or edition.settings.options.language for source in sources}
    wanted = pieces(words)
    return languages == {language} and not any(text is None or _has(text, wanted) for text in texts)


def _has(text: str, wanted: tuple[str, ...]) -> bool:
    kept = searchable(text)
    at = 0
    for piece in wanted:
        at = kept.find(piece, at)
        if at < 0:
            return False
    return True


def _found(path: Path, source: SourceKey, within: tuple[int, int] | None = None) -> Found:
    message = f"These words are not in the text that is kept of `{source.id}`."
    return Found(path, message, "Copy them from the source; what you leave out, mark with `[…]`.", within=within)
