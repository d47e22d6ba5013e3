"""The pictures of a brief, each with what it shows, whose it is and under which licence."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.edition import Document
from generator.edition.pictures import picture_of
from generator.model.forms import Brief
from generator.pages.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture as it stands on the page; `file` is its address relative to the page, the size is in pixels."""

    file: str
    alt: str
    width: int
    height: int
    caption: Markup
    credit: str
    licence: str


def photos(sheet: Sheet, document: Document, brief: Brief) -> Iterator[Photo]:
    """Set the pictures of a brief; one that is not there, or is none, is left out (a finding says so)."""
    for image in brief.images:
        if found := picture_of(sheet.edition.pictures, document.file, image.file):
            caption = sheet.line(document, image.caption)
            yield Photo(image.file, image.alt, found.width, found.height, caption, image.credit, image.licence)
