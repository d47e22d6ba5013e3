"""Who has something first: whatever the number of files, each is looked at once, and nobody is compared with everybody."""

from collections.abc import Callable
from typing import Any

from generator.edition import Edition


def line_of(edition: Edition, table: Callable[[Edition], dict[Any, Any]], name: Any) -> Any:
    """Return one line of a table about the whole edition, None where it has none. Who asks rests on that line alone."""
    return edition.ask(table).get(name)
