"""The parser's events, taken one at a time so that nothing deep or endless is ever built.

PyYAML's C parser reads ahead only as far as the next event needs. Stopping at the limit keeps it from the nesting on
which libyaml becomes slow and its composer crashes. Nothing else in the house knows which YAML library it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, TypeAlias

import yaml

from generator.reader.limits import MAX_DEPTH, MAX_VALUES

LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader

At: TypeAlias = tuple[int, int]
"""A line and a column, from 0."""


class Event(NamedTuple):
    """One step of the parser. `name` is that of an anchor or alias; `style` a scalar's quote or bar, empty if plain."""

    kind: Literal["directive", "document", "scalar", "alias", "sequence", "mapping", "end"]
    start: At
    end: At
    value: str = ""
    style: str = ""
    name: str = ""
    tag: str = ""
    in_brackets: bool = False


@dataclass(frozen=True, slots=True)
class Break:
    """Why and where the events ended early: `too-deep`, `too-many-values`, `bad-escape`, or the parser's own words.

    `opened` is where that began which could not be read to its end.
    """

    reason: str
    at: At
    opened: At | None = None


def events_of(text: str) -> tuple[list[Event], Break | None]:
    """Return the events of `text`, and what broke them off, if anything did."""
    events: list[Event] = []
    depth = values = 0
    end = (text.count("\n"), len(text) - text.rfind("\n") - 1)
    try:
        for event in _events(text, end):
            kind = event.kind
            if kind == "end":
                depth -= 1
            else:
                values += 1
                depth += kind in ("sequence", "mapping")
                if depth > MAX_DEPTH or values > MAX_VALUES:
                    return events, Break("too-deep" if depth > MAX_DEPTH else "too-many-values", event.start)
            events.append(event)
    except yaml.MarkedYAMLError as error:
        opened = _at(error.context_mark)
        at = min(_at(error.problem_mark) or opened or (0, 0), end)
        return events, Break(error.problem or "", at, opened)
    except (ValueError, OverflowError):  # a tag or escape that decodes to no character; PyYAML lets these through
        return events, Break("bad-escape", events[-1].end if events else (0, 0))
    return events, None


def _events(text: str, last: At) -> Iterator[Event]:
    """Yield the events. The C parser ends a text without a final line end one line later; nothing ends after `last`."""
    parser: Any = LOADER(text)  # an event has the attributes of its kind, which the types do not tell
    try:
        while parser.check_event():
            event = parser.get_event()
            mark = event.start_mark
            start = (mark.line, mark.column)
            mark = event.end_mark
            end = (mark.line, mark.column)
            if end > last:
                start, end = min(start, last), last
            kind = type(event)
            if kind is yaml.ScalarEvent:
                yield Event("scalar", start, end, event.value, event.style or "", event.anchor or "", event.tag or "")
            elif kind is yaml.MappingStartEvent:
                yield Event("mapping", start, end, "", "", event.anchor or "", event.tag or "", bool(event.flow_style))
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                yield Event("end", start, end)
            elif kind is yaml.SequenceStartEvent:
                yield Event("sequence", start, end, "", "", event.anchor or "", event.tag or "", bool(event.flow_style))
            elif kind is yaml.AliasEvent:
                yield Event("alias", start, end, name=event.anchor or "")
            elif kind is yaml.DocumentStartEvent:
                if event.version or event.tags:
                    yield Event("directive", start, end)
                yield Event("document", start, end)
    finally:
        parser.dispose()


def _at(mark: object) -> At | None:
    """Return the place of a mark; the two parsers have a class each for it."""
    line, column = getattr(mark, "line", None), getattr(mark, "column", None)
    return (line, column) if isinstance(line, int) and isinstance(column, int) else None
