"""Turn a parsed text into HTML, for outputs that no Markdown publisher sets, such as feeds.

Only what the text language knows becomes an element; everything else is escaped. No element has an attribute but links.
"""

from collections.abc import Iterable
from html import escape, unescape

from generator.text.addresses import real_host
from generator.text.escape import address, shown
from generator.text.render import Links
from generator.text.tree import Block, Citation, Emphasis, Inline, Link, Listing, QuoteHere, Reference, Text, Words
from generator.text.walk import words_of


def to_html(text: Text, links: Links) -> str:
    """Return the blocks of a text as HTML, one a line. `links` gives citations and quotes as finished HTML."""
    return "\n".join(_block(block, links) for block in text.blocks)


def inline_html(inlines: Iterable[Inline], links: Links) -> str:
    """Return running text as HTML on one line. Citations stand directly after words."""
    out: list[str] = []
    for inline in inlines:
        match inline:
            case Words():
                out.append(html(inline.text))
            case Reference():
                out.append(html_link(*(links.reference(inline) or (inline.label or inline.id, ""))))
            case Citation():
                out[-1:] = [word.rstrip() for word in out[-1:]]
                out.append(links.citation(inline))
            case Link():
                host = real_host(inline.address, words_of(inline.children))
                out.append(f'<a href="{_target(inline.address)}">{inline_html(inline.children, links)}</a>')
                out.append(html(f" ({host})") if host else "")
            case Emphasis():
                tag = "strong" if inline.strong else "em"
                out.append(f"<{tag}>{inline_html(inline.children, links)}</{tag}>")
    return "".join(out)


def html(words: str) -> str:
    """Return plain words as HTML that shows exactly these characters; white space runs become one space."""
    return escape(shown(words), quote=False)


def html_link(words: str, target: str) -> str:
    """Return plain words as HTML, as a link if there is a target."""
    return f'<a href="{_target(target)}">{html(words)}</a>' if target else html(words)


def _target(target: str) -> str:
    return escape(unescape(address(target)))


def _block(block: Block, links: Links) -> str:
    if isinstance(block, QuoteHere):
        return links.quote(block.id)
    if isinstance(block, Listing):
        tag = "ol" if block.numbered else "ul"
        items = "\n".join(f"<li>{inline_html(item.children, links)}</li>" for item in block.items)
        return f"<{tag}>\n{items}\n</{tag}>"
    return f"<p>{inline_html(block.children, links)}</p>"
