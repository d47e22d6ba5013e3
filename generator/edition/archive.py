"""What an edition is made of: the files of a site, each of which can be read when somebody asks for it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.diagnostics import Diagnostic
from generator.edition.documents import Document, Key
from generator.edition.groups import grouped
from generator.edition.pictures import Picture
from generator.edition.sources import SourceKey


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one file: its entry, None where it cannot be read at all, and what was found in it."""

    document: Document | None
    findings: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Slot:
    """The one file that gives an entry. `stamp` tells its bytes from all others."""

    file: str
    stamp: str
    read: Callable[[], Reading]


@dataclass(frozen=True)
class Archive:
    """All files of a site by the entries that they give, and what else lies beside them."""

    slots: Mapping[Key, Slot]
    files: frozenset[str] = frozenset()
    """The names of all files of entries, also of those that give none."""
    written_by_hand: Mapping[str, str] = field(default_factory=dict)
    """The addresses of the hand-written pages, with the file of each."""
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    """The pictures that can be shown, by the names of their files."""
    picture_files: Mapping[str, bytes | None] = field(default_factory=dict)
    """All files of pictures by name; without bytes, one that nobody can open."""
    picture_stamps: Mapping[str, str] = field(default_factory=dict)
    """What tells the bytes of each picture file from all others."""
    texts: Mapping[SourceKey, str] = field(default_factory=dict)
    """The texts of sources that are kept. Nothing of them is ever published."""

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """The keys of all entries, sorted."""
        return tuple(sorted(self.slots))

    @cached_property
    def by_kind(self) -> Mapping[str, tuple[Key, ...]]:
        """The keys of each kind, sorted."""
        return grouped((key.kind, key) for key in self.keys)

    @cached_property
    def by_id(self) -> Mapping[str, tuple[Key, ...]]:
        """The keys that an id may mean: all with this id, and the briefs that have it after their year."""
        found: dict[str, list[Key]] = defaultdict(list)
        for key in self.keys:
            found[key.id].append(key)
            if key.kind == "brief" and "/" in key.id:
                found[key.id.partition("/")[2]].append(key)
        return {id: tuple(keys) for id, keys in found.items()}


def same_files(keys: Iterable[tuple[Key, str]], home: Callable[[Key], str]) -> dict[Key, str]:
    """Return for each entry the one file that gives it: the one that stands in its place, or else the last by name."""
    return dict(sorted(keys, key=lambda pair: (home(pair[0]) == pair[1], pair[1])))
