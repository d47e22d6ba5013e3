"""What several rules need: the form of a finding, the texts that state facts, quoted words, and allowances."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.diagnostics import Path, Severity
from generator.edition import Document
from generator.edition.references import Register, has_broken_citation, kinds_of
from generator.model.forms import Background, Brief
from generator.model.parts import Entry, Quote
from generator.model.references import SourceRef
from generator.model.values import Prose
from generator.text import Statement, citations, references

FACTUAL = frozenset(("what_happened", "key_points", "says", "in_short", "text", "summary", "events", "about", "caption"))
"""The fields whose sentences state facts. Analysis, questions and what to watch for are not among them."""

ASIDE = frozenset(("watch", "updates", "corrections", "withdrawal"))
"""The fields whose texts speak of this page or of the future."""

_QUOTED = re.compile(r"“([^”]+)”|\"([^\"\n]+)\"|«([^»]+)»")
_QUOTE_MARK = re.compile('[“"«]')
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
    severity: Severity | None = None
    """How grave this one is, where that differs from what is usual for the rule."""


@lru_cache(maxsize=1_000)
def our_words(text: str) -> str:
    """Return a text with all that is not said in our own words blanked out, character for character.

    Blanked out are quotations, citations, and the ids and addresses behind what is shown.
    """
    return _NOT_OURS.sub(lambda found: "\0" * len(found[0]), text)


@lru_cache(maxsize=10)
def _written(document: Document) -> str:
    texts = (prose.source for _, prose in document.parsed.texts)
    return "\n".join((*texts, *(line for _, line in headlines_of(document)))).casefold()


def has_any(signs: Iterable[str], document: Document) -> bool:
    """Tell whether any of these stands in the texts or headlines of a file, so that a rule need not look where none does.

    Signs are in small letters. That one stands inside another word makes a rule look, and nothing else.
    """
    written = _written(document)
    return any(sign in written for sign in signs)


def phrases(written: str) -> re.Pattern[str]:
    """Return a pattern in which a blank is a blank or a line break: a text may break its lines anywhere."""
    return re.compile(written.replace(" ", r"\s"))


def small(text: str) -> str:
    """Return a text with A to Z in small letters, character for character, so that patterns need not care and are fast."""
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


def headlines_of(document: Document) -> Iterator[tuple[Path, str]]:
    """Yield the headlines, questions and descriptions of a file: what is read before the texts, and is none."""
    entry = document.entry
    fields = entry.__class__.model_fields if entry else {}
    for name in ("title", "description"):
        if name in fields and (line := getattr(entry, name)):
            yield (name,), line
    for part, name in (("disputes", "question"), ("unknowns", "question"), ("background", "title"), ("roles", "title")):
        for at, item in enumerate(getattr(entry, part) if part in fields else ()):
            if line := getattr(item, name):
                yield (part, at, name), line


def states_facts(path: Path) -> bool:
    """Tell whether the sentences of the field at `path` state facts."""
    return ASIDE.isdisjoint(path) and not FACTUAL.isdisjoint(path)


def factual_texts(document: Document) -> Iterator[tuple[Path, Prose]]:
    """Yield the texts of a file that state facts."""
    return ((path, prose) for path, prose in document.parsed.texts if states_facts(path))


def quotations(prose: Prose, statement: Statement) -> tuple[tuple[int, int], ...]:
    """Return where a statement quotes somebody's words, as offsets in its text."""
    if not _QUOTE_MARK.search(prose.source, statement.start, statement.end):
        return ()
    found = _QUOTED.finditer(prose.source, statement.start, statement.end)
    return tuple(quote.span() for quote in found if len(quote[0].split()) >= _WORDS)


def quotes_of(entry: Entry | None) -> Iterator[tuple[Path, Quote]]:
    """Yield the quotes of an entry."""
    if isinstance(entry, Brief | Background):
        for id, quote in entry.quotes.items():
            yield ("quotes", id), quote


def names_sources(document: Document, register: Register) -> bool:
    """Tell whether a file lists a source or cites one, however wrongly."""
    if document.parsed.names.get("sources") or has_broken_citation(document, register):
        return True
    return any(cited_in(document))


def cited_in(document: Document) -> Iterator[str]:
    """Yield the ids by which a file cites sources, in its texts and in its fields."""
    for _, reference in document.parsed.references:
        if reference.kinds == SourceRef.kinds:
            yield str(reference)
    for _, prose in document.parsed.texts:
        yield from (mark.source for citation in citations(prose.text) for mark in citation.marks)
        yield from (r.id for r in references(prose.text) if kinds_of(r) == SourceRef.kinds)
