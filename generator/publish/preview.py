"""What the preview shows of files with findings: the findings themselves, at the top of the page or in its place."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from html import escape
from pathlib import PurePosixPath

from generator.build.pipeline import Checked
from generator.diagnostics import Severity
from generator.edition.addresses import address_of, may_have_page
from generator.edition.documents import Key, identify
from generator.pages import Announced, Page
from generator.publish.publication import Promised

Report = Callable[[str], str]
"""Tells of a file's findings as text, as `briefs check` prints them."""


def with_findings(made: Iterable[Promised], checked: Checked, report: Report) -> Iterator[Announced]:
    """Put the findings of each file at the top of its page, or on a page in its place, and a list of all on the home page.

    So an editor who saves a broken brief sees in the browser what is wrong, at which line, and what to do.
    """
    grave = {finding.place.file for finding in checked.findings if finding.severity is Severity.ERROR}
    found = grave | {finding.place.file for finding in checked.findings}
    addresses = {file: address for file in found if (address := _address(file, checked))}
    shown = set()
    for page in made:
        shown.add(page.file)
        if page.file in found:
            head = "This page cannot be published yet." if page.file in grave else "An editor should look at this page."
            yield _headed(page, _box(head, _lines(report(page.file))))
        elif page.address == "" and found:
            parts = (_listed(file, addresses.get(file, ""), report) for file in sorted(found))
            yield _headed(page, _box("What the check found", "".join(parts)))
        else:
            yield page
    for file, address in sorted(addresses.items()):
        if file not in shown:
            yield _in_its_place(address, file, report(file))


def _headed(page: Promised, box: str) -> Page:
    return replace(page.whole, body=f"{box}\n\n{page.body}")


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


def _listed(file: str, address: str, report: Report) -> str:
    """Name a file with a link to its page; where it has none, with what was found in it."""
    name = escape(file)
    return f'<p><a href="{escape(address)}">{name}</a></p>\n' if address else f"<p>{name}</p>\n{_lines(report(file))}\n"


def _lines(report: str) -> str:
    lines = escape(report.rstrip()).replace("\n", "&#10;")
    return f"<pre>{lines}</pre>"


def _box(head: str, content: str) -> str:
    start = '<div class="findings" role="alert" data-search-exclude>'
    return f"{start}\n<p><strong>{escape(head)}</strong></p>\n{content}\n</div>"
