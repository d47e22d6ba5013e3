"""A place inside a text is the place in the file where the character stands."""

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.diagnostics import Span
from generator.reader import Mapping, Scalar, Sequence, events, node_at, place_of, plain, read

WORDS = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=20)
BLANKS = st.sampled_from(["", " ", "  ", "   "])


def text_at(source: str, key: str) -> tuple[Scalar, list[str]]:
    reading = read(source.encode(), "x.yml")
    assert reading.root is not None, reading.diagnostics
    node = node_at(reading.root, (key,))
    assert isinstance(node, Scalar)
    return node, reading.text.split("\n")


def stands_at(node: Scalar, offset: int, lines: list[str]) -> str:
    """The character in the file where the node says that the one at `offset` stands; a line end past the line's end."""
    span = node.span_of(offset, offset + 1)
    line = lines[span.line - 1]
    assert 1 <= span.column <= len(line) + 1
    return line[span.column - 1] if span.column <= len(line) else "\n"


@given(
    lines=st.lists(WORDS | BLANKS, min_size=1, max_size=8),
    indent=st.integers(1, 5),
    header=st.sampled_from(["|", "|-", "|+", "|{}", "|{}-", "|+{}", "| # note"]),
    blanks=BLANKS,
    ends=st.sampled_from(["\n", "\r\n", "\r"]),
    item=st.booleans(),
)
def test_every_character_of_a_block_is_found(
    lines: list[str], indent: int, header: str, blanks: str, ends: str, item: bool
) -> None:
    first = next((line for line in lines if line.strip(" ")), "")
    assume("{}" in header or (first and not first.startswith((" ", "\t"))))
    assume("{}" in header or all(line.strip(" ") or len(line) <= 0 for line in lines[: lines.index(first)]))
    margin = 2 if item else 0
    start = "- k: " if item else "k: "
    body = [(" " * (margin + indent) + line) if line else blanks[:indent] for line in lines]
    source = ends.join(["# é", *(["a:"] if item else []), start + header.format(indent), *body, *([] if item else ["z: end"])])
    reading = read(("\ufeff" + source).encode(), "x.yml")
    assert reading.diagnostics == ()
    assert reading.root is not None
    node = node_at(reading.root, ("a", 0, "k") if item else ("k",))
    assert isinstance(node, Scalar)
    expected = yaml.safe_load(source)
    assert node.raw == (expected["a"][0]["k"] if item else expected["k"])
    file_lines = reading.text.split("\n")
    for offset, character in enumerate(node.raw):
        assert stands_at(node, offset, file_lines) == character


@pytest.mark.parametrize(
    "source",
    [
        "k: plain words",
        "k: plain words\n  on more\n\n\n    lines  \n  here",
        "k:\n  below\n  its key",
        "k: 'it''s'",
        "k: 'it''s\n\n  here''s  \n  '",
        'k: "plain"',
        'k: "two\n  lines\n\n  and \\\n  more"',
        "k: >\n  folded\n  words\n\n  and\n    deeper ones\n  \n  end\n",
        "k: >-\n\n  after\n  a blank",
        "k: [a, b]\nz: 1",
    ],
)
def test_words_of_other_texts_are_found(source: str) -> None:
    reading = read(source.encode(), "x.yml")
    assert reading.root is not None
    lines = reading.text.split("\n")
    node = node_at(reading.root, ("k",))
    for scalar in node.items if isinstance(node, Sequence) else [node]:
        assert isinstance(scalar, Scalar)
        for offset, character in enumerate(scalar.raw):
            if not character.isspace():
                assert stands_at(scalar, offset, lines) == character


@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1))
def test_words_after_escapes_are_found(text: str) -> None:
    source = "k: " + yaml.safe_dump(text, default_style='"', width=10**6, allow_unicode=False)
    node, lines = text_at(source, "k")
    assert node.raw == text
    for offset, character in enumerate(text):
        assert stands_at(node, offset, lines) in (character, "\\")


def test_places_of_keys_and_values() -> None:
    reading = read(b"title: Armenia\nsources:\n  mt:\n    url: x\nlist:\n- [a, 'b']\nnone:\n", "x.yml")
    root = reading.root
    assert isinstance(root, Mapping)
    assert place_of(root, ("title",)) == Span(1, 8, 1, 15)
    assert place_of(root, ("title",), key=True) == Span(1, 1, 1, 6)
    assert place_of(root, ("sources", "mt", "url")) == Span(4, 10, 4, 11)
    assert place_of(root, ("sources", "mt", "missing")) == Span(3, 3, 3, 5)
    assert place_of(root, ("list", 0, 1)) == Span(6, 7, 6, 10)
    assert place_of(root, ("list", 0)) == Span(6, 3, 6, 11)
    assert place_of(root, ("none",)) == Span(7, 6, 7, 6)
    assert place_of(root, ()) == Span(1, 1, 7, 6)


def test_the_slower_parser_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML comes without its C parser, the nodes and their places are the same."""
    data = "a: b\nc: |\n  é: x\n\n  y\nd: [1, {e: 'f''g'}]\nh: \"i\n  j\"\nk:\n- l\n- >\n  m\n".encode()
    fast = read(data, "x.yml")
    monkeypatch.setattr(events, "LOADER", yaml.SafeLoader)
    slow = read(data, "x.yml")
    assert fast.root is not None
    assert slow.root is not None
    assert fast.diagnostics == slow.diagnostics == ()
    assert plain(fast.root) == plain(slow.root)
    for path in (("a",), ("c",), ("d", 0), ("d", 1, "e"), ("h",), ("k", 1)):
        assert place_of(fast.root, path) == place_of(slow.root, path)
    assert read(b"a: &x [b\nc: d: e", "x.yml").diagnostics
