"""What earlier runs were told, on disk. It can be deleted or shared at any time, and is never trusted when it is damaged.

A folder holds `asked`, the questions with what their answers rest on, and for each question whose answers are kept a file of
these by their fingerprints; `since` holds in what the last run differs from all these, so that a small change writes little. All
belong to one state of this program, of the packages that it works with, and of the settings: with another one everything is
worked out anew. Each file bears a seal, so that nothing is believed that another made or that is damaged. No method raises: what
cannot be read or written is worked out the next time.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from importlib import import_module
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from generator.asking import Memory, pack, unpack
from generator.asking.asked import Asked
from generator.asking.kinds import is_kept
from generator.asking.prints import SIZE
from generator.build import seal as seals
from generator.build.whole import read_plain_file, replace_file
from generator.settings import Settings

PACKAGES = ("Babel", "Jinja2", "Markdown", "MarkupSafe", "Pillow", "pydantic", "PyYAML")
ROOM = "generator."
ASKED, SINCE = "asked", "since"
LITTLE = 0.05
"""The share of all answers up to which those that changed are written beside the others, and not all anew."""
NONE: tuple[bytes, Any] = (b"", None)


class Recall:
    """What lies in one folder for one state of the program and the settings."""

    def __init__(self, folder: Path, key: bytes, settings: Settings, *, preview: bool, purpose: str) -> None:
        """Use a folder; `key` is that of the seal. A check need not load what only a build asked: that is another `purpose`."""
        self._key = key
        self._folder = folder / purpose
        self._state = blake2b(f"{program()}\0{settings!r}\0{preview}".encode(), digest_size=SIZE).digest()
        self._kept: dict[str, dict[bytes, bytes]] = {}
        self._whole = b""
        self._since: dict[str, dict[bytes, bytes]] = {}

    def memory(self) -> Memory:
        """Return what was asked earlier; an empty memory where there is none, or it is damaged or of another state."""
        with suppress(ValueError, LookupError, TypeError, AttributeError, ImportError):
            seal, whole = self._read(ASKED, self._state)
            if whole:
                memory = Memory.read(whole, _question)
                _, since = self._read(SINCE, seal)
                if since:
                    changes, answers = since
                    memory.change(changes, _question)
                    self._since = answers
                self._whole = seal
                return memory
        return Memory()

    def load(self, question: Callable[..., Any], print_: bytes) -> Any:
        """Return the answer that is kept under a fingerprint; raise `KeyError` where there is none, or it is damaged."""
        called = _called(question)
        later = self._since.get(called, {}).get(print_)
        try:
            return unpack(later or self._answers(called)[print_])
        except ValueError:
            raise KeyError(print_) from None

    def keep(self, asked: Asked) -> None:
        """Keep what was asked: beside what earlier runs wrote down where little has changed since, else all anew."""
        memory = asked.memory
        if not memory.moved:
            return
        if self._whole and len(memory.later) <= len(memory.names) * LITTLE:
            self._since = {called: self._later(called, prints, asked.parcels) for called, prints in _live(memory, memory.later)}
            self._write(SINCE, self._whole, (memory.changes(_called), self._since))
            return
        for called, prints in _live(memory, range(len(memory.names))):
            known = self._answers(called)
            if not prints <= known.keys():
                later = self._later(called, prints, asked.parcels)
                self._kept[called] = later | {print_: known[print_] for print_ in prints & known.keys()}
                self._write(called, self._state, self._kept[called])
        self._whole, self._since = self._write(ASKED, self._state, memory.written(_called)), {}

    def _later(self, called: str, prints: set[bytes], parcels: dict[bytes, bytes]) -> dict[bytes, bytes]:
        """Return those answers that were worked out after the whole was written, or by this run."""
        later = self._since.get(called, {})
        answers = {print_: parcels.get(print_) or later.get(print_) for print_ in prints}
        return {print_: parcel for print_, parcel in answers.items() if parcel}

    def _answers(self, called: str) -> dict[bytes, bytes]:
        found = self._kept.get(called)
        if found is None:
            _, read = self._read(called, self._state)
            found = self._kept[called] = read if isinstance(read, dict) else {}
        return found

    def _read(self, name: str, state: bytes) -> tuple[bytes, Any]:
        """Return what a file holds, and its seal; `NONE` where it is not there, damaged, or of another state."""
        with suppress(OSError, ValueError):
            seal, parcel = read_plain_file(self._folder / name, seals.SIZE)
            if seals.fits(self._key, seal, state, name.encode(), parcel):
                return seal, unpack(parcel)
        return NONE

    def _write(self, name: str, state: bytes, value: object) -> bytes:
        """Write a file, if that can be done; return its seal."""
        parcel = pack(value)
        seal = seals.sealed(self._key, state, name.encode(), parcel)
        with suppress(OSError):
            replace_file(self._folder / name, seal, parcel)
        return seal


def _live(memory: Memory, numbers: Iterable[int]) -> Iterable[tuple[str, set[bytes]]]:
    """Return for each question whose answers are kept how it is called, and the fingerprints of these answers."""
    live: dict[str, set[bytes]] = defaultdict(set)
    for number in numbers:
        if is_kept(question := memory.names[number][0]) and (print_ := memory.print_at(number)):
            live[_called(question)].add(print_)
    return live.items()


def _called(question: Callable[..., Any]) -> str:
    return f"{question.__module__.removeprefix(ROOM)}-{question.__qualname__}"


def _question(called: str) -> Callable[..., Any]:
    """Find a question by its name: a public function of this program."""
    module, _, name = called.partition("-")
    found: Callable[..., Any] = getattr(import_module(ROOM + module), name)
    return found


@cache
def program() -> str:
    """Return what changes with this program, with the packages that it works with, and with Python."""
    told = blake2b(f"{sys.version} {sys.byteorder} {[(name, version(name)) for name in PACKAGES]}".encode(), digest_size=SIZE)
    _tell(files("generator"), told.update)
    return told.hexdigest()


def _tell(folder: Traversable, told: Callable[[bytes], object]) -> None:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            if item.name != "__pycache__":
                _tell(item, told)
        elif item.name.endswith((".py", ".j2", ".mo", ".po", ".json")):
            told(item.name.encode() + item.read_bytes())
