"""The Markdown of a text reads as a person would have written it."""

import pytest

from generator.text import Citation, Reference, parse, to_markdown


class Pages:
    """Entries and marks as the pages make them."""

    def reference(self, reference: Reference) -> tuple[str, str] | None:
        if reference.id == "unknown":
            return None
        return reference.label or "Security [C]", f"../../actors/{reference.id}/"

    def citation(self, citation: Citation) -> str:
        return "".join(f"[{mark.source}](#{mark.source})" for mark in citation.marks)

    def quote(self, id: str) -> str:
        return f"> The words of {id}."


GOLDEN = {
    "One\ntwo. [@a]\nThree [@b; @c].": "One two.[a](#a) Three[b](#b)[c](#c).",
    "*A* **b** un*c*d": "*A* **b** un*c*d",
    "*“A”* **b *c* d**": "<em>“A”</em> **b <em>c</em> d**",
    "The [[x]], [[y|it]], [[unknown]] and [[unknown|that]]": (
        "The [Security &#91;C&#93;](../../actors/x/), [it](../../actors/y/), unknown and that"
    ),
    "[the *text*](https://x.org/a_(b)?c=d&e)": "[the *text*](https://x.org/a&#95;&#40;b&#41;?c=d&e)",
    "a\n\n[[quote:q]]\n\nb": "a\n\n> The words of q.\n\nb",
    "- a\n- # b [@s]\n\n1. c\n2. - d": "- a\n- &#35; b[s](#s)\n\n1. c\n2. &#45; d",
    "1997. A year, [so] $5 m & 3 *": "1997&#46; A year, &#91;so&#93; $5 m & 3 &#42;",
    "No! [[x]]": "No! [Security &#91;C&#93;](../../actors/x/)",
    "No![[x]]": "No&#33;[Security &#91;C&#93;](../../actors/x/)",
    "": "",
}


@pytest.mark.parametrize("source", GOLDEN)
def test_markdown(source: str) -> None:
    assert to_markdown(parse(source), Pages()) == GOLDEN[source]
