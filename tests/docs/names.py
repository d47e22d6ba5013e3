"""What the program knows by name, to hold against what the pages for editors name."""

import json
import re
from collections.abc import Iterator
from datetime import date as Date
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

import click

from generator.cli import main
from generator.edition import Edition, link
from generator.explained import explanations
from generator.model import KINDS
from generator.outputs import host_headers
from generator.scaffold import schema_files
from generator.settings import Settings
from tests.docs.pages import ENTRIES, ROOT, commands, fences, whole_brief

PROGRAM = r"(?:\.venv[/\\](?:bin|Scripts)[/\\])?briefs"
COMMANDS = {name: main.get_command(click.Context(main), name) for name in main.list_commands(click.Context(main))}
SETTINGS = (ROOT / "mkdocs.yml").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
IDS = {PurePosixPath(file).stem for file in ENTRIES}
NOTHING: Edition = link((), Settings(), Date(2021, 11, 16), {})
NO_NAMES = {
    *("$", "…", "#", "|", "{", "}", "@", "-", "+", "1."),  # signs
    "main..truce",  # two branches
    *("*stressed*", "**strongly stressed**", "[the report](https://example.org/report)", "[[id]]"),  # the text language
    *("5 < 6", "#2", "AT&T", "snake_case"),  # what means nothing in it
    *("site/", ".venv/bin/", ".venv\\Scripts\\", "python3"),  # what is there once the site is built, and on other computers
    *("briefs/sources/<id>.txt", "briefs/2021/truce/texts/<id>.txt", "briefs/2021/truce.yml"),  # what an editor may add
    *("…", "[…]"),  # signs for what was left out
    *("site", "properdocs build -f mkdocs.yml"),  # what is in a written project, and what builds it
    *("BRIEFS_CACHE_KEY", ".cache/briefs/"),  # a variable of the environment, and what a build makes
    *("rsync", "sha256sum", ".git", ".site.briefs/", "SHA256SUMS"),  # programs of others, and what a build makes
    *("server", "mod_headers", "extra_javascript", "extra_css"),  # words of web servers and of MkDocs
    "source-1",  # what is in a new brief, as test_commands.py holds
    f"http://127.0.0.1:8000/{whole_brief()[0].removesuffix('.yml')}/",
}
"""Code spans that name nothing, or nothing that could be looked up."""


def is_there(span: str, page: Path) -> bool:
    """Tell whether what a code span of a page names is there: a command, a file, a field or what it takes, a finding, an id.

    A name may also be one that the page's own examples choose; they are tested themselves.
    """
    if re.match(rf"{PROGRAM}(?: |$)", span):
        return is_command(span.split()[1:])
    if span.startswith("--"):
        return any(is_command([command, span]) for command in COMMANDS)
    if re.match(r"\[@|\[\[(?!id)", span):
        return all(name in IDS or _chosen(name, page) for name in _named_in(span))
    fields, choices = _shape()
    field = re.split(r":(?: |$)|\.(?=[a-z])", span)[0]
    known = NO_NAMES | IDS | choices | KINDS.keys() | explanations().keys() | COMMANDS.keys()
    if any(name in span for name, _ in host_headers.files(NOTHING)):
        return True  # a file of the published site
    return span in known or field in fields or _is_file(span) or _is_setting(span) or _is_target(span) or _chosen(span, page)


def is_command(words: list[str]) -> bool:
    """Tell whether `briefs` with these words is a command with its options; `briefs` alone is the program."""
    command = COMMANDS.get(words[0]) if words else main
    known = {name for parameter in command.params for name in parameter.opts} if command else set()
    return command is not None and all(word in known for word in words if word.startswith("-"))


def _is_file(span: str) -> bool:
    wanted = re.sub("<[a-z]+>", "*", span)
    return bool(re.fullmatch(r"[\w*-]*[./][\w.*/-]*", wanted)) and any(ROOT.glob(wanted))


def _is_setting(span: str) -> bool:
    return bool(re.fullmatch(r"\w+", span) and re.search(rf"^ *{span}:|\[{span},", SETTINGS, re.MULTILINE))


def _is_target(span: str) -> bool:
    return bool(re.fullmatch(r"make \w+", span)) and f"\n{span[5:]}:" in MAKEFILE


def _chosen(span: str, page: Path) -> bool:
    examples = "\n".join((*fences(page, "yaml"), *fences(page, "bat"), *(command for command, _ in commands(page))))
    return page.stem != "rules" and bool(re.search(rf"(?<!\w){re.escape(span)}(?!\w)", examples))


def _named_in(span: str) -> Iterator[str]:
    """Yield the ids in a citation or a reference."""
    return (found[1] for found in re.finditer(r"(?:@|says |via |\[\[(?:[a-z]+:|\d+/)?)([\w-]+)", span))


@cache
def _shape() -> tuple[set[str], set[str]]:
    """Return the names of all fields, and the words of which a field takes one."""
    parts = [part for schema in schema_files().values() for part in _parts(json.loads(schema))]
    fields = {name for part in parts for name in part.get("properties", ())}
    return fields, {choice for part in parts for choice in part.get("enum", ()) if isinstance(choice, str)}


def _parts(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
    for inner in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from _parts(inner)
