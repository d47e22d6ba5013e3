"""Which hostile string can stand in which text of a form, and who gets which: every string meets every text in time."""

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from generator import reader
from generator.diagnostics import Severity
from generator.model.values import LONGEST_HEADLINE, LONGEST_LINE, LONGEST_PROSE, Headline, Prose, Verbatim
from generator.text import Citation, Paragraph, Words, parse
from generator.text.escape import shown
from tests.site import filled

LIMITS = {Headline: LONGEST_HEADLINE, Prose: LONGEST_PROSE, Verbatim: LONGEST_PROSE}
APART = 1597
_PARTING = re.compile(r"\n\s*\n")
ROOM = 10
"""Characters that a test may add to a string before it stands in a field."""


@cache
def readable(text: str) -> bool:
    """Tell whether YAML can hold a text, so that the characters arrive that were typed."""
    try:
        reading = reader.read(json.dumps({"a": text}, ensure_ascii=not is_far(text)).encode(), "x.yml")
    except UnicodeEncodeError:
        return False
    return not reading.diagnostics and reading.root is not None and reader.plain(reading.root) == {"a": text}


def is_far(text: str) -> bool:
    """Tell whether a text has characters beyond the first plane of Unicode: JSON writes them as pairs that YAML does not know."""
    return any(sign > "\uffff" for sign in text)


@cache
def is_words(text: str) -> bool:
    """Tell whether a text is nothing but words for the text language: no markup of ours, and no slip."""
    tree = parse(f"{text} {filled.CITED}")
    one = tree.blocks[0] if len(tree.blocks) == 1 else None
    return (
        not any(problem.severity is Severity.ERROR for problem in tree.problems)
        and isinstance(one, Paragraph)
        and all(isinstance(part, Words | Citation) for part in one.children)
        and sum(isinstance(part, Citation) for part in one.children) == 1
        and any(sign.isalnum() for sign in text)
    )


def can_stand(text: str, kind: Any) -> bool:
    """Tell whether a field of this kind takes a text, as words that pages show as they were typed."""
    room = LIMITS.get(kind, LONGEST_LINE) - ROOM
    if len(text) > room or not "".join(shown(text).split()) or not text.split():
        return False
    return readable(text) and (kind is not Prose or is_words(text))


def queues(pool: Sequence[str], kinds: Mapping[str, Any]) -> dict[Any, list[str]]:
    """Return the strings of a pool that each kind of field takes; in a quote, a blank line would part two paragraphs."""
    found = {kind: [text for text in pool if can_stand(text, kind)] for kind in dict.fromkeys(kinds.values())}
    return found | {Verbatim: [_PARTING.sub("\n", text) for text in found.get(Verbatim, [])]}


def dealt(waiting: Mapping[Any, Sequence[str]], kinds: Mapping[str, Any], turn: int = 0) -> dict[str, str]:
    """Give each text its string in a turn. In as many turns as there are strings, every text has had every string.

    Neighbours have strings that are far from each other, and so of different kinds.
    """
    words: dict[str, str] = {}
    for number, (token, kind) in enumerate(kinds.items()):
        queue = waiting[kind]
        words[token] = queue[(number * APART + turn) % len(queue)] if queue else token
    return words
