"""The checks of an edition that is linked. A rule is one file here; its name is the file's, with hyphens.

A rule module has a docstring in four parts (*What it does*, *Why it matters*, *Example*, *Use instead*), a `SEVERITY`, and
`check(document, edition)`, which yields what it finds in one file. Its two examples are fields of a brief, or whole files,
each in a fence of its own with its path in a comment above it; a test holds the rule against them.

An editor may allow a finding in the file with a reason that readers see; an allowance that no longer applies is itself a
finding.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType, ModuleType

from generator.diagnostics import Diagnostic, Severity
from generator.edition import Document, Edition, Key
from generator.rules.parts.allowances import apply
from generator.rules.parts.slips import DOUBTFUL, slips


@cache
def rules() -> MappingProxyType[str, ModuleType]:
    """Return every rule by its name."""
    names = sorted(found.name for found in iter_modules(__path__) if not found.ispkg)
    return MappingProxyType({name.replace("_", "-"): import_module(f"{__name__}.{name}") for name in names})


def check(edition: Edition, documents: Iterable[Document]) -> tuple[Diagnostic, ...]:
    """Run every rule over some files of an edition.

    What is allowed is left out; allowances that allow nothing are reported.
    """
    findings: list[Diagnostic] = []
    known = frozenset(rules()) | DOUBTFUL
    for document in documents:
        found = (*slips(document, edition), *_run(document, edition))
        findings.extend(apply(document, found, known))
    return tuple(findings)


def extracts(edition: Edition, key: Key) -> None:
    """Ask what rules must know of a file before they look at any other: their questions in `EXTRACTS`."""
    for rule in rules().values():
        for question in getattr(rule, "EXTRACTS", ()):
            edition.ask(question, key)


def _run(document: Document, edition: Edition) -> Iterator[Diagnostic]:
    for name, rule in rules().items():
        for found in rule.check(document, edition):
            severity = Severity.WARNING if document.draft else found.severity or rule.SEVERITY
            place = document.where.place(found.path, key=found.key, within=found.within)
            yield Diagnostic(name, severity, found.message, place, help=found.help, path=found.path)
