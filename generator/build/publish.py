"""Puts the files of a site into its folder: those that are there already stay untouched, and what is no longer published goes."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

ContentOf = Callable[[Iterable[str]], Iterable[tuple[str, bytes]]]
"""Gives the bytes of files by their names, in any order."""


def publish(site: Path, names: Mapping[str, str], content_of: ContentOf) -> None:
    """Make a folder hold these files and no others, but for hidden ones. Raises `OSError` where it cannot be written.

    `names` has for each file a key that changes whenever its bytes may.
    """
    site.mkdir(parents=True, exist_ok=True)
    _remove_others(site, frozenset(names))
    for name, data in content_of(names):
        path = site / name
        if path.is_file() and path.read_bytes() == data:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _remove_others(site: Path, names: frozenset[str]) -> None:
    for path in sorted(site.rglob("*"), reverse=True):  # what lies in a folder comes before it
        name = path.relative_to(site).as_posix()
        if name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif name not in names:
            path.unlink()
