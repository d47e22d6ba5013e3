"""The pictures that briefs declare: found below the brief's own folder, looked at, and kept or reported."""

from collections.abc import Iterable, Iterator, Mapping

from generator.diagnostics import Diagnostic, Severity
from generator.edition import Document
from generator.edition.pictures import Picture, name_of
from generator.graphics.pictures import FORMATS, look_at
from generator.model.forms import Brief
from generator.model.illustrations import Image


def pictures_of(
    documents: Iterable[Document], files: Mapping[str, bytes | None]
) -> tuple[dict[str, Picture], tuple[Diagnostic, ...]]:
    """Return the pictures that briefs declare, by the names of their files, and what is wrong with the others.

    `files` are the files below the folders of briefs, by name; without bytes, a file that nobody can open.
    """
    pictures: dict[str, Picture] = {}
    faults: list[Diagnostic] = []
    for document, index, image in _declared(documents):
        name = name_of(document.file, image.file)
        found = _read(name, files)
        if isinstance(found, Picture):
            pictures[name] = found
        else:
            rule, message, help = found
            path = ("images", index, "file")
            place = document.where.place(path)
            faults.append(Diagnostic(rule, Severity.ERROR, message, place, help=help, path=path))
    return pictures, tuple(faults)


def _declared(documents: Iterable[Document]) -> Iterator[tuple[Document, int, Image]]:
    for document in documents:
        if isinstance(document.entry, Brief):
            yield from ((document, index, image) for index, image in enumerate(document.entry.images))


def _read(name: str, files: Mapping[str, bytes | None]) -> Picture | tuple[str, str, str]:
    """Return a picture, or the rule, the message and the help of what is wrong with it."""
    if name not in files:
        likely = [other for other in files if other.lower() == name.lower()]
        help = f"There is `{likely[0]}`; small and capital letters count." if likely else "Put it there, or correct the name."
        return "missing-image", f"There is no picture `{name}`.", help
    data = files[name]
    format, width, height = look_at(data or b"")
    wanted = FORMATS[name.rpartition(".")[2]]
    if data is None or not format:
        return "wrong-image", "This file is no picture that browsers show.", "Save it anew, as JPEG, PNG, WebP or AVIF."
    if format != wanted:
        ending = next(ending for ending, other in FORMATS.items() if other == format)
        return "wrong-image", f"This picture is {format}, and its name says {wanted}.", f"Let its name end in `.{ending}`."
    return Picture(data, width, height)
