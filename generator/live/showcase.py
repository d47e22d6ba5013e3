"""The folder that the preview's server shows: a file is put there just before it is shown, if it is not as it should be."""

from collections.abc import Callable, Iterable
from pathlib import Path
from posixpath import normpath
from threading import RLock

Make = Callable[[str], bytes | None]
"""Returns what a file should hold, by its path in the site; None where there should be none."""


def _nothing(name: str) -> None:
    return None


class Showcase:
    """What lies in the folder of a preview, and how what is asked for gets there. Many may ask at once."""

    def __init__(self) -> None:
        self.busy = RLock()
        """Whoever changes what is shown holds it meanwhile; so does whoever makes a file."""
        self._make: Make = _nothing
        self._root, self._mount = Path(), "/"
        self._fresh: set[str] = set()
        self._ours: set[str] = set()

    def stand(self, root: Path, mount: str) -> None:
        """Stand in a folder. The addresses of its files begin with `mount`."""
        self._root, self._mount = root, mount

    def fill(self, make: Make, fresh: Iterable[str]) -> None:
        """Show something else from now on. Those files that are `fresh` lie there already."""
        with self.busy:
            self._make, self._fresh = make, set(fresh)

    def clear(self) -> None:
        """Take out what was put in: whoever builds the site puts everything else there anew."""
        with self.busy:
            for name in self._ours:
                (self._root / name).unlink(missing_ok=True)
            self._ours = set()

    def bring(self, address: str) -> None:
        """See that the file which an address asks for is there as it should be."""
        if not f"{address}/".startswith(self._mount):
            return
        asked = address[len(self._mount) :]
        name = normpath(f"/{asked}").lstrip("/")
        folder = f"{name}/index.html" if name else "index.html"
        for one in (folder,) if not name or asked.endswith("/") else (name, folder):
            self._put(one)

    def _put(self, name: str) -> None:
        with self.busy:
            if name in self._fresh:
                return
            data, path = self._make(name), self._root / name
            self._fresh.add(name)
            if data is not None:
                self._ours.add(name)
                path.parent.mkdir(parents=True, exist_ok=True)
                part = path.with_name(f".{path.name}.part")
                part.write_bytes(data)
                part.replace(path)  # somebody may be reading the one before
            elif name in self._ours:
                self._ours.discard(name)
                path.unlink(missing_ok=True)
