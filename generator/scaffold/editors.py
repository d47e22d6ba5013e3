"""Settings of Visual Studio Code: completion and hover texts for every kind of entry, from the schemas of the forms."""

import json
from collections.abc import Mapping

from generator.edition.documents import ENDING, folder_of
from generator.model import KINDS
from generator.model.schema import schema_of

_EXTENSION = "redhat.vscode-yaml"
_YEAR = "[0-9]*"


def schema_files() -> dict[str, bytes]:
    """Return the JSON Schema of each kind of entry, by the name of its file."""
    return {f"{kind}.json": _json(schema_of(form)) for kind, form in KINDS.items()}


def editor_files(briefs_dir: str = "briefs") -> dict[str, bytes]:
    """Return the files below `.vscode/` for a site with its briefs in `briefs_dir`, by name."""
    folders = {kind: _YEAR if kind == "brief" else folder_of(kind) for kind in KINDS}
    settings: Mapping[str, object] = {
        "yaml.schemas": {
            f"./.vscode/schemas/{kind}.json": f"{briefs_dir}/{folder}/*{ENDING}" for kind, folder in folders.items()
        },
        "yaml.schemaStore.enable": False,
        "[yaml]": {"editor.tabSize": 2, "editor.insertSpaces": True, "editor.wordWrap": "on", "editor.formatOnSave": False},
    }
    schemas = {f".vscode/schemas/{name}": data for name, data in schema_files().items()}
    return {
        ".vscode/extensions.json": _json({"recommendations": [_EXTENSION]}),
        ".vscode/settings.json": _json(settings),
        **schemas,
    }


def _json(data: object) -> bytes:
    return (json.dumps(data, indent=2, ensure_ascii=False) + "\n").encode()
