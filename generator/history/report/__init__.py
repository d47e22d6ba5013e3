"""How changes look: one module for each format, found by its name in this folder, as the formats of findings are."""

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules
from typing import Final, Protocol

from generator.history.change import Comparison

DEFAULT: Final = "text"


class Reporter(Protocol):
    """What every format offers: changes in, the whole report out, ending in a newline.

    `since` and `until` say in words what was compared. `colour` allows terminal colours, `width` is the longest line in
    terminal cells; formats for machines ignore them.
    """

    def __call__(self, found: Comparison, since: str, until: str, *, colour: bool = False, width: int = 100) -> str: ...


def formats() -> tuple[str, ...]:
    """Return the names of the formats: the default first, the others by name."""
    names = (module.name for module in iter_modules(__path__) if not module.ispkg)
    return tuple(sorted(names, key=lambda name: (name != DEFAULT, name)))


def reporter(name: str) -> Callable[..., str]:
    """Return the format called `name`; raise `LookupError` for a name that `formats` does not list."""
    if name not in formats():
        raise LookupError(name)
    found: Callable[..., str] = import_module(f"{__name__}.{name}").report
    return found
