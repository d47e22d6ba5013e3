"""What tells a finding from others, so that a code host knows it again after lines were added above it."""

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from generator.diagnostics import Diagnostic, dotted


def fingerprints(findings: Sequence[Diagnostic]) -> list[str]:
    """Return one for each finding, made from its rule, file, field and message, and from no line.

    Findings that are equal in all four are numbered in the given order.
    """
    numbers, marks = Counter[str](), list[str]()
    for finding in findings:
        parts = (finding.rule, finding.place.file, dotted(finding.path), finding.message)
        mark = sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
        numbers[mark] += 1
        marks.append(f"{mark}:{numbers[mark]}")
    return marks
