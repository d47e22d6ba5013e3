"""The texts of sources, kept beside the files that cite them so that quotes can be held against them. Never published."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from generator.diagnostics import Diagnostic, Place, Severity
from generator.edition.documents import ENDING, Key, identify, is_twice_ended
from generator.edition.sources import SourceKey
from generator.model.parts import Source

ENDING_OF_TEXTS = ".txt"
FOLDER = "texts"


def source_of(file: str, folder: str) -> SourceKey | None:
    """Tell from the path of a text which source it is of; None where it is none.

    The text of a shared source is `sources/<id>.txt`; that of a source which a file lists itself stands in a folder named after
    that file, as in `2021/truce/texts/<id>.txt`.
    """
    path = PurePosixPath(file)
    match path.relative_to(folder).parts:
        case ("sources", _):
            return SourceKey(Key("source", path.stem), path.stem)
        case (_, _, str(inner), _) if inner == FOLDER:
            owner = identify(str(path.parent.parent.with_suffix(ENDING)), folder)
            return SourceKey(owner, path.stem) if isinstance(owner, Key) else None
    return None


def texts_of(data: Mapping[str, bytes | None], folder: str) -> tuple[dict[SourceKey, str], dict[SourceKey, str]]:
    """Return the kept texts by their sources, and the file of each; what is not UTF-8 in them becomes replacement characters."""
    kept: dict[SourceKey, str] = {}
    files: dict[SourceKey, str] = {}
    for file, text in sorted(data.items()):
        if text is not None and not is_twice_ended(file) and (source := source_of(file, folder)):
            kept[source], files[source] = text.decode("utf-8-sig", errors="replace"), file
    return kept, files


def strays(files: Mapping[SourceKey, str], sources: Mapping[SourceKey, Source]) -> Iterator[Diagnostic]:
    """Find texts that belong to no source. `files` names the file of each text."""
    for key, file in files.items():
        if key not in sources:
            message = f"This is the text of no source: {key.owner.kind} `{key.owner.id}` has no source `{key.id}`."
            if key.owner.kind == "source":
                message = f"This is the text of no source: there is no shared source `{key.id}`."
            help = "Give it the id of its source for a name, or delete it."
            yield Diagnostic("stray-text", Severity.WARNING, message, Place(file), help=help)
