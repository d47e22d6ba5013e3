"""A private person who is named where the name does nothing for the reader.

## What it does
Finds the name of a person whose entry does not say `public: true` in a headline, a bottom line, a key point, or the short text
of a storyline or a background.

## Why it matters
Victims, soldiers and prisoners did not choose to be in the news. Their names in a headline stay in search engines for ever, and
“a soldier” tells a reader as much. In the narrative a name can have its place.

## Example
```yaml
bottom_line: |
  The soldier Ivan Ivanov was killed at the border. [@mt]
```

```yaml
# briefs/actors/ivan-ivanov.yml
name: Ivan Ivanov
kind: person
description: a soldier
```

## Use instead
```yaml
bottom_line: |
  A soldier was killed at the border. [@mt]
what_happened: |
  Ivan Ivanov, a soldier, was killed; his family published the name. [@mt]
```

```yaml
# briefs/actors/ivan-ivanov.yml
name: Ivan Ivanov
kind: person
description: a soldier
```
"""

from collections.abc import Iterator

from generator.asking import kept
from generator.diagnostics import Path, Severity
from generator.edition import Document, Edition
from generator.model.forms import Actor, Background, Brief, Storyline
from generator.rules.parts import Found
from generator.rules.parts.words import every_word
from generator.text import plain

SEVERITY = Severity.WARNING


FIRST = {Brief: ("bottom_line", "key_points"), Storyline: ("summary",), Background: ("in_short",)}
"""The texts that are read first, besides the headline, by the form."""


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find private persons in the texts that are read first."""
    names = edition.ask(private_names)
    for path, text in _first_texts(document) if names else ():
        for word in dict.fromkeys(every_word(text)):
            for name in names.get(word, ()):
                if name in text:
                    message = f"{name} is a private person, and is named where readers look first."
                    advice = "Say here what they are. If they act in public life, write `public: true` into their file."
                    yield Found(path, message, advice)


@kept
def private_names(edition: Edition) -> dict[str, tuple[str, ...]]:
    """Return the names of private persons by their last words."""
    found: dict[str, tuple[str, ...]] = {}
    for _, actor in edition.every(Actor):
        if not actor.has_page:
            for name in dict.fromkeys((actor.name, *(variant.name for variant in actor.variants))):
                last = (every_word(name) or [name])[-1]
                found[last] = (*found.get(last, ()), name)
    return found


def _first_texts(document: Document) -> Iterator[tuple[Path, str]]:
    entry = document.entry
    if isinstance(entry, Brief | Storyline | Background):
        yield ("title",), entry.title
        for path, prose in document.parsed.texts:
            if path[0] in FIRST[type(entry)]:
                yield path, plain(prose.text)
