"""What several rules need: the form of a finding, the texts that state facts, and allowances."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.diagnostics import Path
from generator.edition import Document
from generator.model.values import Prose

FACTUAL = frozenset(("what_happened", "key_points", "says", "in_short", "text", "summary", "events", "about"))
"""The fields whose sentences state facts. Analysis, questions and what to watch for are not among them."""

ASIDE = frozenset(("watch", "updates", "corrections", "withdrawal"))
"""The fields whose texts speak of this page or of the future."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule found in a file: where, what, and what to do. `within` are the offsets in the text at `path`."""

    path: Path
    message: str
    help: str = ""
    within: tuple[int, int] | None = None
    key: bool = False


def factual_texts(document: Document) -> Iterator[tuple[Path, Prose]]:
    """Yield the texts of a file that state facts."""
    for path, prose in document.parsed.texts:
        steps = set(path)
        if steps & FACTUAL and not steps & ASIDE:
            yield path, prose
