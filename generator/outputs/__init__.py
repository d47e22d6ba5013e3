"""What the site offers to machines beside its pages: feeds, data, search, pictures. An output is one module here.

The module of an output has `files(edition, pages)`, which yields the path in the site and the bytes of each file. `pages` holds
the finished pages by their addresses. Everything is a pure function of these two.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Protocol

from generator.edition import Edition


class Finished(Protocol):
    """What an output may know of a finished page; see `generator.pages.Page`."""

    @property
    def address(self) -> str:
        """Where the page is, relative to the site's root."""

    @property
    def title(self) -> str:
        """The title as plain text."""

    @property
    def description(self) -> str:
        """The description as plain text."""

    @property
    def body(self) -> str:
        """The Markdown of the page."""

    @property
    def meta(self) -> Mapping[str, Any]:
        """What the theme is told beside title and description."""


@cache
def _every() -> tuple[Any, ...]:
    found = (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
    return tuple(module for module in found if hasattr(module, "files"))


def files(edition: Edition, pages: Mapping[str, Finished]) -> Iterator[tuple[str, bytes]]:
    """Make the files of every output, in the order of their names."""
    for output in _every():
        yield from output.files(edition, pages)


__all__ = ["Finished", "files"]
