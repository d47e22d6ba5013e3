"""Allowances: findings that an editor accepts in the file itself, with a reason that readers see."""

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity, dotted
from generator.edition import Document
from generator.model.parts import Allowance

RULE = "unused-allowance"


def apply(document: Document, findings: tuple[Diagnostic, ...], known: frozenset[str]) -> Iterator[Diagnostic]:
    """Yield the findings of a file that nothing allows, and each allowance that allows nothing."""
    allowances = document.entry.allow if document.entry else ()
    yield from (finding for finding in findings if not any(_covers(allowance, finding) for allowance in allowances))
    for index, allowance in enumerate(allowances):
        if any(_covers(allowance, finding) for finding in findings):
            continue
        if allowance.rule not in known:
            message, help = f"There is no rule `{allowance.rule}` that could be allowed.", "Check its name."
        else:
            at = f" at `{allowance.at}`" if allowance.at else ""
            message, help = f"This allowance is not needed: `{allowance.rule}` finds nothing{at}.", "Take it out."
        place = document.where.place(("allow", index))
        yield Diagnostic(RULE, Severity.WARNING, message, place, help=help, path=("allow", index))


def _covers(allowance: Allowance, finding: Diagnostic) -> bool:
    if allowance.rule != finding.rule:
        return False
    path = dotted(finding.path)
    return not allowance.at or path == allowance.at or path.startswith((f"{allowance.at}.", f"{allowance.at}["))
