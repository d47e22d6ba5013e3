"""YAML values that know where they stand."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from generator.diagnostics import Path, Span

Style: TypeAlias = Literal["plain", "single", "double", "literal", "folded"]


@dataclass(frozen=True, slots=True)
class Scalar:
    """One scalar: its characters as YAML decodes them, and where they stand in the file.

    `value` is resolved by the YAML 1.2 core schema, where `no` is text and `12:30` is text. `raw` is always the
    characters. `segments` maps offsets in `raw` to the file: each is (offset, line, column), ascending; between two of
    them one character of `raw` is one column of the file. Where escapes or folding make that impossible, the last known
    place serves.
    """

    raw: str
    value: str | int | float | bool | None
    style: Style
    span: Span
    segments: tuple[tuple[int, int, int], ...] = field(default=(), repr=False)

    def span_of(self, start: int, end: int) -> Span:
        """Return the place in the file of `raw[start:end]`; without segments, that of the whole scalar."""
        if not self.segments:
            return self.span
        return Span(*self._locate(start), *self._locate(max(start + 1, end)))

    def _locate(self, offset: int) -> tuple[int, int]:
        at, line, column = next(s for s in reversed(self.segments) if s[0] <= offset or s is self.segments[0])
        return line, column + max(0, offset - at)


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of values in their order."""

    items: tuple["Node", ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values, in the file's order, each key once."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    span: Span

    def get(self, key: str) -> "Node | None":
        """Return the value under `key`, if there is one."""
        return next((value for name, value in self.entries if name.raw == key), None)

    def key(self, key: str) -> Scalar | None:
        """Return the key itself, with its place, if there is one."""
        return next((name for name, _ in self.entries if name.raw == key), None)


Node: TypeAlias = Scalar | Sequence | Mapping


def steps(root: Node, path: Path) -> Iterator[tuple[Scalar | None, Node]]:
    """Follow `path` from `root` as far as it goes; yield each node on the way with the key that led to it."""
    node: Node = root
    yield None, node
    for step in path:
        found: Node | None = None
        key: Scalar | None = None
        if isinstance(node, Mapping):
            key, found = node.key(str(step)), node.get(str(step))
        elif isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
            found = node.items[step]
        if found is None:
            return
        node = found
        yield key, node


def node_at(root: Node, path: Path) -> Node | None:
    """Return the node at exactly `path`, if there is one."""
    followed = list(steps(root, path))
    return followed[-1][1] if len(followed) == len(path) + 1 else None


def place_of(root: Node, path: Path, *, key: bool = False) -> Span:
    """Return where the value at `path` stands, or with `key` its key; else the nearest part that exists."""
    names, last = list(steps(root, path)), len(path)
    name, node = names[-1]
    if key and name is not None and len(names) == last + 1:
        return name.span
    if isinstance(node, Mapping) and name is not None and len(names) <= last:
        return name.span
    return node.span
