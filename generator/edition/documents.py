"""A file of the edition: what kind of entry it is, which id its path gives it, and what was read of it."""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import NamedTuple

from generator.diagnostics import Diagnostic, Locator, Place, Severity
from generator.model import KINDS, Parsed
from generator.model.forms import Brief
from generator.model.parts import Entry
from generator.model.values import ID, suggest_id

ENDING = ".yml"


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

    @property
    def entry(self) -> Entry | None:
        """The form as it was filled in."""
        return self.parsed.entry

    @property
    def draft(self) -> bool:
        """Whether it is a brief that is still being written."""
        return isinstance(self.entry, Brief) and self.entry.stage == "draft"


def identify(file: str, folder: str) -> Key | Diagnostic:
    """Tell from the path of a file, below the folder of the briefs, which entry it is; or what is wrong with the path."""
    path = PurePosixPath(file)
    parts = path.relative_to(folder).parts

    def wrong(message: str, help: str) -> Diagnostic:
        return Diagnostic("misplaced-file", Severity.ERROR, message, Place(file), help=help)

    if path.suffix != ENDING:
        return wrong(f"The name of an entry ends in `{ENDING}`, not `{path.suffix}`.", f"Rename it to `{path.stem}{ENDING}`.")
    if len(parts) != 2:
        return wrong(
            "A brief stands in a folder named after its year, a shared entry in the folder of its kind.",
            f"Move it, as in `{folder}/2021/{path.name}` or `{folder}/actors/{path.name}`.",
        )
    home, slug = parts[0], path.stem
    if not re.fullmatch(ID, slug):
        return wrong(
            f"The name of the file becomes the address of the page: small letters, digits and hyphens, not “{slug}”.",
            suggest_id(slug).replace("Did you mean", "Rename it to").replace("`?", f"{ENDING}`."),
        )
    if re.fullmatch(r"[1-9]\d{3}", home):
        return Key("brief", f"{home}/{slug}")
    if home in FOLDERS:
        return Key(FOLDERS[home], slug)
    likely = get_close_matches(home, [*FOLDERS, *KINDS], n=1)
    kind = next((folder for folder, kind in FOLDERS.items() if likely and likely[0] in (folder, kind)), "")
    advice = (
        f"Did you mean `{folder}/{kind}/`?"
        if kind
        else f"The folders are: a year, {', '.join(sorted(set(FOLDERS) - {'<year>'}))}."
    )
    return wrong(f"`{home}` is not a folder of entries.", advice)
