"""Text that stays text in GitHub's Markdown: no markup, no link, no mention of a person, no picture for a `:name:`."""

import re
from html import escape
from typing import Final

from generator.reporters.parts.characters import visible
from generator.reporters.parts.plain import visible_lines

_PUNCTUATION: Final = re.compile(r"[!-/:-@\[-`{-~]")
_LINKING: Final = "@#:"


def inert(text: str) -> str:
    """Return Markdown that shows exactly this text; a line end becomes a line break.

    Every ASCII punctuation character is written as its number, which CommonMark never reads as markup (section 2.5).
    GitHub turns `a@b.org`, `@name`, `#1` and `:name:` into links and pictures only after that: a tag around the sign
    keeps it apart from the name.
    """
    return "<br>".join(_PUNCTUATION.sub(_as_number, line.strip()) for line in visible_lines(text).split("\n"))


def code(text: str) -> str:
    """Return Markdown that shows one line as code."""
    return f"<code>{_PUNCTUATION.sub(_as_number, visible(text))}</code>"


def preformatted(lines: str) -> str:
    """Return a block that shows lines as they are. What is given has nothing hidden in it.

    CommonMark reads nothing inside `<pre>` until it is closed (section 4.6), and HTML drops its first line end.
    """
    return f"<pre>\n{escape(lines)}</pre>"


def _as_number(found: re.Match[str]) -> str:
    number = f"&#{ord(found[0])};"
    return f"<span>{number}</span>" if found[0] in _LINKING else number
