"""The settings of Visual Studio Code: for this repository as for every new site."""

import json
from fnmatch import fnmatch
from pathlib import Path

from jsonschema import Draft202012Validator

from generator.edition.documents import identify
from generator.model import KINDS
from generator.scaffold import editor_files, schema_files

ROOT = Path(__file__).parents[2]


def test_what_is_committed_is_what_the_model_says() -> None:
    """After a change of the forms: `briefs schema --write .vscode/schemas`."""
    for name, data in editor_files().items():
        assert (ROOT / name).read_bytes() == data, name
    assert {path.name for path in (ROOT / ".vscode/schemas").iterdir()} == schema_files().keys()


def test_every_entry_gets_the_schema_of_its_kind() -> None:
    patterns = json.loads(editor_files()[".vscode/settings.json"])["yaml.schemas"]
    files = [path.relative_to(ROOT).as_posix() for path in (ROOT / "briefs").rglob("*.yml")]
    assert files
    for file in files:
        key = identify(file, "briefs")
        assert isinstance(key, tuple)
        found = [schema for schema, pattern in patterns.items() if fnmatch(file, pattern)]
        assert found == [f"./.vscode/schemas/{key.kind}.json"]


def test_the_schemas_are_schemas() -> None:
    assert schema_files().keys() == {f"{kind}.json" for kind in KINDS}
    for data in schema_files().values():
        Draft202012Validator.check_schema(json.loads(data))


def test_a_site_with_another_folder_is_served_too() -> None:
    patterns = json.loads(editor_files("news/briefs")[".vscode/settings.json"])["yaml.schemas"]
    assert patterns["./.vscode/schemas/actor.json"] == "news/briefs/actors/*.yml"
