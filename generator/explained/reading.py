"""Explanations as plain text, for a terminal."""

import textwrap
from collections.abc import Iterable

from generator.explained import PARTS, Explanation

_EXAMPLES = ("Example", "Use instead")
_HOW_TO_ALLOW = (
    "Where it is right all the same, the file can allow it, with a reason that readers see: `allow:` with `rule: {name}`, "
    "`at:` and `reason:`."
)


def as_text(found: Explanation, width: int) -> str:
    """Return one explanation, its paragraphs wrapped to `width` characters and its lines indented as they are."""
    blocks = [f"{found.name}\n{'=' * len(found.name)}", _wrapped(found.summary, width)]
    for name in PARTS:
        if part := found.part(name):
            body = textwrap.indent(part, "    ") if name in _EXAMPLES else _paragraphs(part, width)
            blocks.append(f"{name}\n{'-' * len(name)}\n{body}")
    if found.allowable:
        blocks.append(_wrapped(_HOW_TO_ALLOW.format(name=found.name), width))
    return "\n\n".join(blocks) + "\n"


def as_list(every: Iterable[Explanation]) -> str:
    """Return the names of all findings, each with its first line."""
    found = list(every)
    longest = max(len(one.name) for one in found)
    return "".join(f"{one.name:{longest}}  {one.summary}\n" for one in found)


def _paragraphs(text: str, width: int) -> str:
    return "\n\n".join(_wrapped(paragraph, width) for paragraph in text.split("\n\n"))


def _wrapped(text: str, width: int) -> str:
    return textwrap.fill(" ".join(text.split()), width, break_on_hyphens=False, break_long_words=False)
