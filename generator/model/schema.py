"""The JSON Schema (2020-12) of a form, for completion and hover texts in editors."""

from typing import Any

from generator.model.forms import Brief
from generator.model.parts import Entry

DIALECT = "https://json-schema.org/draft/2020-12/schema"
NOTHING: tuple[Any, ...] = (None, [], {})


def schema_of(form: type[Entry]) -> dict[str, Any]:
    """Return the schema of one form, with titles, descriptions and examples from its fields."""
    found: dict[str, Any] = _to_type(form.model_json_schema(by_alias=True, mode="validation"))
    return {"$schema": DIALECT, **found}


def schema() -> dict[str, Any]:
    """Return the schema of a brief."""
    return schema_of(Brief)


def _to_type(part: Any) -> Any:
    """Leave out the defaults that stand for a field left out: an editor's completion would type them in, as `null` or `[]`."""
    if isinstance(part, list):
        return [_to_type(item) for item in part]
    if not isinstance(part, dict):
        return part
    return {key: _to_type(value) for key, value in part.items() if key != "default" or value not in NOTHING}
