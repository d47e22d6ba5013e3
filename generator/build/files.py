"""One file: from its bytes to what was read of it. Nothing else of the site matters here, so files can be read in any order."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from generator import model, reader
from generator.diagnostics import Diagnostic, has_errors


class Given(NamedTuple):
    """A file to read: its name, its bytes, and the kind of entry that stands in its folder."""

    file: str
    data: bytes
    kind: str


@dataclass(frozen=True, slots=True)
class FileRead:
    """What was read of a file: its text, what was found in it, and its entry; None where it cannot be read at all."""

    text: str
    findings: tuple[Diagnostic, ...]
    parsed: model.Parsed | None


ReadAll: TypeAlias = Callable[[Sequence[Given]], Iterable[FileRead]]
"""Reads files, each by itself, and returns what was read in the order of the files."""


def read_file(given: Given) -> FileRead:
    """Read and parse one file."""
    reading = reader.read(given.data, given.file)
    if reading.root is None or has_errors(reading.diagnostics):
        return FileRead(reading.text, reading.diagnostics, None)
    where = reader.Positions(given.file, reading.root)
    parsed, faults = model.parse(reader.plain(reading.root), given.kind, where)
    return FileRead(reading.text, (*reading.diagnostics, *faults), parsed)


def read_each(given: Sequence[Given]) -> Iterable[FileRead]:
    """Read files one after the other."""
    return map(read_file, given)
