"""The pictures that briefs show, as the rooms after the edition know them."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """The bytes of a picture, and how large it is shown, in pixels."""

    data: bytes
    width: int
    height: int


def name_of(brief_file: str, picture: str) -> str:
    """Return the name of a picture's file: it lies in a folder beside the brief, which is called as the brief is."""
    return f"{brief_file.removesuffix('.yml')}/{picture}"


def picture_of(pictures: Mapping[str, Picture], brief_file: str, picture: str) -> Picture | None:
    """Return a picture that a brief names, if it is there and can be shown."""
    return pictures.get(name_of(brief_file, picture))
