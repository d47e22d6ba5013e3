"""What is fuzzed: each target takes any bytes and says what must hold for them. An exception is a bug."""

import json
from collections.abc import Callable, Mapping
from datetime import date as Date
from functools import cache
from pathlib import Path

from generator.build.files import Given, read_file
from generator.build.pipeline import Inputs, read_edition
from generator.diagnostics import Diagnostic
from generator.model import KINDS
from generator.publish.publication import publication
from generator.reader import Mapping as Form
from generator.reader import decode, plain, read
from generator.reporters import reporter
from generator.text import Citation, Reference, paragraphs, parse, statements, to_markdown
from generator.text.html import to_html
from tests.build.small import DAY, FILES
from tests.outputs.editions import SETTINGS

LINE = Path(__file__).parents[1] / "line" / "cases"
SEAM = b"\x00\x00"
"""Parts the pieces of an input that stands for several files."""


class Shown:
    """Links as pages make them, as far as a target needs them."""

    def reference(self, reference: Reference) -> tuple[str, str] | None:
        return reference.label or reference.id, "../x/"

    def citation(self, citation: Citation) -> str:
        return "[1](#s1)"

    def quote(self, id: str) -> str:
        return "> quoted"


def words_of(findings: tuple[Diagnostic, ...], texts: Mapping[str, str]) -> None:
    """Hold findings to their form, and print them."""
    for finding in findings:
        assert finding.rule
        assert finding.message.strip()
        if span := finding.place.span:
            assert (1, 1) <= (span.line, span.column) <= (span.end_line, span.end_column)
    assert bool(reporter("text")(findings, texts)) == bool(findings)


def fuzz_reader(data: bytes) -> None:
    """Any bytes are read, or there is a finding."""
    reading = read(data, "x.yml")
    words_of(reading.diagnostics, {"x.yml": reading.text})
    assert reading.diagnostics or isinstance(reading.root, Form)
    if reading.root is not None:
        plain(reading.root)


def fuzz_text(data: bytes) -> None:
    """Any words are a text; nothing of it is lost, and no page has markup from it."""
    source = data.decode("utf-8", "replace")
    text = parse(source)
    assert all(0 <= problem.start < problem.end <= len(source) for problem in text.problems)
    for paragraph in paragraphs(text):
        assert paragraph.start < paragraph.end <= len(source)
        statements(paragraph)
    to_markdown(text, Shown())
    assert "<script" not in to_html(text, Shown()).lower()


def fuzz_model(data: bytes) -> None:
    """Any bytes are read as each kind of entry, with words where they are none."""
    kind = sorted(KINDS)[(data[0] if data else 0) % len(KINDS)]
    done = read_file(Given("briefs/2021/x.yml", data[1:], kind))
    words_of(done.findings, {"briefs/2021/x.yml": decode(data[1:], "briefs/2021/x.yml").text})
    assert done.findings or done.parsed  # an id that nobody has is left to the edition


def fuzz_edition(data: bytes) -> None:
    """Any bytes in the place of any files of an edition are linked, checked and published, or there are findings."""
    names = sorted(_files())
    entries: dict[str, bytes | None] = dict(_files())
    for piece in data.split(SEAM)[:3]:
        entries[names[(piece[0] if piece else 0) % len(names)]] = piece[1:]
    checked = read_edition(Inputs("mkdocs.yml", "", entries, {}), SETTINGS, Date.fromisoformat(DAY))
    words_of(checked.findings, checked.texts)
    made = publication(checked.edition)
    json.loads(made.files["briefs.json"])


@cache
def _files() -> dict[str, bytes]:
    return {name: text.encode() for name, text in FILES.items() if name.startswith("briefs/")}


TARGETS: dict[str, Callable[[bytes], None]] = {
    "reader": fuzz_reader,
    "text": fuzz_text,
    "model": fuzz_model,
    "edition": fuzz_edition,
}


def seeds(target: str) -> list[bytes]:
    """Return inputs to begin with: every broken and every right example that the tests have."""
    examples = [path.read_bytes() for path in sorted(LINE.glob("*.yml"))] + list(_files().values())
    if target == "text":
        return [each for example in examples for each in example.split(b"|\n")]
    if target == "model":
        return [bytes([sorted(KINDS).index("brief")]) + example for example in examples]
    if target == "edition":
        return [bytes([number % len(_files())]) + example for number, example in enumerate(examples)]
    return examples
