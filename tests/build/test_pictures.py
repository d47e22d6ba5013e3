"""Pictures in briefs: taken from the brief's own folder alone, shown with their size and credit, published beside the page."""

import re
from datetime import date as Date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from generator.build import Inputs, gather, read_edition, read_settings
from generator.build.pipeline import Checked
from generator.diagnostics import Severity
from generator.publish import publication
from generator.settings import read
from tests.build.small import CONFIG, DAY, FILES, brief, put
from tests.graphics.test_metadata import exif, taken

FILE = "briefs/2021/market.yml"
FOLDER = "briefs/2021/market/"
ENTRIES = {name: text.encode() for name, text in FILES.items() if name.startswith("briefs/")}


def picture(format: str = "JPEG", size: tuple[int, int] = (64, 48), turned: int = 1) -> bytes:
    written, exif = BytesIO(), Image.Exif()
    exif[0x0112] = turned
    Image.new("RGB", size, "grey").save(written, format, exif=exif)
    return written.getvalue()


def pixels(data: bytes) -> bytes:
    with Image.open(BytesIO(data)) as image:
        return image.tobytes()


def images(file: str, more: str = "") -> str:
    words = '    alt: Stalls & <b>a crowd</b>\n    credit: A. "N." Onym\n    licence: CC BY-SA 4.0\n'
    return f"images:\n  - file: {file}\n{words}{more}"


def checked(text: str, pictures: dict[str, bytes | None]) -> Checked:
    settings, _, _ = read(CONFIG)
    entries = ENTRIES | {FILE: brief("A market opened", "2021-11-15", text).encode()}
    return read_edition(Inputs("mkdocs.yml", CONFIG, entries, {}, pictures=pictures), settings, Date.fromisoformat(DAY))


def test_a_picture_is_shown_with_what_a_reader_needs_and_published_beside_the_page() -> None:
    text = images("sub/market.jpg", "    caption: |\n      The market, [[town]]. [@report]\n")
    data = picture()
    found = checked(text, {f"{FOLDER}sub/market.jpg": data, f"{FOLDER}not-named.jpg": data})
    assert found.findings == ()
    made = publication(found.edition)
    assert {name for name in made.files if name.endswith(".jpg")} == {"briefs/2021/market/sub/market.jpg"}
    assert pixels(made.files["briefs/2021/market/sub/market.jpg"]) == pixels(data)
    body = next(page.body for page in made.pages if page.address == "briefs/2021/market/")
    assert re.search(r'<img src="sub&#47;market.jpg" alt="[^"<>]*" width="64" height="48" loading="lazy">', body)
    assert "The market, [" in body
    assert body.index("It began at noon") < body.index("<img") < body.index("## How we know")
    assert "CC BY-SA 4.0" in body


