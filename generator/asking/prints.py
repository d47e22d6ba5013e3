"""Fingerprints of answers: two answers that are equal have the same one, on every machine and in every run."""

import pickle
from hashlib import blake2b
from io import BytesIO
from typing import Any

from pydantic import BaseModel

SIZE = 16
"""Bytes of a fingerprint: enough that no two answers of any archive ever share one."""
_SIMPLE = frozenset((type(None), bool, int, str))


class _Plain(pickle.Pickler):
    """Writes a value down so that equal values give equal bytes: nothing depends on what was written before.

    A class may have a method `__fingerprint__` that returns all that tells its values apart.
    """

    def reducer_override(self, value: Any) -> Any:
        if isinstance(value, BaseModel):
            return tuple, ((type(value).__name__, *vars(value).items()),)
        if own := getattr(type(value), "__fingerprint__", None):
            return tuple, ((type(value).__name__, own(value)),)
        return NotImplemented


def print_of(value: object) -> bytes:
    """Return the fingerprint of an answer. Sets have no order: an answer has none in it."""
    if type(value) in _SIMPLE or (type(value) is tuple and all(type(part) is str for part in value)):
        return blake2b(repr(value).encode("utf-8", "backslashreplace"), digest_size=SIZE).digest()  # most are no more than that
    written = BytesIO()
    pickler = _Plain(written, 5)
    pickler.fast = True
    pickler.dump(value)
    return blake2b(written.getbuffer(), digest_size=SIZE).digest()
