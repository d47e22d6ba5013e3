"""Workflow commands as GitHub's runner reads them, and a summary in which nothing of a brief is markup."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import NamedTuple

import cmarkgfm  # type: ignore[import-untyped]
import pytest
from bs4 import BeautifulSoup
from cmarkgfm.cmark import Options  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Diagnostic, Place, Related, Severity, Span
from generator.reporters.github import LONGEST, SHOWN, SUMMARY_SIZE, report, summary
from generator.reporters.parts.characters import visible
from tests.reporters.examples import ALL, DATE, SOURCES
from tests.text.vectors import FIRST_IN_A_LINE

HERE = Path(__file__).parent
SPECIAL = "\n\r\t\x00\x1b%:,=#[]()<>&@`*_~|!\\- ax0/.\u202e\ud800"
HOSTILE = st.lists(st.sampled_from([*SPECIAL, "::error", "##[error]", "%0A"])).map("".join)
SIGNS = (
    *FIRST_IN_A_LINE,
    "[click](https://example.org)",
    "https://example.org and www.example.org and mail@example.org",
    "<b>bold</b><!-- gone --><script>alert(1)</script></pre></code>",
    "@someone, #1, :smile:, owner/repository#2",
    "\n\n    indented\n\n```\nfence\n```\n\n</pre>\n\n# heading",
    "[x]: https://example.org\n\n[x]",
    "&lt;b&gt; &#42; &copy;",
)


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    data: str


def read(line: str) -> Command:
    """Read a line as the runner does: the command up to the second `::`, the properties at the commas, the escapes."""
    found = re.fullmatch(r"::(\w[\w-]*) (.*?)::(.*)", line)
    assert found, line
    name, properties, data = found.groups()
    pairs = dict(each.split("=", 1) for each in properties.split(","))
    return Command(name, {key: unescaped(value, "\r\n:,%") for key, value in pairs.items()}, unescaped(data, "\r\n%"))


def unescaped(text: str, signs: str) -> str:
    for sign in signs:
        text = text.replace(f"%{ord(sign):02X}", sign)
    return text


def commands(*findings: Diagnostic) -> list[Command]:
    return [read(line) for line in report(findings, {}).splitlines()]


def at(file: str, line: int, severity: Severity = Severity.ERROR) -> Diagnostic:
    return replace(DATE, severity=severity, place=Place(file, Span(line, 1, line, 5)))


def test_it_looks_like(golden: Callable[[Path, str], None]) -> None:
    golden(HERE / "github.txt", report(ALL, SOURCES, checked=3))


def test_the_summary_looks_like(golden: Callable[[Path, str], None]) -> None:
    golden(HERE / "summary.md", summary(ALL, SOURCES, checked=3))


def test_without_findings_there_are_no_commands() -> None:
    assert report([], {}, checked=3) == ""
    assert summary([], {}, checked=3) == "## Nothing to correct\n\nEvery file is as it should be. Files checked: 3.\n"


@settings(deadline=None)
@given(HOSTILE, HOSTILE)
def test_nothing_in_a_finding_starts_a_command_or_gets_lost(message: str, file: str) -> None:
    finding = replace(DATE, message=message, place=Place(file or "a", DATE.place.span), help="", corrected=())
    (line,) = report([finding], {}).split("\n")[:-1]
    assert line.isprintable()
    command = read(line)
    assert command.name == "error"
    assert command.properties["file"] == visible(file or "a")
    assert command.properties["title"] == "impossible-date"
    assert command.data == "\n".join(visible(part) for part in message.split("\n"))


@pytest.mark.parametrize(
    ("span", "where"),
    [
        (Span(3, 5, 3, 9), {"line": "3", "endLine": "3", "col": "5", "endColumn": "8"}),
        (Span(3, 5, 3, 5), {"line": "3", "endLine": "3", "col": "5", "endColumn": "5"}),
        (Span(3, 5, 4, 1), {"line": "3", "endLine": "3", "col": "5"}),
        (Span(3, 5, 6, 1), {"line": "3", "endLine": "5"}),
        (Span(3, 5, 6, 2), {"line": "3", "endLine": "6"}),
        (None, {}),
    ],
)
def test_ends_are_inclusive_and_columns_are_for_one_line(span: Span | None, where: dict[str, str]) -> None:
    (command,) = commands(replace(DATE, place=Place("a.yml", span)))
    assert command.properties == {"file": "a.yml", **where, "title": "impossible-date"}


def test_no_more_notes_than_github_shows_and_the_rest_is_counted() -> None:
    findings = [at("a.yml", line, severity) for line in range(1, 26) for severity in Severity]
    *shown, more = commands(*findings)
    assert Counter(each.name for each in shown) == {"error": SHOWN, "warning": SHOWN}
    assert more.name == "notice"
    assert more.data.startswith("And 15 errors and 15 warnings in 1 file.")


def test_as_many_as_github_shows_need_no_notice() -> None:
    assert len(commands(*(at("a.yml", line) for line in range(SHOWN)))) == SHOWN


def test_each_file_gets_a_note_before_any_gets_a_second() -> None:
    findings = [at("a.yml", line) for line in range(1, 31)] + [at(f"b{n}.yml", 1) for n in range(8)]
    shown = Counter(each.properties["file"] for each in commands(*findings) if each.name == "error")
    assert shown == {"a.yml": 2, **{f"b{n}.yml": 1 for n in range(8)}}


def test_warnings_go_first_to_files_without_an_error() -> None:
    findings = [at("a.yml", 1), *(at("a.yml", line, Severity.WARNING) for line in range(2, 20))]
    findings += [at(f"b{n}.yml", 1, Severity.WARNING) for n in range(SHOWN)]
    shown = {each.properties["file"] for each in commands(*findings) if each.name == "warning"}
    assert shown == {f"b{n}.yml" for n in range(SHOWN)}


@pytest.mark.parametrize("sign", ["a", "ä", "😀"])
def test_a_long_note_is_cut_where_github_would_cut_it(sign: str) -> None:
    (command,) = commands(replace(DATE, message=sign * 10_000))
    length = len(command.data.encode("utf-16-le")) // 2
    assert LONGEST - 1 <= length <= LONGEST
    assert set(command.data) == {sign, "…"}


def rendered(markdown: str) -> BeautifulSoup:
    """Render with GitHub's own parser, its extensions on and its raw HTML left in."""
    html = cmarkgfm.github_flavored_markdown_to_html(markdown, Options.CMARK_OPT_UNSAFE)
    return BeautifulSoup(html, "html.parser")


