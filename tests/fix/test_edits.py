"""Changes of a file: whatever the file holds, every byte outside them stays as it was."""

from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Span
from generator.fix.edits import Edit, apart, apply, original

LINES = st.lists(st.tuples(st.binary(max_size=12), st.sampled_from([b"\n", b"\r\n", b"\r"])), max_size=8)
FILES = st.builds(
    lambda mark, lines, last: mark + b"".join(line + end for line, end in lines) + last,
    st.sampled_from([b"", b"\xef\xbb\xbf"]),
    LINES,
    st.binary(max_size=12),
)


@given(FILES)
def test_a_file_without_changes_is_the_same_to_the_byte(data: bytes) -> None:
    assert apply(original(data), ()) == data


@given(FILES, st.data(), st.text(alphabet="ab\n", max_size=5))
def test_bytes_outside_a_change_stay(data: bytes, draw: st.DataObject, new: str) -> None:
    file = original(data)
    line = draw.draw(st.integers(1, len(file.lines)))
    start = draw.draw(st.integers(0, len(file.lines[line - 1])))
    end = draw.draw(st.integers(start, len(file.lines[line - 1])))
    span = Span(line, start + 1, line, end + 1)
    assert file.holds(span)
    assert file.at(span) == file.lines[line - 1][start:end]
    before = file.text[: file.offset(line, start + 1)].encode("utf-8", "surrogateescape")
    after = file.text[file.offset(line, end + 1) :].encode("utf-8", "surrogateescape")
    assert before + file.at(span).encode("utf-8", "surrogateescape") + after == data
    assert apply(file, [Edit(span, new)]) == before + new.replace("\n", file.line_end).encode() + after


def test_two_changes_of_one_line() -> None:
    file = original(b"\xef\xbb\xbfa: one two\r\nb: three\r\n")
    edits = [Edit(Span(2, 4, 2, 9), "3"), Edit(Span(1, 8, 1, 11), "2\n2"), Edit(Span(1, 4, 1, 7), "1")]
    assert apply(file, edits) == b"\xef\xbb\xbfa: 1 2\r\n2\r\nb: 3\r\n"


def test_changes_that_touch_the_same_characters_are_not_apart() -> None:
    one, two, three = (Edit(Span(1, start, 1, start + 3), "x") for start in (1, 3, 4))
    assert apart([three, one])
    assert not apart([one, two])


def test_places_outside_the_file_are_not_in_it() -> None:
    file = original(b"ab\ncd")
    assert file.holds(Span(2, 1, 2, 3))
    assert not file.holds(Span(2, 1, 3, 1))
    assert not file.holds(Span(1, 1, 1, 4))
    assert not file.holds(Span(0, 1, 1, 1))
