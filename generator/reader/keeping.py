"""What was read of a file as a line of JSON (RFC 8259), so that the same bytes need not be read again.

Only files without findings are kept, and only their plain values: whatever comes back is held against its form like what an
editor typed, so that a line from elsewhere can say nothing that a brief could not.
"""

import json

from generator.reader.reading import Reading
from generator.reader.resolve import DecimalNumber, WholeNumber, plain, resolve

_NUMBER = ""
"""The key under which the characters of a number stand. A file with an empty key has a finding, and is not kept."""


def kept(reading: Reading) -> str | None:
    """Return what is kept of a file that was read without findings."""
    if reading.root is None or reading.diagnostics:
        return None
    return json.dumps(_marked(plain(reading.root)), separators=(",", ":"))


def plain_from(line: str) -> object:
    """Return the plain values that `kept` made a line of. Raises `ValueError` where it is none."""
    return json.loads(line, object_hook=_number if f'{{"{_NUMBER}":' in line else None)


def _marked(value: object) -> object:
    if isinstance(value, dict):
        return {key: _marked(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_marked(item) for item in value]
    return {_NUMBER: value.raw} if isinstance(value, WholeNumber | DecimalNumber) else value


def _number(found: dict[str, object]) -> object:
    raw = found.get(_NUMBER)
    if not isinstance(raw, str) or len(found) != 1:
        return found
    value = resolve(raw)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(raw)
    return WholeNumber(value, raw) if isinstance(value, int) else DecimalNumber(value, raw)
