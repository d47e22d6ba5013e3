"""JSON documents as bytes: the same data always gives the same bytes."""

import json
from typing import Any


def document(data: Any) -> bytes:
    """Return a document in UTF-8, as people read it."""
    return f"{json.dumps(data, ensure_ascii=False, indent=1)}\n".encode("utf-8", "replace")


def inside_html(data: Any) -> str:
    """Return JSON on one line that can stand in a `<script>` of a page: no character in it means anything in HTML or XML."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return "".join(_ESCAPED.get(character, character) for character in text) if _ESCAPED.keys() & set(text) else text


_ESCAPED = {character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
