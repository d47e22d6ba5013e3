"""Whatever bytes a file holds, reading it ends soon, with nodes or findings, and never with an exception."""

import random
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.reader import Mapping, plain, read
from generator.reader.events import events_of
from generator.reader.limits import MAX_BYTES, MAX_DEPTH, MAX_FINDINGS
from generator.reader.slips import scan
from generator.reader.source import Source

CASES = "".join(path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parent.glob("cases/*.txt")))
PIECES = (
    *("a: b", "key:", "- ", "  ", "\n", "\n  ", "\n- ", "\t", " #1", ": ", ", ", "[", "]", "{", "}", "[[id]]", "|", ">", "|2-"),
    *("'", '"', "\\", "\\u0000", "*a", "&a ", "!t ", "? ", "<<: ", "%", "@", "`", "---\n", "...\n", "text and more", "é"),
    *("\r", "\u2028", "\0", "\ufeff", "0x", "1" * 30, "~", "''"),
)


def judge(data: bytes) -> None:
    """What holds for every reading."""
    reading = read(data, "x.yml")
    lines = reading.text.split("\n")
    for finding in reading.diagnostics:
        assert finding.rule
        assert finding.message.endswith((".", "?"))
        if span := finding.place.span:
            assert 1 <= span.line <= len(lines)
            assert 1 <= span.column <= len(lines[span.line - 1]) + 2
            assert (span.line, span.column) <= (span.end_line, span.end_column)
    if reading.root is not None:
        plain(reading.root)
    assert reading.diagnostics or isinstance(reading.root, Mapping)


@given(st.binary())
def test_any_bytes(data: bytes) -> None:
    judge(data)


@given(st.text())
def test_any_text(text: str) -> None:
    judge(text.encode("utf-8", "surrogatepass"))


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_mixture_of_what_means_something(text: str) -> None:
    judge(text.encode())


@given(st.randoms(use_true_random=False), st.integers(1, 5))
def test_any_damage_to_real_lines(dice: random.Random, slips: int) -> None:
    lines = CASES.split("\n")
    start = dice.randrange(len(lines))
    text = "\n".join(lines[start : start + 20])
    for _ in range(slips):
        at = dice.randrange(len(text) + 1)
        text = text[:at] + dice.choice(PIECES) + text[at + dice.randrange(3) :]
    judge(text.encode())


VALUES = st.recursive(
    st.text(st.characters(exclude_categories=["C", "Zl", "Zp"])) | st.integers(-99, 99) | st.booleans() | st.none(),
    lambda inner: st.lists(inner) | st.dictionaries(st.from_regex(r"[a-z][a-z_]{0,9}", fullmatch=True), inner),
    max_leaves=12,
)


@given(st.dictionaries(st.from_regex(r"[a-z][a-z_]{0,9}", fullmatch=True), VALUES, min_size=1))
def test_lines_without_slips_have_none(data: dict[str, object]) -> None:
    """The look at the lines happens only after a fault, but must not blame the lines that are fine."""
    text = yaml.safe_dump(data, allow_unicode=True, width=60, default_flow_style=False)
    slips, mended = scan(Source("x.yml", text.split("\n")))
    assert slips == ()
    assert "\n".join(mended.lines) == text


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{a: "])
def test_depth_is_cut_off_before_it_can_do_harm(opening: str) -> None:
    data = opening.encode() * (MAX_BYTES // len(opening))
    (finding,) = read(data, "x.yml").diagnostics
    assert finding.rule == "too-deep"
    assert len(events_of(data.decode())[0]) < 4 * MAX_DEPTH


def test_depth_up_to_the_limit_is_fine() -> None:
    depth = MAX_DEPTH - 1
    assert read(b"a: " + b"[" * depth + b"]" * depth, "x.yml").diagnostics == ()
    assert read(b"a: " + b"[" * (depth + 1) + b"]" * (depth + 1), "x.yml").diagnostics[0].rule == "too-deep"


def test_limits() -> None:
    assert [f.rule for f in read(b"a" * (MAX_BYTES + 1), "x.yml").diagnostics] == ["too-large"]
    assert [f.rule for f in read(b"a: [" + b"1," * 20_000 + b"]", "x.yml").diagnostics] == ["too-many-values"]
    many = read(b"a: b c #d\n" * 300, "x.yml").diagnostics
    assert len(many) == MAX_FINDINGS
    assert many[-1].rule == "more-findings"


@pytest.mark.parametrize(
    "part",
    ["a: b: c\n", "a: [[id]] x\n", "'a\n", "a\n\n", "a: |\nx\n", "a: x\n  b: c\n", "- a #1\n", "a: [x\n", "\tx\n", "\x01\n"],
)
def test_time_grows_with_the_size_only(part: str) -> None:
    """Quadratic work on a megabyte would take minutes, so that this test would not come to its end."""
    judge((part * (900_000 // len(part)) + "z: y: z").encode())
