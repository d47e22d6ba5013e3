"""The templates: Jinja over Markdown, where every value is escaped unless it is finished Markdown (`Markup`) already.

A view that lacks something a template asks for is a bug and raises. The words of the templates are in the language of the
page: `{{ _("Key points") }}`; see `generator/words/`.
"""

from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Undefined
from markupsafe import Markup

from generator.text import address, escape, escape_title
from generator.words import Words
from generator.words.templates import functions

FOLDER = Path(__file__).parent


def _finished(value: Any) -> Any:
    """Make plain text inert in Markdown, also where it begins a line; leave finished Markdown and what is undefined alone."""
    if isinstance(value, Undefined):
        return value
    return _inert(value, not str(value).startswith(" "))  # a template that starts a value with a space sets it after other words


def _inert(value: object, begins: bool) -> Markup:
    return value if isinstance(value, Markup) else Markup(escape(str(value), start=begins))


@cache
def _environment(words: Words) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_finished,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    environment.filters["sentence"] = words.sentence
    environment.filters["address"] = lambda value: Markup(address(value))
    environment.filters["attribute"] = lambda value: Markup(escape_title(value))
    environment.globals.update(functions(words, _inert))
    environment.globals["words"] = words
    return environment


def render(template: str, view: Any, words: Words) -> str:
    """Fill a template with the fields of a view (a dataclass); return Markdown without blank lines in a row."""
    values = {field.name: getattr(view, field.name) for field in fields(view)}
    found = _environment(words).get_template(template).render(values)
    lines: list[str] = []
    for line in found.splitlines():
        if line.strip() or (lines and lines[-1]):
            lines.append(line.rstrip())
    return "\n".join(lines).strip() + "\n"
