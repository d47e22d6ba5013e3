"""A line of text, set fast: the Markdown that our pages write inside a paragraph, with the HTML that Python-Markdown makes of it.

Only what is certain is set: links, emphasis, addresses in angle brackets, our own tags, and characters. Anything else raises
`Unknown`, and the whole page is left to Python-Markdown.
"""

import re
from collections.abc import Callable
from functools import lru_cache

Resolve = Callable[[str], str]
"""Returns what the target of a link leads to."""


class Unknown(Exception):
    """This Markdown is none that our pages write."""


_NAMES = "a|b|button|em|i|q|s|small|span|strong|time"
TAG = re.compile(rf"</(?:{_NAMES})>|<(?:{_NAMES})(?: [a-z][a-z0-9-]*(?:=\"[^\"<>]*\")?)*>")
_LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s<>\"']*)\)")
_ADDRESS = re.compile(r"<((?:https?|ftp)://[^<>\s&@]*)>")
_STRONG = re.compile(r"\*\*(?![\s*])([^*]+)(?<!\s)\*\*")
_EMPHASIS = re.compile(r"\*(?![\s*])([^*]+)(?<!\s)\*")
_TOUCHING = re.compile(r"</(?:em|strong)><(?:em|strong)>")
_AMPERSAND = re.compile(r"&(?!(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)", re.IGNORECASE)
"""One that begins no entity; the same as Python-Markdown's."""
NEVER = ("\\", "`", "![", "***", "  \n", "][", "] [", "]\n[", "\t", "\r", "\x02", "\x03")
"""What no page may have anywhere that is set here: escapes, code, pictures, line breaks, references."""
_BRACE = "{"


def inline(text: str, resolve: Resolve) -> str:
    """Return the HTML of one paragraph's text, in which nothing of `NEVER` is."""
    if _BRACE in text:
        raise Unknown
    if "[" in text:
        text = _LINK.sub(lambda found: _link(found, resolve), text)
    if "*" in text:
        text = emphasised(text)
    if "<" not in text:
        return _plain(text)
    if "://" in text:
        text = _ADDRESS.sub(_address, text)
    rest, tags = TAG.subn(" ", text)
    if "[" in rest or "*" in rest or "<" in rest or "]" in rest or "_" in rest or tags != 2 * text.count("</"):
        raise Unknown
    if ">" not in rest and ("&" not in rest or not _AMPERSAND.search(rest)):
        return text
    parts = re.split(f"({TAG.pattern})", text)
    return "".join(part if number % 2 else _escaped(part) for number, part in enumerate(parts))


def _plain(text: str) -> str:
    if "[" in text or "*" in text or "]" in text or "_" in text:
        raise Unknown
    return _escaped(text) if "&" in text or ">" in text else text


def _escaped(text: str) -> str:
    return _AMPERSAND.sub("&amp;", text).replace(">", "&gt;")


def _link(found: re.Match[str], resolve: Resolve) -> str:
    shown = emphasised(found[1]) if "*" in found[1] else found[1]
    if "*" in shown:
        raise Unknown
    return f'<a href="{in_attribute(resolve(found[2]))}">{shown}</a>'


def _address(found: re.Match[str]) -> str:
    return f'<a href="{in_attribute(found[1])}">{found[1]}</a>'


def emphasised(text: str) -> str:
    """Set what stands between stars."""
    if "<" in text and any("*" in tag for tag in TAG.findall(text)):
        raise Unknown
    if "**" in text:
        text = _STRONG.sub(r"<strong>\1</strong>", text)
    if "*" in text:
        text = _EMPHASIS.sub(r"<em>\1</em>", text)
    if _TOUCHING.search(text):
        raise Unknown
    return text


@lru_cache(maxsize=50_000)
def in_attribute(value: str) -> str:
    """Escape a value for an attribute in double quotes; entities in it stay."""
    return _AMPERSAND.sub("&amp;", value).replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
