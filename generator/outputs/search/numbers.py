"""The numbers of the records: made of a record's own date and address, so that no other record moves them.

The higher bits are the day, so that newer records have higher numbers and a year can be told from a number; the lower ones
come from the address. Where two would be the same, the one whose address sorts first keeps it, and the other takes the next
free one of its year.
"""

from collections.abc import Iterable
from datetime import date as Date
from zlib import crc32

from generator.outputs.search.record import Record

SLOTS = 10
"""Bits for the records of one day."""
_UNDATED = 1 << 24
"""Records without a date have lower numbers than any with one."""


def year_of(record: Record) -> int:
    """Return the year of a record; 0 for one without a date. No record has the number of one of another year."""
    return record.date.year if record.date else 0


def numbers(records: Iterable[Record]) -> dict[int, Record]:
    """Give every record its number; return them in the order of the numbers."""
    found: dict[int, Record] = {}
    for record in sorted(records, key=lambda record: record.address):
        first, last, at = _room(record)
        while at in found:
            at = at + 1 if at < last else first
        found[at] = record
    return dict(sorted(found.items()))


def _room(record: Record) -> tuple[int, int, int]:
    """Return the first and the last number that a record may have, and the one that it should have."""
    own = crc32(record.address.encode())
    if record.date is None:
        return 0, _UNDATED - 1, own % _UNDATED
    year, day = record.date.year, record.date.toordinal()
    first, last = Date(year, 1, 1).toordinal(), Date(year, 12, 31).toordinal()
    return first << SLOTS, (last + 1 << SLOTS) - 1, day << SLOTS | own % (1 << SLOTS)
