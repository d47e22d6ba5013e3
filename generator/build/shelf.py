"""The shelf: what was read of files, kept on disk between runs under the hash of their bytes and of the code that read them.

It is one SQLite file. Several runs may use it at once, and it can be deleted at any time. Nothing on it is believed: a line
that does not fit its checksum, or a file that SQLite cannot read, counts as not there. A line is JSON that is held against
its form like a brief (`reader.keeping`): whoever can write the file, as where a build server hands caches on, can make a
check see other words than a brief has, and can run no code. Share it only with those who may change the briefs.
"""

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Set
from contextlib import closing, suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

MAKE = "create table if not exists kept (key text primary key, line text not null, checksum text not null) without rowid"
WAIT = 2.0
"""Seconds to wait for another run that writes; then nothing is kept."""


class Shelf:
    """What lies in one file of the disk. No method raises: what cannot be read or written is read anew the next time."""

    def __init__(self, path: Path, program: str = "") -> None:
        """Use the file at `path`. `program` names the code that reads; without it, the reader of this program."""
        self._path = path
        self._program = (program or reader_version()).encode()

    def key(self, data: bytes) -> str:
        """Return under which key what was read of these bytes is kept."""
        return sha256(self._program + b"\0" + data).hexdigest()

    def take(self, keys: Iterable[str]) -> dict[str, str]:
        """Return the lines that are kept under these keys."""
        wanted = frozenset(keys)
        if not self._path.is_file():
            return {}
        rows: list[tuple[str, str, str]] = []
        self._use(lambda shelf: rows.extend(shelf.execute("select key, line, checksum from kept")))
        return {key: line for key, line, check in rows if key in wanted and check == _checksum(key, line)}

    def put(self, lines: Mapping[str, str], wanted: Set[str]) -> None:
        """Keep lines under their keys; once more than half of what is kept is not `wanted` any more, only that stays."""
        if not lines:
            return

        def keep(shelf: sqlite3.Connection) -> None:
            rows = ((key, line, _checksum(key, line)) for key, line in lines.items())
            shelf.executemany("insert or replace into kept values (?, ?, ?)", rows)
            there = [key for (key,) in shelf.execute("select key from kept")]
            if len(there) > 2 * len(wanted):
                shelf.executemany("delete from kept where key = ?", ((key,) for key in there if key not in wanted))

        self._use(keep)

    def _use(self, work: Callable[[sqlite3.Connection], object]) -> None:
        """Let `work` use the file, made where it is missing; throw the file away where it is none of SQLite's."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._path, timeout=WAIT)) as shelf, shelf:
                shelf.text_factory = lambda text: text.decode("utf-8", "replace")
                shelf.execute(MAKE)
                work(shelf)
        except (sqlite3.OperationalError, OSError):  # busy, full, read-only
            return
        except (sqlite3.Error, TypeError):  # damaged
            with suppress(OSError):
                self._path.unlink(missing_ok=True)


def _checksum(key: str, line: str) -> str:
    return sha256(f"{key}\0{line}".encode()).hexdigest()[:16]


@cache
def reader_version() -> str:
    """Return what changes with the code that reads files, and with the package that it reads them with."""
    told = sha256(f"PyYAML {version('PyYAML')}".encode())
    for module in sorted(files("generator.reader").iterdir(), key=lambda module: module.name):
        if module.name.endswith(".py"):
            told.update(module.read_bytes())
    return told.hexdigest()
