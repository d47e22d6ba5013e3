"""How much a form holds, and how large a picture may be. Each limit is far above any real brief.

How long lines and texts may be stands in `values`, beside their kinds; how large and deep a file may be in
`generator/reader/limits.py`.
"""

from collections.abc import Iterator

from generator.diagnostics import Path

MOST_ITEMS = 500
"""The items of one list, or the entries of one group, such as `sources`. A brief has some dozens."""

MOST_PIXELS = 50_000_000
"""Of a picture; that is 8,660 by 5,773. A browser on a phone cannot show more, and a picture of few bytes can have far more."""

LARGEST_PICTURE = 20_000_000
"""In bytes. Readers load it as it is."""


def too_many(data: object, path: Path = ()) -> Iterator[tuple[Path, int]]:
    """Yield the lists and groups that have more than `MOST_ITEMS` items, with how many they have."""
    if isinstance(data, list | dict):
        if len(data) > MOST_ITEMS:
            yield path, len(data)
        for step, value in data.items() if isinstance(data, dict) else enumerate(data):
            if isinstance(value, list | dict):
                yield from too_many(value, (*path, step))
