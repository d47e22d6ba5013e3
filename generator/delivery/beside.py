"""The next site grows beside the old one, from links to what did not change, until the two folders change places.

The folder that was the site before is kept as a spare: the site after the next grows from it by what changed since, so that
the size of the archive does not matter. What is not certain about the spare makes it worthless, and all links are made anew.
"""

import os
import shutil
from collections.abc import Set
from contextlib import suppress
from pathlib import Path

from generator.delivery.exchange import exchange
from generator.delivery.gathering import Gathered
from generator.delivery.ground import Ground, discard, is_folder, time_of
from generator.delivery.manifest import MANIFEST, sealed, unsealed
from generator.delivery.standing import Standing

NEXT = "next"
ASIDE = "aside"
_SPARE = "spare"


class Beside:
    """The next site, in the workshop. The old one is not touched before `change_places`."""

    def __init__(self, site: Path, shop: Path, now: Standing) -> None:
        """Prepare nothing yet: perhaps nothing has changed."""
        self.root = shop / NEXT
        self.site, self._shop, self._now = site, shop, now
        self._ground: Ground | None = None
        self._stale: Set[str] | None = None

    def put(self, name: str, data: bytes) -> int:
        """Give the next site a file; return its time of change in nanoseconds."""
        return self._opened().write(name, data)

    def complete(self, got: Gathered, going: Set[str], staying: Set[str]) -> None:
        """Give the next site all files that were not written, from the old site, and take from it what is `going`.

        `staying` are files that are not ours.
        """
        ground = self._opened()
        stale = got.entries.keys() - got.written if self._stale is None else self._stale | got.touched
        for name in sorted((stale | going) - got.written - staying):
            if name in got.entries:
                ground.link(self.site, name)
            else:
                ground.remove(name)
        for name in sorted(staying):
            ground.link(self.site, name)
        self._stale = got.written | got.touched | going | staying

    def change_places(self) -> None:
        """Let the next site and the old one change places. Raises `OSError` where that cannot be done, and nothing was."""
        if self.site.exists():
            shutil.copymode(self.site, self.root)
            with suppress(OSError, AttributeError, LookupError):
                owner = self.site.stat()
                os.chown(self.root, owner.st_uid, owner.st_gid)
        exchange(self.site, self.root, self._shop / ASIDE)

    def keep_spare(self, state: str) -> None:
        """Note in what the spare differs from the site, whose state is `state` by now, and when its folders changed."""
        if is_folder(self.root):  # there was an old site
            root = f"{self.root}/"
            folders = [f"D{time_of(root + name)}\t{name}" for name in ["", *self._now.found.folders]]
            with suppress(OSError):
                (self._shop / _SPARE).write_bytes(sealed([state, *folders, *(f"S{name}" for name in sorted(self._stale or ()))]))

    def drop(self) -> None:
        """Give the room back that the next site takes."""
        if self._ground:
            discard(self.root)

    def forget(self) -> None:
        """Let the spare count as worthless."""
        (self._shop / _SPARE).unlink(missing_ok=True)

    def _opened(self) -> Ground:
        if self._ground is None:
            self._stale = self._spare()
            self.forget()
            if self._stale is None:
                discard(self.root)
                self.root.mkdir()
            else:
                (self.root / MANIFEST).unlink(missing_ok=True)
            self._ground = Ground(self.root)
        return self._ground

    def _spare(self) -> Set[str] | None:
        """Return the names in which the spare may differ from the site; None where the spare is worthless."""
        lines = unsealed(self._shop / _SPARE)
        if not lines or lines[0] != self._now.state or not is_folder(self.root):
            return None
        stale = set()
        for line in lines[1:]:
            if line[0] == "S":
                stale.add(line[1:])
                continue
            time, _, name = line[1:].partition("\t")
            if time_of(f"{self.root}/{name}") != int(time):
                return None
        return stale
