"""What earlier runs were told, on disk. It can be deleted or shared at any time, and is never trusted when it is damaged.

A folder holds `asked`, the questions with what their answers rest on, and for each question whose answers are kept a file of
these by their fingerprints. All belong to one state of this program, of the packages that it works with, and of the settings:
with another one everything is worked out anew. Each file bears a seal, so that nothing is believed that another made or that is
damaged. No method raises: what cannot be read or written is worked out the next time.
"""

import sys
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
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
from generator.asking.asked import Asked
from generator.asking.kinds import is_given, is_kept
from generator.asking.prints import SIZE
from generator.build import seal as seals
from generator.build.whole import read_plain_file, replace_file
from generator.settings import Settings

PACKAGES = ("Babel", "Jinja2", "Markdown", "MarkupSafe", "Pillow", "pydantic", "PyYAML")
ROOM = "generator."
ASKED = "asked"
MANY, WORTH_IT = 100_000, 0.05
"""Of so many answers, writing all of them down takes longer than working out again this share of them."""


class Recall:
    """What lies in one folder for one state of the program and the settings."""

    def __init__(self, folder: Path, key: bytes, settings: Settings, *, preview: bool, purpose: str) -> None:
        """Use a folder; `key` is that of the seal. A check need not load what only a build asked: that is another `purpose`."""
        self._key = key
        self._folder = folder / purpose
        self._ledger = _Ledger()
        self._state = blake2b(f"{program()}\0{settings!r}\0{preview}".encode(), digest_size=SIZE).digest()
        self._kept: dict[str, dict[bytes, bytes]] = {}

    def memory(self) -> Memory:
        """Return what was asked earlier; an empty memory where there is none, or it is damaged or of another state."""
        memory = Memory()
        with suppress(ValueError, LookupError, TypeError, AttributeError, ImportError):
            if (found := self._read(ASKED)) is not None:
                self._ledger = _fill(memory, found)
                return memory
        return Memory()

    def load(self, question: Callable[..., Any], print_: bytes) -> Any:
        """Return the answer that is kept under a fingerprint; raise `KeyError` where there is none, or it is damaged."""
        try:
            return unpack(self._answers(_called(question))[print_])
        except ValueError:
            raise KeyError(print_) from None

    def keep(self, asked: Asked) -> None:
        """Keep what was asked."""
        memory = asked.memory
        if len(memory.renewed) + len(memory.stale) <= len(memory.names) * (WORTH_IT if len(memory.names) > MANY else 0):
            return
        if memory.grew:
            memory.level()
        live: dict[Any, set[bytes]] = defaultdict(set)
        for name, print_ in zip(memory.names, memory.prints, strict=True):
            if print_:
                live[name[0]].add(print_)
        for question, prints in live.items():
            if is_kept(question):
                self._keep_answers(_called(question), prints, asked.parcels)
        self._write(ASKED, _written(memory, self._ledger))

    def _keep_answers(self, called: str, live: Iterable[bytes], parcels: dict[bytes, bytes]) -> None:
        known = self._answers(called)
        if all(print_ in known for print_ in live):
            return
        answers = {print_: parcels.get(print_) or known.get(print_) for print_ in live}
        self._write(called, {print_: parcel for print_, parcel in answers.items() if parcel})

    def _answers(self, called: str) -> dict[bytes, bytes]:
        found = self._kept.get(called)
        if found is None:
            read = self._read(called)
            found = self._kept[called] = read if isinstance(read, dict) else {}
        return found

    def _read(self, name: str) -> Any:
        """Return what a file holds; None where it is not there, damaged, or of another state."""
        with suppress(OSError, ValueError):
            data = read_plain_file(self._folder / name)
            seal, parcel = data[: seals.SIZE], data[seals.SIZE :]
            if seals.fits(self._key, seal, self._state, name.encode(), parcel):
                return unpack(parcel)
        return None

    def _write(self, name: str, value: object) -> None:
        parcel = pack(value)
        with suppress(OSError):
            replace_file(self._folder / name, seals.sealed(self._key, self._state, name.encode(), parcel) + parcel)


class _Numbered(NamedTuple):
    """A question in a name, by its number."""

    number: int


@dataclass
class _Ledger:
    """Questions and arguments by numbers, each written once however often it occurs, and of which each name consists."""

    questions: dict[Any, int] = field(default_factory=dict)
    arguments: dict[Any, int] = field(default_factory=dict)
    asked: "array[int]" = field(default_factory=lambda: array("I"))
    of: "array[int]" = field(default_factory=lambda: array("I"))


def _written(memory: Memory, ledger: _Ledger) -> tuple[Any, ...]:
    """Return a memory as plain values: questions by their names, and what answers rest on in one long row of numbers.

    The `ledger` knows the names that were there before.
    """
    questions, arguments, asked, of = ledger.questions, ledger.arguments, ledger.asked, ledger.of

    def plain(part: Any) -> Any:
        return _Numbered(questions.setdefault(part, len(questions))) if isinstance(part, FunctionType) else part

    for name in memory.names[len(asked) :]:
        asked.append(questions.setdefault(name[0], len(questions)))
        of.append(arguments.setdefault(tuple(map(plain, name[1:])), len(arguments)))
    lengths, rows, stale = array("i"), array("I"), memory.stale
    for number, rests in enumerate(memory.rests):
        known = rests is not None and number not in stale
        lengths.append(len(rests or ()) if known else -1)
        rows.extend((rests or ()) if known else ())
    prints = b"".join(print_ or bytes(SIZE) for print_ in memory.prints)
    numbers = (asked, of, lengths, rows, array("i", memory.heights))
    return [_called(question) for question in questions], list(arguments), prints, *(row.tobytes() for row in numbers)


def _fill(memory: Memory, written: tuple[Any, ...]) -> _Ledger:
    called, arguments, prints, asked_, of_, lengths_, rows_, heights = written
    questions = [_question(name) for name in called]
    every = [tuple(questions[part.number] if type(part) is _Numbered else part for part in parts) for parts in arguments]
    first = [(question,) for question in questions]
    asked, of = array("I", asked_), array("I", of_)
    memory.names = [first[one] + every[other] for one, other in zip(asked, of, strict=True)]
    memory.numbers.update(zip(memory.names, range(len(memory.names)), strict=True))
    from_outside = {at for at, question in enumerate(questions) if is_given(question)}
    memory.given = [number for number, one in enumerate(asked) if one in from_outside]
    rows, at = array("I", rows_), 0
    for length in array("i", lengths_):
        memory.rests.append(None if length < 0 else rows[at : at + length])
        at += max(length, 0)
    nothing = bytes(SIZE)
    found = (prints[start : start + SIZE] for start in range(0, len(prints), SIZE))
    memory.prints = [None if print_ == nothing else print_ for print_ in found]
    memory.heights = list(array("i", heights))
    if not len(memory.names) == len(memory.rests) == len(memory.prints) == len(memory.heights):
        raise ValueError("not all of it is there")
    numbered = {question: number for number, question in enumerate(questions)}
    return _Ledger(numbered, {parts: number for number, parts in enumerate(arguments)}, asked, of)


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
