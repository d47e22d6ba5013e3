"""The versions of what makes the pages: with another version, the same page may look otherwise."""

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files


def versions(packages: Iterable[str]) -> dict[str, str]:
    """Return the versions of those packages that are installed."""
    found = {}
    for package in packages:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found


@cache
def press_version() -> str:
    """Return what changes with the code that presses pages."""
    told = sha256()
    for module in sorted(files("generator.press").iterdir(), key=lambda module: module.name):
        if module.name.endswith(".py"):
            told.update(module.read_bytes())
    return told.hexdigest()
