"""How often a file may make a page say again what stands elsewhere: else a small file fills the disk of whoever builds it."""

from collections.abc import Iterator, Sequence

from generator.diagnostics import Diagnostic, Locator, Path, Severity
from generator.model.values import Prose
from generator.text import citations, quotes

MOST_SOURCES = 400
"""Sources cited in one text, each time counted. A long story has fifty; publishers take long to set a paragraph of thousands."""

MOST_SOURCES_IN_FILE = 3_000
"""Sources cited in all texts of a file: each of them is a note on the page with what is known of the source."""

MOST_QUOTES_SET = 60
"""Places in a file at which quotes are set: each of them repeats the quote, which may be long."""


def too_often(texts: Sequence[tuple[Path, Prose]], where: Locator) -> Iterator[Diagnostic]:
    """Find files that cite or quote so often that nobody could read the page."""
    cited, shown = 0, 0
    for path, prose in texts:
        marks = sum(len(citation.marks) for citation in citations(prose.text))
        cited, shown, earlier = cited + marks, shown + len(quotes(prose.text)), (cited, shown)
        if marks > MOST_SOURCES:
            yield _finding(f"This text cites sources {marks:,} times; at most {MOST_SOURCES:,} fit on a page.", path, where)
        if earlier[0] <= MOST_SOURCES_IN_FILE < cited:
            yield _finding(
                f"Up to here this file cites sources {cited:,} times; {MOST_SOURCES_IN_FILE:,} are the most.", path, where
            )
        if earlier[1] <= MOST_QUOTES_SET < shown:
            yield _finding(
                f"Up to here this file sets quotes at {shown:,} places; {MOST_QUOTES_SET:,} are the most.", path, where
            )


def _finding(message: str, path: Path, where: Locator) -> Diagnostic:
    help = "Most likely something was pasted in many times. Take it out, or make several briefs of it."
    return Diagnostic("too-many-values", Severity.ERROR, message, where.place(path), help, path=path)
