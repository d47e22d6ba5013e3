"""The spool: what one process makes and another publishes waits on disk, so that it need not all lie in memory."""

import os
from pathlib import Path
from typing import Any, NamedTuple

from generator.asking import pack, unpack


class Spooled(NamedTuple):
    """Where something waits: a file, and from which byte how many are its own."""

    file: str
    start: int
    size: int

    def fetch(self) -> Any:
        """Return what waits there."""
        with Path(self.file).open("rb") as file:
            file.seek(self.start)
            return unpack(file.read(self.size))


def spool(folder: str, value: object) -> Spooled:
    """Let something wait in a folder, in the file of this process."""
    data = pack(value)
    path = Path(folder, f"{os.getpid()}")
    with path.open("ab") as file:
        start = file.tell()
        file.write(data)
    return Spooled(str(path), start, len(data))
