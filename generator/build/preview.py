"""What the preview shows of files with findings: the findings themselves, at the top of the page or in its place."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from html import escape

from generator.build.pipeline import Checked
from generator.diagnostics import has_errors
from generator.edition.addresses import address_of, may_have_page
from generator.edition.documents import Key, identify
from generator.pages import Page

Report = Callable[[str], str]
"""Tells of a file's findings as text, as `briefs check` prints them."""


def with_findings(made: Iterable[Page], checked: Checked, report: Report) -> Iterator[Page]:
    """Put the findings of each page's file at its top, and make a page of findings for each file that has no page.

    So an editor who saves a broken brief sees in the browser what is wrong, at which line, and what to do.
    """
    found = {finding.place.file for finding in checked.findings}
    shown = set()
    for page in made:
        shown.add(page.file)
        if page.file not in found:
            yield page
            continue
        grave = has_errors(finding for finding in checked.findings if finding.place.file == page.file)
        head = "This page cannot be published yet." if grave else "An editor should look at this page."
        yield replace(page, body=f"{_box(head, report(page.file))}\n\n{page.body}")
    for file in sorted(found - shown):
        key = identify(file, checked.edition.settings.options.briefs_dir) if file in checked.texts else None
        if isinstance(key, Key) and may_have_page(key):
            yield _in_its_place(key, file, report(file))


def _in_its_place(key: Key, file: str, report: str) -> Page:
    title = f"{file.rpartition('/')[2]} cannot be shown yet"
    body = f"# {escape(title)}\n\n{_box('Mend these, save the file, and the page appears here.', report)}\n"
    return Page(address_of(key), title, "This file has errors.", body, file)


def _box(head: str, report: str) -> str:
    lines = escape(report.rstrip()).replace("\n", "&#10;")
    start = '<div class="findings" role="alert" data-search-exclude>'
    return f"{start}\n<p><strong>{escape(head)}</strong></p>\n<pre>{lines}</pre>\n</div>"
