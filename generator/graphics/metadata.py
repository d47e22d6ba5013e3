"""What a picture tells beside what it shows: where, when, with which camera and by whom it was taken. None of it is published.

The file is taken apart and only what a browser needs to show the picture is put together again: what is not known here is left
out, and so are previews, comments and what follows the end of the picture. The pixels stay as they are, to the bit: nothing is
compressed anew, so the same file gives the same bytes on every machine.
"""

import re
import struct
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from warnings import catch_warnings

from PIL import Image

_ORIENTATION = 0x0112
_POSITION = 0x8825
_HARMLESS = frozenset((_ORIENTATION, 0x8769, 0x011A, 0x011B, 0x0128, 0x0213))
"""The way a camera was held, where the rest stands, dots per inch and how colours lie: all that programs write by themselves."""
_PLACES = re.compile(rb"GPS(Latitude|Longitude|DestLatitude|AreaInformation)", re.IGNORECASE)


def tells_where(data: bytes) -> bool:
    """Tell whether the file of a picture says where it was taken."""
    exif, xmp = _written(data)
    try:
        return bool(exif.get_ifd(_POSITION)) or bool(_PLACES.search(xmp))
    except Exception:  # something stands there, and nobody can know what
        return True


def without_metadata(data: bytes, format: str) -> bytes | None:
    """Return the picture alone, in the same format; None where that is damaged, or where this format does not let go of more.

    Raises nothing, whatever the bytes are.
    """
    try:
        exif, xmp = _written(data)
        if format == "AVIF":  # its parts name each other by where they stand in the file
            return None if xmp or set(exif) - _HARMLESS else data
        turned = exif.get(_ORIENTATION, 1)
        return b"".join(_PARTS[format](data, _turned(turned) if turned in range(2, 9) else b""))
    except (ValueError, struct.error, IndexError):
        return None


def _written(data: bytes) -> tuple[Image.Exif, bytes]:
    """Return what is written into a picture as EXIF and as XMP; nothing, where it is no picture."""
    try:
        with catch_warnings(action="ignore"), Image.open(BytesIO(data)) as image:
            xmp = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
            return image.getexif(), xmp.encode() if isinstance(xmp, str) else xmp
    except Exception:  # whatever bytes somebody put there, they are a finding, not a bug
        return Image.Exif(), b""


def _turned(orientation: int) -> bytes:
    """Return EXIF that says how the camera was held, and nothing else."""
    return struct.pack(">2sHLHHHLHHL", b"MM", 42, 8, 1, _ORIENTATION, 3, 1, orientation, 0, 0)


_SHOWN = frozenset((*range(0xC0, 0xD0), 0xDB, 0xDC, 0xDD)) - {0xC8}
"""The segments of a JPEG that hold the picture: frames, Huffman and arithmetic tables, quantisation, lines, restarts (T.81)."""
_AFTER_A_SCAN = re.compile(rb"\xff+(?=[^\x00\xd0-\xd7\xff])")


def _jpeg(data: bytes, exif: bytes) -> Iterator[bytes]:
    yield data[:2]
    if exif:
        yield b"\xff\xe1" + struct.pack(">H", len(exif) + 8) + b"Exif\0\0" + exif
    at = 2
    while True:
        if data[at] != 0xFF:
            raise ValueError("no marker")
        while data[at] == 0xFF:
            at += 1
        marker = data[at]
        if marker == 0xD9:
            yield b"\xff\xd9"
            return
        (length,) = struct.unpack_from(">H", data, at + 1)
        content, end = data[at + 3 : at + 1 + length], at + 1 + length
        if marker == 0xDA:
            found = _AFTER_A_SCAN.search(data, end)
            end = found.start() if found else len(data)
            yield b"\xff" + data[at:end]
            if not found:  # it breaks off, and browsers show what there is
                return
        elif marker in _SHOWN or (marker == 0xE2 and content.startswith(b"ICC_PROFILE\0")):
            yield b"\xff" + data[at:end]
        elif marker == 0xE0 and content.startswith(b"JFIF\0"):
            yield b"\xff\xe0\0\x10" + content[:12] + b"\0\0"  # without its preview
        elif marker == 0xEE and content.startswith(b"Adobe"):
            yield b"\xff" + data[at:end]
        at = end


_CHUNKS = frozenset(
    (
        *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs"),
        *(b"cICP", b"mDCV", b"cLLI", b"acTL", b"fcTL", b"fdAT"),
    )
)
"""The chunks of a PNG that hold the picture, its colours and its movement (PNG, third edition)."""


def _png(data: bytes, exif: bytes) -> Iterator[bytes]:
    yield data[:8]
    at, kind = 8, b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">L4s", data, at)
        end = at + 12 + length
        if end > len(data):
            raise ValueError("cut off")
        if kind in _CHUNKS:
            yield data[at:end]
        if kind == b"IHDR" and exif:
            yield struct.pack(">L", len(exif)) + b"eXIf" + exif + struct.pack(">L", zlib.crc32(b"eXIf" + exif))
        at = end


_KEPT = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
"""The chunks of a WebP that hold the picture, its colours and its movement (RFC 9649)."""
_HAS_EXIF, _HAS_XMP = 0x08, 0x04


def _webp(data: bytes, exif: bytes) -> Iterator[bytes]:
    parts = []
    at, stop = 12, 8 + struct.unpack_from("<L", data, 4)[0]
    while at + 8 <= stop:
        kind, length = struct.unpack_from("<4sL", data, at)
        end = at + 8 + length + length % 2
        if end > len(data) + 1:
            raise ValueError("cut off")
        if kind == b"VP8X":
            flags = data[at + 8] & ~(_HAS_EXIF | _HAS_XMP) | (_HAS_EXIF if exif else 0)
            parts.append(data[at : at + 8] + bytes([flags]) + data[at + 9 : end])
        elif kind in _KEPT:
            parts.append(data[at:end])
        at = end
    if exif and parts[0].startswith(b"VP8X"):
        parts.append(b"EXIF" + struct.pack("<L", len(exif)) + exif)
    yield b"RIFF" + struct.pack("<L", 4 + sum(map(len, parts))) + b"WEBP"
    yield from parts


_PARTS: dict[str, Callable[[bytes, bytes], Iterator[bytes]]] = {"JPEG": _jpeg, "PNG": _png, "WEBP": _webp}
