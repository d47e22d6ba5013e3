"""The JSON Schemas (2020-12) that a site publishes: of a brief as editors write it, and of `brief.json`."""

from collections.abc import Iterator

from generator.edition import Edition
from generator.model.schema import DIALECT, schema
from generator.outputs.json_text import document
from generator.outputs.shape import BriefData
from generator.outputs.web import absolute

FORM = "brief.schema.json"
DATA = "brief-data.schema.json"


def files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Make the two schemas, each with its own address as its name."""
    for path, found in ((DATA, BriefData.model_json_schema(mode="serialization")), (FORM, schema())):
        yield path, document({**found, "$schema": DIALECT, "$id": absolute(edition, path)})
