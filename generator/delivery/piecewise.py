"""File by file: for a folder that cannot change places with another one, because it is mounted or holds folders of others.

What is new lies ready within the folder before the first file is replaced; a journal in the workshop says what is to be done.
Readers may meet old pages beside new ones while that lasts, and a process that ends there leaves it to the next one to finish.
"""

from collections.abc import Iterable, Set
from pathlib import Path

from generator.delivery.ground import Ground, discard, is_folder
from generator.delivery.manifest import MANIFEST, sealed, unsealed, write_whole
from generator.delivery.workshop import Undelivered

_READY = ".briefs-new"
_JOURNAL = "journal"


class Piecewise:
    """What is new, ready within the folder of the site. No file of the site is touched before `replace`."""

    def __init__(self, site: Path, shop: Path) -> None:
        """Prepare nothing yet: perhaps nothing has changed."""
        self.root = site / _READY
        self._site, self._shop = site, shop
        self._ground: Ground | None = None

    def put(self, name: str, data: bytes) -> int:
        """Lay a file ready; return its time of change in nanoseconds."""
        return self._opened().write(name, data)

    def take(self, folder: Path, names: Iterable[str]) -> dict[str, int]:
        """Lay files of another folder ready; return their times of change in nanoseconds."""
        ground = self._opened()
        for name in names:
            ground.link(folder, name)
        return {name: (self.root / name).stat().st_mtime_ns for name in names}

    def replace(self, written: Set[str], going: Set[str]) -> None:
        """Replace and remove files one by one, the public list last."""
        steps = [*(f"P{name}" for name in sorted(written)), *(f"R{name}" for name in sorted(going))]
        write_whole(self._shop / _JOURNAL, sealed(steps))
        try:
            finish(self._site, self._shop)
        except OSError as error:
            reason = error.strerror or error
            raise Undelivered(f"{self._site} is not replaced in full yet: {reason}. The next build goes on with it.") from error

    def drop(self) -> None:
        """Give the room back that the files take which lie ready, unless a journal needs them."""
        if not (self._shop / _JOURNAL).exists():
            discard(self.root)

    def _opened(self) -> Ground:
        if self._ground is None:
            self._site.mkdir(parents=True, exist_ok=True)
            discard(self.root)
            self.root.mkdir()
            self._ground = Ground(self.root)
        return self._ground


def finish(site: Path, shop: Path) -> None:
    """Finish what a journal says, however far it was done. Without a journal, clear away what lay ready for one."""
    lines, ready = unsealed(shop / _JOURNAL), site / _READY
    if lines is not None and is_folder(ready):
        ground = Ground(site)
        for line in [*lines, f"P{MANIFEST}"]:
            if line[0] == "R":
                ground.remove(line[1:])
            elif (ready / line[1:]).exists():
                ground.move(ready, line[1:])
    (shop / _JOURNAL).unlink(missing_ok=True)
    discard(ready)
