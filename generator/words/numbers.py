"""Numbers as the CLDR writes them in a locale."""

from copy import copy
from decimal import Decimal
from functools import lru_cache

from babel import Locale


@lru_cache(maxsize=50_000, typed=True)  # 12 and 12.0 are written differently
def number(locale: Locale, value: int | float) -> str:
    """Write a number with every digit that it has: `6,500`, `12.0`."""
    places = max(1, -int(Decimal(str(value)).as_tuple().exponent)) if isinstance(value, float) else 0
    pattern = copy(locale.decimal_formats[None])
    pattern.frac_prec = (places, places)
    return str(pattern.apply(value, locale))
