"""Folders on disk: what lies in one, and the few ways to change one. Nothing here follows a symbolic link."""

import os
import shutil
import stat
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple


class Found(NamedTuple):
    """What lies in a folder: its files with size and time, its folders, and all that is neither, such as links."""

    files: dict[str, tuple[int, int]]
    folders: list[str]
    others: list[str]


def look(root: Path) -> Found:
    """Look through a folder. Names are relative to it, with `/` between their parts."""
    found = Found({}, [], [])
    todo = [("", str(root))]
    while todo:
        above, path = todo.pop()
        with os.scandir(path) as items:
            for item in items:
                name = above + item.name
                if item.is_dir(follow_symlinks=False):
                    found.folders.append(name)
                    todo.append((f"{name}/", item.path))
                    continue
                seen = item.stat(follow_symlinks=False)
                if stat.S_ISREG(seen.st_mode):
                    found.files[name] = (seen.st_size, seen.st_mtime_ns)
                else:
                    found.others.append(name)
    return found


def is_folder(path: str | Path) -> bool:
    """Tell whether a real folder is there, and no link to one."""
    try:
        return stat.S_ISDIR(os.lstat(path).st_mode)
    except OSError:
        return False


def time_of(path: str | Path) -> int:
    """Return the time of a folder's last change, which moves when something in it comes, goes or is replaced; 0 for none."""
    try:
        seen = os.lstat(path)
    except OSError:
        return 0
    return seen.st_mtime_ns if stat.S_ISDIR(seen.st_mode) else 0


def discard(path: Path) -> None:
    """Remove a folder with all that is in it, or whatever else is there, as far as this can be done."""
    if is_folder(path):
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink(missing_ok=True)


class Ground:
    """A folder that is changed file by file. What stands in the way of a file goes; a link does, wherever it leads."""

    def __init__(self, root: Path) -> None:
        """Work in the folder `root`, which must be there."""
        self.root = root
        self._sound = {""}

    def write(self, name: str, data: bytes) -> int:
        """Write a new file; return its time of change in nanoseconds."""
        path = self._path(name)
        if os.path.lexists(path):
            self._clear(name)
        with open(path, "xb") as file:
            file.write(data)
            file.flush()
            return os.fstat(file.fileno()).st_mtime_ns

    def link(self, old: Path, name: str) -> None:
        """Give a file of an older folder its place here: the same file where the disk has hard links, else a copy."""
        source, path = os.path.join(old, name), self._path(name)
        try:
            os.link(source, path)
        except OSError as error:
            if isinstance(error, FileExistsError):
                self._clear(name)
            try:
                os.link(source, path)
            except OSError:
                shutil.copy2(source, path, follow_symlinks=False)

    def move(self, source: Path, name: str) -> None:
        """Move a file of another folder on this disk into its place; the one that was there is never missing."""
        path = self._path(name)
        if is_folder(path):
            self._clear(name)
        os.replace(os.path.join(source, name), path)

    def remove(self, name: str) -> None:
        """Remove a file or a link, and the folders around it that this leaves empty. It may be gone already."""
        above, path = _parents(name), os.path.join(self.root, name)
        if not all(map(self._is_sound, above)) or is_folder(path):
            return
        with suppress(FileNotFoundError):
            os.unlink(path)
        for folder in reversed(above):
            try:
                os.rmdir(os.path.join(self.root, folder))
            except OSError:  # something else is in it
                return
            self._sound.discard(folder)

    def _is_sound(self, folder: str) -> bool:
        if folder not in self._sound and is_folder(os.path.join(self.root, folder)):
            self._sound.add(folder)
        return folder in self._sound

    def _path(self, name: str) -> str:
        """Return the path of a file, with its folders made."""
        if name.rpartition("/")[0] not in self._sound:
            for folder in _parents(name):
                if not self._is_sound(folder):
                    path = os.path.join(self.root, folder)
                    discard(Path(path))
                    os.mkdir(path)
                    self._sound.add(folder)
        return os.path.join(self.root, name)

    def _clear(self, name: str) -> None:
        """Make a place free."""
        discard(self.root / name)
        self._sound = {folder for folder in self._sound if not f"{folder}/".startswith(f"{name}/")}


def _parents(name: str) -> list[str]:
    parts = name.split("/")[:-1]
    return ["/".join(parts[: end + 1]) for end in range(len(parts))]
