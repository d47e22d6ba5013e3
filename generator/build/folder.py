"""The site's folder on disk: what the pipeline reads from it, and how a written project replaces an older one."""

from collections.abc import Mapping
from pathlib import Path

from generator.build.pipeline import Inputs
from generator.settings import Settings

ENDINGS = (".yml", ".yaml")
MARKER = ".briefs-project"
"""The file that marks a folder which `briefs write` made."""


def read_text(path: Path) -> str:
    """Read a text file; what is not UTF-8 in it becomes replacement characters."""
    return path.read_bytes().decode("utf-8-sig", errors="replace")


def gather(root: Path, settings: Settings, config_file: str, config: str) -> Inputs:
    """Read the entries of a site and list its hand-written pages. Hidden files and folders are left alone."""
    entries = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in files_below(root / settings.options.briefs_dir)
        if path.suffix.lower() in ENDINGS
    }
    docs = root / settings.docs_dir
    by_hand = {address: path.relative_to(root).as_posix() for path in files_below(docs) if (address := _address(path, docs)) is not None}
    return Inputs(config_file, config, entries, by_hand)


def files_below(folder: Path) -> list[Path]:
    """Return every file below a folder in a fixed order, hidden ones and those in hidden folders left out."""
    hidden = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in hidden if not any(part.startswith(".") for part in path.relative_to(folder).parts))


def _address(path: Path, docs: Path) -> str | None:
    place = path.relative_to(docs)
    folder = "" if place.parent == Path() else f"{place.parent.as_posix()}/"
    if path.suffix.lower() in (".md", ".markdown"):
        return folder if path.stem in ("index", "README") else f"{folder}{path.stem}/"
    if path.suffix.lower() in (".html", ".htm"):
        return folder if path.stem == "index" else f"{folder}{path.name}"
    return None


def replace_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a set of files into a folder, and remove what an earlier call wrote and this one does not.

    Files that have the right bytes already are left untouched. The file `MARKER` lists what was written.
    """
    marker = folder / MARKER
    earlier = marker.read_text("utf-8").splitlines() if marker.is_file() else []
    for name in sorted(set(earlier) - set(files)):
        (folder / name).unlink(missing_ok=True)
    listed = "".join(f"{name}\n" for name in sorted(files)).encode()
    for name, data in {**files, MARKER: listed}.items():
        path = folder / name
        if path.is_file() and path.read_bytes() == data:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
