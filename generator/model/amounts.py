"""Numbers as they are reported: exact, or with the words that bound them, as in `more than 6500`."""

import re
from dataclasses import dataclass
from typing import Any, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema

from generator.model.likely import likely_amount, likely_range, sure_amount
from generator.model.values import fault, typed, wrong

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
        written = str(typed(value)).strip() if not isinstance(value, bool) else ""
        if not re.fullmatch(AMOUNT, written, re.ASCII):
            raise fault("a number, or one with a bound, as in `more than 6500`", _advice(written), sure_amount(written))
        if re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", written):
            whole, _, fraction = written.partition(".")
            short = fraction.rstrip("0") or "0"
            advice = f"Write `{whole}{fraction}`; if it is a fraction, `{whole}.{short if len(short) < 3 else f'{short}0'}`."
            raise wrong(f"says {written}, which may mean {whole},{fraction} or {float(written):g}", advice)
        bound, _, digits = written.rpartition(" ")
        return cls(float(digits) if "." in digits else int(digits), bound)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            lambda value: value if isinstance(value, cls) else cls.of(value),
            json_schema_input_schema=core_schema.union_schema(
                [core_schema.float_schema(ge=0), core_schema.str_schema(pattern=AMOUNT)]
            ),
        )


def _advice(written: str) -> str:
    if likely := likely_amount(written):
        return f"Write `{likely}`. The unit is that of the measure, and the page sets the separators."
    if ends := likely_range(written):
        return f"Write a range on two lines: `low: {ends[0]}` and `high: {ends[1]}`."
    return f"Write it in digits. The bounds are: {', '.join(BOUNDS)}."