def tags(soup: BeautifulSoup) -> Counter[str]:
    """Count the tags, without the ones whose number the text itself decides."""
    return Counter(tag.name for tag in soup.find_all() if tag.name not in ("span", "br"))


def hostile(sign: str) -> Diagnostic:
    related = (Related(Place(sign, Span(1, 1, 1, 2)), sign),)
    return Diagnostic("rule", Severity.ERROR, sign, Place(sign, Span(1, 1, 1, 2)), sign, (sign, "b"), related)


@pytest.mark.parametrize("sign", SIGNS)
def test_nothing_in_a_finding_is_markup_in_the_summary(sign: str) -> None:
    soup = rendered(summary([hostile(sign)], {sign: sign}))
    assert tags(soup) == tags(rendered(summary([hostile("plain")], {"plain": "plain"})))
    shown = " ".join(soup.get_text(" ", strip=False).split())
    for line in filter(None, (" ".join(visible(part).split()) for part in sign.split("\n"))):
        assert re.sub(r" ?([@#:]) ?", r"\1", line) in re.sub(r" ?([@#:]) ?", r"\1", shown)


@pytest.mark.parametrize("sign", SIGNS)
def test_no_text_of_the_summary_has_what_github_would_link_later(sign: str) -> None:
    soup = rendered(summary([hostile(sign)], {sign: sign}))
    for safe in soup.find_all(["code", "pre"]):
        safe.decompose()
    for text in soup.find_all(string=True):
        assert not re.search(r"@\w|#\d|:\w+:|https?://", unescape(text)), text


@settings(deadline=None)
@given(HOSTILE)
def test_whatever_a_message_holds_the_summary_keeps_its_shape(message: str) -> None:
    soup = rendered(summary([hostile(message)], {message: message}))
    assert {"h2": 1, "h3": 1, "strong": 1}.items() <= tags(soup).items()
    assert not tags(soup).keys() - {"h2", "h3", "p", "strong", "code", "pre"}


def test_a_summary_has_room_in_a_step_and_says_what_it_leaves_out() -> None:
    findings = [replace(at(f"b{n}.yml", 1), message="@" * 2_000) for n in range(100)]
    text = summary([*findings, at("z.yml", 1, Severity.WARNING)], {})
    assert SUMMARY_SIZE * 0.9 < len(text.encode()) <= SUMMARY_SIZE
    told = text.count("impossible&#45;date")
    assert 0 < told < 100
    assert text.endswith(f"the rest: {100 - told} errors and 1 warning in {101 - told} files. `briefs check` shows them.\n")
