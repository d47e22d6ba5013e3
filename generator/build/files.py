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
    return _parsed(given, reader.read(given.data, given.file))


def read_and_keep(given: Given) -> tuple[FileRead, str | None]:
    """Read and parse one file; return also what can be kept of it for `read_kept`."""
    reading = reader.read(given.data, given.file)
    return _parsed(given, reading), reader.kept(reading)


def read_kept(given: Given, line: str) -> FileRead:
    """Parse one file of whose bytes `line` was kept. Raises `ValueError` where that is damaged."""
    plain = reader.plain_from(line)
    parsed, faults = model.parse(plain, given.kind, reader.ReadAgain(given.file, given.data))
    return FileRead(reader.decode(given.data, given.file).text, faults, parsed)


def _parsed(given: Given, reading: reader.Reading) -> FileRead:
    if reading.root is None or has_errors(reading.diagnostics):
        return FileRead(reading.text, reading.diagnostics, None)
    where = reader.Positions(given.file, reading.root)
    parsed, faults = model.parse(reader.plain(reading.root), given.kind, where)
    return FileRead(reading.text, (*reading.diagnostics, *faults), parsed)


def read_each(given: Sequence[Given]) -> Iterable[FileRead]:
    """Read files one after the other."""
    return map(read_file, given)


def remembering(read_all: ReadAll, known: dict[Given, FileRead]) -> ReadAll:
    """Return what reads files as `read_all` does, but none that is `known`. What it read last is known from then on."""

    def read_new(given: Sequence[Given]) -> Iterable[FileRead]:
        new = [one for one in given if one not in known]
        read = dict(zip(new, read_all(new), strict=True))
        found = {one: known[one] if one in known else read[one] for one in given}
        known.clear()
        known.update(found)
        return list(found.values())

    return read_new
