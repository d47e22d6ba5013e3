"""Where the values of one file stand, for the rooms that know paths but no YAML."""

from dataclasses import dataclass

from generator.diagnostics import Path, Place, Span
from generator.reader.nodes import Node, Scalar, node_at, place_of


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
