"""Files that are there whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path


def read_plain_file(path: Path) -> bytes:
    """Return what a file holds. Raises `OSError` where there is none, or something that is no file, such as a pipe."""
    if not path.is_file():
        raise FileNotFoundError(path)
    return path.read_bytes()


def replace_file(path: Path, data: bytes) -> None:
    """Put a file in place in one step: whoever reads it meanwhile, or after this was ended half-way, finds the old one.

    Raises `OSError` where it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
