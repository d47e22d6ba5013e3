"""Write the pages of docs/editors/ that follow from the program: the fields, the rules, and the messages of common slips.

`python tools/reference.py` writes them; with `--check` it only tells whether they are up to date (exit status 1 if one is
not). A new field, part, kind of entry or rule appears by itself; an example for it is a file in `tools/examples/`. What a
field takes is said in the words of the finding that an editor gets who writes something else.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from datetime import date as Date
from pathlib import Path
from types import ModuleType, NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from generator.build import Inputs, read_edition
from generator.edition.documents import ENDING, folder_of
from generator.explained import explanations
from generator.model import KINDS
from generator.model.parts import Entry, Form
from generator.model.references import Ref
from generator.model.values import Prose, a
from generator.model.wording import noun_of
from generator.reporters import reporter
from generator.rules import rules
from generator.scaffold.fields import about
from generator.settings import read as read_settings

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "docs" / "editors"
EXAMPLES = ROOT / "tools" / "examples"
LINE = ROOT / "tests" / "line"

WIDTH = 80
"""Characters in a line of a terminal, as far as the box in which a page shows it is wide."""

LIMITS = ("min_length", "ge", "max_length", "le")
"""The names of a field's limits: the lower ones, then the upper ones."""

SAYS = {"bool_type": "true or false", "float_type": "a number", "int_type": "a whole number"}
"""What fields take whose type checks itself in no words of ours."""

FIELDS = """\
---
description: Every field of every file, whether it is needed, and what it takes.
made_by: python tools/reference.py
---

# Every field

A **file** is a brief or something that several briefs share: {shared}.
Its name without the ending is its **id**, by which other files name it. A **part** is a group of fields inside a file, such as
one source or one quote.

Fields marked *needed* must be there. Leave out every other one that you have nothing for: an absent field leaves nothing
behind on the page.

## Files
"""

RULES = """\
---
description: Every rule that a brief is checked by, with a wrong and a right example, and all other findings.
made_by: python tools/reference.py
---

# Every rule

An **error** stops publishing; a **warning** does not. While a brief says `stage: draft`, all rules give warnings only.

Sometimes a finding is right and the brief is, too. Then [allow it](fields.md#allowance), with the reason; readers see the
reason at the end of the page.
"""

OTHERS = """
## All other findings

These are about how something is written. `.venv/bin/briefs explain` and the name of a finding tell more about each, with a
wrong and a right example. All have to be mended, except where it says here that a finding can be allowed.

| Finding | What it finds |
| --- | --- |
"""


def pages() -> dict[Path, str]:
    """Return the text of every page by its file."""
    made = {"fields.md": fields(), "rules.md": rules_page(), "slips.md": slips((ROOT / "tools" / "slips.md").read_text("utf-8"))}
    return {PAGES / name: text for name, text in made.items()}


def fields() -> str:
    """Return the page of all fields: the files, then the parts in the order in which they occur."""
    used: dict[type[Form], list[str]] = {}
    for form in KINDS.values():
        _note_parts(form, used)
    files = "".join(f"\n{_section(form, kind, _home(kind))}" for kind, form in KINDS.items())
    parts = "".join(f"\n{_section(form, noun_of(form), f'Stands in {_joined(places)}.')}" for form, places in used.items())
    *others, last = (a(kind) for kind in KINDS if kind != "brief")
    head = FIELDS.format(shared=f"{', '.join(others)} or {last}")
    return f"{head}{files}\n## Parts\n{parts}"


def _home(kind: str) -> str:
    return f"Stands in `briefs/{folder_of(kind)}/<id>{ENDING}`."


def _note_parts(form: type[Form], used: dict[type[Form], list[str]]) -> None:
    """Note for each part inside a form where it stands, outer ones first."""
    for name, (hint, _) in _fields(form).items():
        for part in _forms(hint):
            first = part not in used
            place = (
                f"`{name}` of any file" if name in Entry.model_fields else f"`{name}` of [{a(noun_of(form))}](#{_anchor(form)})"
            )
            if place not in used.setdefault(part, []):
                used[part].append(place)
            if first:
                _note_parts(part, used)


