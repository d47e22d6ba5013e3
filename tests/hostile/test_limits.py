"""What is too large, too deep, too long or too many gets one finding that names the limit; what just fits gets none."""

import struct
import zlib

import pytest

from generator.build.files import Given, read_file
from generator.model.limits import LARGEST_PICTURE, MOST_ITEMS, MOST_PIXELS
from generator.model.values import LONGEST_ADDRESS, LONGEST_HEADLINE, LONGEST_LINE, LONGEST_PROSE
from generator.reader.limits import MAX_BYTES, MAX_DEPTH, MAX_DIGITS, MAX_VALUES
from tests.build.small import brief
from tests.build.test_pictures import FOLDER, checked, images, picture

SOURCE = "sources:\n  own:\n    publisher: paper\n    about: A note\n    url: https://example.org/"


def authors(amount: int) -> str:
    return "authors: [" + ", ".join(f"a{n}" for n in range(amount)) + "]\n"


def png(width: int, height: int) -> bytes:
    """Return a picture of few bytes that says that it is very large."""
    parts = [b"IHDR" + struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0), b"IDAT" + zlib.compress(b""), b"IEND"]
    told = (struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part)) for part in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(told)


def told(text: str, pictures: dict[str, bytes | None] | None = None) -> list[str]:
    return [finding.message for finding in checked(text, pictures or {}).findings if finding.severity.value == "error"]


TEXTS = {
    "bytes of a file": (MAX_BYTES, "# " + "x" * MAX_BYTES + "\n", ""),
    "depth of a file": (MAX_DEPTH, "topics: " + "[" * 40 + "]" * 40 + "\n", ""),
    "values of a file": (MAX_VALUES, "topics: [" + "a, " * MAX_VALUES + "]\n", ""),
    "digits of a number": (MAX_DIGITS, "topics: [" + "9" * 19 + "]\n", "topics: [t" + "9" * 18 + "]\n"),
    "items of a list": (MOST_ITEMS, authors(MOST_ITEMS + 1), authors(MOST_ITEMS)),
    "a line": (LONGEST_LINE, f"authors: [{'x' * (LONGEST_LINE + 1)}]\n", f"authors: [{'x' * LONGEST_LINE}]\n"),
    "a text": (LONGEST_PROSE, "date_note: |\n  " + "x" * (LONGEST_PROSE + 1) + "\n", "date_note: |\n  " + "x" * 19_000 + "\n"),
    "an address": (LONGEST_ADDRESS, f"{SOURCE}{'x' * LONGEST_ADDRESS}\n", ""),
    "key points": (
        5,
        "key_points:\n" + "  - |\n    It was. [@report]\n" * 6,
        "key_points:\n" + "  - |\n    It was. [@report]\n" * 5,
    ),
}


@pytest.mark.parametrize("what", TEXTS)
def test_a_limit_is_named_where_it_is_passed(what: str) -> None:
    limit, beyond, within = TEXTS[what]
    (message,) = {message for message in told(beyond) if f"{limit:,}" in message}
    assert not [message for message in told(within) if f"{limit:,}" in message]
    assert message.endswith(".")


def test_a_headline_is_short() -> None:
    for length, faults in ((LONGEST_HEADLINE, 0), (LONGEST_HEADLINE + 1, 1)):
        done = read_file(Given("briefs/2021/x.yml", brief("x" * length, "2021-11-15").encode(), "brief"))
        assert len([found for found in done.findings if f"at most {LONGEST_HEADLINE}" in found.message]) == faults


@pytest.mark.parametrize(
    ("data", "limit"),
    [
        (png(100_000, 100_000), MOST_PIXELS),
        (png(20_000, 20_000), MOST_PIXELS),
        (picture() + bytes(LARGEST_PICTURE), LARGEST_PICTURE),
    ],
    ids=["pixels beyond reason", "pixels", "bytes"],
)
def test_a_picture_has_limits(data: bytes, limit: int) -> None:
    name = "a.png" if data.startswith(b"\x89PNG") else "a.jpg"
    (message,) = told(images(name), {FOLDER + name: data})
    assert f"{limit:,}" in message
