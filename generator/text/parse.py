"""Read the small text language: paragraphs, lists, emphasis, links, references, quotes and citations.

One pass over the lines finds the blocks, one pass over the characters of a block finds its markup. Every pattern stops
at the next bracket, so the time grows with the length of the text alone. What is not markup stays `Words`: nothing is
lost and nothing raises. What only looks like markup is reported by `slips`.
"""

import re
from collections.abc import Iterator

from generator.text.addresses import trick_in
from generator.text.slips import find_slips
from generator.text.tree import (
    ID,
    Block,
    Citation,
    Emphasis,
    Inline,
    Link,
    Listing,
    Mark,
    Paragraph,
    QuoteHere,
    Reference,
    Text,
    Words,
)

_REFERENCE = re.compile(rf"\[\[\s*(?:([a-z]+):)?({ID})\s*(?:\|\s*+([^|\s][^|\]]*+))?\]\]")
_QUOTE = re.compile(rf"\[\[\s*quote:({ID})\s*\]\]")
_SAYS, _VIA = rf"\s*,\s*says\s+({ID})", rf"\s*,\s*via\s+({ID})"
_MARK = re.compile(rf"\s*(@({ID})(?:{_SAYS})?(?:{_VIA})?(?:{_SAYS})?)\s*")
"""One source of a citation; the speaker may stand before or behind the carrier."""
_ADDRESS = re.compile(r"https?://[^/\s]+\S*|mailto:[^@\s]+@\S+", re.IGNORECASE)
_MARKUP = re.compile(
    r"(?P<reference>\[\[[^\[\]]*+\]\])"
    r"|(?P<citation>\[\s*+@[^\[\]]*+\])"
    r"|(?P<link>(?<!!)\[[^\[\]]*+\]\((?:[^()\s]|\([^()\s]*+\))*+\))"
    r"|(?P<stars>\*++)"
)
_OPENING = re.compile(r"[\[*]")
"""The characters that markup begins with. To look for them first takes a fraction of the time."""
_BULLET = re.compile(r"[ \t]*-[ \t]+(?=\S)")
_NUMBER = re.compile(r"[ \t]*(\d{1,3})\.[ \t]+(?=\S)")
_MARKER = re.compile(r"^[ \t]*(?:-|\d{1,3}\.)[ \t]", re.MULTILINE)
"""What every list begins with. Most texts have none, and to look for it first takes a fraction of the time."""
_RUN = re.compile(r"\S[^\n]*(?:\n[^\S\n]*+\S[^\n]*+)*+")
"""Lines with words, without a blank line between them."""


def parse(source: str) -> Text:
    """Read a text; never raises. Offsets count characters of `source` from 0."""
    blocks = tuple(_blocks(source))
    return Text(source, blocks, find_slips(source, blocks))


def _blocks(source: str) -> Iterator[Block]:
    """Yield the blocks; items of one list may stand apart by blank lines."""
    items: list[tuple[int, int]] = []
    numbered = False
    for kind, start, end in _stretches(source):
        if items and (kind == "text" or (kind == "number") != numbered):
            yield _listing(source, items, numbered)
            items = []
        if kind != "text":
            items.append((start, end))
            numbered = kind == "number"
        elif quote := _QUOTE.fullmatch(source, start, end):
            yield QuoteHere(quote[1], start, end)
        else:
            yield _paragraph(source, start, end)
    if items:
        yield _listing(source, items, numbered)


def _stretches(source: str) -> Iterator[tuple[str, int, int]]:
    """Yield (text, bullet or number, start, end) for each paragraph and list item, without the marker.

    A numbered list begins with 1, so that a paragraph that begins with "1997." stays one.
    """
    if not _MARKER.search(source):
        for run in _RUN.finditer(source):
            yield "text", run.start(), run.start() + len(run[0].rstrip())
        return
    kind, start, end = "", 0, 0
    last = ""
    for line in re.finditer(r"[^\n]+", source):
        text = line[0].rstrip()
        if not text:
            if kind:
                yield kind, start, end
            kind = ""
            continue
        if kind and source.count("\n", end, line.start()) > 1:
            yield kind, start, end
            kind = ""
        bullet, number = _BULLET.match(text), _NUMBER.match(text)
        if number and number[1] != "1" and (kind or last) != "number":
            number = None
        marker = bullet or number
        if marker or not kind:
            if kind:
                yield kind, start, end
            kind = "bullet" if bullet else "number" if number else "text"
            start = line.start() + (marker.end() if marker else len(text) - len(text.lstrip()))
            last = kind
        end = line.start() + len(text)
    if kind:
        yield kind, start, end


def _listing(source: str, items: list[tuple[int, int]], numbered: bool) -> Listing:
    paragraphs = tuple(_paragraph(source, start, end) for start, end in items)
    return Listing(paragraphs, numbered, items[0][0], items[-1][1])


