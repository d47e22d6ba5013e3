"""The key of a page: it changes whenever anything does that goes into the HTML of the page."""

import re
from collections.abc import Iterable
from hashlib import blake2b
from urllib.parse import unquote

from generator.press.frame import Frame, Stock

_TARGET = re.compile(r"\]\(([^)\s#?]+)")
"""The path of a link in Markdown, without its anchor."""
_SIZE = 20
"""Bytes of a key: enough that no two pages ever share one by chance."""


def fingerprint(parts: Iterable[object]) -> str:
    """Return a key for things that are told apart by how Python writes them."""
    written = "\0".join(part if isinstance(part, str) else repr(part) for part in parts)
    return blake2b(written.encode("utf-8", "surrogatepass"), digest_size=_SIZE).hexdigest()


def key_of(sheet: Stock, frame: Frame) -> str:
    """Return the key of a page in a frame."""
    page = sheet.page
    relative = {unquote(target) for target in set(_TARGET.findall(page.body)) if ":" not in target}
    missing = frame.links.missing(relative, page.uri)
    others = (sheet.address, sheet.edit_url, sheet.previous, sheet.next, missing)
    return fingerprint((frame.key, page.title, page.description, page.body, page.changed, dict(page.meta), others))
