"""The few terminal colours of a report. They lead the eye; nothing is said by colour alone."""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeAlias


class Ink(StrEnum):
    """What a colour is for, with its codes for "Select Graphic Rendition" (ECMA-48)."""

    ERROR = "1;31"
    WARNING = "1;33"
    ADVICE = "1;32"
    CORRECTED = "32"
    STRONG = "1"
    FRAME = "94"


Paint: TypeAlias = Callable[[Ink, str], str]
"""Puts one line of text, free of control characters, into an ink."""


def painter(colour: bool) -> Paint:
    """Return what colours text, or without `colour` leaves it as it is."""

    def paint(ink: Ink, text: str) -> str:
        return f"\x1b[{ink}m{text}\x1b[0m" if colour and text else text

    return paint
