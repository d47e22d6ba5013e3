"""The quick look at a file says what the thorough one says, or nothing. Files without a slip, it reads."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.reader import DecimalNumber, WholeNumber, plain, read, read_quickly
from generator.reader.limits import MAX_DEPTH, MAX_VALUES

TESTS = Path(__file__).parent.parent
GOOD = sorted((TESTS / "line" / "base").rglob("*.yml"))
CASES = [path.read_bytes() for path in sorted(TESTS.glob("*/cases/*"))]
PIECES = (
    *("\n", " ", "  ", "\t", "\r", "- ", "-", ": ", ":", ", ", " #", " # ", "|", "|\n", ">", "'", '"', '"\\u0007"', "\\"),
    *("[", "]", "[[a]]", "[[", "{", "}", "{a: b, c}", "{a}", "[a: b]", "&a ", "*a", "!a ", "!!str ", "? ", "<<: ", "%A\n"),
    *("---\n", "...\n", "~", "null", "no", "1", "010", "1.50", ".inf", "0x1f", "1" * 19, "2021-11-16", "a:b", "said: we", "“é”"),
    *("\x00", "\x85", "\u2028", "\ufeff", "a: 1\n", "\na: 1", "\n  b: 2", "[" * (MAX_DEPTH + 1), "\n - " * 3),
)


def exactly(value: object) -> object:
    """A value with its types, and its numbers as they were written."""
    if isinstance(value, dict):
        return [(exactly(key), exactly(item)) for key, item in value.items()]
    if isinstance(value, list):
        return [exactly(item) for item in value]
    return type(value), value.raw if isinstance(value, WholeNumber | DecimalNumber) else value


def agree(data: bytes) -> None:
    values = read_quickly(data, "x.yml")
    if values is not None:
        reading = read(data, "x.yml")
        assert reading.diagnostics == ()
        assert reading.root is not None
        assert exactly(values) == exactly(plain(reading.root))


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_file_is_read_quickly(path: Path) -> None:
    assert read_quickly(path.read_bytes(), "x.yml")
    agree(path.read_bytes())


def test_both_agree_on_every_case() -> None:
    for data in CASES:
        agree(data)


@given(
    path=st.sampled_from(GOOD),
    edits=st.lists(st.tuples(st.integers(0, 1_500), st.integers(0, 6), st.sampled_from(PIECES)), max_size=3),
)
@settings(max_examples=500)
def test_both_agree_on_files_with_slips(path: Path, edits: list[tuple[int, int, str]]) -> None:
    text = path.read_text("utf-8")
    for at, cut, piece in edits:
        text = text[:at] + piece + text[at + cut :]
    agree(text.encode())


@given(st.lists(st.sampled_from((*PIECES, "a", "b: ", "x y")), max_size=12).map("".join))
def test_both_agree_on_anything(text: str) -> None:
    agree(text.encode())
    agree(f"k:{text}\n".encode())


def mapping_of(many: int) -> str:
    return "".join(f"k{number}: v\n" for number in range(many))


def nested(deep: int) -> str:
    return "".join("  " * level + "k:\n" for level in range(deep - 1)) + "  " * (deep - 1) + "k: v\n"


@pytest.mark.parametrize("text", [mapping_of(MAX_VALUES // 2 - 1), nested(MAX_DEPTH)], ids=["values", "depth"])
def test_a_file_at_a_limit_is_read_quickly(text: str) -> None:
    assert read_quickly(text.encode(), "x.yml")
    agree(text.encode())


@pytest.mark.parametrize("text", [mapping_of(MAX_VALUES // 2), nested(MAX_DEPTH + 1)], ids=["values", "depth"])
def test_a_file_beyond_a_limit_is_not(text: str) -> None:
    assert read_quickly(text.encode(), "x.yml") is None
    assert read(text.encode(), "x.yml").diagnostics
