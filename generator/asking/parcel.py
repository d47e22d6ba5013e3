"""Answers as bytes that can be kept. Only our own kinds of value come out of a parcel.

That is the second lock: bytes are a parcel only where they bear the user's seal (`generator/build/seal.py`), for who can make
values of ours can also give them contents that no brief could have.
"""

import pickle
from functools import cache
from importlib import import_module
from io import BytesIO
from typing import Any

ROOM = "generator"
PLAIN = frozenset(
    (
        ("datetime", "date"),
        ("datetime", "time"),
        ("datetime", "datetime"),
        ("datetime", "timedelta"),
        ("decimal", "Decimal"),
        ("builtins", "frozenset"),
        ("builtins", "set"),
        ("markupsafe", "Markup"),
    )
)
"""The kinds of value from outside of this program that answers have in them."""


def pack(value: object) -> bytes:
    """Return an answer as bytes."""
    return pickle.dumps(value, 5)


def unpack(parcel: bytes) -> Any:
    """Return what `pack` was given. Raises `ValueError` where the bytes are none of its, or hold another kind of value."""
    try:
        return _Reader(BytesIO(parcel)).load()
    except Exception as error:  # a damaged pickle can raise anything
        raise ValueError(f"no answer: {error}") from error


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        return _kind(module, name)


@cache
def _kind(module: str, name: str) -> type:
    """Find a class of this program, or one that `PLAIN` names. Functions are none: nothing is called but to hold values.

    A class that a module of ours has imported is none of ours: among these are some that run what they are given.
    """
    ours = module.partition(".")[0] == ROOM and not module.endswith("__main__")
    if (module, name) not in PLAIN and not ours:
        raise ValueError(f"{module}.{name} is not expected here")
    found = getattr(import_module(module), name)
    if not isinstance(found, type) or (ours and found.__module__ != module):
        raise ValueError(f"{module}.{name} is no kind of value of ours")
    return found
