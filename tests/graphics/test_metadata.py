"""What a picture tells beside what it shows never reaches the site, and what it shows stays, to the bit."""

import random
import struct
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageCms, ImageOps, PngImagePlugin

from generator.graphics.metadata import tells_where, without_metadata
from generator.graphics.pictures import look_at

SECRETS = (b"Anonymous Witness", b"SECRET-CAMERA-77", b"2021:11:16", b"GPSLatitude", b"a note", b"after the end", b"40.1776")
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a exif:GPSLatitude="40.1776" by="Anonymous Witness"/></x:xmpmeta>'
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
FORMATS = ("JPEG", "PNG", "WEBP")


def exif(turned: int = 1, *, where: bool = True) -> Image.Exif:
    made = Image.Exif()
    made[0x0112] = turned
    made[0x0110] = "SECRET-CAMERA-77"
    made[0x013B] = "Anonymous Witness"
    made[0x0132] = "2021:11:16 10:00:00"
    if where:
        made.get_ifd(0x8825).update({1: "N", 2: (40.0, 10.0, 39.4), 3: "E", 4: (44.0, 30.0, 45.0)})
    return made


def taken(format: str, turned: int = 1, mode: str = "RGB", size: tuple[int, int] = (64, 48), **more: Any) -> bytes:
    """A picture as a camera writes it, with all that it knows."""
    chance, written = random.Random(7), BytesIO()
    image = Image.frombytes(mode, size, chance.randbytes(size[0] * size[1] * len(mode)))
    if format == "PNG":
        more["pnginfo"] = PngImagePlugin.PngInfo()
        more["pnginfo"].add_text("Author", "Anonymous Witness")
        more["pnginfo"].add_itxt("XML:com.adobe.xmp", XMP.decode(), zip=True)
        more["pnginfo"].add_text("Comment", "a note", zip=True)
    elif format == "JPEG":
        more |= {"xmp": XMP, "comment": b"a note"}
    else:
        more |= {"xmp": XMP, "lossless": True}
    image.save(written, format, exif=exif(turned), icc_profile=PROFILE, **more)
    return written.getvalue() + b"after the end"


def shown(data: bytes) -> tuple[bytes, Any]:
    """The pixels as a reader sees them, and the colours that they mean."""
    with Image.open(BytesIO(data)) as image:
        return ImageOps.exif_transpose(image).tobytes(), image.info.get("icc_profile")


@pytest.mark.parametrize("turned", [1, 3, 6, 8])
@pytest.mark.parametrize("format", FORMATS)
def test_only_the_picture_is_left(format: str, turned: int) -> None:
    data = taken(format, turned)
    alone = without_metadata(data, format)
    assert alone is not None
    assert tells_where(data)
    assert not tells_where(alone)
    assert not [secret for secret in SECRETS if secret in alone]
    assert shown(alone) == shown(data)
    assert look_at(alone) == look_at(data)
    with Image.open(BytesIO(alone)) as image:
        assert set(image.getexif()) <= {0x0112}
        assert not image.info.keys() & {"xmp", "XML:com.adobe.xmp", "comment", "Comment", "Author"}
    assert without_metadata(alone, format) == alone


@pytest.mark.parametrize(
    ("format", "mode", "more"),
    [
        ("JPEG", "L", {}),
        ("JPEG", "CMYK", {}),
        ("JPEG", "RGB", {"progressive": True}),
        ("JPEG", "RGB", {"restart_marker_blocks": 1}),
        ("JPEG", "RGB", {"keep_rgb": True}),
        ("PNG", "RGBA", {}),
        ("PNG", "L", {}),
        ("WEBP", "RGBA", {}),
    ],
)
def test_every_kind_of_picture_is_shown_as_it_was(format: str, mode: str, more: dict[str, Any]) -> None:
    data = taken(format, mode=mode, **more)
    alone = without_metadata(data, format)
    assert alone is not None
    assert shown(alone) == shown(data)
    assert not [secret for secret in SECRETS if secret in alone]


@pytest.mark.parametrize("format", ["PNG", "WEBP"])
def test_a_moving_picture_keeps_moving(format: str) -> None:
    written, frames = BytesIO(), [Image.new("RGB", (8, 8), colour) for colour in ("red", "green", "blue")]
    frames[0].save(written, format, save_all=True, append_images=frames[1:], exif=exif(), duration=100, lossless=True)
    alone = without_metadata(written.getvalue(), format)
    assert alone is not None
    with Image.open(BytesIO(alone)) as image:
        assert getattr(image, "n_frames", 1) == 3
        image.seek(2)
        assert image.convert("RGB").getpixel((4, 4)) == (0, 0, 255)


def test_the_preview_that_an_old_camera_keeps_is_left_out() -> None:
    written = BytesIO()
    Image.new("RGB", (16, 16), "grey").save(written, "JPEG")
    data = written.getvalue()
    assert data[2:4] == b"\xff\xe0"
    length = struct.unpack(">H", data[4:6])[0]
    preview = data[:4] + struct.pack(">H", length + 12) + data[6:18] + b"\x02\x02" + b"uncropped!!!" + data[20:]
    alone = without_metadata(preview, "JPEG")
    assert alone == data


def test_a_plain_picture_stays_as_it_is() -> None:
    for format in FORMATS:
        written = BytesIO()
        Image.new("RGB", (16, 16), "grey").save(written, format)
        assert without_metadata(written.getvalue(), format) == written.getvalue()


def test_from_avif_nothing_is_taken_out_and_so_it_must_hold_nothing() -> None:
    written = BytesIO()
    Image.new("RGB", (16, 16), "grey").save(written, "AVIF")
    assert without_metadata(written.getvalue(), "AVIF") == written.getvalue()
    for more in ({"exif": exif()}, {"exif": exif(where=False)}, {"xmp": XMP}):
        written = BytesIO()
        Image.new("RGB", (16, 16), "grey").save(written, "AVIF", **more)
        assert without_metadata(written.getvalue(), "AVIF") is None


@pytest.mark.parametrize("format", FORMATS)
def test_whatever_is_broken_raises_nothing_and_lets_nothing_through(format: str) -> None:
    data, chance = taken(format), random.Random(3)
    for _ in range(300):
        broken = bytearray(data)
        for _ in range(chance.randrange(1, 4)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        made = bytes(broken[: chance.randrange(20, len(broken))] if chance.random() < 0.5 else broken)
        if look_at(made)[0] == format and (alone := without_metadata(made, format)):
            assert not [secret for secret in SECRETS[:4] if secret in alone]
