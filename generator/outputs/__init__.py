"""What the site offers to machines beside its pages: feeds, data, search, pictures. An output is one module here.

The module of an output has `files(edition)`, which yields the path in the site and the bytes of each file. One that makes files
of each entry by itself has `of(edition, key)`, or of each year, and says so in `OF`; see `OF` here. All are pure functions.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, TypeAlias

from generator.asking import kept, large, opaque
from generator.edition import Edition, Key
from generator.edition.filing import in_order
from generator.model.forms import Storyline
from generator.outputs.search.selection import years


@cache
def _every() -> Mapping[str, Any]:
    found = {module.name: import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)}
    return {name: module for name, module in found.items() if hasattr(module, "files") or hasattr(module, "of")}


Subject: TypeAlias = Key | int | None
"""An entry, a year, or none where an output makes files of all."""


def every(edition: Edition) -> Iterator[tuple[str, Subject]]:
    """Yield each output by its name with everything of which it makes files."""
    for name, output in _every().items():
        if hasattr(output, "files"):
            yield name, None
        if hasattr(output, "of"):
            yield from ((name, one) for one in edition.ask(OF[output.OF]))


def _briefs(edition: Edition) -> tuple[Key, ...]:
    return edition.ask(in_order)


def _storylines(edition: Edition) -> tuple[Key, ...]:
    return tuple(key for key, _ in edition.every(Storyline))


OF: Mapping[str, Callable[[Edition], Sequence[Subject]]] = {"brief": _briefs, "storyline": _storylines, "year": years}
"""Of what an output may make files one by one."""


@opaque
def made(edition: Edition, output: str, one: Subject) -> dict[str, bytes]:
    """Make the files of an output about all, or those of one entry or year."""
    found = _every()[output]
    return dict(found.files(edition) if one is None else found.of(edition, one))


@large
@kept
def listed(edition: Edition, output: str, one: Subject) -> tuple[tuple[str, str], ...]:
    """Name the files of an output, each with the SHA-256 of its bytes."""
    return tuple((path, sha256(data).hexdigest()) for path, data in edition.ask(made, output, one).items())


def files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Make the files of every output, in the order of their names."""
    for output, one in every(edition):
        yield from edition.ask_once(made, output, one).items()


__all__ = ["Subject", "every", "files", "listed", "made"]
