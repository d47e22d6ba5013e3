"""Other names: what an actor or a place is called elsewhere, and by whom."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.parts import Variant
from generator.pages.languages import inline
from generator.pages.sheet import Sheet
from generator.text import escape


@dataclass(frozen=True, slots=True)
class VariantName:
    """Another name or spelling, marked with its language."""

    name: Markup
    used_by: str


def variants(sheet: Sheet, found: Sequence[Variant]) -> tuple[VariantName, ...]:
    """Set the other names of an entry."""
    return tuple(
        VariantName(
            inline(Markup(escape(variant.name, start=False)), variant.language or sheet.lang, sheet.lang), variant.used_by or ""
        )
        for variant in found
    )
