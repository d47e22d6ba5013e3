"""Files are written whole or not at all, and none is written over that is not as it was when it was read.

The new bytes go into a file beside it, down to the disk, and only then take its name. Whoever ends the program at any moment
finds the old file or the new one; at worst a `.briefs-….tmp` stays, which nothing reads. The functions return in words what
stopped them, to follow the name of the file, and nothing where all went well.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.build import read_bytes


def replace_file(path: Path, old: bytes, new: bytes) -> str:
    """Let a file that holds `old` hold `new`, and keep its mode and owner."""
    try:
        before = os.lstat(path)
        if not stat.S_ISREG(before.st_mode):
            return f"is {_what(path)}, which is not written to; it was left as it is."
        if not before.st_mode & stat.S_IWUSR or not os.access(path, os.W_OK):
            return "is read-only; it was left as it is."
        with _beside(path, new, stat.S_IMODE(before.st_mode) & 0o777) as temporary:
            if hasattr(os, "chown"):
                with suppress(OSError):  # only its owner may give it to the owner
                    os.chown(temporary, before.st_uid, before.st_gid)
            temporary.chmod(stat.S_IMODE(before.st_mode))
            if read_bytes(str(path)) != old:
                return "was changed meanwhile; it was left as it is. Save it in your editor, and run this again."
            temporary.replace(path)
        _keep(path.parent)
    except OSError as error:
        return f"cannot be written: {error.strerror}."
    return ""


def create_file(root: Path, file: Path, data: bytes) -> str:
    """Write a file that is not there yet below a folder, and the folders around it. No link is followed."""
    path = root / file
    try:
        for folder in reversed(list(file.parents)[:-1]):
            if (root / folder).is_symlink() or (not (root / folder).is_dir() and os.path.lexists(root / folder)):
                return f"cannot be written: {folder.as_posix()} is {_what(root / folder)}, and no folder."
        path.parent.mkdir(parents=True, exist_ok=True)
        with _beside(path, data, 0o666) as temporary:
            _name(temporary, path, data)
        _keep(path.parent)
    except FileExistsError:
        return f"is {_what(path)} already; it was left as it is."
    except OSError as error:
        return f"cannot be written: {error.strerror}."
    return ""


def _name(temporary: Path, path: Path, data: bytes) -> None:
    """Give a file its name; raise `FileExistsError` where anything has it, be it a link that leads nowhere."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # a disk whose files have but one name, such as a memory card
        with path.open("xb") as file:
            try:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            except BaseException:
                path.unlink()
                raise


@contextmanager
def _beside(path: Path, data: bytes, mode: int) -> Iterator[Path]:
    """Write a file beside another, down to the disk. It is gone at the end, unless it took another name."""
    temporary = path.with_name(f".briefs-{os.urandom(8).hex()}.tmp")
    try:
        with open(temporary, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield temporary
    finally:
        with suppress(OSError):
            temporary.unlink()


def _keep(folder: Path) -> None:
    """Bring the names in a folder down to the disk, where the system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _what(path: Path) -> str:
    if path.is_symlink():
        return "a link"
    if path.is_dir():
        return "a folder"
    return "a file" if path.is_file() else "something else than a file"
