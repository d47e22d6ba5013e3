"""The workshop: the hidden folder beside the site's own in which the next site grows, and the lock on its door."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from filelock import FileLock, Timeout

from generator.delivery.ground import is_folder

IN_PLACE = "BRIEFS_IN_PLACE"
"""The variable of the environment that lets files be replaced one by one."""
PATIENCE = 60.0
"""Seconds to wait for another build of the same site."""

Say = Callable[[str], None]


class Undelivered(Exception):
    """Nothing was delivered, and the site is as it was. The message says why, and what can be done, in plain words."""


@contextmanager
def workshop(site: Path, cache: Path | None, say: Say, patience: float = PATIENCE) -> Iterator[tuple[Path, bool]]:
    """Open the workshop of a site for one build alone; tell also whether it lies beside the site, on the same disk.

    The system unlocks it when a process ends, however it ends. Raises `Undelivered` where another build is not ready in time.
    """
    folder, beside = _made(site, cache)
    lock = FileLock(folder / "lock")
    try:
        try:
            lock.acquire(timeout=0)
        except Timeout:
            say(f"Another build of {site} is running; waiting for it.")
            lock.acquire(timeout=patience)
    except Timeout:
        raise Undelivered(
            f"Another build of {site} has been running for {patience:.0f} seconds more. Nothing was changed; try again later."
        ) from None
    try:
        yield folder, beside
    finally:
        lock.release()


def _made(site: Path, cache: Path | None) -> tuple[Path, bool]:
    """Make the folder of the workshop: beside the site, or where nothing can be written there, in the cache."""
    beside = workshop_of(site)
    name = f"site-{sha256(os.fsencode(site)).hexdigest()[:16]}"
    for folder in (beside, cache / name if cache else None):
        if folder is None or folder.is_symlink():
            continue
        try:
            if not is_folder(folder):
                folder.parent.mkdir(parents=True, exist_ok=True)
                folder.mkdir(0o700)
            if not (folder / ".gitignore").exists():
                (folder / ".gitignore").write_bytes(b"*\n")
        except OSError:
            continue
        return folder, folder == beside
    raise Undelivered(f"{site} cannot be written: neither beside it nor in {cache} may this program make a folder for its work.")


def workshop_of(site: Path) -> Path:
    """Return where the workshop of a site lies, if it can."""
    return site.parent / f".{site.name}.briefs"
