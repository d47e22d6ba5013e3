"""What does not fit the form, in the editor's words."""

from difflib import get_close_matches
from types import NoneType, UnionType
from typing import Any, TypeGuard, Union, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import Diagnostic, Locator, Path, Severity, dotted
from generator.model.parts import Form

_EXPECTED = {
    "bool_type": "true or false",
    "int_type": "a whole number",
    "float_type": "a number",
    "dict_type": "names, each with its own lines below it",
    "tuple_type": "a list: one `- ` for each item",
    "model_type": "a group of fields below it",
    "model_attributes_type": "a group of fields below it",
}


def diagnostics_of(error: ValidationError, form: type[Form], data: object, where: Locator) -> tuple[Diagnostic, ...]:
    """Turn all errors of one file into findings, each at its line."""
    return tuple(_finding(details, form, data, where) for details in error.errors(include_url=False))


def _finding(error: ErrorDetails, form: type[Form], data: object, where: Locator) -> Diagnostic:
    path: Path = tuple(step for step in error["loc"] if step != "[key]")
    name = dotted(path)
    match error["type"]:
        case "missing":
            return _missing(path, form, data, where)
        case "extra_forbidden":
            return _unknown(path, form, where)
        case "form":
            context = error.get("ctx", {})
            found = value_in_words(error["input"])
            message = f"`{name}` takes {context['expected']}{found}." if path else f"This file needs {context['expected']}."
            return _error("wrong-value", message, path, where, help=str(context["help"]))
        case "literal_error":
            return _choice(name, path, error, where)
        case "too_short" | "too_long":
            return _count(name, path, error, where)
        case "string_too_long":
            limit = error["ctx"]["max_length"]
            message = f"`{name}` takes at most {limit} characters, not {len(str(error['input']))}."
            return _error("wrong-value", message, path, where, help="Shorten it.")
        case "greater_than_equal" | "less_than_equal":
            bound = "at least " + str(error["ctx"].get("ge")) if "ge" in error["ctx"] else f"at most {error['ctx'].get('le')}"
            return _error("wrong-value", f"`{name}` takes a number of {bound}{value_in_words(error['input'])}.", path, where)
        case kind:
            expected = _EXPECTED.get(kind, "another kind of value")
            return _error(
                "wrong-value",
                f"`{name}` takes {expected}{value_in_words(error['input'])}.",
                path,
                where,
                help=_list_advice(kind, name, error["input"]),
            )


def _missing(path: Path, form: type[Form], data: object, where: Locator) -> Diagnostic:
    name = str(path[-1])
    holder = form_at(form, path[:-1])
    about = holder.model_fields[name].description if holder and name in holder.model_fields else None
    advice = f"Add `{name}:`. {about}" if about else f"Add `{name}:`."
    if _typed_but_empty(data, path):
        return _error("empty-field", f"`{name}` is empty, and this form needs it.", path, where, key=True, help=about or "")
    whole = "This file" if len(path) == 1 else f"`{dotted(path[:-1])}`"
    return _error("missing-field", f"{whole} has no `{name}`, which it needs.", path, where, key=True, help=advice)


def _unknown(path: Path, form: type[Form], where: Locator) -> Diagnostic:
    name = str(path[-1])
    holder = form_at(form, path[:-1])
    fields = list(holder.model_fields) if holder else []
    likely = get_close_matches(_bare(name), fields, n=1, cutoff=0.6)
    elsewhere = [place for place in _places_of(form, _bare(name)) if place]
    if likely:
        advice = f"Did you mean `{likely[0]}`?"
    elif elsewhere:
        advice = f"`{_bare(name)}` belongs into {elsewhere[0]}; check the indentation."
    else:
        advice = f"The fields here are: {', '.join(fields)}." if fields else ""
    whole = "this form" if len(path) == 1 else f"`{dotted(path[:-1])}`"
    return _error("unknown-field", f"`{name}` is not a field of {whole}.", path, where, key=True, help=advice)


def _bare(name: str) -> str:
    return name.strip(" \"'“”‘’„«»").lower().replace(" ", "_").replace("-", "_")


def _places_of(form: type[Form], name: str) -> list[str]:
    if name in form.model_fields:
        return ["the file itself, at the left margin"]
    return [
        f"`{field}`"
        for field, info in form.model_fields.items()
        for part in parts_of(info.annotation)
        if name in part.model_fields
    ]


def _choice(name: str, path: Path, error: ErrorDetails, where: Locator) -> Diagnostic:
    allowed = [word.strip("'") for word in error["ctx"]["expected"].replace(" or ", ", ").split(", ")]
    found = str(error["input"])
    likely = get_close_matches(found.lower().replace("-", " ").replace("_", " "), allowed, n=1, cutoff=0.6)
    advice = f"Did you mean `{likely[0]}`?" if likely else ""
    message = f"`{name}` takes one of {', '.join(f'`{word}`' for word in allowed)}{value_in_words(error['input'])}."
    return _error("wrong-value", message, path, where, help=advice)


def _count(name: str, path: Path, error: ErrorDetails, where: Locator) -> Diagnostic:
    few = error["type"] == "too_short"
    limit, there = error["ctx"]["min_length" if few else "max_length"], error["ctx"]["actual_length"]
    message = f"`{name}` takes at {'least' if few else 'most'} {limit} items, not {there}."
    return _error("wrong-value", message, path, where)


def _list_advice(kind: str, name: str, found: object) -> str:
    if kind == "tuple_type" and isinstance(found, str) and len(found) < 60:
        return f"Write `{name.rpartition('.')[2]}: [{found}]`, or one `- ` line for each item."
    if kind == "tuple_type" and isinstance(found, dict):
        return "Start each item with `- `."
    if kind == "dict_type" and isinstance(found, (list, tuple)):
        return "Give each item a name of its own instead of `- `, as in `mt:` with its fields below it."
    return ""


def value_in_words(value: object) -> str:
    """Say what was found, as an editor would call it."""
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


def _typed_but_empty(data: object, path: Path) -> bool:
    for step in path[:-1]:
        try:
            data = data[step]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            return False
    return isinstance(data, dict) and path[-1] in data


def parts_of(annotation: Any) -> list[type[Form]]:
    """Return the forms that a field's type holds."""
    if _is_form(annotation):
        return [annotation]
    return [part for argument in get_args(annotation) for part in parts_of(argument)]


def form_at(form: type[Form], path: Path) -> type[Form] | None:
    """Return the form that stands at `path` inside a form."""
    here: Any = form
    for step in path:
        if _is_form(here):
            info = here.model_fields.get(str(step))
            here = _meant(info.annotation) if info else None
        else:
            arguments = get_args(here)
            here = _meant(arguments[1 if get_origin(here) is dict else 0]) if arguments else None
    return here if _is_form(here) else None


def _meant(annotation: Any) -> Any:
    """Take off what only says that a field may be absent."""
    if get_origin(annotation) in (Union, UnionType):
        return next(part for part in get_args(annotation) if part is not NoneType)
    return annotation


def _is_form(annotation: Any) -> TypeGuard[type[Form]]:
    return isinstance(annotation, type) and issubclass(annotation, Form)


def _error(rule: str, message: str, path: Path, where: Locator, *, key: bool = False, help: str = "") -> Diagnostic:
    return Diagnostic(rule, Severity.ERROR, message, where.place(path, key=key), help=help, path=path)
