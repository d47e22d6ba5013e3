"""JSON documents as bytes: the same data always gives the same bytes."""

import json
import re
from typing import Any

from pydantic_core import PydanticSerializationError, to_json

from generator.text.escape import shown


def document(data: Any) -> bytes:
    """Return a document in UTF-8, as people read it."""
    try:
        return to_json(data, indent=1) + b"\n"
    except PydanticSerializationError:  # half a surrogate pair, which no UTF-8 can hold
        return f"{json.dumps(data, ensure_ascii=False, indent=1)}\n".encode("utf-8", "replace")


def inside_html(data: Any) -> str:
    """Return JSON on one line that can stand in a `<script>` of a page: no character in it means anything in HTML or XML."""
    text = _dense(data)
    if _CONTROL.search(text) or shown(text) != text:  # rarely; looking into each text of a page for it would take longest
        text = _dense(_shown(data))
    return text.translate(_ESCAPED)


_CONTROL = re.compile(r'\\[^"\\]')
"""A control character or a break between lines, as JSON writes it."""
_ESCAPED = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def _dense(data: Any) -> str:
    try:
        return to_json(data).decode()
    except PydanticSerializationError:
        return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _shown(data: Any) -> Any:
    """Return data with the characters that the page shows for its texts."""
    if isinstance(data, str):
        return shown(data)
    if isinstance(data, dict):
        return {name: _shown(value) for name, value in data.items()}
    return [_shown(value) for value in data] if isinstance(data, list) else data
