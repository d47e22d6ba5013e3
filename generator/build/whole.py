"""Files that are there whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path


def read_plain_file(path: Path, size: int) -> tuple[bytes, bytes]:
    """Return the first bytes of a file, so many, and all others.

    Raises `OSError` where there is none, or something that is no file, such as a pipe.
    """
    if not path.is_file():
        raise FileNotFoundError(path)
    with path.open("rb") as file:
        return file.read(size), file.read()


def replace_file(path: Path, *parts: bytes) -> None:
    """Put a file in place in one step: whoever reads it meanwhile, or after this was ended half-way, finds the old one.

    Its parts, which may be large, stand one behind the other. Raises `OSError` where it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        with beside.open("wb") as file:
            file.writelines(parts)
        beside.replace(path)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
