"""What each finding means: what it is, why it matters, and lines that are wrong and right.

A rule explains itself in the docstring of its module. What the reader, the text language, the forms and the edition find
has one file here for each, in the same four parts; its name is that of the finding.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from inspect import cleandoc
from types import MappingProxyType

from generator.rules import rules
from generator.rules.parts.slips import DOUBTFUL

_FENCED = re.compile(r"^```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)

PARTS = ("What it does", "Why it matters", "Example", "Use instead")


@dataclass(frozen=True, slots=True)
class Explanation:
    """A finding explained, in Markdown. `summary` is its first line; `allowable` tells whether a file may allow it."""

    name: str
    summary: str
    text: str
    """What follows the first line: the parts, each below a heading of the second level."""
    allowable: bool

    def part(self, name: str) -> str:
        """Return one of `PARTS`, without its heading and without the fences of its files; empty where there is none."""
        _, _, rest = self.text.partition(f"## {name}\n")
        part = rest.partition("\n## ")[0]
        shown = _FENCED.findall(part)
        return "\n".join(shown).rstrip("\n") if shown else part.strip("\n")


@cache
def explanations() -> Mapping[str, Explanation]:
    """Return the explanation of every finding there is, by its name, sorted."""
    found = {name: _explanation(name, cleandoc(rule.__doc__ or ""), True) for name, rule in rules().items()}
    for file in files(__package__).iterdir():
        if file.name.endswith(".md"):
            name = file.name.removesuffix(".md")
            found[name] = _explanation(name, file.read_text("utf-8"), name in DOUBTFUL)
    return MappingProxyType(dict(sorted(found.items())))


def _explanation(name: str, document: str, allowable: bool) -> Explanation:
    summary, _, rest = document.partition("\n")
    return Explanation(name, summary.strip(), rest.strip(), allowable)
