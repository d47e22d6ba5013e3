"""What pages show beside words: pictures, and where a place is on the map."""

from typing import Literal

from pydantic import Field

from generator.model.parts import Form
from generator.model.picture_files import PictureFile
from generator.model.values import Line, Prose


class Image(Form):
    """A picture, with what a reader who cannot see it needs, and whose it is."""

    file: PictureFile = Field(
        description="The name of the picture in the brief's own folder: `market.jpg` in `briefs/2021/truce/` for "
        "`briefs/2021/truce.yml`."
    )
    alt: Line = Field(description="What it shows, for readers who cannot see it.")
    credit: Line = Field(description="Who made it, and who lets us use it.")
    licence: Line = Field(description="Under which licence or permission, as in “CC BY-SA 4.0”.")
    caption: Prose | None = Field(None, description="What a reader should know of it, with its sources.")


class Coordinates(Form):
    """Where a place is on the map (WGS 84), and how precisely."""

    lat: float = Field(ge=-90, le=90, strict=False, description="Degrees north of the equator.")
    lon: float = Field(ge=-180, le=180, strict=False, description="Degrees east of Greenwich.")
    precision: Literal["point", "town", "district", "region", "country", "line"] = Field(
        description="What the coordinates stand for: a `point`, or the middle of something larger. A `line` is a border or a "
        "road; for a border, give a point on it."
    )
    gazetteer: Line = Field(description="Where the coordinates are from.")
