"""Share images of an edition: one for each brief that stands, and one for the site."""

from datetime import date as Date

from generator.build import Inputs, read_edition
from generator.publish import publication
from generator.settings import read
from tests.build.small import CONFIG, DAY, FILES


def test_every_brief_that_stands_has_an_image_and_every_page_names_one() -> None:
    settings, _, _ = read(CONFIG)
    entries = {file: text.encode() for file, text in FILES.items() if file.startswith("briefs/")}
    made = publication(read_edition(Inputs("mkdocs.yml", CONFIG, entries, {}), settings, Date.fromisoformat(DAY)).edition)
    images = {name for name in made.files if name.endswith("share.png")}
    assert {f"briefs/2021/{slug}/share.png" for slug in ("first-shots", "the-appeal")} | {"assets/share.png"} <= images
    assert "briefs/2021/taken-back/share.png" not in images
    assert {page.meta["image"] for page in made.pages} == images
    alts = {page.meta["image"]: page.meta.get("image_alt") for page in made.pages}
    assert alts["briefs/2021/first-shots/share.png"] == "Shots were fired"