def _paragraph(source: str, start: int, end: int) -> Paragraph:
    return Paragraph(_inlines(source, start, end), start, end)


def _inlines(source: str, start: int, end: int, inside_link: bool = False) -> tuple[Inline, ...]:
    """Read running text. Whatever is not well formed stays words, with its brackets and stars."""
    parts: list[Inline] = []
    stars: dict[int, int] = {}
    pairs: dict[int, int] = {}
    open_runs: list[int] = []
    for found in _markups(source, start, end):
        part = None if inside_link else _markup(source, found)
        if part:
            parts.append(part)
            if type(part) is Citation:
                open_runs.clear()
        elif found.lastgroup == "stars" and len(found[0]) <= 2:
            stars[len(parts)] = len(found[0])
            parts.append(Words(found[0], found.start(), found.end()))
            _pair(source, start, end, parts, stars, open_runs, pairs)
    return _filled(source, _nested(source, parts, pairs) if stars else parts, start, end)


def _markups(source: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield what looks like markup, from left to right."""
    while opening := _OPENING.search(source, start, end):
        found = _MARKUP.match(source, opening.start(), end)
        if found:
            yield found
        start = found.end() if found else opening.end()


def _markup(source: str, found: re.Match[str]) -> Inline | None:
    start, end = found.span()
    if found.lastgroup == "reference":
        reference = _REFERENCE.fullmatch(found[0])
        if reference and reference[1] != "quote":
            return Reference(reference[1] or "", reference[2], _on_one_line((reference[3] or "").strip()), start, end)
    elif found.lastgroup == "citation":
        return _citation(source, start, end)
    elif found.lastgroup == "link":
        middle = source.index("](", start)
        address = source[middle + 2 : end - 1]
        if _ADDRESS.fullmatch(address) and source[start + 1 : middle].strip() and not trick_in(address):
            return Link(_inlines(source, start + 1, middle, inside_link=True), address, start, end)
    return None


def _citation(source: str, start: int, end: int) -> Citation | None:
    marks = []
    at = start + 1
    for part in source[start + 1 : end - 1].split(";"):
        found = _MARK.fullmatch(source, at, at + len(part))
        if found is None or (found[3] and found[5]):
            return None
        marks.append(Mark(found[2], found[3] or found[5] or "", found[4] or "", *found.span(1)))
        at += len(part) + 1
    return Citation(tuple(marks), start, end)


def _pair(
    source: str,
    start: int,
    end: int,
    parts: list[Inline],
    stars: dict[int, int],
    open_runs: list[int],
    pairs: dict[int, int],
) -> None:
    """Close an open run of stars with the newest one, or remember it as open.

    At most one run of each length is open, so emphasis nests two deep at most and each run costs the same.
    """
    here = len(parts) - 1
    run = parts[here]
    before = source[run.start - 1] if run.start > start else " "
    after = source[run.end] if run.end < end else " "
    if before.isdigit() and after.isdigit():
        return
    partner = next((other for other in open_runs if stars[other] == stars[here]), None)
    if partner is not None and not before.isspace() and parts[partner].end < run.start:
        del open_runs[open_runs.index(partner) :]
        pairs[partner] = here
    elif not after.isspace():
        if partner is not None:
            open_runs.remove(partner)
        open_runs.append(here)


def _nested(source: str, parts: list[Inline], pairs: dict[int, int]) -> list[Inline]:
    """Put the parts between paired stars into `Emphasis`; stars without a pair are words."""
    closing = {there: here for here, there in pairs.items()}
    levels: list[list[Inline]] = [[]]
    for here, part in enumerate(parts):
        if here in pairs:
            levels.append([])
        elif here in closing:
            opener = parts[closing[here]]
            children = _filled(source, levels.pop(), opener.end, part.start)
            levels[-1].append(Emphasis(children, opener.end - opener.start == 2, opener.start, part.end))
        elif type(part) is not Words:
            levels[-1].append(part)
    return levels[0]


def _filled(source: str, parts: list[Inline], start: int, end: int) -> tuple[Inline, ...]:
    """Put words before, between and after the parts, wherever there are any."""
    filled: list[Inline] = []
    for part in parts:
        if start < part.start:
            filled.append(Words(_on_one_line(source[start : part.start]), start, part.start))
        filled.append(part)
        start = part.end
    if start < end:
        filled.append(Words(_on_one_line(source[start:end]), start, end))
    return tuple(filled)


def _on_one_line(words: str) -> str:
    """Return words with a space for each line break and the blanks around it."""
    if "\n" not in words:
        return words
    first, *lines = words.replace("\r\n", "\n").split("\n")
    last = lines.pop().lstrip(" \t")
    return " ".join((first.rstrip(" \t"), *(line.strip(" \t") for line in lines), last))
