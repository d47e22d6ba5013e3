"""The templates: Jinja over Markdown, where every value is escaped unless it is finished Markdown (`Markup`) already.

A view that lacks something a template asks for is a bug and raises.
"""

from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Undefined
from markupsafe import Markup

from generator.pages import words
from generator.text import address, escape, escape_title

FOLDER = Path(__file__).parent


def _finished(value: Any) -> Any:
    """Make plain text inert in Markdown, also where it begins a line; leave finished Markdown and what is undefined alone."""
    if isinstance(value, Markup | Undefined):
        return value
    text = str(value)
    begins = not text.startswith(" ")  # a template that starts a value with a space sets it after other words
    return Markup(escape(text, start=begins))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_finished,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    environment.filters["day"] = words.day
    environment.filters["when"] = words.when
    environment.filters["sentence"] = words.sentence
    environment.filters["address"] = lambda value: Markup(address(value))
    environment.filters["attribute"] = lambda value: Markup(escape_title(value))
    environment.globals["count"] = words.count
    environment.globals["listed"] = lambda names: words.listed(list(names))
    return environment


def render(template: str, view: Any) -> str:
    """Fill a template with the fields of a view (a dataclass); return Markdown without blank lines in a row."""
    found = _environment().get_template(template).render({field.name: getattr(view, field.name) for field in fields(view)})
    lines: list[str] = []
    for line in found.splitlines():
        if line.strip() or (lines and lines[-1]):
            lines.append(line.rstrip())
    return "\n".join(lines).strip() + "\n"