def _joined(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _section(form: type[Form], noun: str, place: str) -> str:
    lines = [f"### {noun.capitalize()} {{: #{_anchor(form)} }}", "", form.__doc__ or "", place, ""]
    lines += ["| Field | Takes | For |", "| --- | --- | --- |"]
    for name, (hint, info) in _fields(form).items():
        needed = " *needed*" if info.is_required() else ""
        shown = name.replace("_", "_<wbr>")  # on a telephone the first column is narrow
        lines.append(f"| <code>{shown}</code>{needed} | {takes(hint, info)} | {about(info)} |")
    example = EXAMPLES / f"{_anchor(form)}{ENDING}"
    if example.exists():
        lines += ["", "```yaml", example.read_text("utf-8").rstrip(), "```"]
    return "\n".join(lines) + "\n"


def _anchor(form: type[Form]) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", form.__name__).lower()


def _fields(form: type[Form]) -> dict[str, tuple[Any, FieldInfo]]:
    """Return the fields of a form, its own first, each with its type as it was written."""
    hints, known = get_type_hints(form, include_extras=True), form.model_fields
    order = sorted(known, key=lambda name: name in Entry.model_fields)
    return {name: (hints[name], known[name]) for name in order}


def _forms(hint: Any) -> Iterator[type[Form]]:
    if isinstance(hint, type) and issubclass(hint, Form):
        yield hint
    for argument in get_args(hint):
        yield from _forms(argument)


def takes(hint: Any, info: FieldInfo | None = None) -> str:
    """Return in plain words what a field of this type takes."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return takes(next(part for part in arguments if part is not NoneType), info)
    if origin is Literal:
        return "one of " + ", ".join(f"`{choice}`" for choice in arguments)
    if origin is tuple:
        return f"a list{_bounds(info)}, each item {takes(arguments[0])}"
    if origin is dict:
        return f"names that you choose, each with {takes(arguments[1])} below it"
    if isinstance(hint, type) and issubclass(hint, Form):
        noun = noun_of(hint)
        return f"[{noun if noun.endswith('s') else a(noun)}](#{_anchor(hint)})"  # coordinates come in pairs
    if hint is Prose:
        return "[a text](text.md)"
    if isinstance(hint, type) and issubclass(hint, Ref):
        kinds = " or ".join(f"[{a(kind)}](#{_anchor(KINDS[kind])})" for kind in hint.kinds)
        return " or ".join([f"the id of {kinds}", *(f"`{words}`" for words in hint.instead)])
    return _said(hint) + _bounds(info)


def _said(hint: Any) -> str:
    """Return what a value says that it takes when it is given something that no field takes."""
    try:
        TypeAdapter(hint).validate_python({})
    except ValidationError as error:
        found = error.errors()[0]
        context: Mapping[str, str] = found.get("ctx", {})
        return context["expected"] if found["type"] == "form" else SAYS[found["type"]]
    raise AssertionError(f"{hint} takes anything")


def _bounds(info: FieldInfo | None) -> str:
    """Return the least and the most that a field allows, where it says so: 2 to 5."""
    limits = {name: getattr(rule, name) for rule in (info.metadata if info else ()) for name in LIMITS if hasattr(rule, name)}
    least, most = (next((limits[name] for name in names if name in limits), None) for names in (LIMITS[:2], LIMITS[2:]))
    if least is None or most is None:
        return "" if least is None and most is None else f", {least:g} or more" if most is None else f", {most:g} or less"
    return f", {least:g} to {most:g}"


def rules_page() -> str:
    """Return the page of all rules, and of what else can be found in a file."""
    return RULES + "".join(_rule(name, rule) for name, rule in rules().items()) + OTHERS + "".join(_others())


def _rule(name: str, rule: ModuleType) -> str:
    told = explanations()[name]
    parts = re.sub(r"^## (.+)$", r"**\1**\n", told.text, flags=re.MULTILINE)
    return f"\n## `{name}` {{: #{name} }}\n\n*{rule.SEVERITY.capitalize()}.* {told.summary}\n\n{parts}\n"


def _others() -> Iterator[str]:
    """Yield a row for every finding that no rule makes."""
    for name, told in explanations().items():
        if name not in rules():
            yield f"| `{name}` | {told.summary}{' It can be allowed.' if told.allowable else ''} |\n"


def slips(page: str) -> str:
    """Return the page of common slips: in its text `{case}`, alone in a line, becomes the first finding of that test."""
    return re.sub(r"^\{([a-z0-9-]+)\}$", lambda case: f"```text\n{_first(case[1])}\n```", page, flags=re.MULTILINE)


def _first(case: str) -> str:
    """Return the first finding of a test of the whole line, as a terminal shows it, without the count below it."""
    files = {path.relative_to(LINE / "base").as_posix(): path.read_bytes() for path in LINE.glob("base/briefs/*/*.yml")}
    files["briefs/2021/truce.yml"] = (LINE / "cases" / f"{case}.yml").read_bytes()
    settings, _, _ = read_settings((LINE / "base" / "mkdocs.yml").read_text("utf-8"))
    checked = read_edition(Inputs("mkdocs.yml", "", files, {}), settings, Date(2021, 12, 1))
    told = reporter("text")(checked.findings[:1], checked.texts, width=WIDTH)
    return told.rstrip().rpartition("\n")[0].rstrip()


if __name__ == "__main__":
    stale = {path: text for path, text in pages().items() if not path.is_file() or path.read_text("utf-8") != text}
    if "--check" in sys.argv:
        names = ", ".join(path.relative_to(ROOT).as_posix() for path in stale)
        sys.exit(f"Out of date: {names}. Run python tools/reference.py" if stale else 0)
    for path, text in stale.items():
        path.write_text(text, "utf-8")
