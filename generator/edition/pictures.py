"""A picture that a brief shows, as the rooms after the edition know it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """The bytes of a picture, and how large it is shown, in pixels."""

    data: bytes
    width: int
    height: int
