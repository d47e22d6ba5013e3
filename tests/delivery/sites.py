"""What the tests of delivery share: small sites as they would be made, delivered, and looked at."""

import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from generator.delivery import MANIFEST, Delivered, deliver

Files = Mapping[str, str]
OLD: Files = {
    "index.html": "home",
    "about/index.html": "about",
    "briefs/2021/a/index.html": "a",
    "briefs/2021/b/index.html": "b",
    "briefs/2021/b/brief.json": "{}",
    "topic": "a file",
    "place/index.html": "in a folder",
    "place/map.svg": "a map",
    "robots.txt": "",
}
NEW: Files = {
    **{name: OLD[name] for name in ("about/index.html", "briefs/2021/b/brief.json", "robots.txt")},
    "index.html": "home, again",
    "briefs/2021/b/index.html": "B",
    "briefs/2022/c/index.html": "c",
    "topic/index.html": "a folder",
    "place": "a file",
}
"""Some files stay, some change, come and go; a file becomes a folder, and a folder a file."""


class Desk:
    """Makes the files that it is asked for, and remembers which these were."""

    def __init__(self, files: Files) -> None:
        self.files, self.asked = files, list[str]()

    def __call__(self, names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        self.asked += names
        return ((name, self.files[name].encode()) for name in reversed(names))


def keys(files: Files) -> dict[str, str]:
    return {name: sha256(text.encode()).hexdigest() for name, text in files.items()}


def bring(site: Path, files: Files, **options: object) -> tuple[Delivered, list[str]]:
    """Deliver a site; return what was done, and what had to be made."""
    desk = Desk(files)
    return deliver(site, keys(files), desk, **options), desk.asked  # type: ignore[arg-type]


def standing(site: Path) -> dict[str, str]:
    """Return the texts of all files of a site, but for the list of them, which must fit, and for hidden files of others."""
    assert not [path for path in site.rglob("*") if path.is_symlink()]
    found = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    found = {name: data for name, data in found.items() if not name.startswith(".")}
    listed = found.pop(MANIFEST).decode()
    assert listed == "".join(f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(found.items()))
    return {name: data.decode() for name, data in found.items()}


def stamps(site: Path) -> dict[str, tuple[int, int]]:
    """Return which files these are, on the disk, and when they were changed."""
    seen = {path.relative_to(site).as_posix(): path.stat() for path in site.rglob("*") if path.is_file()}
    return {name: (stat.st_ino, stat.st_mtime_ns) for name, stat in seen.items()}


def python(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run a piece of Python by itself."""
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
        cwd=Path(__file__).parents[2],
    )


def nothing(names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    raise AssertionError(f"nothing had to be made, and {names} were asked for")