@pytest.mark.parametrize(
    ("name", "format"), [("a.jpg", "JPEG"), ("a.jpeg", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP"), ("a.avif", "AVIF")]
)
def test_every_kind_that_browsers_show_is_taken(name: str, format: str) -> None:
    assert checked(images(name), {FOLDER + name: picture(format)}).findings == ()


def test_a_picture_that_a_camera_took_on_its_side_has_the_size_as_shown() -> None:
    found = checked(images("a.jpg"), {f"{FOLDER}a.jpg": picture(turned=6)}).edition.pictures[f"{FOLDER}a.jpg"]
    assert (found.width, found.height) == (48, 64)


WRONG: dict[str, tuple[str, bytes | None, str, str]] = {
    "nothing there": ("a.jpg", None, "missing-image", "There is no picture `briefs/2021/market/a.jpg`."),
    "other letters": ("A.jpg", picture(), "missing-image", "There is no picture `briefs/2021/market/A.jpg`."),
    "no picture": ("a.jpg", b"<svg onload=alert(1)>", "wrong-image", "This file is no picture that browsers show."),
    "a gif": ("a.jpg", picture("GIF"), "wrong-image", "This file is no picture that browsers show."),
    "cut off": ("a.png", picture("PNG")[:20], "wrong-image", "This file is no picture that browsers show."),
    "empty": ("a.png", b"", "wrong-image", "This file is no picture that browsers show."),
    "too large to be true": (
        "a.png",
        picture("PNG").replace(b"\0\0\0\x40\0\0\0\x30", b"\x7f\xff\xff\xff\x7f\xff\xff\xff"),
        "wrong-image",
        "",
    ),
    "another kind": ("a.png", picture("JPEG"), "wrong-image", "This picture is JPEG, and its name says PNG."),
}


@pytest.mark.parametrize(("name", "data", "rule", "message"), WRONG.values(), ids=WRONG)
def test_a_picture_that_readers_would_not_see_is_found_at_its_line(
    name: str, data: bytes | None, rule: str, message: str
) -> None:
    found = checked(images(name), {FOLDER + name.lower(): data} if data is not None else {})
    (finding,) = found.findings
    assert (finding.rule, finding.place.file, finding.path) == (rule, FILE, ("images", 0, "file"))
    assert finding.message.startswith(message)
    assert not [name for name in publication(found.edition).files if "/a." in name.lower()]


@pytest.mark.parametrize(
    "name",
    [
        "../a.jpg",
        "/a.jpg",
        "sub/../../a.jpg",
        "a.svg",
        "a.gif",
        "https://x.example/a.jpg",
        "share.png",
        "a b.jpg",
        ".a.jpg",
        "a\\b.jpg",
    ],
)
def test_no_picture_is_taken_from_elsewhere(name: str) -> None:
    found = checked(images(f"'{name}'"), {FOLDER + name: picture()})
    assert [finding.rule for finding in found.findings] == ["wrong-value"]
    assert not found.edition.pictures


@pytest.mark.parametrize("field", ["alt", "credit", "licence"])
def test_a_picture_needs_its_words(field: str) -> None:
    text = re.sub(rf"    {field}: .*\n", "", images("a.jpg"))
    assert [finding.rule for finding in checked(text, {f"{FOLDER}a.jpg": picture()}).findings] == ["missing-field"]


def test_a_withdrawn_brief_publishes_no_picture() -> None:
    text = images("a.jpg", "stage: withdrawn\nwithdrawal:\n  date: 2021-11-20\n  why: |\n    It was wrong.\n")
    assert not [name for name in publication(checked(text, {f"{FOLDER}a.jpg": picture()}).edition).files if name.endswith(".jpg")]


def test_the_files_are_read_from_the_folder(tmp_path: Path) -> None:
    put(tmp_path, {**FILES, FILE: brief("A market opened", "2021-11-15", images("a.jpg"))})
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "a.jpg").write_bytes(picture())
    (tmp_path / FOLDER / ".hidden.jpg").write_bytes(picture())
    config, settings, _ = read_settings(tmp_path / "mkdocs.yml")
    assert list(gather(tmp_path, settings, "mkdocs.yml", config).pictures) == [f"{FOLDER}a.jpg"]


def test_what_a_camera_writes_into_a_file_is_not_published() -> None:
    data = taken("JPEG")
    found = checked(images("a.jpg"), {f"{FOLDER}a.jpg": data})
    assert [(finding.rule, finding.severity) for finding in found.findings] == [("picture-tells-more", Severity.WARNING)]
    published = publication(found.edition).files[f"{FOLDER}a.jpg"]
    assert b"Anonymous Witness" in data
    assert b"Anonymous Witness" not in published


def test_an_avif_that_tells_more_is_not_published() -> None:
    written = BytesIO()
    Image.new("RGB", (8, 8)).save(written, "AVIF", exif=exif())
    found = checked(images("a.avif"), {f"{FOLDER}a.avif": written.getvalue()})
    assert [(finding.rule, finding.severity) for finding in found.findings] == [("picture-tells-more", Severity.ERROR)]
    assert not found.edition.pictures
