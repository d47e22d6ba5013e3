"""Allowances: findings that an editor accepts in the file itself, with a reason that readers see."""

from collections.abc import Iterator
from difflib import get_close_matches

from generator.diagnostics import Diagnostic, Fix, Severity, dotted
from generator.edition import Document
from generator.model.parts import Allowance


def apply(document: Document, findings: tuple[Diagnostic, ...], known: frozenset[str]) -> Iterator[Diagnostic]:
    """Yield the findings of a file that nothing allows, and each allowance that allows nothing.

    An allowance whose rule is misspelt is an error by itself; what it means to allow is not reported as well.
    """
    meant = [(index, allowance, _rule_of(allowance, known)) for index, allowance in enumerate(document.parsed.allow)]
    for finding in findings:
        if not any(_covers(allowance, rule, finding) for _, allowance, rule in meant):
            yield finding
    if document.entry is None:
        return  # what the file does not show, an allowance may be for
    for index, allowance, rule in meant:
        path = ("allow", index, "rule")
        if allowance.rule not in known:
            message = f"There is no rule `{allowance.rule}` whose findings can be allowed."
            advice = (
                f"Did you mean `{rule}`?" if rule else "`briefs explain` lists all findings. What no rule finds has to be mended."
            )
            yield Diagnostic("unknown-rule", Severity.ERROR, message, document.where.place(path), help=advice, path=path)
        elif not any(_covers(allowance, rule, finding) for finding in findings):
            at = f" at `{allowance.at}`" if allowance.at else ""
            message = f"This allowance is not needed: `{rule}` finds nothing{at}."
            others = [f"`at: {dotted(finding.path)}`" for finding in findings if finding.rule == rule and finding.path]
            advice = f"Take it out, or write {' or '.join(dict.fromkeys(others))}." if others else "Take it out."
            fix = None if others else Fix(allowance.rule, "")
            found = ("unused-allowance", Severity.WARNING, message, document.where.place(path), advice)
            yield Diagnostic(*found, path=path, fix=fix)


def _rule_of(allowance: Allowance, known: frozenset[str]) -> str:
    """Return the rule that an allowance means, also where it is misspelt."""
    if allowance.rule in known:
        return allowance.rule
    words = set(allowance.rule.split("-"))
    likely = [rule for rule in sorted(known) if words <= set(rule.split("-"))]
    return next(iter(likely or get_close_matches(allowance.rule, sorted(known), n=1)), "")


def _covers(allowance: Allowance, rule: str, finding: Diagnostic) -> bool:
    if rule != finding.rule:
        return False
    path = dotted(finding.path)
    return not allowance.at or path == allowance.at or path.startswith((f"{allowance.at}.", f"{allowance.at}["))
