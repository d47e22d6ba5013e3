"""How many findings there are, of which kind, in how many files."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class Tally:
    """The numbers of a report; `checked` is how many files were read, if the caller knows."""

    errors: int
    warnings: int
    files: int
    checked: int | None


def tally(findings: Sequence[Diagnostic], checked: int | None) -> Tally:
    """Count the findings and the files that they stand in."""
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    return Tally(errors, len(findings) - errors, len({finding.place.file for finding in findings}), checked)


def sentence(numbers: Tally) -> str:
    """Say the numbers as a person would: "2 errors and 1 warning in 1 file (3 files checked)"."""
    kinds = ((numbers.errors, "error"), (numbers.warnings, "warning"))
    found = " and ".join(_counted(number, noun) for number, noun in kinds if number)
    read = "" if numbers.checked is None else f" ({_counted(numbers.checked, 'file')} checked)"
    return f"{found} in {_counted(numbers.files, 'file')}{read}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
