"""The site as it stands: what lies in its folder, what of it earlier builds delivered, and what somebody else put there."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from generator.delivery.ground import Found, is_folder, look
from generator.delivery.manifest import MANIFEST, Entry, from_lines, listed_in, sealed, to_lines, unsealed, version, write_whole
from generator.delivery.workshop import Undelivered

_RECORD = "{}.files"


class Standing(NamedTuple):
    """The site as it stands: its public list and the name of its state, what was delivered, and what is there."""

    listed: bytes | None
    state: str
    names: frozenset[str]
    entries: dict[str, Entry]
    found: Found

    def is_sound(self, name: str) -> bool:
        """Tell whether a file is as it was delivered, by its size and time."""
        entry = self.entries.get(name)
        return entry is not None and self.found.files.get(name) == (entry.size, entry.time)


class Strangers(NamedTuple):
    """What no build put into the folder: what goes, what files stay, and whether there are folders that stay."""

    going: list[str]
    staying: list[str]
    more: bool


def standing(site: Path, shop: Path) -> Standing:
    """Look at a site. Where the list that belongs to it is missing or damaged, nothing counts as delivered."""
    if not site.exists():
        return Standing(None, "", frozenset(), {}, Found({}, [], []))
    if not is_folder(site):
        raise Undelivered(f"{site} is no folder. Remove it, or name another place for the site.")
    found = look(site)
    listed = (site / MANIFEST).read_bytes() if MANIFEST in found.files else None
    state = version(listed) if listed is not None else ""
    lines = unsealed(shop / _RECORD.format(state)) if state else None
    entries = from_lines(lines) if lines else {}
    names = entries if entries else listed_in(listed or b"")
    return Standing(listed, state, frozenset(names), entries, found)


def strangers(site: Path, now: Standing, names: Iterable[str]) -> Strangers:
    """Find what no build put there and what none of the new files replaces.

    Hidden files and folders at the top, such as `.git`, are their owner's and stay, as under MkDocs. Raises `Undelivered` for a
    folder with other files that is no site at all: it may hold somebody's work.
    """
    ours = {*names, *now.names, MANIFEST}
    unknown = sorted({*now.found.files, *now.found.others} - ours)
    hidden_tops = {name for name in now.found.folders if name.startswith(".") and "/" not in name}
    their_folders = hidden_tops - {name.partition("/")[0] for name in ours}
    theirs = [name for name in unknown if name.startswith(".")]
    going = [name for name in unknown if not name.startswith(".")]
    if going and not now.entries and "index.html" not in now.found.files:
        raise Undelivered(
            f"{site} holds files that are not of a site, such as {going[0]}, and building would remove them. "
            "Nothing was changed. Name an empty or a new folder for the site."
        )
    staying = [name for name in theirs if "/" not in name and name in now.found.files]
    return Strangers(going, staying, bool(their_folders) or len(staying) < len(theirs))


def record(shop: Path, state: str, entries: Mapping[str, Entry]) -> None:
    """Note in the workshop what a state of the site consists of. It counts once the site has the public list of that state."""
    write_whole(shop / _RECORD.format(state), sealed(to_lines(entries)))


def keep_only(shop: Path, state: str) -> None:
    """Forget all states but one."""
    for path in shop.glob(_RECORD.format("*")):
        if path.name != _RECORD.format(state):
            path.unlink()
