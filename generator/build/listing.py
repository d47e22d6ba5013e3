"""What lies below a folder, and the bytes of a file: no link is followed, and nothing is opened that could wait for ever.

A folder is listed before its files are read, and meanwhile anything can happen to them; what did is told as a `Trap`.
"""

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from generator.build.clock import has_settled

_FLAGS = ("O_NOFOLLOW", "O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY", "O_NOINHERIT")
_TO_READ = os.O_RDONLY | sum(getattr(os, flag, 0) for flag in _FLAGS)
"""How a file is opened: not through a link, and a pipe without waiting for whoever writes into it."""
_TRIES = 3
MOST = 50_000_000
"""Bytes of a file that is read at all: far more than any text or picture that a page can show."""
_GONE = (FileNotFoundError, NotADirectoryError)


class Trap(Enum):
    """What is found where a file or a folder should be that can be read."""

    LINK = auto()
    NO_FILE = auto()
    """A pipe, a socket or a device."""
    CLOSED = auto()
    CLOSED_FOLDER = auto()
    GONE = auto()
    """It was there when its folder was listed."""
    TOO_LARGE = auto()
    CHANGING = auto()
    """It was written to while it was being read, each time."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What lies below a folder, each by its path there, with `/`, in the order of the paths."""

    files: tuple[str, ...]
    traps: Mapping[str, Trap]
    folders: tuple[str, ...]


def listing(folder: str, *, beneath_hidden: bool = False) -> Listing:
    """List what lies below a folder; hidden files and folders are left out. A folder that is not there holds nothing.

    `beneath_hidden` also tells of links to folders that are hidden: programs that follow links can lose themselves there.
    """
    files: list[str] = []
    folders: list[str] = []
    traps: dict[str, Trap] = {}
    waiting = [("", False)]
    while waiting:
        inside, hidden = waiting.pop()
        try:
            with os.scandir(f"{folder}/{inside}" if inside else folder) as found:
                entries = list(found)
        except _GONE:
            if inside:
                traps[inside] = Trap.GONE
            continue
        except (OSError, ValueError):
            traps[inside] = Trap.CLOSED_FOLDER
            continue
        for entry in entries:
            name = f"{inside}/{entry.name}" if inside else entry.name
            out_of_sight = hidden or entry.name.startswith(".")
            if out_of_sight and not beneath_hidden:
                continue
            kind = _kind(entry)
            if kind is None:
                waiting.append((name, out_of_sight))
                if not out_of_sight:
                    folders.append(name)
            elif out_of_sight:
                if kind is Trap.LINK and is_folder(entry.path):
                    traps[name] = kind
            elif isinstance(kind, Trap):
                traps[name] = kind
            else:
                files.append(name)
    return Listing(tuple(sorted(files)), dict(sorted(traps.items())), tuple(sorted(folders)))


def _kind(entry: "os.DirEntry[str]") -> Trap | str | None:
    """Return what stands in a folder: a trap, a file, or None for a folder."""
    try:
        if entry.is_symlink() or getattr(entry, "is_junction", lambda: False)():
            return Trap.LINK
        if entry.is_dir(follow_symlinks=False):
            return None
        return "file" if entry.is_file(follow_symlinks=False) else Trap.NO_FILE
    except OSError:
        return Trap.CLOSED


def read_bytes(path: str) -> bytes | Trap:
    """Read a file, or tell why it cannot be read."""
    for _ in range(_TRIES):
        try:
            descriptor = os.open(path, _TO_READ)
        except _GONE:
            return Trap.GONE
        except (OSError, ValueError):
            return Trap.CLOSED
        try:
            before = os.fstat(descriptor)
            if not stat.S_ISREG(before.st_mode):
                return Trap.NO_FILE
            if before.st_size > MOST:
                return Trap.TOO_LARGE
            data = os.read(descriptor, before.st_size + 1)
            after = os.fstat(descriptor)
        except OSError:
            return Trap.CLOSED
        finally:
            os.close(descriptor)
        is_whole = len(data) == after.st_size and before.st_mtime_ns == after.st_mtime_ns
        if is_whole and has_settled(after.st_mtime_ns):
            return data
    return Trap.CHANGING


class Reader:
    """Reads files as `read_bytes` does, and remembers them: what nobody has touched since need not be read again."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[tuple[int, ...], bytes]] = {}

    def __call__(self, path: str) -> bytes | Trap:
        """Return the bytes of a file, or why it cannot be read."""
        state = _state(path)
        known = self._known.get(path)
        if known and known[0] == state:
            return known[1]
        data = read_bytes(path)
        if isinstance(data, bytes) and state and state == _state(path):
            self._known[path] = state, data
        return data


def _state(path: str) -> tuple[int, ...]:
    try:
        seen = os.lstat(path)
    except OSError:
        return ()
    return seen.st_ino, seen.st_mode, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns


def may_read(path: str) -> bool:
    """Tell whether a file may be read, without opening it."""
    return os.access(path, os.R_OK)


def is_folder(path: str) -> bool:
    """Tell whether there is a folder at a path, be it by a link."""
    return os.path.isdir(path)  # noqa: PTH112 - the one of `Path` raises where something above is closed


def time_and_size(path: str) -> tuple[int, int]:
    """Return when a file was last changed (nanoseconds) and its size (bytes); zeros for none."""
    try:
        told = os.lstat(path)
    except OSError:
        return 0, 0
    return told.st_mtime_ns, told.st_size
