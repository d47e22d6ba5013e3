"""What was delivered: the public list of all files with their SHA-256, and the private one with their keys and times."""

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

MANIFEST = "SHA256SUMS"
"""The public list, in the form that `sha256sum --check` reads."""
_LISTED = re.compile(r"^([0-9a-f]{64})  (.+)$", re.MULTILINE)
_VERSION = "briefs-delivery 1"


class Entry(NamedTuple):
    """A delivered file: the key of its content, its SHA-256, its size in bytes, and its time of change in nanoseconds."""

    key: str
    hash: str
    size: int
    time: int


def sums(entries: Mapping[str, Entry]) -> bytes:
    """Return the public list, in the order of the names."""
    return "".join([f"{entry.hash}  {name}\n" for name, entry in sorted(entries.items())]).encode("utf-8", "surrogateescape")


def listed_in(listed: bytes) -> dict[str, str]:
    """Return the names in a public list with their SHA-256."""
    return {name: hash for hash, name in _LISTED.findall(listed.decode("utf-8", "surrogateescape"))}


def version(listed: bytes) -> str:
    """Return the name of a state of the site, from its public list. Equal states have equal names."""
    return sha256(listed).hexdigest()


def sealed(lines: Iterable[str]) -> bytes:
    """Return lines as bytes that tell when they are damaged."""
    body = "".join([f"{line}\n" for line in lines]).encode("utf-8", "surrogateescape")
    return f"{_VERSION} {version(body)}\n".encode() + body


def unsealed(path: Path) -> list[str] | None:
    """Return the lines of a sealed file; None where there is none, or a damaged one."""
    try:
        head, _, body = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    if head != f"{_VERSION} {version(body)}".encode():
        return None
    return body.decode("utf-8", "surrogateescape").split("\n")[:-1]


def to_lines(entries: Mapping[str, Entry]) -> Iterable[str]:
    """Return the private list as lines."""
    return [f"{entry.key}\t{entry.hash}\t{entry.size}\t{entry.time}\t{name}" for name, entry in entries.items()]


def from_lines(lines: Iterable[str]) -> dict[str, Entry]:
    """Return the private list from its lines."""
    found = {}
    for line in lines:
        key, hash, size, time, name = line.split("\t", 4)
        found[name] = Entry(key, hash, int(size), int(time))
    return found


def write_whole(path: Path, data: bytes) -> None:
    """Write a file of the workshop, or leave the one that was there as it was."""
    part = path.with_name(f"{path.name}.part")
    part.write_bytes(data)
    part.replace(path)
