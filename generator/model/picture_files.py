"""The names of picture files: nothing in them leads out of the folder of a brief."""

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from generator.model.values import fault, kept_everywhere, typed

PICTURE_ENDINGS = ("jpg", "jpeg", "png", "webp", "avif")
_STEP = r"[A-Za-z0-9_][A-Za-z0-9_.-]*"
PICTURE_FILE = rf"^(?![Ss][Hh][Aa][Rr][Ee]\.png$){_STEP}(/{_STEP})*\.({'|'.join(PICTURE_ENDINGS)})$"


def _picture_file(value: Any) -> str:
    value = typed(value)
    if isinstance(value, str) and re.fullmatch(PICTURE_FILE, value):
        return kept_everywhere(value)
    raise fault(
        "the name of a picture in the folder of this brief, as in market.jpg",
        "That folder is called as this file, without `.yml`. The name takes letters, digits, hyphens and dots, and ends in "
        f"one of {', '.join(PICTURE_ENDINGS)}; `share.png` is taken.",
    )


PictureFile = Annotated[str, BeforeValidator(_picture_file), WithJsonSchema({"type": "string", "pattern": PICTURE_FILE})]
"""A picture by its path below the folder of its brief: nothing in it can lead out of that folder."""
