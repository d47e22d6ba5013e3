"""How findings look: one module for each format, found by its name in this folder.

A new format is one new file here with a function `report` like `Reporter`; nothing else needs to know of it. What
several formats share is in `parts/`. Whether there is colour, and how wide a line may be, is the caller's decision.
"""

from collections.abc import Mapping, Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import Final, Protocol

from generator.diagnostics import Diagnostic

DEFAULT: Final = "text"


class Reporter(Protocol):
    """What every format offers: findings in, the whole report out, ending in a newline unless it is empty.

    `sources` maps a file to its text, with `\\n` for line ends; a file may be missing, its lines are then not shown.
    `colour` allows terminal colours, `width` is the longest line in terminal cells, `checked` is how many files were
    read, if known. Formats for machines ignore what they have no use for.
    """

    def __call__(
        self,
        findings: Sequence[Diagnostic],
        sources: Mapping[str, str],
        *,
        colour: bool = False,
        width: int = 100,
        checked: int | None = None,
    ) -> str: ...


def formats() -> tuple[str, ...]:
    """Return the names of the formats: the default first, the others by name."""
    names = (module.name for module in iter_modules(__path__) if not module.ispkg)
    return tuple(sorted(names, key=lambda name: (name != DEFAULT, name)))


def reporter(name: str) -> Reporter:
    """Return the format called `name`; raise `LookupError` for a name that `formats` does not list."""
    if name not in formats():
        raise LookupError(name)
    found: Reporter = import_module(f"{__name__}.{name}").report
    return found
