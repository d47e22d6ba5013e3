"""Every output of the filled edition with hostile words in its texts, held against the same output with harmless words."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date as Date
from functools import cache
from io import BytesIO
from typing import NamedTuple

import markdown
from PIL import Image

from generator import outputs
from generator.build import Checked, read_entry
from generator.build.pipeline import Inputs, read_edition
from generator.history import Side, compare
from generator.history.report import formats as forms_of_changes
from generator.history.report import reporter as report_of_changes
from generator.pages import made as page_of
from generator.pages import redirects as redirects_of
from generator.pages import tokens
from generator.publish.markdown import markdown_file, redirect_file
from generator.publish.publication import Publication, publication
from generator.reporters import formats, reporter
from generator.reporters.github import summary
from generator.reporters.parts.characters import is_hidden
from generator.text.escape import shown
from tests.build.small import DAY
from tests.hostile.judging import json_differs, page_differs, text_differs, xml_differs
from tests.outputs.editions import SETTINGS
from tests.site import filled

FILES, KINDS = filled.edition()
PICTURES = filled.pictures(FILES)
HARMLESS = {token: token for token in KINDS}
Words = Mapping[str, str]


class Look(NamedTuple):
    """A look at one output: of which kind it is, its name, and what it did that it should not have done; mostly nothing."""

    output: str
    name: str
    fault: str = ""


class Made(NamedTuple):
    """All that is made of an edition with these words."""

    entries: dict[str, bytes | None]
    checked: Checked
    published: Publication


def made(words: Words, only: str = "") -> Made:
    """Read, check and publish the filled edition; with `only`, of its pages those of one type."""
    entries: dict[str, bytes | None] = {name: text.encode() for name, text in filled.as_yaml(FILES, words).items()}
    inputs = Inputs("mkdocs.yml", "", entries, {}, pictures=PICTURES)
    checked = read_edition(inputs, SETTINGS, Date.fromisoformat(DAY))
    edition = checked.edition
    if not only:
        return Made(entries, checked, publication(edition))
    some = tuple(edition.ask_once(page_of, only, token) for token in edition.ask(tokens, only))
    return Made(entries, checked, Publication(some, tuple(redirects_of(edition)), dict(sorted(outputs.files(edition)))))


@cache
def plain() -> Made:
    """Return what is made of harmless words."""
    return made(HARMLESS)


@cache
def _converter() -> markdown.Markdown:
    """Return Markdown as MkDocs reads it with the settings of this site."""
    extensions = ["toc", "tables", "fenced_code", "admonition", "attr_list", "md_in_html"]
    return markdown.Markdown(extensions=extensions, extension_configs={"toc": {"permalink": True}})


def html(body: str) -> str:
    """Return the HTML of a page's Markdown."""
    return _converter().reset().convert(body)


@cache
def _plain_page(address: str) -> str:
    return html(next(page.body for page in plain().published.pages if page.address == address))


def pages(found: Made, typed: Words) -> Iterator[Look]:
    """Look at the pages."""
    for page in found.published.pages:
        yield Look("pages", page.address, page_differs(html(page.body), _plain_page(page.address), typed))
    if found.checked.findings:  # made as a whole
        others = [page.address for page in plain().published.pages]
        same = [page.address for page in found.published.pages] == others
        yield Look("pages", "the list of them", "" if same else "other pages than before")


def heads(found: Made, typed: Words) -> Iterator[Look]:
    """Look at titles, descriptions, front matter and structured data, of which the theme makes the heads of pages."""
    others = {page.address: page for page in plain().published.pages}
    for page in found.published.pages:
        other = others[page.address]
        for name in ("title", "description"):
            said = getattr(page, name)
            told = text_differs(said, getattr(other, name), typed) if said == shown(said) else "a sign that no page can show"
            yield Look("titles and descriptions", f"{page.address} {name}", told)
        ours, theirs = (json.loads(each.meta["json_ld"]) for each in (page, other))
        told = "a sign that could end its script" if set("<>&\u2028\u2029") & set(page.meta["json_ld"]) else ""
        yield Look("structured data (JSON-LD)", page.address, told or json_differs(ours, theirs, typed))
        front, _, body = markdown_file(page).removeprefix("---\n").partition("\n---\n\n")
        ended = body != page.body or re.search(r"^(---|\.\.\.)", front, re.MULTILINE)
        yield Look("front matter of the Markdown files", page.address, "a text ends it" if ended else "")


