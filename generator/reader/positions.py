"""Where the values of one file stand, for the rooms that know paths but no YAML."""

from dataclasses import dataclass
from functools import lru_cache

from generator.diagnostics import Path, Place, Span
from generator.reader.nodes import Node, Scalar, node_at, place_of
from generator.reader.reading import read


@dataclass(frozen=True, slots=True, eq=False)
class Positions:
    """The `Locator` of one file that was read."""

    file: str
    root: Node

    def place(self, path: Path, *, key: bool = False, within: tuple[int, int] | None = None) -> Place:
        """Return the place of a value, of its key, or of a stretch of its text; see `generator.diagnostics.Locator`."""
        node = node_at(self.root, path)
        if within is not None and isinstance(node, Scalar):
            return Place(self.file, node.span_of(*within))
        if not path and node is self.root:
            return Place(
                self.file,
                Span(self.root.span.line, self.root.span.column, self.root.span.line, self.root.span.column + 1),
            )
        return Place(self.file, place_of(self.root, path, key=key))


@dataclass(frozen=True, slots=True, eq=False)
class ReadAgain:
    """The `Locator` of a file that could be read, which reads it again when it is asked.

    Few files have findings, and the nodes of a file take many times the room of its bytes.
    """

    file: str
    data: bytes

    def place(self, path: Path, *, key: bool = False, within: tuple[int, int] | None = None) -> Place:
        """Return the place of a value, of its key, or of a stretch of its text; see `generator.diagnostics.Locator`."""
        positions = _positions(self.data, self.file)
        return positions.place(path, key=key, within=within) if positions else Place(self.file)


@lru_cache(maxsize=4)
def _positions(data: bytes, file: str) -> Positions | None:
    """Return the positions of a file; the findings of one file mostly follow each other."""
    root = read(data, file).root
    return Positions(file, root) if root is not None else None
