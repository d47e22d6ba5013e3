"""What each form of the text language means, and that nothing typed is ever lost."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text import (
    Block,
    Citation,
    Emphasis,
    Inline,
    Link,
    Listing,
    Paragraph,
    QuoteHere,
    Reference,
    Words,
    citations,
    paragraphs,
    parse,
    plain,
    quotes,
    references,
    statements,
)
from tests.text.vectors import OPENED


def dump(nodes: tuple[Inline, ...]) -> str:
    return " ".join(map(dump_one, nodes))


def dump_one(node: Inline) -> str:
    match node:
        case Words():
            return repr(node.text)
        case Emphasis():
            return f"{'strong' if node.strong else 'em'}({dump(node.children)})"
        case Link():
            return f"link({dump(node.children)} {node.address})"
        case Reference():
            return f"ref({node.kind}:{node.id}|{node.label})"
        case Citation():
            return f"cite({'; '.join(','.join((mark.source, mark.says, mark.via)) for mark in node.marks)})"


def dump_block(block: Block) -> str:
    match block:
        case Paragraph():
            return f"p[{dump(block.children)}]"
        case Listing():
            return f"{'ol' if block.numbered else 'ul'}[{' / '.join(dump(item.children) for item in block.items)}]"
        case QuoteHere():
            return f"quote[{block.id}]"


def tree(source: str) -> str:
    return " ".join(dump_block(block) for block in parse(source).blocks)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", ""),
        (" \n\t\n", ""),
        ("One.\n\nTwo.\n", "p['One.'] p['Two.']"),
        ("One\n  two\r\nthree", "p['One two three']"),
        ("One\n \t \nTwo", "p['One'] p['Two']"),
        ("- a\n- b", "ul['a' / 'b']"),
        ("- a\n\n- b\n  more\n", "ul['a' / 'b more']"),
        ("They want:\n- a\n- b\n\nThen.", "p['They want:'] ul['a' / 'b'] p['Then.']"),
        ("1. a\n\n2. b\n10. c", "ol['a' / 'b' / 'c']"),
        ("1. a\n\n- b", "ol['a'] ul['b']"),
        ("1997. A year", "p['1997. A year']"),
        ("In article\n2. It says", "p['In article 2. It says']"),
        ("1. a\n\nText\n\n2. b", "ol['a'] p['Text'] p['2. b']"),
        ("-a and - b", "p['-a and - b']"),
        ("-", "p['-']"),
        ("*a* **b**", "p[em('a') ' ' strong('b')]"),
        ("**a *b* c**", "p[strong('a ' em('b') ' c')]"),
        ("*a **b** c*", "p[em('a ' strong('b') ' c')]"),
        ("un*believ*able", "p['un' em('believ') 'able']"),
        ("2*3*4 and 5 * 3 * 2", "p['2*3*4 and 5 * 3 * 2']"),
        ("*a\n\nb*", "p['*a'] p['b*']"),
        ("*a *b*", "p['*a ' em('b')]"),
        ("**a *b**", "p[strong('a *b')]"),
        ("***a***", "p['***a***']"),
        ("*a [@s] b*", "p['*a ' cite(s,,) ' b*']"),
        ("*[[a]]*", "p[em(ref(:a|))]"),
        ("[the *text*](https://x.org/a_(b))", "p[link('the ' em('text') https://x.org/a_(b))]"),
        ("[a](HTTP://x.org) [b](mailto:a@x.org)", "p[link('a' HTTP://x.org) ' ' link('b' mailto:a@x.org)]"),
        ("[a](javascript:alert(1))", "p['[a](javascript:alert(1))']"),
        ("[a](https://) [](https://x.org)", "p['[a](https://) [](https://x.org)']"),
        ("![a](https://x.org)", "p['![a](https://x.org)']"),
        ("[[armenia]]", "p[ref(:armenia|)]"),
        ("[[ place:armenia | the\n country ]]", "p[ref(place:armenia|the country)]"),
        ("[[brief:2021/a-b]]", "p[ref(brief:2021/a-b|)]"),
        ("[[Armenia]] [[a|]] [[a|b|c]] [[]]", "p['[[Armenia]] [[a|]] [[a|b|c]] [[]]']"),
        ("[[quote:appeal]]", "quote[appeal]"),
        ("He said:\n[[quote:appeal]]", "p['He said: [[quote:appeal]]']"),
        ("- [[quote:appeal]]", "ul['[[quote:appeal]]']"),
        ("a [@mt] b", "p['a ' cite(mt,,) ' b']"),
        ("a [@mt; @b-c,says x ]", "p['a ' cite(mt,,; b-c,x,)]"),
        ("a [@mt, says x,\n  via y; @z, via y, says x]", "p['a ' cite(mt,x,y; z,x,y)]"),
        ("[@ mt] [mt] [@mt says x] [@mt, says x, says y] [@]", "p['[@ mt] [mt] [@mt says x] [@mt, says x, says y] [@]']"),
        ("<b>_x_</b> `c` # {{ y }} & \\*", "p['<b>_x_</b> `c` # {{ y }} & \\\\*']"),
    ],
)
def test_tree(source: str, expected: str) -> None:
    assert tree(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("A said. [@a] B said. [@b]", [("A said.", "a"), ("B said.", "b")]),
        ("A said. [@a] [@b] Then C.", [("A said.", "a"), ("A said.", "b"), ("Then C.", None)]),
        ("A said [@a]. B said [@b].", [("A said.", "a"), ("B said.", "b")]),
        ("“A” [@a], *b* [[c]] [@b; @c]!", [("“A”,", "a"), ("b c!", "b")]),
        ("No mark", [("No mark", None)]),
        ("[@a] after", [("", "a"), ("after", None)]),
        ("… –", []),
    ],
)
def test_statements(source: str, expected: list[tuple[str, str | None]]) -> None:
    (paragraph,) = parse(source).blocks
    assert isinstance(paragraph, Paragraph)
    found = statements(paragraph)
    assert [(plain(s.inlines), s.citation.marks[0].source if s.citation else None) for s in found] == expected
    assert all(paragraph.start <= s.start < s.end <= paragraph.end for s in found)


def test_mark_offsets_name_the_marks_characters() -> None:
    source = "He said [@a; @b, says x ]"
    (citation,) = citations(parse(source))
    assert [source[mark.start : mark.end] for mark in citation.marks] == ["@a", "@b, says x"]


def test_walkers_find_what_stands_in_lists_and_emphasis() -> None:
    text = parse("*See [[a]]* [@s]\n\n- [[b|label]] [@t]\n\n[[quote:q]]")
    assert [reference.id for reference in references(text)] == ["a", "b"]
    assert [citation.marks[0].source for citation in citations(text)] == ["s", "t"]
    assert [quote.id for quote in quotes(text)] == ["q"]


def test_plain_drops_citations_and_names_references() -> None:
    text = parse("The [[un]] *said* [so](https://x.org). [@a] [@b] Then. [@c]\n\n- one [@d].\n- two\n\n[[quote:q]]")
    assert plain(text) == "The un said so. Then.\n\none.\ntwo"
    assert plain(text, lambda reference: reference.id.upper()).startswith("The UN said")


PIECES = [*"*[]()|:;,@- \n\r\t.x1a", "**", "[[", "]]", "[@", "a", "quote:", "says ", "via ", "](https://x.org)", "- ", "1. "]
PIECES += ["\n\n", "<b>", "www.x.y", "# ", "é", "\x00", "\u2028", "[@a, says b]", "[[a|b]]", "[[quote:a]]", "*x*"]
SOURCES = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


def leaves(nodes: tuple[Inline, ...]) -> list[Inline]:
    """Return the nodes in their order, emphasis and links replaced by what is in them."""
    return [leaf for node in nodes for leaf in (leaves(node.children) if isinstance(node, Emphasis | Link) else [node])]


@settings(max_examples=500, deadline=None, derandomize=True)
@given(SOURCES)
def test_nothing_is_lost_and_offsets_are_right(source: str) -> None:
    text = parse(source)
    last = 0
    parts: list[Paragraph | QuoteHere] = [*paragraphs(text), *quotes(text)]
    for part in sorted(parts, key=lambda part: part.start):
        assert re.fullmatch(r"\s*(-|\d{1,3}\.)?\s*", source[last : part.start])
        last = part.end
    assert not source[last:].strip()
    for paragraph in paragraphs(text):
        at = paragraph.start
        for node in paragraph.children:
            assert node.start == at < node.end
            at = node.end
        assert at == paragraph.end
        for leaf in leaves(paragraph.children):
            if isinstance(leaf, Words):
                assert leaf.text.split() == source[leaf.start : leaf.end].split()
    assert all(0 <= problem.start < problem.end <= len(source) for problem in text.problems)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(SOURCES)
def test_each_right_form_offered_is_understood(source: str) -> None:
    for problem in parse(source).problems:
        if problem.instead and problem.rule != "markup-not-known" and "[]" not in problem.instead:
            assert parse(problem.instead).problems == ()
            assert any(sign in tree(problem.instead) for sign in ("ref(", "cite(", "link(", "quote["))


@pytest.mark.parametrize("piece", [*OPENED, "*a", "*a **b ", "\n", " ", "[a, says "])
def test_time_grows_with_the_length_alone(piece: str) -> None:
    began = time.process_time()
    parse(piece * 20_000)
    assert time.process_time() - began < 3
