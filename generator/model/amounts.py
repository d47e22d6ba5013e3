"""Numbers as they are reported: exact, or with the words that bound them, as in `more than 6500`."""

import re
from dataclasses import dataclass
from typing import Any, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema

from generator.model.values import fault, typed

BOUNDS = ("more than", "at least", "nearly", "about", "fewer than", "up to")
AMOUNT = rf"^(?:(?:{'|'.join(BOUNDS)}) )?\d{{1,15}}(?:\.\d{{1,6}})?$"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with the word that bounds it, if any. The unit is that of the measure."""

    number: int | float
    bound: str = ""

    @classmethod
    def of(cls, value: Any) -> Self:
        """Read what an editor typed."""
        written = str(typed(value)) if not isinstance(value, bool) else ""
        plain = re.sub(r"(?<=\d)[,   _'](?=\d{3}\b)", "", written.strip())
        if not re.fullmatch(AMOUNT, plain):
            raise fault("a number, or one with a bound such as `more than 6500`", f"The bounds are: {', '.join(BOUNDS)}.")
        if plain != written.strip():
            raise fault("a number without separators", f"Write {plain}; the page sets the separators.")
        bound, _, digits = plain.rpartition(" ")
        return cls(float(digits) if "." in digits else int(digits), bound)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            lambda value: value if isinstance(value, cls) else cls.of(value),
            json_schema_input_schema=core_schema.union_schema(
                [core_schema.float_schema(ge=0), core_schema.str_schema(pattern=AMOUNT)]
            ),
        )
