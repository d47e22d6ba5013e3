"""A site, built again from nothing under other circumstances, and held against the one that was published, byte by byte."""

import os
from collections.abc import Iterator
from datetime import date as Date
from pathlib import Path
from tempfile import TemporaryDirectory

from generator import build
from generator.cli.parts.mkdocs import run

OTHERS = {
    "PYTHONHASHSEED": ("4242", "1"),
    "TZ": ("Pacific/Kiritimati", "America/Los_Angeles"),
    "LC_ALL": ("tr_TR.UTF-8", "C.UTF-8"),
    "LANG": ("tr_TR.UTF-8", "C.UTF-8"),
}
"""Circumstances that must not matter: each as it will be, and as it will be where it is that way already."""


def differences(site: Path, words: list[str], day: Date, timezone: str) -> list[str] | None:
    """Build the site of these `words` again and return, in words, in what it is not the one in `site`; None where that fails.

    Without a cache, in another folder, with one process, and with another order of sets, time zone and locale.
    """
    given = {name: other if os.environ.get(name) == one else one for name, (one, other) in OTHERS.items()}
    with TemporaryDirectory(prefix="briefs-again-") as folder:
        again = Path(folder).resolve() / "site"
        words = [*words, "--site-dir", str(again), "--quiet"]
        status = run(words, day, timezone, no_cache=True, given={**given, build.ONE_HAND: "1"}, at=Path(folder))
        return None if status else list(_differences(site, again))


def _differences(site: Path, again: Path) -> Iterator[str]:
    published, made = _files(site), _files(again)
    for name in sorted({*published, *made}):
        if name not in made:
            yield f"{name} is published and is not made again"
        elif name not in published:
            yield f"{name} is made again and is not published"
        elif (ours := published[name].read_bytes()) != (theirs := made[name].read_bytes()):
            same = next((at for at, (one, other) in enumerate(zip(ours, theirs, strict=False)) if one != other), -1)
            same = same if same >= 0 else min(len(ours), len(theirs))
            yield f"{name} differs from byte {same + 1} on, in line {ours[:same].count(10) + 1}"


def _files(site: Path) -> dict[str, Path]:
    """Return the files of a site by their names, without hidden ones at the top, which are their owner's."""
    found = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file() or path.is_symlink()}
    return {name: path for name, path in found.items() if not name.startswith(".")}
