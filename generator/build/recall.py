"""What earlier runs were told, on disk. It can be deleted or shared at any time, and is never trusted when it is damaged.

Two files in a folder: `asked` holds the questions with what their answers rest on, `answers.sqlite` the answers that are kept,
each under its fingerprint. Both belong to one state of this program, of the packages that it reads with, and of the settings:
with another one everything is worked out anew. No method raises: what cannot be read or written is worked out the next time.
"""

import sqlite3
import sys
from array import array
from collections.abc import Callable
from contextlib import closing, suppress
from functools import cache
from hashlib import blake2b
from importlib import import_module
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import FunctionType
from typing import Any, NamedTuple

from generator.asking import Memory, pack, unpack
from generator.asking.prints import SIZE
from generator.build.whole import replace_file
from generator.edition import Edition
from generator.settings import Settings

MAKE = "create table if not exists answers (print blob primary key, parcel blob not null, sum blob not null) without rowid"
WAIT = 2.0
"""Seconds to wait for another run that writes; then nothing is kept."""
PACKAGES = ("Babel", "Jinja2", "Markdown", "MarkupSafe", "Pillow", "pydantic", "PyYAML")
ROOM = "generator."


class Recall:
    """What lies in one folder for one state of the program and the settings."""

    def __init__(self, folder: Path, settings: Settings, *, preview: bool) -> None:
        self._asked = folder / ("asked-preview" if preview else "asked")
        self._answers = folder / "answers.sqlite"
        self._state = blake2b(f"{program()}\0{settings!r}\0{preview}".encode(), digest_size=SIZE).digest()
        self._connection: sqlite3.Connection | None = None

    def memory(self) -> Memory:
        """Return what was asked earlier; an empty memory where there is none, or it is damaged or of another state."""
        memory = Memory()
        with suppress(OSError, ValueError, LookupError, TypeError, AttributeError, ImportError):
            data = self._asked.read_bytes()
            state, sum, parcel = data[:SIZE], data[SIZE : 2 * SIZE], data[2 * SIZE :]
            if state == self._state and sum == _sum(parcel):
                _fill(memory, unpack(parcel))
                return memory
        return Memory()

    def load(self, print_: bytes) -> Any:
        """Return the answer that is kept under a fingerprint; raise `KeyError` where there is none, or it is damaged."""
        if self._connection is None:
            self._connection = sqlite3.connect(self._answers, timeout=WAIT)
        try:
            row = self._connection.execute("select parcel, sum from answers where print = ?", (print_,)).fetchone()
            if row and row[1] == _sum(row[0]):
                return unpack(row[0])
        except (sqlite3.Error, ValueError, TypeError):
            pass
        raise KeyError(print_)

    def keep(self, edition: Edition) -> None:
        """Keep what was asked of an edition."""
        memory = edition.memory
        if self._connection:
            self._connection.close()
            self._connection = None
        if not memory.renewed:
            return
        if memory.grew:
            memory.level()
        rows = [(print_, parcel, _sum(parcel)) for print_, parcel in edition.parcels.items()]
        self._use(lambda answers: answers.executemany("insert or ignore into answers values (?, ?, ?)", rows))
        parcel = pack(_written(memory))
        with suppress(OSError):
            replace_file(self._asked, self._state + _sum(parcel) + parcel)

    def _use(self, work: Callable[[sqlite3.Connection], object]) -> None:
        """Let `work` use the kept answers; throw the file away where it is none of SQLite's."""
        try:
            self._answers.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._answers, timeout=WAIT)) as answers, answers:
                answers.execute(MAKE)
                work(answers)
        except (sqlite3.OperationalError, OSError):  # busy, full, read-only
            return
        except sqlite3.Error:  # damaged
            with suppress(OSError):
                self._answers.unlink(missing_ok=True)


class _Numbered(NamedTuple):
    """A question in a name, by its number."""

    number: int


def _written(memory: Memory) -> tuple[Any, ...]:
    """Return a memory as plain values: questions by their names, and what answers rest on in one long row of numbers."""
    questions: dict[Any, int] = {}

    def plain(part: Any) -> Any:
        return _Numbered(questions.setdefault(part, len(questions))) if isinstance(part, FunctionType) else part

    names = [tuple(map(plain, name)) for name in memory.names]
    called = [f"{question.__module__.removeprefix(ROOM)}:{question.__qualname__}" for question in questions]
    lengths, rows = array("i"), array("I")
    for rests in memory.rests:
        lengths.append(-1 if rests is None else len(rests))
        rows.extend(rests or ())
    prints = b"".join(print_ or bytes(SIZE) for print_ in memory.prints)
    return called, names, lengths.tobytes(), rows.tobytes(), prints, array("i", memory.heights).tobytes()


def _fill(memory: Memory, written: tuple[Any, ...]) -> None:
    called, names, lengths_, rows_, prints, heights = written
    questions = [_question(name) for name in called]
    memory.names = [tuple(questions[part.number] if type(part) is _Numbered else part for part in name) for name in names]
    memory.numbers = {name: number for number, name in enumerate(memory.names)}
    lengths, rows, at = array("i", lengths_), array("I", rows_), 0
    for length in lengths:
        memory.rests.append(None if length < 0 else rows[at : at + length])
        at += max(length, 0)
    nothing = bytes(SIZE)
    found = (prints[start : start + SIZE] for start in range(0, len(prints), SIZE))
    memory.prints = [None if print_ == nothing else print_ for print_ in found]
    memory.heights = list(array("i", heights))
    if not len(memory.names) == len(memory.rests) == len(memory.prints) == len(memory.heights):
        raise ValueError("not all of it is there")


def _question(called: str) -> Callable[..., Any]:
    """Find a question by its name: a public function of this program."""
    module, _, name = called.partition(":")
    found: Callable[..., Any] = getattr(import_module(ROOM + module), name)
    return found


def _sum(parcel: bytes) -> bytes:
    return blake2b(parcel, digest_size=SIZE).digest()


@cache
def program() -> str:
    """Return what changes with this program, with the packages that it works with, and with Python."""
    told = blake2b(f"{sys.version} {[(name, version(name)) for name in PACKAGES]}".encode(), digest_size=SIZE)
    _tell(files("generator"), told.update)
    return told.hexdigest()


def _tell(folder: Traversable, told: Callable[[bytes], object]) -> None:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            if item.name != "__pycache__":
                _tell(item, told)
        elif item.name.endswith((".py", ".j2", ".mo", ".po", ".json")):
            told(item.name.encode() + item.read_bytes())
