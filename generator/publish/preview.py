"""What the preview shows of files with findings: the findings themselves, at the top of the page or in its place."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from html import escape
from pathlib import PurePosixPath

from generator.build.pipeline import Checked
from generator.diagnostics import Diagnostic, Severity
from generator.edition.addresses import address_of, may_have_page
from generator.edition.documents import Key, identify
from generator.edition.groups import grouped
from generator.pages import Page
from generator.publish.proofs import Proof

Findings = tuple[Diagnostic, ...]
Report = Callable[[Findings], str]
"""Tells of findings as text, as `briefs check` prints them."""


def with_findings(made: Iterable[Proof], checked: Checked, report: Report) -> Iterator[Proof | Page]:
    """Put the findings of each file at the top of its page, or on a page in its place, and a list of all on the home page.

    So an editor who saves a broken brief sees in the browser what is wrong, at which line, and what to do.
    """
    found = grouped((finding.place.file, finding) for finding in checked.findings)
    shown = set()
    for page in made:
        shown.add(page.file)
        if page.file in found:
            yield page.headed(partial(_of_a_page, found[page.file], report))
        elif page.address == "" and found:
            yield page.headed(partial(_of_all, found, checked, report))
        else:
            yield page
    for file in sorted(found.keys() - shown):
        if address := _address(file, checked):
            yield _in_its_place(address, file, report(found[file]))


def _of_a_page(findings: Findings, report: Report) -> str:
    grave = any(finding.severity is Severity.ERROR for finding in findings)
    head = "This page cannot be published yet." if grave else "An editor should look at this page."
    return _box(head, _lines(report(findings)))


def _of_all(found: Mapping[str, Findings], checked: Checked, report: Report) -> str:
    parts = (_listed(file, _address(file, checked), report, found[file]) for file in sorted(found))
    return _box("What the check found", "".join(parts))


def _address(file: str, checked: Checked) -> str:
    """Return where the page of a file is, or would be; empty where it gets none."""
    folder = checked.edition.settings.options.briefs_dir
    is_entry = file in checked.texts and PurePosixPath(file).is_relative_to(folder)  # else it is the settings
    key = identify(file, folder) if is_entry else None
    return address_of(key) if isinstance(key, Key) and may_have_page(key) else ""


def _in_its_place(address: str, file: str, report: str) -> Page:
    title = f"{file.rpartition('/')[2]} cannot be shown yet"
    box = _box("Mend these, save the file, and the page appears here.", _lines(report))
    return Page(address, title, "This file has errors.", f"# {escape(title)}\n\n{box}\n", file)


def _listed(file: str, address: str, report: Report, findings: Findings) -> str:
    """Name a file with a link to its page; where it has none, with what was found in it."""
    name = escape(file)
    return f'<p><a href="{escape(address)}">{name}</a></p>\n' if address else f"<p>{name}</p>\n{_lines(report(findings))}\n"


def _lines(report: str) -> str:
    lines = escape(report.rstrip()).replace("\n", "&#10;")
    return f"<pre>{lines}</pre>"


def _box(head: str, content: str) -> str:
    start = '<div class="findings" role="alert" data-search-exclude>'
    return f"{start}\n<p><strong>{escape(head)}</strong></p>\n{content}\n</div>"
