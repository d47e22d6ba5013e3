"""A file that was put into the folder of another kind of entry: one finding in place of one for each of its fields."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from generator.diagnostics import Diagnostic, Locator, Place, Severity
from generator.model.parts import Entry
from generator.model.values import a

MANY = 3
"""So many fields of another kind are no slips."""


def of_another_kind(given: Mapping[str, Any], kind: str, kinds: Mapping[str, type[Entry]], where: Locator) -> Diagnostic | None:
    """Find a file whose fields are those of another one of the `kinds` of entry."""
    strange = {name: [field for field in given if field not in form.model_fields] for name, form in kinds.items()}
    likely = min(kinds, key=lambda name: (len(strange[name]), name != kind))
    if len(strange[kind]) < MANY or len(strange[likely]) * MANY > len(strange[kind]):
        return None
    file = where.place(()).file
    path = PurePosixPath(file)
    home = kinds[likely].folder or str(given.get("date", ""))[:4]  # that of a brief is its year
    message = f"This has the fields of {a(likely)}, but stands where {a(kind)} would."
    help = f"Move it to `{path.parent.parent / home / path.name}`." if home else "Move it to the folder of its year."
    return Diagnostic("misplaced-file", Severity.ERROR, message, Place(file), help=help)
