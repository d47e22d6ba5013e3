"""The lines of a form that is still to be filled in. What a field is for is the model's own description of it."""

import re
import textwrap
from collections.abc import Iterator, Mapping
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.model.parts import Form
from generator.model.references import Ref
from generator.model.values import Prose, Verbatim

WIDTH = 100
"""Characters of a line of a note."""
_SAFE = re.compile(r"[^\W\d_](?:[\w ,.;!?’“”()–—-]*[\w.!?’”)])?")
_WORDS_OF_YAML = ("true", "false", "null")


def line(name: str, words: str) -> list[str]:
    """Return a field with one line of text, such that it reads back the same whatever characters it holds."""
    if _SAFE.fullmatch(words) and words.lower() not in _WORDS_OF_YAML:
        return [f"{name}: {words}"]
    return [f"{name}: |", f"  {words}"]


def note(words: str, indent: str = "", sign: str = "#") -> list[str]:
    """Return a note for the editor: a comment of as many lines as it needs."""
    start = f"{indent}{sign} "
    return textwrap.wrap(words, WIDTH, initial_indent=start, subsequent_indent=start, break_on_hyphens=False)


def about(info: FieldInfo) -> str:
    """Return what the model says of a field, with its examples."""
    examples = " or ".join(f"`{_shown(example)}`" for example in info.examples or ())
    return f"{info.description} As in {examples}." if examples else info.description or ""


def _shown(example: Any) -> str:
    return f"[{', '.join(example)}]" if isinstance(example, list) else str(example)


def blank(form: type[Form], names: Mapping[str, Any], known: Mapping[str, str], indent: str = "") -> Iterator[str]:
    """Yield blank fields of a form, each below its note.

    `names` are the fields to show, and what to show inside those that hold fields themselves. `known` are notes on the ids
    that there are, by kind of entry; they follow the field that takes one.
    """
    for name, inner in names.items():
        info = form.model_fields[name]
        yield from note(about(info), indent)
        for kind in _kinds(info.annotation):
            yield from note(known[kind], indent) if kind in known else ()
        yield from _empty(name, info, inner, known, indent)


def _empty(name: str, info: FieldInfo, inner: Any, known: Mapping[str, str], indent: str) -> Iterator[str]:
    kind = _plain(info.annotation)
    origin, arguments = get_origin(kind), get_args(kind)
    if kind is Prose or get_args(Verbatim)[1] in info.metadata:
        yield from (f"{indent}{name}: |", f"{indent}  ")
    elif origin is dict:
        yield from (f"{indent}{name}:", f"{indent}  {_own_name(name)}:")
        yield from blank(arguments[1], inner, known, f"{indent}    ")
    elif origin is tuple and _is_form(arguments[0]):
        yield f"{indent}{name}:"
        yield from _as_item(list(blank(arguments[0], inner, known, f"{indent}    ")), indent)
    elif origin is tuple and _plain(arguments[0]) is Prose:
        yield from (f"{indent}{name}:", *[f"{indent}  - |", f"{indent}    "] * 2)
    else:
        yield f"{indent}{name}: []" if origin is tuple else f"{indent}{name}:"


def _own_name(group: str) -> str:
    """Return a first name for what an editor names, such as `source-1` among `sources`."""
    return f"{group.removesuffix('s')}-1"


def _as_item(lines: list[str], indent: str) -> Iterator[str]:
    """Put the dash of a list item before the first field of a form, below the notes that precede it."""
    first = next(number for number, text in enumerate(lines) if not text.lstrip().startswith("#"))
    for number, text in enumerate(lines):
        yield f"{indent}  - {text.lstrip()}" if number == first else text


def _is_form(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Form)


def _plain(annotation: Any) -> Any:
    """Take off what only says that a field may be absent, and how it is checked."""
    parts = [part for part in get_args(annotation) if part is not NoneType]
    if NoneType in get_args(annotation):
        return _plain(parts[0])
    return _plain(parts[0]) if get_origin(annotation) is Annotated else annotation


def _kinds(annotation: Any) -> tuple[str, ...]:
    """Return the kinds of entry whose ids a field takes."""
    kind = _plain(annotation)
    if isinstance(kind, type) and issubclass(kind, Ref):
        return kind.kinds
    return _kinds(get_args(kind)[0]) if get_origin(kind) is tuple else ()
