"""The key of a page: it changes whenever anything does that goes into the HTML of the page."""

from collections.abc import Iterable
from hashlib import blake2b

from generator.press.frame import Frame, Stock

_SIZE = 20
"""Bytes of a key: enough that no two pages ever share one by chance."""


def fingerprint(parts: Iterable[object]) -> str:
    """Return a key for things that are told apart by how Python writes them."""
    written = "\0".join(part if isinstance(part, str) else repr(part) for part in parts)
    return blake2b(written.encode("utf-8", "surrogatepass"), digest_size=_SIZE).hexdigest()


def key_of(sheet: Stock, frame: Frame) -> str:
    """Return the key of a page in a frame. Its links lead to pages that are there, or to what the frame's key tells of."""
    page = sheet.page
    return fingerprint((frame.key, page.key, sheet.address, sheet.edit_url, sheet.previous, sheet.next))
