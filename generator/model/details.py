"""What an entry that several briefs share says of itself in a part of its own: offices and coordinates."""

from typing import Literal

from pydantic import Field

from generator.model.dates import When
from generator.model.parts import Form
from generator.model.references import ActorRef
from generator.model.values import Line


class Role(Form):
    """An office or function, and when it was held."""

    title: Line = Field(description="The office, as in “Prime minister of Armenia”.")
    of: ActorRef | None = Field(None, description="The organisation or state in which it is held.")
    since: When | None = Field(None, description="Since when, where a source says so.")
    until: When | None = Field(None, description="Until when.")
    as_of: When | None = Field(None, description="A date on which a source names the person with this office.")


class Coordinates(Form):
    """Where a place is on the map (WGS 84), and how precisely."""

    lat: float = Field(ge=-90, le=90, strict=False, description="Degrees north of the equator.")
    lon: float = Field(ge=-180, le=180, strict=False, description="Degrees east of Greenwich.")
    precision: Literal["point", "town", "district", "region", "country", "line"] = Field(
        description="What the coordinates stand for: a `point`, or the middle of something larger."
    )
    gazetteer: Line = Field(description="Where the coordinates are from.")
