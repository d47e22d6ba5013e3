"""A finding is data: which rule, how grave, where, what was expected and found, and what to do about it.

Every room reports what is wrong with the content as a tuple of `Diagnostic`; nothing raises for it, so that an editor sees
all findings of all files in one run. How they look is the reporters' business.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Protocol, TypeAlias

Path: TypeAlias = tuple[str | int, ...]
"""Where a value stands inside a file: keys and list positions (from 0), as in `("sources", "mt", "url")`."""


def dotted(path: Path) -> str:
    """Write a path as editors see it, positions counted from 1: `disputes[1].accounts[2].says`."""
    return "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")


class Severity(StrEnum):
    """How grave a finding is: an error stops publishing, a warning stops it only under `--strict`."""

    ERROR = "error"
    WARNING = "warning"


class Span(NamedTuple):
    """A stretch of a file. Lines and columns count characters from 1; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file; without a span, the file as a whole. `file` is relative to the site's folder, with `/`."""

    file: str
    span: Span | None = None


class Locator(Protocol):
    """Knows where the values of one file stand. The reader makes it; every later room only asks it."""

    def place(self, path: Path, *, key: bool = False, within: tuple[int, int] | None = None) -> Place:
        """Return the place of the value at `path`, or of the nearest part of the path that exists.

        With `key`, the place of the key that names the value; with `within`, of the characters [start, end) of a text.
        """


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that explains a finding, such as the first of two equal keys."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A sure change of a file: among the characters at the place of a finding, the only `old` becomes `new`."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding about one place in one file.

    `message` says what was found and what was expected; `help` what to do. `corrected` holds the editor's own lines as
    they would be right, ready to copy. `path` names the field, so that an allowance can point at it. `fix` is there
    only where nobody can doubt what was meant: `briefs check --fix` writes it.
    """

    rule: str
    severity: Severity
    message: str
    place: Place
    help: str = ""
    corrected: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    path: Path = ()
    fix: Fix | None = None


def in_order(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort findings by file, place and rule, each once, so that a report never depends on the order of the checks."""

    def key(finding: Diagnostic) -> tuple[str, int, int, str, str]:
        span = finding.place.span
        return (finding.place.file, span.line if span else 0, span.column if span else 0, finding.rule, finding.message)

    return tuple(sorted(dict.fromkeys(findings), key=key))


def has_errors(findings: Iterable[Diagnostic]) -> bool:
    """Tell whether any finding stops publishing."""
    return any(finding.severity is Severity.ERROR for finding in findings)
