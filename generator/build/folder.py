"""The site's folder on disk: what the pipeline reads from it, and how a written project replaces an older one."""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.build.listing import Listing, Trap, is_folder, listing, may_read, read_bytes, time_and_size
from generator.build.pipeline import Inputs
from generator.build.traps import CLOSED, LINK, of_names, of_pairs, of_pictures, of_traps
from generator.diagnostics import Diagnostic, Place, Severity
from generator.edition.documents import no_entry, start_of
from generator.edition.texts import ENDING_OF_TEXTS
from generator.model.names import is_broken
from generator.model.picture_files import PICTURE_ENDINGS
from generator.settings import Settings, read

ENDINGS = (".yml", ".yaml")
_PICTURES = tuple(f".{ending}" for ending in PICTURE_ENDINGS)
MARKER = ".briefs-project"
"""The file that marks a folder which `briefs write` made."""


def read_settings(config_file: Path) -> tuple[str, Settings, tuple[Diagnostic, ...]]:
    """Read the `mkdocs.yml` of a site; return its text, the settings, and what is wrong with it.

    What is not UTF-8 in it becomes replacement characters. Whoever starts the program says where it is, be it by a link.
    """
    data = read_bytes(os.path.realpath(config_file))
    if isinstance(data, Trap):
        return "", Settings(faulty=True), tuple(of_traps({config_file.name: data}))
    text = data.decode("utf-8-sig", errors="replace")
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


@dataclass(frozen=True, slots=True)
class _Folder:
    """One of the folders of a site: its path, what lies below it, and how names of files in it begin."""

    path: str
    start: str
    below: Listing
    reader: Callable[[str], bytes | Trap] = read_bytes

    @classmethod
    def of(
        cls,
        root: Path,
        folder: str,
        *,
        beneath_hidden: bool = False,
        reader: Callable[[str], bytes | Trap] = read_bytes,
    ) -> "_Folder":
        path = str(root / folder)
        return cls(path, start_of(folder), listing(path, beneath_hidden=beneath_hidden), reader)

    def read(self, file: str) -> bytes | Trap:
        return self.below.traps.get(file) or self.reader(f"{self.path}/{file}")

    def named(self, name: str) -> str:
        """Return the name of a file or folder below it as the site knows it; without a name, that of the folder itself."""
        return self.start + name if name else self.start.rstrip("/")


def gather(
    root: Path, settings: Settings, config_file: str, config: str, reader: Callable[[str], bytes | Trap] = read_bytes
) -> Inputs:
    """Read the entries and pictures of a site and the kept texts of sources, and list its hand-written pages.

    Hidden files and folders are left alone, and no link is followed. What cannot be read is told in `Inputs.found`. Who gathers
    again and again gives a `Reader` that remembers.
    """
    briefs = _Folder.of(root, settings.options.briefs_dir, reader=reader)
    docs = _Folder.of(root, settings.docs_dir, beneath_hidden=True)
    read: dict[str, dict[str, bytes | None]] = {ending: {} for ending in (*ENDINGS, *_PICTURES, ENDING_OF_TEXTS)}
    traps = dict(briefs.below.traps)
    for file in (*briefs.below.files, *briefs.below.traps):
        kept = read.get(file[file.rfind(".") :].lower())
        if kept is None or is_broken(file):
            continue
        data = briefs.read(file)
        kept[briefs.start + file] = data if isinstance(data, bytes) else None
        if isinstance(data, Trap):
            traps[file] = data
    closed = {file: Trap.CLOSED for file in docs.below.files if not may_read(f"{docs.path}/{file}")}
    return Inputs(
        config_file,
        config,
        {name: data for ending in ENDINGS for name, data in read[ending].items()},
        {address: docs.start + file for file in docs.below.files if (address := _address(file)) is not None},
        missing_folders(root, settings),
        {name: data for ending in _PICTURES for name, data in read[ending].items()},
        read[ENDING_OF_TEXTS],
        (
            *_found(briefs, traps, grave=True),
            *filter(None, (no_entry(briefs.start + file, settings.options.briefs_dir) for file in briefs.below.files)),
            *_found(docs, {**docs.below.traps, **closed}, grave=False),
            *of_pictures(_pictures_of(docs)),
        ),
    )


def missing_folders(root: Path, settings: Settings) -> dict[str, str]:
    """Return the folders that the settings name and that are not there, by the name of the setting."""
    named = {"briefs_dir": settings.options.briefs_dir, "docs_dir": settings.docs_dir}
    return {setting: folder for setting, folder in named.items() if not is_folder(str(root / folder))}


def _pictures_of(folder: _Folder) -> Iterator[tuple[str, bytes]]:
    for file in folder.below.files:
        if file.lower().endswith(_PICTURES) and isinstance(data := folder.read(file), bytes):
            yield folder.start + file, data


def traps_for_mkdocs(inputs: Inputs, settings: Settings) -> tuple[Diagnostic, ...]:
    """Return what is among the hand-written files that MkDocs would follow in circles, or wait for."""
    docs = f"{PurePosixPath(settings.docs_dir)}/"
    return tuple(found for found in inputs.found if found.place.file.startswith(docs) and found.rule in (CLOSED, LINK))


def _found(folder: _Folder, traps: Mapping[str, Trap], *, grave: bool) -> Iterator[Diagnostic]:
    """Find what is wrong with files as files. Of entries that only small and capital letters tell apart, the edition tells."""
    yield from of_traps({folder.named(name): trap for name, trap in traps.items()})
    names = [folder.named(name) for name in (*folder.below.files, *folder.below.folders, *folder.below.traps)]
    yield from of_names(names, grave=grave)
    yield from of_pairs(name for name in names if not (grave and name.lower().endswith(ENDINGS)))


def read_by_hand(root: Path, settings: Settings) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Read the files of the site's own `docs/`, by their path there; return also the names of those that nobody can open."""
    docs = _Folder.of(root, settings.docs_dir)
    found = {file: docs.read(file) for file in docs.below.files}
    closed = tuple(docs.start + file for file, data in found.items() if isinstance(data, Trap))
    return {file: data for file, data in found.items() if isinstance(data, bytes)}, closed


def state_of(config_file: Path, settings: Settings) -> frozenset[tuple[str, int, int]]:
    """Return what tells whether anything in a site was changed: each file with its time (nanoseconds) and size (bytes)."""
    root = config_file.resolve().parent
    found = [str(config_file)]
    for folder in (settings.options.briefs_dir, settings.docs_dir):
        there = _Folder.of(root, folder)
        found += [f"{there.path}/{name}" for name in (*there.below.files, *there.below.traps)]
    return frozenset((path, *time_and_size(path)) for path in found)


def _address(file: str) -> str | None:
    place = PurePosixPath(file)
    folder = "" if place.parent == PurePosixPath() else f"{place.parent}/"
    if place.suffix.lower() in (".md", ".markdown"):
        return folder if place.stem in ("index", "README") else f"{folder}{place.stem}/"
    if place.suffix.lower() in (".html", ".htm"):
        return folder if place.stem == "index" else f"{folder}{place.name}"
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
