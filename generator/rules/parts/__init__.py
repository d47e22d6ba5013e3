"""What several rules need: the form of a finding, the texts that state facts, quoted words, and allowances."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.diagnostics import Path
from generator.edition import Document
from generator.edition.references import Register, has_broken_citation, uses_of
from generator.model.values import Prose
from generator.text import Statement, paragraphs, statements

FACTUAL = frozenset(("what_happened", "key_points", "says", "in_short", "text", "summary", "events", "about", "caption"))
"""The fields whose sentences state facts. Analysis, questions and what to watch for are not among them."""

ASIDE = frozenset(("watch", "updates", "corrections", "withdrawal"))
"""The fields whose texts speak of this page or of the future."""

_QUOTED = re.compile(r"“([^”]+)”|\"([^\"\n]+)\"|«([^»]+)»")
_NOT_OURS = re.compile(r"“[^”]*”|\"[^\"\n]*\"|«[^»]*»|\[@[^\]]*\]|\[\[[^\]|]*|\]\([^)\s]*\)")
_WORDS = 4
"""Fewer words in quotation marks are a term that somebody uses, not a quote."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule found in a file: where, what, and what to do. `within` are the offsets in the text at `path`."""

    path: Path
    message: str
    help: str = ""
    within: tuple[int, int] | None = None
    key: bool = False


def our_words(text: str) -> str:
    """Return a text with all that is not said in our own words blanked out, character for character.

    Blanked out are quotations, citations, and the ids and addresses behind what is shown.
    """
    return _NOT_OURS.sub(lambda found: "\0" * len(found[0]), text)


def states_facts(path: Path) -> bool:
    """Tell whether the sentences of the field at `path` state facts."""
    steps = set(path)
    return bool(steps & FACTUAL) and not steps & ASIDE


def factual_texts(document: Document) -> Iterator[tuple[Path, Prose]]:
    """Yield the texts of a file that state facts."""
    return ((path, prose) for path, prose in document.parsed.texts if states_facts(path))


def statements_of(prose: Prose) -> Iterator[Statement]:
    """Yield the statements of a text, those of lists too."""
    return (statement for paragraph in paragraphs(prose.text) for statement in statements(paragraph))


def quotations(prose: Prose, statement: Statement) -> tuple[tuple[int, int], ...]:
    """Return where a statement quotes somebody's words, as offsets in its text."""
    found = _QUOTED.finditer(prose.source, statement.start, statement.end)
    return tuple(quote.span() for quote in found if len(quote[0].split()) >= _WORDS)


def names_sources(document: Document, register: Register) -> bool:
    """Tell whether a file lists a source or cites one, however wrongly."""
    if document.parsed.names.get("sources") or has_broken_citation(document, register):
        return True
    return any(use.kinds == ("source",) for use in uses_of(document))
