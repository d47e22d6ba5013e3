"""The tree of a parsed text. Every node knows the offsets of its characters in the text it was parsed from."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias, TypeVar

from generator.diagnostics import Fix, Severity

Answer = TypeVar("Answer")

ID = r"[a-z0-9]+(?:[-/][a-z0-9]+)*"
"""The form of an id in a text: small letters and digits, with hyphens, and slashes in the ids of briefs (a pattern)."""


class Words(NamedTuple):
    """Characters that mean nothing but themselves."""

    text: str
    start: int
    end: int


class Emphasis(NamedTuple):
    """`*emphasis*`, or with `strong` `**strong**`."""

    children: tuple["Inline", ...]
    strong: bool
    start: int
    end: int


class Link(NamedTuple):
    """`[text](https://…)`: a link to a page outside the site; http, https or mailto."""

    children: tuple["Inline", ...]
    address: str
    start: int
    end: int


class Reference(NamedTuple):
    """`[[id]]`, `[[id|text]]` or `[[kind:id]]`: a link to an entry of the edition. `kind` and `label` may be empty."""

    kind: str
    id: str
    label: str
    start: int
    end: int


class Mark(NamedTuple):
    """One source of a citation, with who says so and through whom, where the text names them (else empty)."""

    source: str
    says: str
    via: str
    start: int
    end: int


class Citation(NamedTuple):
    """`[@a]`, `[@a; @b]`, `[@a, says actor, via carrier]`: covers the text before it, back to the previous citation."""

    marks: tuple[Mark, ...]
    start: int
    end: int


Inline: TypeAlias = Words | Emphasis | Link | Reference | Citation


class Paragraph(NamedTuple):
    """Running text."""

    children: tuple[Inline, ...]
    start: int
    end: int


class Listing(NamedTuple):
    """A list; each item is a paragraph."""

    items: tuple[Paragraph, ...]
    numbered: bool
    start: int
    end: int


class QuoteHere(NamedTuple):
    """`[[quote:id]]` alone in its paragraph: the quote is set at this place."""

    id: str
    start: int
    end: int


Block: TypeAlias = Paragraph | Listing | QuoteHere


@dataclass(frozen=True, slots=True)
class Problem:
    """A slip in a text: what it is, what to do, and where. `rule` is the finding's rule, such as `broken-citation`.

    `severity` is a proposal. `instead` is the right form for these characters, ready to copy, where one can be told;
    without `sure`, the words around it may ask for another.
    """

    rule: str
    message: str
    help: str
    start: int
    end: int
    severity: Severity = Severity.ERROR
    instead: str = ""
    sure: bool = True

    def fix(self, source: str) -> Fix | None:
        """Return the change of `source` that writes the right form, where that is sure."""
        return Fix(source[self.start : self.end], self.instead) if self.instead and self.sure else None


@dataclass(frozen=True, slots=True)
class Text:
    """A parsed text: its blocks, and what is wrong with it. Nothing is lost: what is not markup is `Words`."""

    source: str
    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...] = ()
    _seen: dict[Callable[["Text"], Any], Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, look: Callable[["Text"], Answer]) -> Answer:
        """Return what `look` sees in the whole text. A text never changes, so one look is enough, whoever asks."""
        if look not in self._seen:
            self._seen[look] = look(self)
        return self._seen[look]  # type: ignore[no-any-return]

    def __reduce__(self) -> tuple[Any, ...]:
        """Copy a text without what was seen in it."""
        return Text, (self.source, self.blocks, self.problems)


class Statement(NamedTuple):
    """A run of text that one citation covers; without a citation, the text that nothing covers.

    A full stop that stands behind the mark (`said [@mt].`) belongs to the run before it.
    """

    inlines: tuple[Inline, ...]
    citation: Citation | None
    start: int
    end: int
