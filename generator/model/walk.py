"""Every value of a form with its path, so that rules and links need no list of fields of their own."""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic_core import PydanticCustomError

from generator.diagnostics import Path
from generator.model.parts import Form
from generator.model.references import Ref
from generator.model.values import Prose

Kind = TypeVar("Kind")


def each(form: Form, *kinds: type[Kind]) -> Iterator[tuple[Path, Kind]]:
    """Yield every value of these kinds, such as `Prose`, `Figure` or `Quote`, with its path."""
    found: list[tuple[Path, Any]] = []
    _gather(form, (), kinds, found)
    return ((path, value) for path, value in found if isinstance(value, kinds))


def _gather(value: Any, path: Path, kinds: tuple[type, ...], found: list[tuple[Path, Any]]) -> None:
    """Add a value and what is in it to `found`; leave out fields that cannot hold any of these kinds."""
    if value is None:
        return
    if path:
        found.append((path, value))
    if isinstance(value, Form):
        for name in _fields(value.__class__, kinds):
            _gather(getattr(value, name), (*path, name), kinds, found)
    elif isinstance(value, dict):
        for name, item in value.items():
            _gather(item, (*path, name), kinds, found)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            _gather(item, (*path, index), kinds, found)


@cache
def _fields(form: type[Form], kinds: tuple[type, ...]) -> tuple[str, ...]:
    """Return the fields of a form in which a value of one of these kinds can stand, in the order of the form."""
    return tuple(name for name, info in form.model_fields.items() if _may_hold(info.annotation, kinds, (form,)))


def _may_hold(kind: Any, kinds: tuple[type, ...], above: tuple[type, ...]) -> bool:
    if isinstance(kind, type) and not get_args(kind):
        if issubclass(kind, kinds):
            return True
        inner = kind.model_fields.values() if issubclass(kind, Form) and kind not in above else ()
        return any(_may_hold(info.annotation, kinds, (*above, kind)) for info in inner)
    return any(_may_hold(argument, kinds, above) for argument in get_args(kind))


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
