"""Gathers the files of the new site: those that are as they were delivered, and those that have to be made."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.delivery.manifest import Entry
from generator.delivery.standing import Standing

Make = Callable[[Sequence[str]], Iterable[tuple[str, bytes]]]
"""Makes the files that it is asked for: each with its name, once, in any order."""
Put = Callable[[str, bytes], int]
"""Keeps a new file, and returns its time of change in nanoseconds."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The new site: all its files, those of them that were written, and those whose times somebody changed, but no more."""

    entries: dict[str, Entry]
    written: frozenset[str]
    touched: frozenset[str]


def gather(site: Path, now: Standing, files: Mapping[str, str], make: Make, put: Put, *, fresh: bool) -> Gathered:
    """Keep what has not changed, and have the rest made, which `put` is given unless the same bytes are there already."""
    kept = {} if fresh else dict(_kept(now, files))
    entries, written, touched = dict(kept), set(), set()
    asked = [name for name in files if name not in kept]
    for name, data in make(asked) if asked else ():
        if name in entries or name not in files:
            raise ValueError(f"{name} was not asked for")
        hash = sha256(data).hexdigest()
        if now.is_sound(name) and now.entries[name].hash == hash:
            entries[name] = now.entries[name]._replace(key=files[name])
        elif not now.is_sound(name) and _is_there(site, now, name, data):
            entries[name] = Entry(files[name], hash, *now.found.files[name])
            touched.add(name)
        else:
            entries[name] = Entry(files[name], hash, len(data), put(name, data))
            written.add(name)
    if missing := files.keys() - entries.keys():
        raise ValueError(f"{min(missing)} was not made")
    return Gathered(entries, frozenset(written), frozenset(touched))


def _kept(now: Standing, files: Mapping[str, str]) -> Iterator[tuple[str, Entry]]:
    """Yield the files that are there with their keys, as they were delivered."""
    delivered, there = now.entries, now.found.files
    for name, key in files.items():
        if name in delivered:
            entry = delivered[name]
            if entry.key == key and there.get(name) == (entry.size, entry.time):
                yield name, entry


def _is_there(site: Path, now: Standing, name: str, data: bytes) -> bool:
    """Tell whether a file that is not known to be ours has the right bytes nevertheless."""
    size, _ = now.found.files.get(name, (-1, 0))
    return size == len(data) and (site / name).read_bytes() == data
