"""Every finding of the reader, word for word, in the golden files under `cases`.

A golden file holds one case after another: a line `=== name`, the file's text, a line `>>>`, and what the reader answers.
To add a case, write it with nothing below its `>>>`, run with `--update-golden`, and read what it says.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic
from generator.reader import plain, read

FILES = sorted(Path(__file__).parent.glob("cases/*.txt"))
CASE = re.compile(r"^=== (?P<name>.*)\n(?P<text>(?:(?!>>>$).*\n)*)>>>\n(?:(?!=== ).*\n?)*", re.MULTILINE)

BYTES = {
    "one byte of an older encoding": "title: Le Caf\u00e9\n".encode("cp1252"),
    "many bytes of an older encoding": "title: R\u00e9sum\u00e9\ndate: 2021\nnote: d\u00e9j\u00e0\n".encode("cp1252"),
    "a byte that no encoding gives a letter": b"title: \x81\n",
    "UTF-16 with its mark, little end first": "\ufefftitle: x\n".encode("utf-16-le"),
    "UTF-16 with its mark, big end first": "\ufefftitle: x\n".encode("utf-16-be"),
    "UTF-16 without its mark": "title: x\n".encode("utf-16-le"),
    "UTF-32": "\ufefftitle: x\n".encode("utf-32-le"),
    "UTF-8 with its mark": "\ufefftitle: x\n".encode(),
    "line ends of Windows": b"title: x\r\ntext: |\r\n  a\r\n\r\n  b\r\n",
    "line ends of old Macs": b"title: x\rtext: |\r  a\r  b\r",
    "a fault after line ends of Windows": b"title: x\r\ntext: a: b\r\n",
    "control characters": b"title: a\x07b\ntext: |\n  bell \x07 and nul \x00\n",
    "a line separator": "text: |\n  one\u2028two\n".encode(),
    "a byte order mark in the middle": "title: a\ufeffb\n".encode(),
    "a document of a word processor": b"PK\x03\x04\x14\0\x06\0",
    "formatted text": b"{\\rtf1\\ansi title: x}",
    "a zero byte alone": b"\0",
    "no bytes": b"",
}


def told(finding: Diagnostic) -> str:
    """One finding as a golden file shows it."""
    span = finding.place.span
    lines = [f"{span.line}:{span.column} " if span else "", finding.rule, f": {finding.message}\n"]
    lines += [f"    {finding.help}\n"] if finding.help else []
    lines += [f"    | {line}".rstrip() + "\n" for line in finding.corrected]
    for related in finding.related:
        where = related.place.span
        lines.append(f"    see {where.line}:{where.column} {related.message}\n" if where else related.message)
    return "".join(lines)


def answer(data: bytes) -> str:
    """What the reader answers: its findings, or without any the values."""
    reading = read(data, "x.yml")
    if reading.diagnostics or reading.root is None:
        return "".join(told(finding) for finding in reading.diagnostics)
    return json.dumps(plain(reading.root), ensure_ascii=False) + "\n"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_texts(path: Path, golden: Callable[[Path, str], None]) -> None:
    cases = list(CASE.finditer(path.read_text(encoding="utf-8")))
    assert cases
    golden(path, "".join(f"=== {c['name']}\n{c['text']}>>>\n{answer(c['text'].encode())}" for c in cases))


def test_encodings(golden: Callable[[Path, str], None]) -> None:
    told_all = "".join(f"=== {name}\n{data!r}\n>>>\n{answer(data)}" for name, data in BYTES.items())
    golden(Path(__file__).parent / "encodings.txt", told_all)


def corrected_by(*, forms: bool) -> list[tuple[str, ...]]:
    """The corrected lines of all cases that write one text below a bar; or those that write a form on several lines."""
    texts = [case["text"] for path in FILES for case in CASE.finditer(path.read_text(encoding="utf-8"))]
    findings = (finding for text in texts for finding in read(text.encode(), "x.yml").diagnostics)
    of_form = ("comma-split", "brackets")
    found = {f.corrected for f in findings if f.corrected and (f.rule in of_form) == forms}
    return sorted(lines for lines in found if forms or lines[0].endswith("|"))


def read_again(corrected: tuple[str, ...]) -> object:
    """The value of corrected lines, which have nothing left to find; a list item alone is a list, no form."""
    margin = len(corrected[0]) - len(corrected[0].lstrip())
    reading = read("\n".join(line[margin:] for line in corrected).encode(), "x.yml")
    assert {finding.rule for finding in reading.diagnostics} <= {"not-a-form"}
    assert reading.root is not None
    return plain(reading.root)


@pytest.mark.parametrize("corrected", corrected_by(forms=False), ids=lambda lines: lines[-1].strip())
def test_corrected_texts_hold_the_words_and_nothing_else(corrected: tuple[str, ...]) -> None:
    value = read_again(corrected)
    while isinstance(value, dict | list):
        (value,) = value.values() if isinstance(value, dict) else value
    assert value == "\n".join(line.strip() for line in corrected[1:])


@pytest.mark.parametrize("corrected", corrected_by(forms=True), ids=lambda lines: lines[-1].strip())
def test_corrected_forms_can_be_read(corrected: tuple[str, ...]) -> None:
    value = read_again(corrected)
    assert isinstance(value, dict | list)
    assert value
