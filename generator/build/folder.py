"""The site's folder on disk: what the pipeline reads from it, and how a written project replaces an older one."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from generator.build.pipeline import Inputs
from generator.diagnostics import Diagnostic, Place, Severity
from generator.edition.texts import ENDING_OF_TEXTS
from generator.model.values import PICTURE_ENDINGS
from generator.settings import Settings, read

ENDINGS = (".yml", ".yaml")
MARKER = ".briefs-project"
"""The file that marks a folder which `briefs write` made."""


def read_text(path: Path) -> str:
    """Read a text file; what is not UTF-8 in it becomes replacement characters."""
    return path.read_bytes().decode("utf-8-sig", errors="replace")


def read_settings(config_file: Path) -> tuple[str, Settings, tuple[Diagnostic, ...]]:
    """Read the `mkdocs.yml` of a site; return its text, the settings, and what is wrong with it."""
    text = read_text(config_file)
    settings, config, findings = read(text, config_file.name)
    message, help = "", ""
    if "\ufffd" in text:
        message, help = "This file is not written in UTF-8.", "Save it as UTF-8 in your editor."
    elif config and not _has_plugin(config.get("plugins")):
        message, help = "`plugins` does not name `briefs`: no brief would be published.", "Add `- briefs` below `plugins:`."
    found = (Diagnostic("settings", Severity.ERROR, message, Place(config_file.name), help=help),) if message else ()
    return text, settings, (*findings, *found)


def _has_plugin(plugins: object) -> bool:
    listed = plugins if isinstance(plugins, list | dict) else []
    return any(plugin == "briefs" or (isinstance(plugin, dict) and "briefs" in plugin) for plugin in listed)


def gather(root: Path, settings: Settings, config_file: str, config: str) -> Inputs:
    """Read the entries and pictures of a site and the kept texts of sources, and list its hand-written pages.

    Hidden files and folders are left alone.
    """
    folders = {"briefs_dir": settings.options.briefs_dir, "docs_dir": settings.docs_dir}
    found = {_named(path, root, settings.options.briefs_dir): path for path in files_below(root / settings.options.briefs_dir)}
    entries = {name: _bytes(path) for name, path in found.items() if path.suffix.lower() in ENDINGS}
    pictures = {name: _bytes(path) for name, path in found.items() if path.suffix.lower().lstrip(".") in PICTURE_ENDINGS}
    texts = {name: _bytes(path) for name, path in found.items() if path.suffix.lower() == ENDING_OF_TEXTS}
    docs = root / settings.docs_dir
    by_hand = {
        address: _named(path, root, settings.docs_dir)
        for path in files_below(docs)
        if (address := _address(path, docs)) is not None
    }
    missing = {setting: folder for setting, folder in folders.items() if not (root / folder).is_dir()}
    return Inputs(config_file, config, entries, by_hand, missing, pictures, texts)


def read_by_hand(root: Path, settings: Settings) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Read the files of the site's own `docs/`, by their path there; return also the names of those that nobody can open."""
    docs = root / settings.docs_dir
    found = {path.relative_to(docs).as_posix(): _bytes(path) for path in files_below(docs)}
    closed = tuple(str(PurePosixPath(settings.docs_dir) / name) for name, data in found.items() if data is None)
    return {name: data for name, data in found.items() if data is not None}, closed


def state_of(config_file: Path, settings: Settings) -> frozenset[tuple[str, int, int]]:
    """Return what tells whether anything in a site was changed: each file with its time (nanoseconds) and size (bytes)."""
    root = config_file.resolve().parent
    found = [config_file, *files_below(root / settings.options.briefs_dir), *files_below(root / settings.docs_dir)]
    return frozenset((str(path), *_time_and_size(path)) for path in found)


def files_below(folder: Path) -> list[Path]:
    """Return every file below a folder in a fixed order, hidden ones and those in hidden folders left out.

    A link that leads nowhere counts as a file, one that nobody can open.
    """
    found = (path for path in folder.rglob("*") if path.is_file() or (path.is_symlink() and not path.exists()))
    return sorted(path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts))


def _time_and_size(path: Path) -> tuple[int, int]:
    try:
        stat = path.stat()
    except OSError:
        return 0, 0
    return stat.st_mtime_ns, stat.st_size


def _named(path: Path, root: Path, folder: str) -> str:
    return str(PurePosixPath(folder) / path.relative_to(root / folder).as_posix())


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


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

    Files that have the right bytes already are left untouched. The file `MARKER` lists what was written. Raises `OSError`
    where the folder cannot be written.
    """
    marker = folder / MARKER
    earlier = marker.read_text("utf-8").splitlines() if marker.is_file() else []
    for name in sorted(set(earlier) - set(files)):
        if ".." not in PurePosixPath(name).parts and not PurePosixPath(name).is_absolute():
            _remove(folder, folder / name)
    listed = "".join(f"{name}\n" for name in sorted(files)).encode()
    for name, data in {**files, MARKER: listed}.items():
        path = folder / name
        if path.is_file() and path.read_bytes() == data:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _remove(folder: Path, path: Path) -> None:
    """Remove a file, and the folders around it that it leaves empty, up to `folder`."""
    path.unlink(missing_ok=True)
    for parent in path.parents:
        if parent == folder or not parent.is_dir() or any(parent.iterdir()):
            return
        parent.rmdir()
