"""Near-misses are found where they stand, and answered with the right form."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.text import id_from, parse
from generator.text.slips import _SLIP, _has_sign


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("said [@mt and left", [("broken-citation", "[@mt", "[@mt]")]),
        ("said [@ mt]", [("broken-citation", "[@ mt]", "[@mt]")]),
        ("said (@mt)", [("broken-citation", "(@mt)", "[@mt]")]),
        ("said [@Moscow Times]", [("broken-citation", "[@Moscow Times]", "[@moscow-times]")]),
        ("said [@mt says x]", [("broken-citation", "[@mt says x]", "[@mt, says x]")]),
        ("said [@mt, say x via y]", [("broken-citation", "[@mt, say x via y]", "[@mt, says x, via y]")]),
        ("said [@mt, through y]", [("broken-citation", "[@mt, through y]", "[@mt, via y]")]),
        ("said [mt, says x]", [("broken-citation", "[mt, says x]", "[@mt, says x]")]),
        ("said [@a, @b] or [@a; b]", [("broken-citation", "[@a, @b]", "[@a; @b]"), ("broken-citation", "[@a; b]", "[@a; @b]")]),
        ("said [@mt, pashinyan]", [("broken-citation", "[@mt, pashinyan]", "")]),
        ("said [@]", [("broken-citation", "[@]", "")]),
        ("said [mt]", [("citation-without-at", "[mt]", "[@mt]")]),
        ("he said [that they] left [...]", []),
        ("said [@mt, says x and left", [("broken-citation", "[@mt, says x", "[@mt, says x]")]),
        ("said [@a, says x; @b, via y.", [("broken-citation", "[@a, says x; @b, via y", "[@a, says x; @b, via y]")]),
        ("said [@mt, says x, y]", [("broken-citation", "[@mt, says x, y]", "[@mt, says x; @mt, says y]")]),
        ("said [@mt, says @x]", [("broken-citation", "[@mt, says @x]", "[@mt, says x]")]),
        ("said [@a and @b]", [("broken-citation", "[@a and @b]", "[@a; @b]")]),
        ("said [[@mt]]", [("broken-citation", "[[@mt]]", "[@mt]")]),
        ("said {@mt}", [("broken-citation", "{@mt}", "[@mt]")]),
        ("said {{@mt}}", [("broken-citation", "{{@mt}}", "[@mt]")]),
        ("said ［@mt］", [("broken-citation", "［@mt］", "[@mt]")]),
        ("said @mt, says x]", [("broken-citation", "@mt, says x]", "[@mt, says x]")]),
        ("write to a@mt] or {this}", []),
        ("[quote:a]", [("broken-reference", "[quote:a]", "[[quote:a]]")]),
        ("{{quote:a}}", [("broken-reference", "{{quote:a}}", "[[quote:a]]")]),
        ("one\n\n[[quote: a b]]\n\ntwo", [("broken-reference", "[[quote: a b]]", "[[quote:a-b]]")]),
        ("the [[id is", [("broken-reference", "[[id", "[[id]]")]),
        ("the [[id] is", [("broken-reference", "[[id]", "[[id]]")]),
        ("the [[Security Council]]", [("broken-reference", "[[Security Council]]", "[[security-council|Security Council]]")]),
        ("[[Place:Gaza City|the city]]", [("broken-reference", "[[Place:Gaza City|the city]]", "[[place:gaza-city|the city]]")]),
        ("see [[quote:a]] here", [("broken-reference", "[[quote:a]]", "[[quote:a]]")]),
        ("[[quote:Big One]]", [("broken-reference", "[[quote:Big One]]", "[[quote:big-one]]")]),
        ("[a](www.x.org)", [("broken-link", "[a](www.x.org)", "[a](https://www.x.org)")]),
        ("[a] (https://x.org)", [("broken-link", "[a] (https://x.org)", "[a](https://x.org)")]),
        ("[a](javascript:alert(1))", [("broken-link", "[a](javascript:alert(1))", "")]),
        ("[a](../page.md)", [("broken-link", "[a](../page.md)", "")]),
        ("the [minister] (Pashinyan) said it", [("citation-without-at", "[minister]", "[@minister]")]),
        ("see https://x.org/a, or", [("bare-address", "https://x.org/a", "[name of the page](https://x.org/a)")]),
        ("see www.x.org.", [("bare-address", "www.x.org", "[name of the page](https://www.x.org)")]),
        ("[https://x.org](https://x.org)", []),
        ("a *word", [("broken-emphasis", "*", "")]),
        ("*a [@s]", [("broken-emphasis", "*", "")]),
        ("***a***", [("broken-emphasis", "***", "")] * 2),
        ("5 * 3, 2*3*4 and a footnote*", []),
        ("<b>x</b>", [("markup-not-known", "<b>", "")]),
        ("a < b and c > d", []),
        ("a\n## b", [("markup-not-known", "## b", "")]),
        ("No. #1 # x", []),
        ("> a", [("markup-not-known", ">", "")]),
        ("a `b`", [("markup-not-known", "`b`", "")]),
        ("a\n---\nb", [("markup-not-known", "---", "")]),
        ("* a", [("markup-not-known", "* ", "- ")]),
        ("- a\n  - b", [("markup-not-known", "b", "")]),
        ("a\u202eb", [("hidden-character", "\u202e", "")]),
        ("2. a", [("markup-not-known", "2. ", "")]),
        ("![a](https://x.org/a.png)", [("markup-not-known", "![a](https://x.org/a.png)", "")]),
        ("- one [@\n- two (@b)", [("broken-citation", "[@", ""), ("broken-citation", "(@b)", "[@b]")]),
    ],
)
def test_slips(source: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(problem.rule, source[problem.start : problem.end], problem.instead) for problem in parse(source).problems]
    assert found == expected


def test_messages_say_what_stands_there_and_what_to_write() -> None:
    (problem,) = parse("said [@mt say x]").problems
    assert problem.message == "[@mt say x] is not a complete citation, and would be shown as these characters."
    assert problem.help == "Write `[@mt, says x]`."


def test_what_was_pasted_from_a_web_page_is_told_once() -> None:
    (problem,) = parse("<p>One *<b>two</b>* three</p>\n\n- <i>four").problems
    assert problem.message == "HTML means nothing here: <p> would be shown, and so would 4 more tags in this text."


def test_text_as_it_should_be_has_no_problems() -> None:
    source = """Forces attacked, Armenia's [[security-council]] said. [@mt, says security-council]
He spoke of “an [act of] aggression” (see [the text](https://x.org/a)) [@a; @b] at *12:30*.

[[quote:appeal]]

- R&D: 5% < 10% [@a]
- 1/2 of it"""
    assert parse(source).problems == ()


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Security Council", "security-council"), (" Çavuşoğlu ", "cavusoglu"), ("2021/A b", "2021/a-b"), ("…", "")],
)
def test_id_from(words: str, expected: str) -> None:
    assert id_from(words) == expected


@given(st.text(st.sampled_from("[](){}@|*<>`#+-_.•:/!\n\t 12ahtpw\x00\x85\u202a\u2014é"), max_size=40), st.integers(0, 20))
@example("said https://example.org", 0)
@example("a\n 2. b", 0)
def test_words_without_a_sign_have_no_slip(source: str, start: int) -> None:
    assert _has_sign(source, start, len(source)) or not _SLIP.search(source, start)
