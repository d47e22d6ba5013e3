"""The values of the forms that readers see, by kind: the model has them, so that the catalogue needs no list of its own."""

from collections.abc import Iterator
from types import NoneType
from typing import Any, get_args

from generator.model.amounts import BOUNDS
from generator.model.forms import Actor, Brief, Publisher, Trend
from generator.model.parts import Form, Outcome, Source

TERMS: dict[str, tuple[type[Form], str]] = {
    "status of a brief": (Brief, "status"),
    "trend of a storyline": (Trend, "direction"),
    "kind of source": (Source, "kind"),
    "kind of publisher": (Publisher, "kind"),
    "kind of actor": (Actor, "kind"),
    "what became of it": (Outcome, "state"),
}
"""The kinds, each with the form and the field whose values it names. A kind is the context of its messages."""


def values(kind: str) -> tuple[str, ...]:
    """Return the values of a kind."""
    form, field = TERMS[kind]
    return tuple(_literals(form.model_fields[field].annotation))


def messages() -> Iterator[tuple[str, str]]:
    """Yield the context (or none) and the message of everything that is said of values."""
    for kind in TERMS:
        yield from ((kind, value) for value in values(kind))
    yield from (("", f"{bound} %(number)s") for bound in BOUNDS)


def _literals(annotation: Any) -> Iterator[str]:
    for argument in get_args(annotation):
        if isinstance(argument, str):
            yield argument
        elif argument is not NoneType:
            yield from _literals(argument)
