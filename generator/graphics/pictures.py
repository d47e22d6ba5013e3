"""What a picture says of itself: its format and its size, read from its first bytes."""

from io import BytesIO
from warnings import catch_warnings

from PIL import Image

FORMATS = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WEBP", "avif": "AVIF"}
"""The formats that browsers show, by the ending of the file's name."""
_ORIENTATION = 0x0112
"""Where EXIF says how a camera was held; from 5 on, the picture is shown on its side."""


Image.MAX_IMAGE_PIXELS = None  # no picture is decoded here; how many pixels one may have is said where it is reported


def look_at(data: bytes) -> tuple[str, int, int]:
    """Return the format of a picture, its width and its height (pixels, as shown); without a format, what is no such picture."""
    try:
        with catch_warnings(action="ignore"), Image.open(BytesIO(data), formats=sorted(set(FORMATS.values()))) as image:
            width, height = image.size
            told = image.getexif() if "exif" in image.info else {}  # to look further, a PNG would be decoded as a whole
            lies = told.get(_ORIENTATION, 1) in (5, 6, 7, 8)
            return image.format or "", *((height, width) if lies else (width, height))
    except Exception:  # whatever bytes somebody put there, they are a finding, not a bug
        return "", 0, 0
