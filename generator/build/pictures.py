"""The pictures that briefs declare: found below the brief's own folder, looked at, and kept without what else they tell."""

from collections.abc import Iterator, Mapping

from generator.diagnostics import Diagnostic, Severity
from generator.edition import Document, Edition
from generator.edition.pictures import Picture, name_of
from generator.graphics.metadata import tells_where, without_metadata
from generator.graphics.pictures import FORMATS, look_at
from generator.model.forms import Brief
from generator.model.limits import LARGEST_PICTURE, MOST_PIXELS

WHERE = "The file of this picture says where it was taken."
PUT_THE_OTHER = (
    "The published copy does not; whoever gets this file can read it. Where that could put somebody in danger, put the copy "
    "from the built site in its place before you commit it."
)


class Pictures(Mapping[str, Picture]):
    """The pictures that can be shown, by the names of their files; each is looked at when somebody asks for it."""

    def __init__(self, files: Mapping[str, bytes | None]) -> None:
        self.files = files

    def __getitem__(self, name: str) -> Picture:
        found = _read(name, self.files)
        if isinstance(found, Picture):
            return found
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return (name for name in self.files if name in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def picture_findings(document: Document, edition: Edition, files: Mapping[str, bytes | None]) -> Iterator[Diagnostic]:
    """Find the pictures that a brief declares and that cannot be shown."""
    for index, image in enumerate(document.entry.images if isinstance(document.entry, Brief) else ()):
        name = name_of(document.file, image.file)
        shown, path = edition.pictures.get(name), ("images", index, "file")
        if shown and tells_where(files.get(name) or b""):
            place = document.where.place(path)
            yield Diagnostic("picture-tells-more", Severity.WARNING, WHERE, place, help=PUT_THE_OTHER, path=path)
        elif not shown and not isinstance(found := _read(name, files), Picture):
            rule, message, help = found
            yield Diagnostic(rule, Severity.ERROR, message, document.where.place(path), help=help, path=path)


def _read(name: str, files: Mapping[str, bytes | None]) -> Picture | tuple[str, str, str]:
    """Return a picture, or the rule, the message and the help of what is wrong with it."""
    if name not in files:
        likely = [other for other in files if other.lower() == name.lower()]
        last = name.rpartition("/")[2]
        nearby = [other for other in files if other.endswith(f"/{last}") and name.startswith(other.removesuffix(last))]
        help = f"There is `{likely[0]}`; small and capital letters count." if likely else "Put it there, or correct the name."
        if nearby:
            help = f"There is `{nearby[0]}`: write its name alone, `{last}`."
        return "missing-image", f"There is no picture `{name}`.", help
    data = files[name]
    if data is None:
        return "wrong-image", f"The picture `{name}` cannot be opened.", "Another finding says why, at that file."
    format, width, height = look_at(data)
    wanted = FORMATS[name.rpartition(".")[2]]
    if not format:
        return "wrong-image", "This file is no picture that browsers show.", "Save it anew, as JPEG, PNG, WebP or AVIF."
    if format != wanted:
        ending = next(ending for ending, other in FORMATS.items() if other == format)
        return "wrong-image", f"This picture is {format}, and its name says {wanted}.", f"Let its name end in `.{ending}`."
    if width * height > MOST_PIXELS:
        message = f"This picture has {width:,} by {height:,} pixels, and {MOST_PIXELS:,} in all are the limit."
        return "wrong-image", message, "Save a smaller copy: no reader's screen shows so many."
    if len(data) > LARGEST_PICTURE:
        message = f"This picture has {len(data):,} bytes, and {LARGEST_PICTURE:,} are the limit."
        return "wrong-image", message, "Save a smaller copy: readers on the road load it as it is."
    alone = without_metadata(data, format)
    if alone is None and format == "AVIF":
        message = "This file says more than the picture shows, such as where and when it was taken."
        return "picture-tells-more", message, "Save it anew without metadata, or as a JPEG: from a JPEG it is taken out here."
    if alone is None or look_at(alone) != (format, width, height):
        return "wrong-image", "This picture is damaged.", "Save it anew, and look at it in a browser."
    return Picture(alone, width, height)
