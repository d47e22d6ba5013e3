"""What a file without a slip says, straight from the parser's events: no nodes, no places. That is nearly every file.

Where anything may be a slip, nothing is returned, and the thorough look of `reading` finds out. So this module knows the
signs of slips, and no finding; it may doubt too often, and never too rarely.
"""

from collections.abc import Callable
from typing import Any

import yaml

from generator.reader import silent_slips
from generator.reader.compose import BAD_CHARACTER
from generator.reader.decode import decode
from generator.reader.events import LOADER
from generator.reader.limits import MAX_BYTES, MAX_DEPTH, MAX_DIGITS, MAX_VALUES
from generator.reader.resolve import Value, is_long_number, remembering, resolve
from generator.reader.source import Source, starts_line


class _Doubt(Exception):
    """Something may be a slip."""


def read_quickly(data: bytes, file: str) -> dict[str, Any] | None:
    """Return the values of a file without a slip, as `plain` gives them; None where that takes a thorough look."""
    decoded = decode(data, file) if len(data) <= MAX_BYTES else None
    if decoded is None or decoded.findings or not decoded.text.endswith("\n"):
        return None
    parser: Any = None  # an event has the attributes of its kind, which the types do not tell
    try:
        parser = LOADER(decoded.text)
        return _Values(decoded.source, decoded.text, parser.get_event).document()
    except (_Doubt, yaml.YAMLError, ValueError, OverflowError):
        return None
    finally:
        if parser:
            parser.dispose()


class _Values:
    """Takes the values from the events of one file, one event at a time, so that the limits hold before anything is built."""

    def __init__(self, source: Source, text: str, next_event: Callable[[], Any]) -> None:
        self.source = source
        self.next = next_event
        self.has_hash = " #" in text or "\t#" in text
        self.room = MAX_VALUES

    def document(self) -> dict[str, Any]:
        self.next()  # the start of the stream
        start, root = self.next(), self.next()
        if type(root) is not yaml.MappingStartEvent or start.version or start.tags:
            raise _Doubt
        values = self.mapping(root, 1)
        self.next()  # the end of the document
        if type(self.next()) is not yaml.StreamEndEvent:
            raise _Doubt
        return values

    def value(self, event: Any, depth: int) -> Any:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            return self.scalar(event)
        if kind is yaml.MappingStartEvent:
            return self.mapping(event, depth + 1)
        if kind is yaml.SequenceStartEvent:
            return self.sequence(event, depth + 1)
        raise _Doubt  # an alias

    def scalar(self, event: Any) -> Any:
        raw, style = event.value, event.style
        self.room -= 1
        if event.anchor or event.tag or self.room < 0:
            raise _Doubt
        if style is None or style == "":
            self.look_around(event)
            return _meaning(raw)
        if (style == "|" and not raw) or (style == '"' and BAD_CHARACTER.search(raw)):
            raise _Doubt
        return raw

    def look_around(self, event: Any) -> None:
        """Doubt where words may be lost after an unquoted value, or where it starts a line and may lack a space."""
        start = event.start_mark
        if self.has_hash or starts_line(self.source.lines[start.line], start.column):
            end = event.end_mark
            if silent_slips.of_plain(self.source, event.value, (start.line, start.column), (end.line, end.column)):
                raise _Doubt

    def sequence(self, event: Any, depth: int) -> list[Any]:
        self.enter(event, depth)
        items: list[Any] = []
        while type(item := self.next()) is not yaml.SequenceEndEvent:
            items.append(self.value(item, depth))
        if event.flow_style and len(items) == 1 and isinstance(items[0], list):
            raise _Doubt  # perhaps a cross reference, [[id]]
        return items

    def mapping(self, event: Any, depth: int) -> dict[str, Any]:
        self.enter(event, depth)
        values: dict[str, Any] = {}
        while type(name := self.next()) is not yaml.MappingEndEvent:
            key = self.key(name)
            value = self.value(self.next(), depth)
            if key in values or (value is None and event.flow_style):
                raise _Doubt  # given twice; or perhaps the words after a comma
            values[key] = value
        if values and all(" " in key for key in values):
            raise _Doubt  # perhaps a sentence with a colon
        return values

    def enter(self, event: Any, depth: int) -> None:
        self.room -= 1
        if event.anchor or event.tag or depth > MAX_DEPTH or self.room < 0:
            raise _Doubt

    def key(self, event: Any) -> str:
        self.room -= 1
        if type(event) is not yaml.ScalarEvent or event.anchor or event.tag or self.room < 0:
            raise _Doubt
        raw: str = event.value
        plain = event.style is None or event.style == ""
        if (
            not raw
            or raw[0].isspace()
            or raw == "<<"
            or event.style in ("|", ">")
            or (plain and not isinstance(_meaning(raw), str))
        ):
            raise _Doubt
        if event.style == '"' and BAD_CHARACTER.search(raw):
            raise _Doubt
        return raw


def _meaning(raw: str) -> Value:
    """Return what unquoted characters mean."""
    if len(raw) > MAX_DIGITS and is_long_number(raw):
        raise _Doubt
    value = resolve(raw)
    return value if value is raw else remembering(value, raw)
