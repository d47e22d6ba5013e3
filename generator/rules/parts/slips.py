"""Doubtful markup in texts. It is found by the text language; here it can be allowed, as what the rules find."""

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.edition import Document, Edition
from generator.edition.references import is_citation

DOUBTFUL = frozenset(("bare-address", "broken-emphasis", "citation-without-at", "markup-not-known"))
"""The slips that are warnings, by their rules."""
SURE = frozenset(("markup-not-known",))
"""Those of them that have one right form, where they have any."""


def slips(document: Document, edition: Edition) -> Iterator[Diagnostic]:
    """Yield what looks like markup in the texts of a file and may be meant as it stands."""
    for path, prose in document.parsed.texts:
        for problem in prose.text.problems:
            remark = problem.rule == "citation-without-at" and not is_citation(problem, prose, document, edition.register)
            if problem.severity is Severity.WARNING and not remark:
                place = document.where.place(path, within=(problem.start, problem.end))
                told = (problem.rule, problem.severity, problem.message, place, problem.help)
                yield Diagnostic(*told, path=path, fix=problem.fix(prose.source) if problem.rule in SURE else None)
