"""Fingerprints of answers: two answers that are equal have the same one, on every machine and in every run."""

import marshal
from collections.abc import Callable
from copyreg import dispatch_table
from dataclasses import fields, is_dataclass
from datetime import date as Date
from functools import cache
from hashlib import blake2b
from types import FunctionType
from typing import Any

from pydantic import BaseModel

SIZE = 16
"""Bytes of a fingerprint: enough that no two answers of any archive ever share one."""
_SIMPLE = frozenset((type(None), bool, int, float, str, bytes))
_WITHOUT_REFERENCES = 2
"""The form of `marshal` in which equal values give equal bytes: nothing depends on what was written before."""


def print_of(value: object) -> bytes:
    """Return the fingerprint of an answer. Sets have no order: an answer has none in it, or this raises `ValueError`.

    A class may have a method `__fingerprint__` that returns all that tells its values apart.
    """
    return blake2b(marshal.dumps(_plain(value), _WITHOUT_REFERENCES), digest_size=SIZE).digest()


def _plain(value: Any) -> Any:
    """Return a value as tuples of what `marshal` writes, each with the name of its kind, so that no two kinds look alike."""
    kind = type(value)
    return value if kind in _SIMPLE else _way(kind)(value)  # type: ignore[arg-type]


def _all(values: Any) -> list[Any]:
    return [value if type(value) in _SIMPLE else _plain(value) for value in values]


@cache
def _way(kind: type) -> Callable[[Any], Any]:
    """Return what makes values of a kind plain."""
    name, own = f"{kind.__module__}.{kind.__qualname__}", getattr(kind, "__fingerprint__", None)
    if own:
        return lambda value: (name, _plain(own(value)))
    if kind is tuple:
        return lambda value: tuple(_all(value))
    if issubclass(kind, tuple | list):
        return lambda value: (name, *_all(value))
    if issubclass(kind, dict):
        return lambda value: (name, *_all(value), *_all(value.values()))
    if issubclass(kind, str):
        return lambda value: (name, str.__str__(value))
    if kind is Date:
        return lambda value: (name, value.toordinal())
    if is_dataclass(kind):
        names = [field.name for field in fields(kind)]
        return lambda value: (name, *_all([getattr(value, name) for name in names]))
    if issubclass(kind, BaseModel):
        return lambda value: (name, *_all(vars(value)), *_all(vars(value).values()))
    if kind is FunctionType or issubclass(kind, type):
        return lambda value: (name, value.__module__, value.__qualname__)
    if issubclass(kind, set | frozenset):
        raise ValueError("a set has no order, and so no fingerprint")
    taken_apart: Callable[[Any], Any] = dispatch_table.get(kind) or (lambda value: value.__reduce_ex__(5))
    return lambda value: (name, *_all(taken_apart(value)))
