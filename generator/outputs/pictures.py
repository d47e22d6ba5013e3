"""The pictures of briefs, each published beside the page that shows it."""

from collections.abc import Iterator

from generator.edition import Edition, Key
from generator.edition.addresses import address_of
from generator.edition.pictures import picture_of
from generator.model.forms import Brief

OF = "brief"


def of(edition: Edition, key: Key) -> Iterator[tuple[str, bytes]]:
    """Publish the pictures that a brief shows; a withdrawn one shows none."""
    brief = edition.get(key, Brief)
    for image in brief.images if brief and brief.stage != "withdrawn" else ():
        if picture := picture_of(edition.pictures, edition.documents[key].file, image.file):
            yield f"{address_of(key)}{image.file}", picture.data
