"""A name that cannot be told from another one.

## What it does
Finds publishers and actors whose names look the same to a reader: the same letters, or letters of another script that look
alike, such as a Cyrillic Т in “TASS”; and names that mix letters of Latin, Cyrillic and Greek in one word. Of two entries the
finding stands in the one whose id comes later.

## Why it matters
A statement is believed for whoever made it. Under a name that looks like that of an agency, anything can be put into its mouth,
and no reader can see the difference.

## Example
```yaml
# briefs/publishers/tass-agency.yml
name: ТASS
kind: agency
```

## Use instead
```yaml
# briefs/publishers/tass-agency.yml
name: The agency of the truce
kind: agency
```
"""

import re
import unicodedata
from collections.abc import Iterator

from generator.asking import opaque
from generator.diagnostics import Severity
from generator.edition import Document, Edition, Key
from generator.model.forms import Actor, Publisher
from generator.rules.parts import Found
from generator.rules.parts.firsts import line_of

SEVERITY = Severity.WARNING

_ALIKE = str.maketrans(
    "авекмнорстухіјѕһԁԛԝӏ" + "αβεζηικμνορτυχ" + "օսհոց",
    "abekmhopctyxijshdqwl" + "abezhikmnoptyx" + "ouhng",
)
"""Small letters of other scripts that look like a Latin one, there or as capitals (Unicode Technical Standard 39, in part)."""

_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")


def check(document: Document, edition: Edition) -> Iterator[Found]:
    """Find the name of a publisher or an actor that looks like an earlier one, or is of two scripts."""
    if not isinstance(document.entry, Publisher | Actor):
        return
    name = document.entry.name
    first = edition.ask(line_of, firsts, (document.key.kind, looks_of(name)))
    if first != document.key:
        message = f"Readers cannot tell this name from that in {edition.documents[first].file}."
        yield Found(("name",), message, "Use one entry for one publisher or actor; of two, say in the names which is which.")
        return
    for word in re.findall(r"\w+", name):
        scripts = [script for script in _SCRIPTS if any(unicodedata.name(letter, "").startswith(script) for letter in word)]
        if len(scripts) > 1:
            said = " and ".join(script.capitalize() for script in scripts)
            yield Found(("name",), f"“{word}” mixes letters of {said}.", "Write the whole word in one script.")


def looks_of(name: str) -> str:
    """Return what is the same for two names that look the same."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", plain.translate(_ALIKE)))


@opaque
def firsts(edition: Edition) -> dict[tuple[str, str], Key]:
    """Return the entry that has a name first, for each kind and each name as it looks."""
    first: dict[tuple[str, str], Key] = {}
    names = [(key, actor.name) for key, actor in edition.every(Actor)]
    names += [(key, publisher.name) for key, publisher in edition.every(Publisher)]
    for key, name in names:
        first.setdefault((key.kind, looks_of(name)), key)
    return first
