"""Dates as they are known: a day, a month, a year, an uncertain or approximate one, or a stretch of time.

The notation is the part of EDTF level 1 (ISO 8601-2:2019) that a newsroom needs: days, months, years, `~` for about, `?` for
not sure, `%` for both, and stretches of time with a known or open end.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date as Date
from functools import lru_cache
from typing import Any, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema

from generator.model.likely import OTHER_DATES, date_advice, sure_date
from generator.model.values import fault, no_such_day, typed, wrong

_DATE = r"[1-9]\d{3}(?:-\d{2}(?:-\d{2})?)?[?~%]?"
EDTF = rf"^(?:{_DATE}|(?:{_DATE}|\.\.)/(?:{_DATE}|\.\.))$"
_EXPECTED = "a date, as in 2021-11-16, 2021-11 or 2021"


@dataclass(frozen=True, slots=True, order=True)
class When:
    """A date with its precision. `earliest` and `latest` are the first and last day that it may mean."""

    earliest: Date
    latest: Date
    written: str

    @property
    def precision(self) -> str:
        """One of `day`, `month`, `year`, `interval`."""
        if "/" in self.written:
            return "interval"
        return ("year", "month", "day")[self.written.count("-")]

    @property
    def approximate(self) -> bool:
        """Whether the date is only about right (EDTF `~` or `%`)."""
        return any(mark in self.written for mark in "~%")

    @property
    def uncertain(self) -> bool:
        """Whether the date is doubtful (EDTF `?` or `%`)."""
        return any(mark in self.written for mark in "?%")

    @property
    def parts(self) -> tuple["When", ...]:
        """The two ends of an interval; for any other date, itself. An open end is left out."""
        return tuple(When.read(part) for part in self.written.split("/") if part != "..")

    def __str__(self) -> str:
        return self.written

    @staticmethod
    @lru_cache(maxsize=50_000)
    def read(written: str) -> "When":
        """Read an EDTF level 1 date; raise `fault` where it is none or the calendar does not have it."""
        if not re.fullmatch(EDTF, written, re.ASCII):
            raise fault(_EXPECTED, date_advice(written), sure_date(written))
        if "/" in written:
            first, last = (None if part == ".." else When.read(part) for part in written.split("/"))
            if first is None and last is None:
                raise fault(_EXPECTED, OTHER_DATES)
            if first and last and last.latest < first.earliest:
                raise wrong(f"says {written}, which ends before it starts", "Swap the two dates.")
            return When(first.earliest if first else Date.min, last.latest if last else Date.max, written)
        year, month, day = [*(int(part) for part in written.rstrip("?~%").split("-")), 0, 0][:3]
        try:
            ends = day or calendar.monthrange(year, month or 12)[1]
            return When(Date(year, month or 1, day or 1), Date(year, month or 12, ends), written)
        except ValueError:
            raise no_such_day(written) from None

    @classmethod
    def of(cls, value: Any) -> Self:
        """Read what an editor typed."""
        value = typed(value)
        if not isinstance(value, str):
            raise fault(_EXPECTED, OTHER_DATES)
        return cls.read(value.strip())  # type: ignore[return-value]

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            lambda value: value if isinstance(value, cls) else cls.of(value),
            json_schema_input_schema=core_schema.union_schema(
                [core_schema.str_schema(pattern=EDTF), core_schema.int_schema(ge=1000, le=9999)]
            ),
        )
