"""How findings call the parts of a form: `value` of figure 1, the source `mt`, a brief."""

import re
from collections.abc import Iterable
from types import NoneType, UnionType
from typing import Any, TypeGuard, Union, get_args, get_origin

from generator.diagnostics import Path
from generator.model.parts import Form


def noun_of(form: type[Form]) -> str:
    """Return what the newsroom calls what this form describes: figure, watch item."""
    return form.called or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", form.__name__).lower()


def part_in_words(path: Path, form: type[Form]) -> str:
    """Return what an editor calls the part of a form at `path`, to start a sentence with: The `value` of figure 1."""
    if not path:
        return f"This {noun_of(form)}"
    inner, *outer = reversed(list(_steps(path, form)))
    words = " of ".join((inner, *outer))
    if not inner.startswith("`"):
        return words[0].upper() + words[1:]
    return f"The {words}" if outer else words


def _steps(path: Path, form: type[Form]) -> Iterable[str]:
    """Yield the words for each part on the way, a list or group with the step into it."""
    steps = list(path)
    while steps:
        name = steps.pop(0)
        here = form_at(form, path[: len(path) - len(steps)])
        kind = _held(form, path[: len(path) - len(steps)])
        if here or not steps or kind is None:
            yield f"`{name}`"
            continue
        step = steps.pop(0)
        item = parts_of(kind)
        number = step + 1 if isinstance(step, int) else f"`{step}`"
        yield f"{noun_of(item[0])} {number}" if item else f"item {number} of `{name}`"


def _held(form: type[Form], path: Path) -> Any:
    """Return the type of the list or group at `path`, if there is one."""
    kind = type_at(form, path)
    return kind if get_origin(kind) in (dict, tuple) else None


def type_at(form: type[Form], path: Path) -> Any:
    """Return the type of what stands at `path` inside a form; None where nothing can stand there."""
    here: Any = form
    for step in path:
        if _is_form(here):
            info = here.model_fields.get(str(step))
            here = _meant(info.annotation) if info else None
        else:
            arguments = get_args(here)
            here = _meant(arguments[1 if get_origin(here) is dict else 0]) if arguments else None
    return here


def parts_of(annotation: Any) -> list[type[Form]]:
    """Return the forms that a field's type holds."""
    if _is_form(annotation):
        return [annotation]
    return [part for argument in get_args(annotation) for part in parts_of(argument)]


def form_at(form: type[Form], path: Path) -> type[Form] | None:
    """Return the form that stands at `path` inside a form."""
    here = type_at(form, path)
    return here if _is_form(here) else None


def _meant(annotation: Any) -> Any:
    """Take off what only says that a field may be absent."""
    if get_origin(annotation) in (Union, UnionType):
        return next(part for part in get_args(annotation) if part is not NoneType)
    return annotation


def _is_form(annotation: Any) -> TypeGuard[type[Form]]:
    return isinstance(annotation, type) and issubclass(annotation, Form)


def value_in_words(value: object) -> str:
    """Say what was found, as an editor would call it, after the words that say what was expected."""
    match value:
        case None:
            return "; it is empty"
        case bool():
            return f", not {str(value).lower()}"
        case str():
            short = value.strip().splitlines()[0] if value.strip() else ""
            return f", not “{short[:57] + '…' if len(short) > 58 else short}”" if short else "; it is empty"
        case int() | float():
            return f", not the number {getattr(value, 'raw', value)}"
        case dict():
            return ", not a group of fields"
        case list() | tuple():
            return ", not a list"
    return ""
