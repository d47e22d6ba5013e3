"""The compositor sets pages as Python-Markdown does, to the letter, or leaves them alone."""

from collections.abc import Callable
from itertools import cycle

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from benchmarks.briefs import site
from generator.edition import Edition
from generator.model.values import Prose
from generator.pages import pages
from generator.press.compositor import compose
from generator.text import parse
from tests.outputs.editions import of, real, small
from tests.site import filled
from tests.text.vectors import VECTORS

TITLE = "Link to this section"


def by_python_markdown(markdown: str) -> tuple[str, object]:
    """Return the HTML of a page, and its headings."""
    setter = Markdown(
        extensions=["admonition", "attr_list", "fenced_code", "md_in_html", "tables", "toc"],
        extension_configs={"toc": {"permalink": True, "permalink_title": TITLE}},
    )
    return setter.convert(markdown), setter.toc_tokens  # type: ignore[attr-defined]


def archive() -> Edition:
    return of({name: data.decode() for name, data in site(60).items()}, day="2026-11-25")


def everything(words: Callable[[str, object], str]) -> Edition:
    """Return the edition with every field filled in."""
    files, kinds = filled.edition()
    return of(filled.as_yaml(files, {token: words(token, kind) for token, kind in kinds.items()}))


def full() -> Edition:
    return everything(lambda token, kind: token)


def hostile() -> Edition:
    """Return it with attacks in the place of words, where an editor can type them."""
    queue = cycle([text for text in VECTORS if len(text) < 100 and text.isprintable() and any(map(str.isalnum, text))])
    prose = cycle([text for text in VECTORS if len(text) < 100 and text.isprintable() and not parse(f"{text} [@a]").problems])
    return everything(lambda token, kind: next(prose if kind is Prose else queue))


@pytest.mark.parametrize("edition", [small, real, archive, full, hostile], ids=lambda edition: str(edition.__name__))
def test_every_page_is_set_as_python_markdown_sets_it(edition: Callable[[], Edition]) -> None:
    bodies = [page.body.lstrip("\n") for page in pages(edition())]
    left = 0
    for body in bodies:
        done = compose(body, lambda target: target, TITLE)
        if done:
            assert (done.content, list(done.toc_tokens)) == by_python_markdown(body)
        left += done is None
    assert len(bodies) >= 20
    assert left <= 2 + len(bodies) // 20, "nearly all pages are set fast"


PIECES = (
    *("words", "*em*", "**strong**", "[a](b.md)", "[a *b*](c.md#d)", "[a](b 't')", "[a][b]", "![a](b)", "<b>c</b>"),
    *("</span>", '<span class="x">', "&#42;", "&amp;", "&", "&lt", "&#5", "<", ">", "_", "*", "**", "***", "`c`"),
    *("\\*", " {: .x }", "{: #i }", "<https://example.org/a?b=1&c=2>", "{", "}", "[", "]", "(", ")", '"', ":", "|"),
    *("-", "---", "===", "#", "1.", "—", "  ", "\t", "\u00a0", "<br>", "<!-- c -->", "<div>", "</div>", "<p>", "\n"),
    *("\n\n", "\n\n- ", "\n- ", "1. ", "\n\n1. ", "\n\n    ", "\n    ", "\n  {: .h }", "\n{: .a #b }\n\n", "\n\n# "),
    *("\n\n## ", " {: #k }\n\n", "> ", "\n> ", "\n>\n> ", "\n</div>\n", "[TOC]", "\n```\n"),
    *('<div class="k" markdown>\n', "<ul markdown>\n", '<li id="z" markdown>', "</li>\n", "</ul>\n", "!!! note\n"),
    *('<figure class="m">\n<svg><path d="M0"/></svg>\n</figure>\n\n', "\n| a | b |\n| --- | --- |\n| c | d |\n"),
)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join))
@settings(max_examples=1500, deadline=None)
@example("> a\n>")
@example("*m**m*")
@example('<figure c="">&#</figure>\n\n**:**')
@example("- a\n  {: .e }\n\n    b  \n    {: .m }")
@example("- \n- ")
@example("1. \u00a0l")
@example("# t {#<d>}")
@example("a\n{.*g*}")
@example('<span ">[a](b)</span>\n{: .x }')
@example("&#5")
@example(">")
@example("&**g**;")
def test_what_is_no_page_of_ours_is_set_alike_or_left(markdown: str) -> None:
    done = compose(markdown, lambda target: target, TITLE)
    if done:
        assert (done.content, list(done.toc_tokens)) == by_python_markdown(markdown)


FORMS = {
    "a paragraph with marks": 'Words.<span class="cite">&#91;<a href="#n">1</a>&#93;</span> More & more > less.\n{: .aside }',
    "headings": "# One\n\n## Two {: #two }\n\n## One\n",
    "a loose list": "- [A](a.md)\n  {: .headline }\n\n    Day\n    {: .meta }\n\n- [B](b.md)\n  {: .headline }\n",
    "a list in HTML": '<ul class="q" markdown>\n<li id="u" markdown>**A** b </li>\n</ul>\ntail',
    "a table in HTML": "<table markdown>\n<tr markdown><th markdown>*A*</th><td markdown>b</td></tr>\n</table>\n",
    "a table": "| A | B |\n| --- | --- |\n| **[a](b.md)** | 2 |\n",
    "a quotation": '> “A”\n> {: lang="hy" }\n>\n> — [B](b.md)\n',
    "a part that opens": '<details id="d" open markdown>\n<summary markdown="span"><b>A</b></summary>\n\nB\n\n</details>\n',
    "a picture": '<figure class="map">\n<svg>\n<title>A</title>\n</svg>\n</figure>\n\n<div markdown>\n\n</div>\n',
}


@pytest.mark.parametrize("form", FORMS)
def test_the_forms_of_our_pages_are_set_fast(form: str) -> None:
    done = compose(FORMS[form], lambda target: target, TITLE)
    assert done
    assert (done.content, list(done.toc_tokens)) == by_python_markdown(FORMS[form])
