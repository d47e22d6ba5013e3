"""One file: from its bytes to what was read of it. Nothing else of the site matters here, so files can be read in any order."""

from typing import NamedTuple

from generator import model, reader
from generator.diagnostics import Diagnostic, has_errors


class Given(NamedTuple):
    """A file to read: its name, its bytes, and the kind of entry that stands in its folder."""

    file: str
    data: bytes
    kind: str


class FileRead(NamedTuple):
    """What was read of a file: its entry, None where it cannot be read at all, and what was found in it."""

    parsed: model.Parsed | None
    findings: tuple[Diagnostic, ...]


def read_file(given: Given) -> FileRead:
    """Read and parse one file."""
    values = reader.read_quickly(given.data, given.file)
    if values is not None:
        return FileRead(*model.parse(values, given.kind, reader.ReadAgain(given.file, given.data)))
    reading = reader.read(given.data, given.file)
    if reading.root is None or has_errors(reading.diagnostics):
        return FileRead(None, reading.diagnostics)
    parsed, faults = model.parse(reader.plain(reading.root), given.kind, reader.Positions(given.file, reading.root))
    return FileRead(parsed, (*reading.diagnostics, *faults))
