"""The small text language: what an editor types in a text field becomes a tree, and a tree becomes Markdown.

`parse` reads, `statements` and its neighbours look into the tree, `to_markdown` renders, `escape` makes any characters
harmless. Nothing here knows what the ids mean: that is the edition's business.
"""

from generator.text.addresses import real_host, trick_in
from generator.text.escape import address, escape, escape_title
from generator.text.parse import parse
from generator.text.render import Links, inline_markdown, to_markdown
from generator.text.repairs import id_from
from generator.text.tree import (
    Block,
    Citation,
    Emphasis,
    Inline,
    Link,
    Listing,
    Mark,
    Paragraph,
    Problem,
    QuoteHere,
    Reference,
    Statement,
    Text,
    Words,
)
from generator.text.walk import citations, every_statement, paragraphs, plain, quotes, references, statements

__all__ = [
    "Block",
    "Citation",
    "Emphasis",
    "Inline",
    "Link",
    "Links",
    "Listing",
    "Mark",
    "Paragraph",
    "Problem",
    "QuoteHere",
    "Reference",
    "Statement",
    "Text",
    "Words",
    "address",
    "citations",
    "escape",
    "escape_title",
    "every_statement",
    "id_from",
    "inline_markdown",
    "paragraphs",
    "parse",
    "plain",
    "quotes",
    "real_host",
    "references",
    "statements",
    "to_markdown",
    "trick_in",
]
