"""What does not fit the form, in the editor's words."""

from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import Diagnostic, Fix, Locator, Path, Place, Severity
from generator.model.advice import MEANT, for_a_group, for_a_list
from generator.model.likely import sure_word
from generator.model.parts import Entry, Form
from generator.model.references import UNLINKED
from generator.model.values import a, typed
from generator.model.wording import form_at, noun_of, part_in_words, parts_of, type_at, value_in_words

_EXPECTED = {
    "bool_type": "true or false",
    "int_type": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "dict_type": "names, each with its own lines below it",
    "tuple_type": "a list: one `- ` for each item",
    "model_type": "a group of fields below it",
    "model_attributes_type": "a group of fields below it",
}
MUCH = 3
"""So many missing fields of one group are one finding."""
_YES = {"yes": "true", "y": "true", "on": "true", "no": "false", "n": "false", "off": "false"}


def diagnostics_of(error: ValidationError, form: type[Form], data: object, where: Locator) -> tuple[Diagnostic, ...]:
    """Turn all errors of one file into findings, each at its line.

    One mistake is one finding: a field is not called missing where its name is misspelt, nor a list short where items do
    not fit. What is wrong with an id is left to the edition.
    """
    found = error.errors(include_url=False)
    faulty = {path[:length] for path in map(_path, found) for length in range(len(path))}
    errors = [e for e in found if e["type"] != UNLINKED and not (e["type"] == "too_short" and _path(e) in faulty)]
    desk = _Desk(form, data, where)
    others = [desk.finding(details) for details in errors if details["type"] != "missing"]
    misspelt = {(*path[:-1], likely) for path, likely in desk.misspelt.items()}
    missing = [path for e in errors if e["type"] == "missing" and (path := _path(e)) not in misspelt]
    groups: dict[Path, list[Path]] = {}
    for path in missing:
        groups.setdefault(path[:-1], []).append(path)
    return (*others, *(finding for paths in groups.values() for finding in desk.lacking(paths)))


def _path(error: ErrorDetails) -> Path:
    return tuple(step for step in error["loc"] if step != "[key]")


