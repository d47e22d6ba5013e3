"""A file of the edition: what kind of entry it is, which id its path gives it, and what was read of it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache
from pathlib import PurePosixPath
from typing import NamedTuple

from generator.diagnostics import Diagnostic, Locator, Place, Severity
from generator.model import KINDS, Parsed
from generator.model.forms import Brief
from generator.model.names import fault_of
from generator.model.parts import Entry
from generator.model.values import a
from generator.text import id_from

ENDING = ".yml"
_YEAR = r"[1-9]\d{3}"
_OF_TEXT = ("", ".txt", ".md", ".markdown", ".text", ".json", ".ymal", ".yam", ".yl", ".ylm")
_OF_PROGRAMS = (".docx", ".doc", ".odt", ".rtf", ".pages", ".pdf", ".html", ".htm")
"""Endings that files of words have which are no entries: those of plain text, and those of other programs."""


def folder_of(kind: str) -> str:
    """Return the folder in which the entries of a kind stand; that of a brief is its year."""
    return KINDS[kind].folder or "<year>"


FOLDERS = {folder_of(kind): kind for kind in KINDS}


class Key(NamedTuple):
    """What identifies an entry: its kind and its id, as in `("brief", "2021/truce-after-clash")`."""

    kind: str
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """One file of the edition. Without an `entry`, the file does not fit its form and has no page."""

    key: Key
    file: str
    parsed: Parsed
    where: Locator
    original: "Document | None" = None
    """The brief that this one translates, if that could be read. What it lists as sources, its translation may cite."""

    @property
    def entry(self) -> Entry | None:
        """The form as it was filled in."""
        return self.parsed.entry

    @property
    def withdrawn(self) -> bool:
        """Whether it is a brief that was withdrawn."""
        return isinstance(self.entry, Brief) and self.entry.stage == "withdrawn"

    def lists(self, source: str) -> bool:
        """Tell whether the file itself lists a source of this id."""
        return source in self.parsed.names.get("sources", ())

    @property
    def draft(self) -> bool:
        """Whether it is a brief that is still being written."""
        return self.parsed.draft


@lru_cache(maxsize=100_000)  # a preview has the same files again
def identify(file: str, folder: str) -> Key | Diagnostic:
    """Tell from the path of a file, below the folder of the briefs, which entry it is, also where it is misplaced.

    Where that cannot be told, return what is wrong with the path. `misplaced` finds what is wrong with the others.
    """
    parts = file.removeprefix(start_of(folder)).split("/")
    stem = parts[-1].rpartition(".")[0] or parts[-1]
    slug = id_from(stem).replace("/", "-")
    if not slug:
        message = f"The name of a file becomes the address of its page: small letters, digits and hyphens, not “{stem}”."
        return _misplaced(file, message, f"Rename it, as in `{folder}/2021/truce{ENDING}`.")
    if len(parts) == 1:
        return Key("brief", slug)
    home = parts[0]
    if re.fullmatch(_YEAR, home):
        return Key("brief", f"{home}/{slug}")
    if home in FOLDERS:
        return Key(FOLDERS[home], slug)
    likely = get_close_matches(home.lower(), [*FOLDERS, *KINDS], n=1, cutoff=0.7)
    if not likely:
        folders = ", ".join(sorted(set(FOLDERS) - {"<year>"}))
        return _misplaced(file, f"`{folder}/{home}/` is not a folder of entries.", f"The folders are: a year, {folders}.")
    return Key(FOLDERS.get(likely[0], likely[0]), slug)


def is_twice_ended(file: str) -> bool:
    """Tell whether a program added an ending to the name of an entry, which some systems do not show."""
    return file.endswith((".yml.txt", ".yaml.txt"))


def no_entry(file: str, folder: str) -> Diagnostic | None:
    """Find a file, below the `folder` of the briefs, that its editor takes for an entry and that has another ending.

    The texts of sources end in `.txt`, and a folder may have a file that says what is in it.
    """
    path = PurePosixPath(file.removeprefix(start_of(folder)))
    ending, home = path.suffix.lower(), path.parts[0]
    if not is_twice_ended(file):
        is_home = len(path.parts) == 2 and (home in FOLDERS or re.fullmatch(_YEAR, home))
        is_known = path.stem.lower() == "readme" or (home == "sources" and ending == ".txt")
        if not is_home or is_known or fault_of(path.name) or ending not in (*_OF_TEXT, *_OF_PROGRAMS):
            return None
    name = file.removesuffix(".txt") if is_twice_ended(file) else str(PurePosixPath(file).with_suffix(ENDING))
    what = f"ends in `{ending}`" if ending else "has no ending"
    message = f"This file {what}, so it is no entry, and nothing of it is published."
    help = (
        f"Copy its words into a plain text file `{name}`, and delete it." if ending in _OF_PROGRAMS else f"Rename it to `{name}`."
    )
    return _misplaced(file, message, help)


def home_of(folder: str, key: Key) -> str:
    """Return the name of the file in which an entry stands that is where it belongs."""
    year, _, slug = key.id.rpartition("/")
    home = year if key.kind == "brief" else folder_of(key.kind)
    return f"{start_of(folder)}{home}{'/' if home else ''}{slug}{ENDING}"


@cache
def start_of(folder: str) -> str:
    """Return how the names of all files below a folder begin, however its own name is written."""
    return str(PurePosixPath(folder, "x"))[:-1]


def misplaced(document: Document, folder: str, is_file: Callable[[str], bool]) -> Diagnostic | None:
    """Find a file that does not stand where entries of its kind and name stand. `is_file` tells whether there is such a file."""
    path, key = PurePosixPath(document.file), document.key
    year, _, slug = key.id.rpartition("/")
    if key.kind == "brief" and not year:
        entry = document.entry
        year = str(entry.date.earliest.year) if isinstance(entry, Brief) else "<year>"
    home = home_of(folder, Key("brief", f"{year}/{slug}") if key.kind == "brief" else key)
    if PurePosixPath(home) == path:
        return None
    advice = f"Rename it to `{home}`." if PurePosixPath(home).parent == path.parent else f"Move it to `{home}`."
    if is_file(home):
        advice = f"There is a `{home}` already: keep one of the two."
    if path.suffix != ENDING:
        message = f"The name of an entry ends in `{ENDING}`, not `{path.suffix}`."
    elif path.stem != slug:
        message = f"The name of a file becomes the address of its page: small letters, digits and hyphens, not “{path.stem}”."
    elif key.kind == "brief":
        message = "A brief stands in a folder named after its year, with no other folder in between."
    else:
        message = f"{a(key.kind).capitalize()} stands in `{folder}/{folder_of(key.kind)}/`, with no other folder in between."
    return _misplaced(document.file, message, advice)


def _misplaced(file: str, message: str, help: str) -> Diagnostic:
    return Diagnostic("misplaced-file", Severity.ERROR, message, Place(file), help=help)
