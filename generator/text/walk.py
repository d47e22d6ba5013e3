"""Go through a parsed text: its paragraphs, statements, citations, references, quotes, and its plain words."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from generator.text.tree import (
    Citation,
    Emphasis,
    Inline,
    Link,
    Listing,
    Paragraph,
    QuoteHere,
    Reference,
    Statement,
    Text,
    Words,
)

_LETTER = re.compile(r"[^\W_]")
_STOP = re.compile(r"[.,;:!?…)\]”’\"']+(?=\s|$)")


def paragraphs(text: Text) -> Iterator[Paragraph]:
    """Yield the paragraphs and list items of a text in their order."""
    for block in text.blocks:
        if isinstance(block, Listing):
            yield from block.items
        elif isinstance(block, Paragraph):
            yield block


def citations(text: Text) -> tuple[Citation, ...]:
    """Return the citations in their order. The parser leaves them at the top of a paragraph only."""
    return text.once(_citations)


def _citations(text: Text) -> tuple[Citation, ...]:
    return tuple(child for paragraph in paragraphs(text) for child in paragraph.children if type(child) is Citation)


def references(text: Text) -> tuple[Reference, ...]:
    """Return the references in their order, also those inside emphasis."""
    return text.once(_references)


def _references(text: Text) -> tuple[Reference, ...]:
    found = (child for paragraph in paragraphs(text) for child in _flat(paragraph.children))
    return tuple(child for child in found if type(child) is Reference)


def quotes(text: Text) -> tuple[QuoteHere, ...]:
    """Return the places where quotes are set."""
    return tuple(block for block in text.blocks if type(block) is QuoteHere)


def every_statement(text: Text) -> tuple[Statement, ...]:
    """Return the statements of all paragraphs and list items of a text in their order."""
    return text.once(_every_statement)


def _every_statement(text: Text) -> tuple[Statement, ...]:
    return tuple(statement for paragraph in paragraphs(text) for statement in statements(paragraph))


def statements(paragraph: Paragraph) -> tuple[Statement, ...]:
    """Split a paragraph into the runs that its citations cover.

    A citation covers the text back to the previous citation or the paragraph's start; citations without words between
    them cover the same run. Words after the last citation are a statement without one.
    """
    found: list[Statement] = []
    run: list[Inline] = []
    covered: list[Inline] = []
    for child in _stops_first(paragraph.children):
        if type(child) is not Citation:
            run.append(child)
            continue
        if _has_words(run):
            covered = run
        run = []
        found.append(_statement(covered, child))
    if _has_words(run):
        found.append(_statement(run, None))
    return tuple(found)


def plain(content: Text | Iterable[Inline], name_of: Callable[[Reference], str] | None = None) -> str:
    """Return the words alone: references as `name_of` shows them (else their label or id), citations dropped.

    Quotes that are only set at a place are left out. Blocks are parted by a blank line, list items by a line break.
    """
    if not isinstance(content, Text):
        return "".join(_pieces(content, name_of)).strip()
    blocks = (
        "\n".join(plain(item.children, name_of) for item in block.items)
        if isinstance(block, Listing)
        else plain(block.children, name_of)
        for block in content.blocks
        if not isinstance(block, QuoteHere)
    )
    return "\n\n".join(words for words in blocks if words)


def words_of(inlines: Iterable[Inline]) -> str:
    """Return running text as plain words."""
    return "".join(_pieces(inlines, None))


def _flat(inlines: Iterable[Inline]) -> Iterator[Inline]:
    for inline in inlines:
        yield inline
        if isinstance(inline, Emphasis | Link):
            yield from _flat(inline.children)


def _pieces(inlines: Iterable[Inline], name_of: Callable[[Reference], str] | None) -> list[str]:
    pieces: list[str] = []
    for inline in inlines:
        match inline:
            case Words():
                pieces.append(inline.text)
            case Reference():
                pieces.append(name_of(inline) if name_of else inline.label or inline.id)
            case Citation():
                if pieces:
                    pieces[-1] = pieces[-1].rstrip()
            case Emphasis() | Link():
                pieces += _pieces(inline.children, name_of)
    return pieces


def _has_words(run: list[Inline]) -> bool:
    return any(_LETTER.search(piece) for piece in _pieces(run, None))


def _statement(run: list[Inline], citation: Citation | None) -> Statement:
    shown = [at for at, inline in enumerate(run) if not (type(inline) is Words and not inline.text.strip())]
    if shown:
        inlines = tuple(run[shown[0] : shown[-1] + 1])
        return Statement(inlines, citation, inlines[0].start, max(inline.end for inline in inlines))
    return Statement((), citation, citation.start if citation else 0, citation.end if citation else 0)


def _stops_first(children: tuple[Inline, ...]) -> Iterable[Inline]:
    """Move a full stop that stands behind a citation before it: `said [@mt].` reads as `said. [@mt]`."""
    behind = (child for before, child in pairwise(children) if type(before) is Citation)
    if not any(type(child) is Words and _STOP.match(child.text) for child in behind):
        return children
    moved: list[Inline] = []
    for child in children:
        stop = _STOP.match(child.text) if isinstance(child, Words) else None
        first = len(moved)
        while first and isinstance(moved[first - 1], Citation):
            first -= 1
        if stop is None or first == len(moved) or not isinstance(child, Words):
            moved.append(child)
            continue
        before = moved[first - 1] if first else None
        if isinstance(before, Words):
            moved[first - 1] = Words(before.text.rstrip(), before.start, before.end)
        moved.insert(first, Words(stop[0], child.start, child.start + stop.end()))
        if stop.end() < len(child.text):
            moved.append(Words(child.text[stop.end() :], child.start + stop.end(), child.end))
    return moved
