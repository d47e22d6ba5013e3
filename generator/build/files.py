"""One file: from its bytes to what was read of it. Nothing else of the site matters here, so files can be read in any order."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeAlias

from generator import model, reader
from generator.diagnostics import has_errors
from generator.edition import Reading


class Given(NamedTuple):
    """A file to read: its name, its bytes, and the kind of entry that stands in its folder."""

    file: str
    data: bytes
    kind: str


ReadAll: TypeAlias = Callable[[Sequence[Given]], Iterable[Reading]]
"""Reads files, each by itself, and returns what was read in the order of the files."""


def read_file(given: Given) -> Reading:
    """Read and parse one file."""
    where = reader.ReadAgain(given.file, given.data)
    if quick := reader.read_quickly(given.data, given.file):
        parsed, faults = model.parse(quick.values, given.kind, where)
        return Reading(parsed, where, faults)
    reading = reader.read(given.data, given.file)
    if reading.root is None or has_errors(reading.diagnostics):
        return Reading(None, where, reading.diagnostics)
    parsed, faults = model.parse(reader.plain(reading.root), given.kind, reader.Positions(given.file, reading.root))
    return Reading(parsed, where, (*reading.diagnostics, *faults))


def read_each(given: Sequence[Given]) -> Iterable[Reading]:
    """Read files one after the other."""
    return map(read_file, given)
