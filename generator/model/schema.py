"""The JSON Schema (2020-12) of a form, for completion and hover texts in editors."""

from typing import Any

from generator.model.forms import Brief
from generator.model.parts import Entry

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(form: type[Entry]) -> dict[str, Any]:
    """Return the schema of one form, with titles, descriptions and examples from its fields."""
    found = form.model_json_schema(by_alias=True, mode="validation")
    return {"$schema": DIALECT, **found}


def schema() -> dict[str, Any]:
    """Return the schema of a brief."""
    return schema_of(Brief)
