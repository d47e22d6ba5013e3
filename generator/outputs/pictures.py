"""The pictures of briefs, each published beside the page that shows it."""

from collections.abc import Iterator, Mapping

from generator.edition import Edition
from generator.edition.addresses import address_of
from generator.edition.pictures import picture_of
from generator.outputs import Finished


def files(edition: Edition, pages: Mapping[str, Finished]) -> Iterator[tuple[str, bytes]]:
    """Publish the pictures that the briefs of this edition show; a withdrawn brief shows none."""
    for key, brief in edition.briefs_and_translations:
        for image in brief.images if brief.stage != "withdrawn" and address_of(key) in pages else ():
            if picture := picture_of(edition.pictures, edition.documents[key].file, image.file):
                yield f"{address_of(key)}{image.file}", picture.data
