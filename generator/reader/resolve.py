"""What an unquoted value means by the YAML 1.2 core schema: `no` and `12:30` are text, `010` is ten.

Numbers keep their characters, since only the form knows whether `1.10` is a number or a version, `2021` a year or not.
"""

import math
import re
from typing import Self, TypeAlias

from generator.reader.limits import MAX_DIGITS
from generator.reader.nodes import Mapping, Node, Sequence

Value: TypeAlias = str | int | float | bool | None

_WORDS: dict[str, bool | float | None] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), math.inf),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), -math.inf),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), math.nan),
}
_WHOLE = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_DECIMAL = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_BASES = {"0o": 8, "0x": 16}
_FIRST_OF_NUMBER = frozenset("-+.0123456789")


class WholeNumber(int):
    """A whole number that remembers how it was written, in `raw`."""

    raw: str

    def __new__(cls, value: int, raw: str) -> Self:
        """Return `value`, written as `raw`."""
        number = super().__new__(cls, value)
        number.raw = raw
        return number


class DecimalNumber(float):
    """A number with a decimal point or exponent that remembers how it was written, in `raw`."""

    raw: str

    def __new__(cls, value: float, raw: str) -> Self:
        """Return `value`, written as `raw`."""
        number = super().__new__(cls, value)
        number.raw = raw
        return number


def resolve(raw: str) -> Value:
    """Return what the unquoted characters `raw` mean (YAML 1.2.2, section 10.3.2); what is nothing else is text."""
    if raw in _WORDS:
        return _WORDS[raw]
    if raw[0] not in _FIRST_OF_NUMBER or is_long_number(raw):
        return raw
    if _WHOLE.fullmatch(raw):
        return int(raw[2:], _BASES[raw[:2]]) if raw[:2] in _BASES else int(raw)
    if _DECIMAL.fullmatch(raw) and math.isfinite(number := float(raw)):
        return number
    return raw


def is_long_number(raw: str) -> bool:
    """Tell whether `raw` is a number with more digits than we can keep exactly."""
    if len(raw) <= MAX_DIGITS or not (_WHOLE.fullmatch(raw) or _DECIMAL.fullmatch(raw)):
        return False
    return sum(character not in "+-." for character in raw) > MAX_DIGITS


def plain(node: Node) -> object:
    """Return a node as dicts, lists and values, for validation; numbers are `WholeNumber` and `DecimalNumber`."""
    if isinstance(node, Mapping):
        return {key.raw: plain(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return remembering(node.value, node.raw)


def remembering(value: Value, raw: str) -> Value:
    """Return a number so that it remembers how it was written, and any other value as it is."""
    if isinstance(value, float):
        return DecimalNumber(value, raw)
    if isinstance(value, int) and not isinstance(value, bool):
        return WholeNumber(value, raw)
    return value
