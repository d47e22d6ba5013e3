"""The bill of materials says what is there: every locked package and all that was made elsewhere, with hash and licence."""

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from tests.test_packaging import locked
from tools import sbom

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "sbom.cdx.json").read_text("utf-8")
BILL: dict[str, Any] = json.loads(TEXT)
MADE_ELSEWHERE = {".gz", ".ttf", ".woff2", ".woff", ".otf", ".wasm", ".png", ".jpg", ".min.js", ".sqlite", ".bin"}
"""Endings of files that nobody types."""
FREE = {"MIT", "MIT-CMU", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "PSF-2.0", "MPL-2.0", "OFL-1.1", "Public domain"}
"""Licences that were read, and that let a site be built and published with them."""


def test_it_is_fresh_and_made_alike_each_time() -> None:
    assert sbom.bill() == sbom.bill() == TEXT, "Run: make sbom"


def test_it_has_the_form_of_its_standard() -> None:
    fault = JsonStrictValidator(SchemaVersion.V1_6).validate_str(TEXT)
    assert fault is None, str(fault)[:200]


def test_it_holds_every_locked_package_with_its_hashes() -> None:
    entries = locked("requirements.txt")
    told = {part["name"]: part for part in BILL["components"] if part["type"] == "library"}
    assert told.keys() == entries.keys()
    for name, entry in entries.items():
        assert entry.startswith(f"{name}=={told[name]['version']} ")
        (published,) = told[name]["externalReferences"]
        assert {each["content"] for each in published["hashes"]} == set(re.findall(r"sha256:(\w+)", entry))


def test_it_holds_all_that_we_carry_and_did_not_type() -> None:
    told = {
        file["name"]: file["hashes"][0]["content"]
        for part in BILL["components"]
        if part["type"] == "data"
        for file in part["components"]
    }
    found = {path for path in (ROOT / "generator").rglob("*") if path.suffix in MADE_ELSEWHERE}
    assert told == {path.relative_to(ROOT).as_posix(): sha256(path.read_bytes()).hexdigest() for path in found}


@pytest.mark.parametrize("part", BILL["components"], ids=lambda part: part["name"])
def test_every_licence_is_known_and_free(part: dict[str, Any]) -> None:
    (told,) = part["licenses"]
    said = told["expression"].split(" OR ") if "expression" in told else [told["license"].get("id") or told["license"]["name"]]
    assert set(said) <= FREE


def test_each_part_is_needed_by_another() -> None:
    needs = {each["ref"]: each.get("dependsOn", []) for each in BILL["dependencies"]}
    reached, todo = set[str](), [BILL["metadata"]["component"]["bom-ref"]]
    while todo:
        reached.add(part := todo.pop())
        todo.extend(set(needs[part]) - reached)
    assert reached == needs.keys() == {part["bom-ref"] for part in BILL["components"]} | {"briefs"}


def test_it_holds_no_time_and_no_address_to_fetch_from() -> None:
    assert "timestamp" not in TEXT
    assert set(re.findall(r"\w+://[^\"]+", TEXT)) == {"http://cyclonedx.org/schema/bom-1.6.schema.json"}
