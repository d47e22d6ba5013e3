"""Parts of a site: several machines make one share each, and the parts are put together into the site.

A part is a folder with its share of the files, their list, and a note of what it is a part of. All parts of one build name
the same whole: every file of the site with its key. So another commit, date, setting or version in one of them is noticed.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from generator.delivery.delivering import Delivered, deliver
from generator.delivery.gathering import Make
from generator.delivery.manifest import MANIFEST, listed_in
from generator.delivery.workshop import Say, Undelivered

SHARD = "BRIEFS_SHARD"
"""The variable of the environment that names the share to be made, such as `2/3`."""
NOTE = "briefs-part.json"
"""The note in the folder of a part."""
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Shard:
    """A share of a site: number `number`, from 1, of `of`."""

    number: int
    of: int

    @classmethod
    def named(cls, name: str) -> "Shard | None":
        """Return the share that is called, as in `2/3`; None where the name says no share."""
        number, slash, of = name.partition("/")
        if not (slash and number.isdecimal() and of.isdecimal() and len(name) < 20 and 1 <= int(number) <= int(of)):
            return None
        return cls(int(number), int(of))

    def has(self, name: str) -> bool:
        """Tell whether a file belongs to this share. That depends on its name alone."""
        return int(sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:8], 16) % self.of == self.number - 1


@dataclass(frozen=True, slots=True)
class _Part:
    """What a part says of itself: its share, the whole it belongs to, what that is made of, and how many files it has."""

    version: int
    number: int
    of: int
    whole: str
    made_of: Mapping[str, str]
    files: int


def part(files: Mapping[str, str], make: Make, shard: Shard, made_of: Mapping[str, str]) -> tuple[dict[str, str], Make]:
    """Return the files of one share of a site, for `deliver`. `files` and `make` are those of the whole site.

    `made_of` says in words what decides about the whole, such as the edition date; it is told where parts do not fit.
    """
    share = {name: key for name, key in files.items() if shard.has(name)}
    whole = sha256("".join(f"{key} {name}\n" for name, key in sorted(files.items())).encode("utf-8", "surrogateescape"))
    note = _Part(_VERSION, shard.number, shard.of, whole.hexdigest(), dict(sorted(made_of.items())), len(share))
    data = (json.dumps(asdict(note), ensure_ascii=False, indent=2) + "\n").encode()

    def made(names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        yield from make([name for name in names if name != NOTE])
        if NOTE in names:
            yield NOTE, data

    return {**share, NOTE: sha256(data).hexdigest()}, made


def assemble(site: Path, parts: Iterable[Path], *, say: Say = lambda line: None) -> Delivered:
    """Put the parts of a site together in the folder `site`, as `deliver` does.

    Raises `Undelivered`, with the site as it was, where a part is missing, there twice, damaged, or of another whole.
    """
    read = {folder: _read(folder) for folder in parts}
    _stop_unless_one_whole(read)
    files, where = dict[str, str](), dict[str, Path]()
    for folder, (told, listed) in read.items():
        if len(listed) != told.files:
            raise Undelivered(f"{folder} lists {len(listed)} files and should have {told.files}. Nothing was changed.")
        files |= listed
        where |= dict.fromkeys(listed, folder)
    return deliver(site, files, lambda names: _files(names, files, where), say=say)


def _files(names: Iterable[str], sums: Mapping[str, str], where: Mapping[str, Path]) -> Iterator[tuple[str, bytes]]:
    for name in names:
        path = where[name] / name
        data = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
        if sha256(data).hexdigest() != sums[name]:
            raise Undelivered(f"{path} is damaged or missing. Nothing was changed; build or fetch this part again.")
        yield name, data


def _read(folder: Path) -> tuple[_Part, dict[str, str]]:
    """Read what a part says of itself, and the list of its files."""
    try:
        listed = listed_in((folder / MANIFEST).read_bytes())
        data = (folder / NOTE).read_bytes()
        told = _Part(**json.loads(data))
    except (OSError, ValueError, TypeError):
        told, listed, data = None, {}, b""
    if told is None or told.version != _VERSION or listed.pop(NOTE, "") != sha256(data).hexdigest():
        raise Undelivered(f"{folder} is no part of a site that this program can read: `briefs build --shard` makes one.")
    return told, listed


def _stop_unless_one_whole(read: Mapping[Path, tuple[_Part, object]]) -> None:
    """Stop unless all parts of one site are there, each once."""
    seen: dict[int, Path] = {}
    first_folder, first = next(((folder, told) for folder, (told, _) in read.items()), (None, None))
    if first is None:
        raise Undelivered("There is no part to put together.")
    for folder, (told, _) in read.items():
        if told.of != first.of:
            raise Undelivered(
                f"{folder} is one of {told.of} parts, and {first_folder} one of {first.of}. Build all of them anew."
            )
        if told.number in seen:
            raise Undelivered(f"{folder} and {seen[told.number]} are both part {told.number}. Name each part once.")
        seen[told.number] = folder
        if told.whole != first.whole:
            raise Undelivered(f"{folder} and {first_folder} are parts of different sites: {_difference(told, first)}")
    if missing := [str(number) for number in range(1, first.of + 1) if number not in seen]:
        raise Undelivered(f"Of {first.of} parts, {_parts(missing)}: the site would not be whole.")


def _parts(missing: Sequence[str]) -> str:
    return f"part {missing[0]} is missing" if len(missing) == 1 else f"parts {', '.join(missing)} are missing"


def _difference(told: _Part, first: _Part) -> str:
    words = [
        f"{name} is {told.made_of.get(name, 'unknown')} in one and {first.made_of.get(name, 'unknown')} in the other"
        for name in sorted({*told.made_of, *first.made_of})
        if told.made_of.get(name) != first.made_of.get(name)
    ]
    return f"{'; '.join(words)}." if words else "their files or settings differ. Build all parts from one commit."