class _Desk:
    """Reads the errors of one file. `misspelt` collects the names of fields that were likely meant."""

    def __init__(self, form: type[Form], data: object, where: Locator) -> None:
        self.form, self.data, self.where = form, data, where
        self.misspelt: dict[Path, str] = {}

    def finding(self, error: ErrorDetails) -> Diagnostic:
        path = _path(error)
        part, found = part_in_words(path, self.form), value_in_words(error["input"])
        context: dict[str, Any] = error.get("ctx", {})
        match error["type"]:
            case "extra_forbidden":
                return self.unknown(path)
            case "form" if error["loc"][-1:] == ("[key]",):
                fix = _fix(error["input"], context["instead"])
                return self.wrong(path, f"{part} needs {context['expected']}{found}.", context["help"], key=True, fix=fix)
            case "form":
                help = context["help"] or self.advice("form", path, error["input"])
                if isinstance(error["loc"][-1], int) and context["instead"] and " " in str(error["input"]).strip():
                    help += " If these are several, put a comma between them."
                fix = _fix(error["input"], context["instead"])
                return self.wrong(path, f"{part} takes {context['expected']}{found}.", help, fix=fix)
            case "said":
                path = (*path, context["at"]) if context["at"] else path
                place = self.where.place(path) if context["at"] or not isinstance(error["input"], dict) else self.start_of(path)
                return _error("wrong-value", f"{part} {context['says']}.", path, place, context["help"])
            case "literal_error":
                return self.choice(path, part, error)
            case "too_short" | "too_long":
                return self.count(path, part, error)
            case "greater_than_equal" | "less_than_equal":
                bound = f"at least {context['ge']:g}" if "ge" in context else f"at most {context['le']:g}"
                return self.wrong(path, f"{part} takes a number of {bound}{found}.")
            case kind:
                expected = _EXPECTED.get(kind, "another kind of value")
                fix = _fix(error["input"], _YES.get(str(error["input"]).lower(), "") if kind == "bool_type" else "")
                advice = self.advice(kind, path, error["input"])
                return self.wrong(path, f"{part} takes {expected}{found}.", advice, fix=fix)

    def wrong(self, path: Path, message: str, help: str = "", *, key: bool = False, fix: Fix | None = None) -> Diagnostic:
        return _error("wrong-value", message, path, self.where.place(path, key=key), help, fix)

    def start_of(self, path: Path) -> Place:
        """Return the place of the first field of a group, or of the name of the group."""
        group = _at(self.data, path)
        if path and isinstance(path[-1], int) and isinstance(group, dict) and group:
            return self.where.place((*path, next(iter(group))), key=True)
        return self.where.place(path, key=True)

    def lacking(self, paths: list[Path]) -> list[Diagnostic]:
        """Say what a group of fields lacks: where that is much, somebody has just begun to fill it in."""
        group = _at(self.data, paths[0][:-1])
        absent = [str(path[-1]) for path in paths if not isinstance(group, dict) or path[-1] not in group]
        if len(absent) < MUCH:
            return [self.missing(path) for path in paths]
        path = paths[0][:-1]
        named = f"{', '.join(f'`{name}`' for name in absent[:-1])} and `{absent[-1]}`"
        help = "Add them; `briefs new` makes a file that has all." if not path else "Add them, each on a line of its own."
        whole = _error("missing-field", f"{part_in_words(path, self.form)} still needs {named}.", path, self.start_of(path), help)
        return [whole, *(self.missing(path) for path in paths if path[-1] not in absent)]

    def missing(self, path: Path) -> Diagnostic:
        name, holder = str(path[-1]), form_at(self.form, path[:-1])
        about = (holder.model_fields[name].description if holder and name in holder.model_fields else "") or ""
        group = _at(self.data, path[:-1])
        if isinstance(group, dict) and name in group:
            message = f"{part_in_words(path, self.form)} is empty, but {a(noun_of(holder or self.form))} needs it."
            return _error("empty-field", message, path, self.where.place(path, key=True), about)
        message = f"{part_in_words(path[:-1], self.form)} has no `{name}`."
        return _error("missing-field", message, path, self.start_of(path[:-1]), f"Add `{name}:`. {about}".strip())

    def unknown(self, path: Path) -> Diagnostic:
        name, holder = str(path[-1]), form_at(self.form, path[:-1]) or self.form
        bare = name.strip(" \"'“”‘’„«»").lower().replace(" ", "_").replace("-", "_")
        own = [field for field in holder.model_fields if field not in Entry.model_fields]
        fields = [*own, *(field for field in holder.model_fields if field not in own)]
        likely, fix = get_close_matches(bare, fields, n=1, cutoff=0.6), None
        if MEANT.get(bare) in fields:
            likely = [MEANT[bare]]
        group = _at(self.data, path[:-1])
        sure = bare if bare in fields else sure_word(bare, fields, 0.8)
        elsewhere = self.elsewhere(bare, path)
        is_plural = sure.removesuffix("s") == bare.removesuffix("s")  # `source` is `sources`, whatever else is called so
        if elsewhere and not is_plural:
            advice = f"`{bare}` is a field of {elsewhere}; check the indentation."
        elif likely:
            self.misspelt[path] = likely[0]
            fix = _fix(name, sure) if isinstance(group, dict) and sure not in group else None
            advice = f"Did you mean `{likely[0]}`?"
        else:
            advice = f"The fields here are: {', '.join(fields)}."
        message = f"`{name}` is not a field of {a(noun_of(holder))}."
        return _error("unknown-field", message, path, self.where.place(path, key=True), advice, fix)

    def elsewhere(self, name: str, path: Path) -> str:
        """Say where else in this file a field of this name could stand and does not yet."""
        if len(path) > 1 and name in self.form.model_fields and isinstance(self.data, dict) and name not in self.data:
            return f"the {noun_of(self.form)} itself, at the left margin"
        if len(path) == 1:
            for field, info in self.form.model_fields.items():
                for part in parts_of(info.annotation):
                    if name in part.model_fields:
                        return f"{a(noun_of(part))}, below `{field}`"
        return ""

    def choice(self, path: Path, part: str, error: ErrorDetails) -> Diagnostic:
        allowed = [word.strip("'") for word in error["ctx"]["expected"].replace(" or ", ", ").split(", ")]
        likely = get_close_matches(str(error["input"]).lower().replace("-", " ").replace("_", " "), allowed, n=1, cutoff=0.6)
        holder = form_at(self.form, path[:-1])
        field = holder.model_fields.get(str(path[-1])) if holder else None
        advice = f"Did you mean `{likely[0]}`?" if likely else (field.description if field else "") or ""
        choices = ", ".join(f"`{word}`" for word in allowed)
        fix = _fix(error["input"], sure_word(str(error["input"]).lower(), allowed))
        return self.wrong(path, f"{part} takes one of {choices}{value_in_words(error['input'])}.", advice, fix=fix)

    def count(self, path: Path, part: str, error: ErrorDetails) -> Diagnostic:
        few = error["type"] == "too_short"
        limit, there = error["ctx"]["min_length" if few else "max_length"], error["ctx"]["actual_length"]
        message = f"{part} takes at {'least' if few else 'most'} {limit} {'item' if limit == 1 else 'items'}, not {there}."
        holder = form_at(self.form, path[:-1])
        field = holder.model_fields.get(str(path[-1])) if holder else None
        optional = " or leave the whole field out" if field and not field.is_required() else ""
        more = f"Add {'one' if limit - there == 1 else 'some'}{optional}."
        return self.wrong(path, message, more if few else "Join some, or take some out.", key=True)

    def advice(self, kind: str, path: Path, found: object) -> str:
        name = path[-1] if path else ""
        if kind == "bool_type" and isinstance(found, str) and found.lower() in _YES:
            return f"Write `{_YES[found.lower()]}`."
        if kind == "tuple_type":
            span = self.where.place(path).span
            return for_a_list(name, found, type_at(self.form, (*path, 0)), lines=bool(span and span.end_line > span.line))
        if kind == "dict_type" and isinstance(found, list | tuple):
            return "Give each item a name of its own instead of `- `, as in `mt:` with its fields below it."
        if kind == "form" and isinstance(found, list | tuple) and len(found) == 1:
            return "Write it after the colon, without the `- `."
        if kind == "form" and isinstance(found, dict):
            return "Take out the colon, or put the words in double quotes."
        if kind in ("model_type", "model_attributes_type") and (part := form_at(self.form, path)):
            return for_a_group(found, part, in_list=isinstance(name, int))
        return ""


def _at(data: object, path: Path) -> object:
    for step in path:
        try:
            data = data[step]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _fix(found: object, sure: str) -> Fix | None:
    """Return the change of what the editor typed into what was meant, where there is no doubt about it."""
    written = str(typed(found)).strip()
    return Fix(written, sure) if written and sure else None


def _error(rule: str, message: str, path: Path, place: Place, help: str, fix: Fix | None = None) -> Diagnostic:
    return Diagnostic(rule, Severity.ERROR, message, place, help=str(help), path=path, fix=fix)
