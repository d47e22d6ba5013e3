"""Two folders change places: in one step where the system can do that, else in two, and never with one of them lost."""

import ctypes
import os
import sys
from pathlib import Path

from generator.delivery.ground import discard

_HERE = -100  # AT_FDCWD: paths are taken as they are
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux, and RENAME_SWAP of macOS


def exchange(site: Path, next: Path, aside: Path) -> None:
    """Let two folders change places. `aside` is a free place for the old one, for a system that needs two steps.

    A process that ends between the two leaves no `site`: `recover` puts it back. Raises `OSError` where nothing was changed.
    """
    if not site.exists():
        next.rename(site)
    elif not _at_once(site, next):
        site.rename(aside)
        try:
            next.rename(site)
        except OSError:
            aside.rename(site)
            raise
        aside.rename(next)


def recover(site: Path, aside: Path) -> None:
    """Put the old folder back, where a process ended between the two steps; after them, it is nothing any more."""
    if aside.exists() and not site.exists():
        aside.rename(site)
    else:
        discard(aside)


def _at_once(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; tell whether this system and this disk can do that."""
    library = ctypes.CDLL(None) if os.name == "posix" else None
    paths = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return bool(library.renamex_np(*paths, _EXCHANGE) == 0)  # type: ignore[union-attr]
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        return bool(library.renameat2(_HERE, paths[0], _HERE, paths[1], _EXCHANGE) == 0)  # type: ignore[union-attr]
    return False
