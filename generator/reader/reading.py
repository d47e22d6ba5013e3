"""Reads a file: bytes in, nodes and findings out. Nothing that a file can hold makes it raise."""

from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Place, Severity, in_order
from generator.reader.compose import Composed, compose
from generator.reader.decode import decode
from generator.reader.faults import explain
from generator.reader.limits import MAX_BYTES, MAX_FINDINGS
from generator.reader.nodes import Mapping, Node, Scalar
from generator.reader.slips import scan, unmended
from generator.reader.source import Source, span


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as read: its text with `\\n` as line end, its nodes, and the findings in order.

    `root` is None where the file cannot be read as YAML. It is a `Mapping` unless there is a finding.
    """

    file: str
    text: str
    root: Node | None
    diagnostics: tuple[Diagnostic, ...]


def read(data: bytes, file: str) -> Reading:
    """Read the bytes of `file` as YAML 1.2 without anchors, aliases, tags, directives and further documents."""
    if len(data) > MAX_BYTES:
        message = f"The file has {len(data):,} bytes; a brief has a few thousand, and {MAX_BYTES:,} is the limit."
        help = "Look for something that was pasted in by mistake, or split the file."
        return Reading(file, "", None, (Diagnostic("too-large", Severity.ERROR, message, Place(file), help),))
    decoded = decode(data, file)
    source = decoded.source
    root: Node | None = None
    found = decoded.findings
    if source.lines:
        composed = compose(source)
        root = composed.root if composed.broken is None else None
        found += _checked(source, composed)
        if not found and not isinstance(root, Mapping):
            found = (_root_fault(source, root),)
    return Reading(file, decoded.text, root, _at_most(in_order(found)))


def _checked(source: Source, composed: Composed) -> tuple[Diagnostic, ...]:
    """Return what was found while composing, with the reasons why it broke off."""
    if composed.broken is None:
        return composed.findings
    if composed.broken.reason.startswith("too-"):
        return (explain(source, composed.broken),)
    slips, mended = scan(source)
    if not any(slip.place.span and slip.place.span.line <= composed.broken.at[0] + 1 for slip in slips):
        return (*composed.findings, *slips, explain(source, composed.broken))
    return (*slips, *(unmended(finding, mended, source) for finding in compose(mended).findings))


def _root_fault(source: Source, root: Node | None) -> Diagnostic:
    """Return the finding for a file that holds nothing, or something else than keys with values."""
    if root is None or (isinstance(root, Scalar) and not root.raw and root.style == "plain"):
        message = "The file is empty."
        if any(line.strip() for line in source.lines):
            message = "The file holds no fields, only comments."
        return source.fault("empty-file", span(0, 0), message, "A brief starts with keys such as `title:` and `date:`.")
    what = "a list"
    if isinstance(root, Scalar):
        what = "text" if isinstance(root.value, str) else "a single value"
    message = f"The file holds {what}, where keys with values were expected."
    place = span(root.span.line - 1, root.span.column - 1)
    return source.fault("not-a-form", place, message, "A brief starts with keys such as `title:` and `date:`.")


def _at_most(findings: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Cut a list of findings that nobody would read to its end, and say so."""
    if len(findings) <= MAX_FINDINGS:
        return findings
    last = findings[MAX_FINDINGS]
    message = f"The file has more findings; only the first {MAX_FINDINGS} are shown."
    return (
        *findings[: MAX_FINDINGS - 1],
        Diagnostic("more-findings", Severity.ERROR, message, last.place, "Mend the ones above first."),
    )
