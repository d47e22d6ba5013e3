"""Every value of a form with its path, so that rules and links need no list of fields of their own."""

from collections.abc import Iterator
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic_core import PydanticCustomError

from generator.diagnostics import Path
from generator.model.parts import Form
from generator.model.references import Ref
from generator.model.values import Prose

Kind = TypeVar("Kind")


def values(form: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield every value of a form that was filled in, outer ones first, in the order of the form."""
    if form is None:
        return
    if path:
        yield path, form
    if isinstance(form, Form):
        for name in type(form).model_fields:
            yield from values(getattr(form, name), (*path, name))
    elif isinstance(form, dict):
        for name, value in form.items():
            yield from values(value, (*path, name))
    elif isinstance(form, tuple):
        for index, value in enumerate(form):
            yield from values(value, (*path, index))


def each(form: Form, kind: type[Kind]) -> Iterator[tuple[Path, Kind]]:
    """Yield every value of one kind, such as `Prose`, `Figure` or `Quote`, with its path."""
    for path, value in values(form):
        if isinstance(value, kind):
            yield path, value


def loose(form: type[Form], data: object) -> Iterator[tuple[Path, Prose | Ref]]:
    """Yield the texts and references in data that does not fit its form as a whole, so that they are checked all the same."""
    yield from _of_form(form, data, ())


def _of_form(form: type[Form], data: object, path: Path) -> Iterator[tuple[Path, Prose | Ref]]:
    if isinstance(data, dict):
        for name, info in form.model_fields.items():
            if name in data:
                yield from _of_type(info.annotation, data[name], (*path, name))


def _of_type(kind: Any, data: object, path: Path) -> Iterator[tuple[Path, Prose | Ref]]:
    origin, arguments = get_origin(kind), get_args(kind)
    if isinstance(kind, type) and issubclass(kind, Form):
        yield from _of_form(kind, data, path)
    elif isinstance(kind, type) and issubclass(kind, Prose | Ref):
        try:
            yield path, kind.loosely(data) if issubclass(kind, Ref) else kind.of(data)
        except PydanticCustomError:
            return
    elif origin is dict and isinstance(data, dict):
        for name, value in data.items():
            yield from _of_type(arguments[1], value, (*path, name))
    elif origin is tuple and isinstance(data, list):
        for index, value in enumerate(data):
            yield from _of_type(arguments[0], value, (*path, index))
    elif origin is Annotated:
        yield from _of_type(arguments[0], data, path)
    elif origin is not dict and origin is not tuple:
        for argument in arguments:
            yield from _of_type(argument, data, path)