def machines(found: Made, typed: Words) -> Iterator[Look]:
    """Look at the files for machines: data, feeds, records of the search, share images."""
    others = plain().published.files
    names = [name for name in found.published.files if not _by_content(name)]
    wanted = [name for name in others if not _by_content(name)]
    same = names == (wanted if found.checked.findings else [name for name in wanted if name in names])
    yield Look("other files", "the list of them", "" if same else "other files than before")
    for name in names if same else ():
        yield Look(_called(name), name, _file_differs(name, found.published.files[name], others[name], typed))


def _file_differs(name: str, data: bytes, other: bytes, typed: Words) -> str:
    kind = name.rpartition(".")[2]
    if kind == "json":
        return json_differs(json.loads(data), json.loads(other), typed)
    if kind == "xml":
        return xml_differs(data, other, typed)
    if kind == "png" and "picture" not in name:
        with Image.open(BytesIO(data)) as image, Image.open(BytesIO(other)) as plain_image:
            return "" if (image.size, image.format) == (plain_image.size, plain_image.format) else "another picture"
    return "" if data == other else "not the same bytes"


def _by_content(name: str) -> bool:
    """Tell whether a file of the search index is named or cut by the words that are in it."""
    return name.startswith("search/") and "records" not in name


def _called(name: str) -> str:
    endings = {"png": "share images", "xml": "feeds (Atom, RSS, JSON Feed)", "json": "data for machines"}
    if name == "feed.json":
        return endings["xml"]
    return "records of the search" if name.startswith("search/") else endings.get(name.rpartition(".")[2], "other files")


def redirects(found: Made, typed: Words) -> Iterator[Look]:
    """Look at the pages at old addresses."""
    for ours, other in zip(found.published.redirects, plain().published.redirects, strict=True):
        yield Look("redirects", ours.address, "" if redirect_file(ours) == redirect_file(other) else "not the same bytes")


def reports(found: Made, typed: Words) -> Iterator[Look]:
    """Look at the findings in every format: nothing acts on a terminal, and no line orders a workflow's log."""
    findings, texts = found.checked.findings, found.checked.texts
    for name in formats():
        yield Look("reports of findings", name, _obeyed(reporter(name)(findings, texts), commands=name == "github"))
    yield Look("reports of findings", "the summary of a job", _obeyed(summary(findings, texts), printed=False))


def changes(found: Made, typed: Words) -> Iterator[Look]:
    """Look at the reports of what changed from harmless words to these."""
    before, after = (Side.of(each.entries, "briefs", lambda f, d: read_entry(f, d, "briefs")) for each in (plain(), found))
    compared = compare(before, after)
    for name in forms_of_changes():
        yield Look("reports of changes", name, _obeyed(report_of_changes(name)(compared, "v1", "v2")))


_COMMAND = re.compile(r"::(?:error|warning|notice) [^\n]*")
_ORDERS = re.compile(r"\s*::|.*##\w*\[")


def _obeyed(report: str, *, commands: bool = False, printed: bool = True) -> str:
    """Say what of a report a terminal or the log of a workflow would obey; what is not printed is in no log."""
    if hidden := [sign for sign in sorted(set(report) - {"\n", "\t"}) if is_hidden(sign)]:
        return f"U+{ord(hidden[0]):04X}"
    for line in report.split("\n") if printed else ():
        if line and bool(_COMMAND.fullmatch(line) if commands else not _ORDERS.match(line)) is False:
            return f"the line {line[:90]!r}"
    return ""


LOOKS: tuple[Callable[[Made, Words], Iterator[Look]], ...] = (pages, heads, machines, redirects, reports, changes)
