"""Groups: pairs become what belongs to each key, in the order in which it came."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

Shared = TypeVar("Shared")
Item = TypeVar("Item")


def grouped(pairs: Iterable[tuple[Shared, Item]]) -> dict[Shared, tuple[Item, ...]]:
    """Return all items of each key."""
    found: dict[Shared, list[Item]] = defaultdict(list)
    for key, item in pairs:
        found[key].append(item)
    return {key: tuple(items) for key, items in found.items()}
