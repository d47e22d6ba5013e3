"""What a brief and the shared entries consist of: the forms, their fields and the values these take.

One model defines all forms. Validation, the JSON Schema and the field reference follow from it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError

from generator.diagnostics import Diagnostic, Locator, Path
from generator.model.faults import diagnostics_of
from generator.model.forms import Actor, Background, Brief, Measure, Place, Publisher, SharedSource, Storyline
from generator.model.parts import Entry
from generator.model.references import Ref
from generator.model.values import Prose
from generator.model.walk import loose, values

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
    """The ids that the file itself gives to its `sources` and `quotes`."""


def parse(data: object, kind: str, where: Locator) -> tuple[Parsed, tuple[Diagnostic, ...]]:
    """Read plain data as a form of `kind`; return what was read, and every finding of the file."""
    form, filled = KINDS[kind], _without_blanks(data)
    names = {part: frozenset(filled[part]) for part in ("sources", "quotes") if isinstance(filled.get(part), dict)}
    entry: Entry | None = None
    faults: tuple[Diagnostic, ...] = ()
    try:
        entry = form.model_validate(filled)
        found = list(values(entry))
    except ValidationError as error:
        faults = diagnostics_of(error, form, data, where)
        found = list(loose(form, filled))
    texts = tuple((path, value) for path, value in found if isinstance(value, Prose))
    references = tuple((path, value) for path, value in found if isinstance(value, Ref))
    return Parsed(entry, texts, references, names), (*faults, *_slips(texts, names.get("sources", frozenset()), where))


def _slips(texts: tuple[tuple[Path, Prose], ...], sources: frozenset[str], where: Locator) -> Iterator[Diagnostic]:
    for path, prose in texts:
        for problem in prose.text.problems:
            bracketed = prose.source[problem.start : problem.end].strip("[]()@ ")
            if problem.rule == "citation-without-at" and bracketed not in sources:
                continue  # a remark such as [sic]
            place = where.place(path, within=(problem.start, problem.end))
            yield Diagnostic(problem.rule, problem.severity, problem.message, place, help=problem.help, path=path)


def _without_blanks(data: Any) -> Any:
    """Leave out what was left blank: an empty optional field is the same as none."""
    if isinstance(data, dict):
        return {key: _without_blanks(value) for key, value in data.items() if value is not None}
    if isinstance(data, list):
        return [_without_blanks(value) for value in data]
    return data
