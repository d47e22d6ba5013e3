"""`robots.txt` (RFC 9309): everything may be read, and where the list of all pages is.

Robots look for it at the root of a host only; on a site below a path it does no harm and is not read.
"""

from collections.abc import Iterator

from generator.edition import Edition
from generator.outputs.web import absolute


def files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Make the file."""
    yield "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {absolute(edition, 'sitemap.xml')}\n".encode()
