"""The pages for editors as the tests read them: their fenced examples, their code spans, and the site they speak of."""

import re
from collections.abc import Iterator
from datetime import date as Date
from pathlib import Path

from generator.build import Inputs, read_edition
from generator.diagnostics import Diagnostic
from generator.settings import read

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "editors"
PAGES = sorted(FOLDER.glob("*.md"))
ENTRIES = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in sorted(ROOT.glob("briefs/*/*.yml"))}
TODAY = Date(2026, 12, 1)
BRIEF = """\
title: An example
date: 2021-11-16
as_of: 2021-11-17
bottom_line: |
  Armenia asked Russia for help. [@mt-2021-11-16]
what_happened: |
  Armenia asked Russia for help. [@mt-2021-11-16]
"""
EXAMPLE = "briefs/2021/an-example.yml"


def fences(page: Path, language: str) -> Iterator[str]:
    """Yield what stands in the fenced blocks of one language."""
    return (found[1] for found in re.finditer(rf"^```{language}\n(.*?)^```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL))


def spans(page: Path) -> Iterator[str]:
    """Yield the code spans of a page, those of its fenced blocks left out."""
    text = re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    return (found[2].strip() for found in re.finditer(r"(`+)(.+?)\1(?!`)", text, re.DOTALL))


def commands(page: Path) -> Iterator[tuple[str, str]]:
    """Yield the commands that a page shows after a `$`, each with the answer below it."""
    for block in fences(page, "console"):
        for shown in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, answer = shown.partition("\n")
            yield command, answer


def whole_brief() -> tuple[str, str]:
    """Return the brief that the first page shows as a whole: its file and its text."""
    text = next(example for example in fences(FOLDER / "index.md", "yaml") if named_file(example).startswith("briefs/2"))
    return named_file(text), text


def named_file(example: str) -> str:
    """Return the file that an example shows as a whole, as the comment in its first line names it; else nothing."""
    found = re.match(r"# (briefs/\S+\.yml)\n", example)
    return found[1] if found else ""


def findings(example: str) -> tuple[Diagnostic, ...]:
    """Return what is found in an example, a whole file or some fields of a brief, that stands among the entries of this site."""
    file = named_file(example)
    whole = example if file else "".join({**_fields(BRIEF), **_fields(example)}.values())
    settings, _, _ = read((ROOT / "mkdocs.yml").read_text("utf-8"))
    inputs = Inputs("mkdocs.yml", "", ENTRIES | {file or EXAMPLE: whole.encode()}, {})
    checked = read_edition(inputs, settings, TODAY)
    found = tuple(finding for finding in checked.findings if finding.place.file == (file or EXAMPLE))
    # a fragment that only lists a source has no text that could cite it
    return tuple(finding for finding in found if file or finding.rule != "unused-source")


def _fields(text: str) -> dict[str, str]:
    return {lines.partition(":")[0]: lines for lines in re.split(r"(?m)^(?=\w)", text) if lines}
