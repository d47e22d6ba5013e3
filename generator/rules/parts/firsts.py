"""Who has something first: whatever the number of files, each is looked at once, and nobody is compared with everybody."""

from collections.abc import Callable
from typing import Any

from generator.asking import kept
from generator.edition import Edition, Key


@kept
def line_of(edition: Edition, table: Callable[[Edition], dict[Any, Any]], name: Any) -> Any:
    """Return one line of a table about the whole edition, None where it has none. Who asks rests on that line alone."""
    return edition.ask(table).get(name)


@kept
def lines_of(
    edition: Edition, table: Callable[[Edition], dict[Any, Any]], names: Callable[..., Any], key: Key
) -> tuple[Any, ...]:
    """Return the lines of a table for all `names` that one entry has, None where it has none."""
    return tuple(map(edition.ask(table).get, edition.ask(names, key)))
