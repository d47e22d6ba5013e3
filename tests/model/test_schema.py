"""The JSON Schema: a valid one, which takes every published file and refuses the obvious mistakes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.edition import KINDS, Key
from generator.edition.documents import identify
from generator.model.parts import Form
from generator.model.schema import DIALECT, schema, schema_of
from generator.model.wording import parts_of
from generator.reader import plain, read

ROOT = Path(__file__).parents[2]
ENTRIES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "briefs").glob("*/*.yml"))
SCHEMAS = {
    kind: Draft202012Validator(schema_of(form), format_checker=Draft202012Validator.FORMAT_CHECKER)
    for kind, form in KINDS.items()
}
BRIEF = {"title": "A truce", "date": "2021-11-16", "as_of": "2021-11-16", "bottom_line": "A truce.", "what_happened": "A truce."}


def forms(form: type[Form]) -> Iterator[type[Form]]:
    """Yield a form and all that it holds."""
    yield form
    for field in form.model_fields.values():
        for part in parts_of(field.annotation):
            yield from forms(part)


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_a_schema_of_its_dialect(kind: str) -> None:
    found = schema_of(KINDS[kind])
    assert found["$schema"] == DIALECT
    Draft202012Validator.check_schema(found)


def test_the_schema_is_that_of_a_brief() -> None:
    assert schema() == schema_of(KINDS["brief"])


@pytest.mark.parametrize("file", ENTRIES)
def test_it_takes_every_published_file(file: str) -> None:
    key, root = identify(file, "briefs"), read((ROOT / file).read_bytes(), file).root
    assert isinstance(key, Key)
    assert root is not None
    assert [error.message for error in SCHEMAS[key.kind].iter_errors(_without_blanks(plain(root)))] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_and_form_says_what_it_is_for(kind: str) -> None:
    for form in dict.fromkeys(forms(KINDS[kind])):
        assert (form.__doc__ or "").endswith("."), form
        for name, field in form.model_fields.items():
            assert (field.description or "")[-1:] in (".", "?", "”"), f"{form.__name__}.{name}"


@pytest.mark.parametrize("kind", KINDS)
def test_every_example_fits_its_field(kind: str) -> None:
    definitions = schema_of(KINDS[kind])
    for part in (definitions, *definitions.get("$defs", {}).values()):
        for name, field in part.get("properties", {}).items():
            fits = Draft202012Validator({"$defs": definitions.get("$defs", {}), **field})
            assert all(fits.is_valid(example) for example in field.get("examples", ())), name


@pytest.mark.parametrize(
    "change",
    [
        {"title": None},
        {"title": 5},
        {"title": "x" * 141},
        {"headline": "A truce"},
        {"date": "16 November 2021"},
        {"as_of": "2021-11"},
        {"as_of": "2021-02-30"},
        {"time": "13:00"},
        {"stage": "final"},
        {"places": "border"},
        {"places": ["The Border"]},
        {"key_points": ["One."]},
        {"was": ["../index"]},
        {"sources": {"mt": {"about": "No publisher"}}},
        {"sources": {"mt": {"publisher": "mt", "about": "A report", "url": "javascript:alert(1)"}}},
        {"figures": [{"measure": "lives", "value": "over 6,500", "by": "not stated", "cite": "mt"}]},
        {"disputes": [{"question": "Who?", "accounts": []}]},
    ],
)
def test_it_refuses_the_obvious_mistakes(change: dict[str, Any]) -> None:
    assert SCHEMAS["brief"].is_valid(BRIEF)
    assert not SCHEMAS["brief"].is_valid(BRIEF | change)


def _without_blanks(data: Any) -> Any:
    """Leave out what was left blank, which an editor's completion never writes."""
    if isinstance(data, dict):
        return {key: _without_blanks(value) for key, value in data.items() if value is not None}
    return [_without_blanks(item) for item in data] if isinstance(data, list) else data
