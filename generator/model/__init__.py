"""What a brief and the shared entries consist of: the forms, their fields and the values these take.

One model defines all forms. Validation, the JSON Schema and the field reference follow from it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError

from generator.diagnostics import Diagnostic, Locator, Path, Severity
from generator.model.faults import diagnostics_of
from generator.model.forms import Actor, Background, Brief, Measure, Place, Publisher, SharedSource, Storyline
from generator.model.limits import MOST_ITEMS, too_many
from generator.model.misfits import of_another_kind
from generator.model.parts import Allowance, Entry
from generator.model.references import Ref
from generator.model.repeats import too_often
from generator.model.terms import Term
from generator.model.values import Prose
from generator.model.walk import each, loose
from generator.model.wording import part_in_words
from generator.text import id_from

KINDS: MappingProxyType[str, type[Entry]] = MappingProxyType(
    {
        "brief": Brief,
        "background": Background,
        "storyline": Storyline,
        "actor": Actor,
        "place": Place,
        "source": SharedSource,
        "measure": Measure,
        "publisher": Publisher,
        "term": Term,
    }
)
"""Every kind of entry with its form."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What could be read of one file. Without an `entry` the file does not fit its form; the rest is what could be read."""

    entry: Entry | None
    texts: tuple[tuple[Path, Prose], ...] = ()
    references: tuple[tuple[Path, Ref], ...] = ()
    names: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The ids that the file itself gives to its `sources` and `quotes`; one that is written wrongly also in its right form."""
    allow: tuple[Allowance, ...] = ()
    """The findings that the editor accepts, as far as they could be read."""
    draft: bool = False
    """Whether it is a brief that is still being written."""


def parse(data: object, kind: str, where: Locator) -> tuple[Parsed, tuple[Diagnostic, ...]]:
    """Read plain data as a form of `kind`; return what was read, and every finding of the file."""
    form, filled = KINDS[kind], _without_blanks(data)
    given = filled if isinstance(filled, dict) else {}
    entry: Entry | None = None
    faults: tuple[Diagnostic, ...] = ()
    try:
        entry = form.model_validate(filled)
        found = list(each(entry, Prose, Ref))
    except ValidationError as error:
        if stranger := of_another_kind(given, kind, KINDS, where):
            return Parsed(None), (stranger,)
        faults = diagnostics_of(error, form, data, where)
        found = list(loose(form, filled))
    texts = tuple((path, value) for path, value in found if isinstance(value, Prose))
    references = tuple((path, value) for path, value in found if isinstance(value, Ref))
    names = {part: ids for part in ("sources", "quotes") if (ids := _names(_group(data, part)))}
    draft = form is Brief and given.get("stage") == "draft"
    findings = (*faults, *_too_many(filled, form, where), *_slips(texts, where), *too_often(texts, where))
    return Parsed(entry, texts, references, names, tuple(_allowances(given)), draft), findings


def _too_many(filled: object, form: type[Entry], where: Locator) -> Iterator[Diagnostic]:
    for path, there in too_many(filled):
        message = f"{part_in_words(path, form)} takes at most {MOST_ITEMS} items, not {there:,}."
        help = "Look for something that was pasted in by mistake, or split the file."
        yield Diagnostic("wrong-value", Severity.ERROR, message, where.place(path, key=bool(path)), help=help, path=path)


def _group(data: object, part: str) -> object:
    """Return a group of named items, also where its own name is misspelt by a capital letter or the last one."""
    if not isinstance(data, dict):
        return None
    return data.get(part) or next((group for name, group in data.items() if name.lower().rstrip("s") == part.rstrip("s")), None)


def _names(group: object) -> frozenset[str]:
    """Return the names in a group, also of items with dashes, so that nothing else is blamed for a slip in the form."""
    if isinstance(group, list):
        items = [item for item in group if isinstance(item, dict)]
        names = {str(name) for item in items for name in (*item, item.get("id"), item.get("name")) if name}
    else:
        names = {name for name, item in group.items() if not _is_blank(item)} if isinstance(group, dict) else set()
    return frozenset(names) | frozenset(id_from(name) for name in names)


def _allowances(given: dict[str, Any]) -> Iterator[Allowance]:
    for item in given["allow"] if isinstance(given.get("allow"), list) else ():
        try:
            yield Allowance.model_validate(item)
        except ValidationError:  # the form as a whole says what is wrong with it
            continue


def _slips(texts: tuple[tuple[Path, Prose], ...], where: Locator) -> Iterator[Diagnostic]:
    """Find broken markup. What is only doubtful can be allowed, so that is found together with what the rules find."""
    for path, prose in texts:
        for problem in prose.text.problems:
            if problem.severity is Severity.ERROR:
                place = where.place(path, within=(problem.start, problem.end))
                told = (problem.rule, problem.severity, problem.message, place, problem.help)
                yield Diagnostic(*told, path=path, fix=problem.fix(prose.source))


def _is_blank(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _without_blanks(data: Any) -> Any:
    """Leave out what was left blank: an empty optional field is the same as none, and so is a bar without text below it."""
    if isinstance(data, dict):
        return {key: _without_blanks(value) for key, value in data.items() if not _is_blank(value)}
    if isinstance(data, list):
        return [_without_blanks(value) for value in data]
    return data
