"""Turn a parsed text into Markdown that reads as if a person had written it.

Words are escaped, so that only what the text language knows can mean anything. Where `*` could be misread (next to
another star, around punctuation, inside other emphasis) emphasis is written as `<em>` or `<strong>`, which holds
everywhere.
"""

from collections.abc import Iterable
from typing import Protocol

from generator.text.addresses import real_host
from generator.text.escape import address, escape
from generator.text.tree import Block, Citation, Emphasis, Inline, Link, Listing, QuoteHere, Reference, Text, Words
from generator.text.walk import words_of


class Links(Protocol):
    """What the pages know and a text does not: where references lead, and how marks and quotes look."""

    def reference(self, reference: Reference) -> tuple[str, str] | None:
        """Return the words to show (plain) and the address relative to the page, empty for no link; None shows the id."""

    def citation(self, citation: Citation) -> str:
        """Return the finished Markdown of a citation's marks."""

    def quote(self, id: str) -> str:
        """Return the finished Markdown block of a quote."""


def to_markdown(text: Text, links: Links) -> str:
    """Return the blocks of a text as Markdown, parted by blank lines, without a line break at the end."""
    return "\n\n".join(_block(block, links) for block in text.blocks)


def inline_markdown(inlines: Iterable[Inline], links: Links, *, start: bool = True) -> str:
    """Return running text as one line of Markdown; `start` as for `escape`. Citations stand directly after words."""
    return _inline(inlines, links, start=start, stars=True)


def _inline(inlines: Iterable[Inline], links: Links, *, start: bool, stars: bool) -> str:
    out: list[str] = []
    words = ""

    def flush() -> None:
        nonlocal words
        if words:
            out.append(escape(words, start=start and not out))
            words = ""

    for inline in inlines:
        match inline:
            case Words():
                words += inline.text
            case Reference():
                target = links.reference(inline)
                if target is None or not target[1]:
                    words += target[0] if target else inline.label or inline.id
                else:
                    flush()
                    out.append(f"[{escape(target[0], start=False)}]({address(target[1])})")
            case Citation():
                words = words.rstrip()
                flush()
                out.append(links.citation(inline))
            case Link():
                flush()
                shown = _inline(inline.children, links, start=False, stars=stars)
                host = real_host(inline.address, words_of(inline.children))
                out.append(f"[{shown}]({address(inline.address)}){escape(f' ({host})', start=False) if host else ''}")
            case Emphasis():
                flush()
                out.append(_emphasis(inline, links, stars and not (out and out[-1].endswith("*"))))
    flush()
    return "".join(out)


def _block(block: Block, links: Links) -> str:
    if isinstance(block, QuoteHere):
        return links.quote(block.id)
    if isinstance(block, Listing):
        lines = (inline_markdown(item.children, links) for item in block.items)
        return "\n".join(f"{n}. {line}" if block.numbered else f"- {line}" for n, line in enumerate(lines, 1))
    return inline_markdown(block.children, links)


def _emphasis(emphasis: Emphasis, links: Links, stars: bool) -> str:
    inner = _inline(emphasis.children, links, start=False, stars=False)
    if stars and inner[:1].isalnum() and inner[-1:].isalnum():
        sign = "**" if emphasis.strong else "*"
        return f"{sign}{inner}{sign}"
    tag = "strong" if emphasis.strong else "em"
    return f"<{tag}>{inner}</{tag}>"
