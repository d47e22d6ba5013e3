"""Every kind of value that is no text (ids, addresses, dates, numbers, choices), found by walking the forms."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints
from urllib.parse import urlsplit

from pydantic import TypeAdapter, ValidationError

from generator.model import KINDS
from generator.model.amounts import Amount
from generator.model.parts import Form
from generator.model.values import Prose
from tests.hostile.outputs import Look
from tests.site.filled import is_text

REFUSED = "ids, addresses, dates, numbers: refused with words"
TAKEN = "ids, addresses, dates, numbers: taken as the schema has them"
LONGEST = 10_000
"""No value that is no text has so many characters."""


def kinds() -> dict[str, Any]:
    """Return every kind of value that is no text, by the first field that takes it."""
    found: dict[str, Any] = {}
    for name, form in KINDS.items():
        for where, hint in _of(form, name):
            if hint not in found.values():
                found[where] = hint
    return found


def _of(hint: Any, where: str) -> Iterator[tuple[str, Any]]:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType, tuple, dict):
        for argument in arguments:
            if argument not in (NoneType, Ellipsis):
                yield from _of(argument, where)
    elif isinstance(hint, type) and issubclass(hint, Form):
        for name, inner in get_type_hints(hint, include_extras=True).items():
            if name in hint.model_fields:
                yield from _of(inner, f"{where}.{name}")
    elif hint is not Prose and not is_text(hint):
        yield where, hint


def looks(strings: Iterable[str]) -> Iterator[Look]:
    """Give each string to each kind of value: it is refused, or it is nothing but what the form says."""
    for where, hint in kinds().items():
        adapter = TypeAdapter(hint)
        form = adapter.json_schema(mode="validation")
        for string in strings:
            try:
                value = adapter.validate_python(string)
            except ValidationError as error:
                told = error.errors()[0]
                yield Look(REFUSED, where, "" if told["type"] in TYPES else f"{string!r}: {told['type']}")
                continue
            written = string.strip() if isinstance(value, Amount) else str(value)
            yield Look(TAKEN, where, _unfit(written, string, form))


TYPES = ("form", "said", "unlinked", "literal_error", "float_parsing", "int_parsing", "bool_type", "float_type", "int_type")
"""The types of error for which `generator.model.faults` has words."""


def _unfit(value: str, typed: str, form: dict[str, Any]) -> str:
    """Say what a value that was taken holds and should not."""
    if any(unicodedata.category(sign)[0] in "CZ" and sign != " " for sign in value):
        return f"{typed!r}: a character that nobody sees"
    if form.get("format") == "uri":
        parts = urlsplit(value)
        return "" if parts.scheme.lower() in ("http", "https") and parts.hostname and "@" not in parts.netloc else repr(typed)
    patterns = [each["pattern"] for each in (form, *form.get("anyOf", ())) if "pattern" in each]
    if patterns and not any(re.search(pattern, value, re.ASCII) for pattern in patterns):
        return f"{typed!r}: not what the schema says"
    return "" if len(value) < LONGEST else "no limit to its length"
