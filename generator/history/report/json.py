"""Changes for programs: one JSON document (RFC 8259) whose shape changes only together with its `version`.

Every key is always there. `before` and `after` are words, empty where there are none or where nobody may repeat them, as
`taken_down` tells; `line` counts from 1 in the later state, and is null where the file as a whole is meant or gone. `SCHEMA`
says the same as a JSON Schema. All characters but ASCII are written as escapes, so that none acts where it is shown.
"""

from collections.abc import Mapping
from typing import Any, Final

from generator.history.change import Change, Comparison, EntryChanges, How, What
from generator.reporters.parts.data import as_data

VERSION: Final = 1

_TEXT: Final = {"type": "string"}


def _exactly(**properties: object) -> dict[str, object]:
    return {"type": "object", "properties": properties, "required": [*properties], "additionalProperties": False}


def _each(items: object) -> dict[str, object]:
    return {"type": "array", "items": items}


_CHANGE: Final = _exactly(
    what={"enum": [what.value for what in What]},
    how={"enum": [how.value for how in How]},
    line={"type": ["integer", "null"], "minimum": 1},
    path=_each({"type": ["string", "integer"]}),
    before=_TEXT,
    after=_TEXT,
    details=_each(_exactly(name=_TEXT, before=_TEXT, after=_TEXT)),
    taken_down={"type": "boolean"},
)
_ENTRY: Final = _exactly(kind=_TEXT, id=_TEXT, was={"type": ["string", "null"]}, file=_TEXT, title=_TEXT, changes=_each(_CHANGE))
SCHEMA: Final[Mapping[str, object]] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Changes in meaning",
    **_exactly(
        version={"const": VERSION},
        since=_TEXT,
        until=_TEXT,
        entries=_each(_ENTRY),
        alike={"type": "integer", "minimum": 0},
    ),
}
"""The shape of a report as a JSON Schema, draft 2020-12. `alike` counts the files that differ in form alone."""


def report(found: Comparison, since: str, until: str, *, colour: bool = False, width: int = 100) -> str:
    """Return the changes as one JSON document, also when there are none; without colour and of any width."""
    entries = [_entry(entry) for entry in found.entries]
    document = {"version": VERSION, "since": since, "until": until, "entries": entries, "alike": found.alike}
    return as_data(document)


def _entry(entry: EntryChanges) -> dict[str, Any]:
    was = entry.was.id if entry.was else None
    changes = [_change(change) for change in entry.changes]
    return {"kind": entry.key.kind, "id": entry.key.id, "was": was, "file": entry.file, "title": entry.title, "changes": changes}


def _change(change: Change) -> dict[str, Any]:
    return {
        "what": change.what.value,
        "how": change.how.value,
        "line": change.place.span.line if change.place and change.place.span else None,
        "path": list(change.path),
        "before": change.before,
        "after": change.after,
        "details": [{"name": each.name, "before": each.before, "after": each.after} for each in change.details],
        "taken_down": change.taken_down,
    }
