"""The templates: Jinja over Markdown, where every value is escaped unless it is finished Markdown (`Markup`) already.

A view that lacks something a template asks for is a bug and raises. The words of the templates are in the language of the
page: `{{ _("Key points") }}`; see `generator/words/`.
"""

from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Call, Expr, Getattr
from markupsafe import Markup

from generator.text import address, escape, escape_title
from generator.words import Words
from generator.words.templates import functions

FOLDER = Path(__file__).parent


def _finished(value: Any) -> str:
    """Make plain text inert in Markdown, also where it begins a line; leave finished Markdown alone. What is undefined raises."""
    if type(value) is Markup:
        return value
    text = str(value)
    return escape(text, start=not text.startswith(" "))  # a template that starts a value with a space sets it after other words


class _Generator(CodeGenerator):
    """Compiles templates so that they do what Python would, and Jinja does more of.

    What `_finished` returns is set as it is, where Jinja would look at each value once more. A field of a view is taken from it,
    and a function called, where Jinja would look first whether it is an item, or wants to know of the template.
    """

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(finalize.src or "escape(")

    def _output_child_post(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(")")

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: Call, frame: Frame, forward_caller: bool = False) -> None:
        self.visit(node.node, frame)
        self.write("(")
        for given in (*node.args, *node.kwargs):
            self.visit(given, frame)
            self.write(", ")
        self.write(")")


class _Environment(Environment):
    code_generator_class = _Generator


def _inert(value: object, begins: bool) -> Markup:
    return value if isinstance(value, Markup) else Markup(escape(str(value), start=begins))


@cache
def _environment(words: Words) -> Environment:
    environment = _Environment(
        loader=FileSystemLoader(FOLDER),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_finished,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
    )
    environment.filters["sentence"] = words.sentence
    environment.filters["address"] = lambda value: Markup(address(value))
    environment.filters["attribute"] = lambda value: Markup(escape_title(value))
    environment.globals.update(functions(words, _inert))
    environment.globals["words"] = words
    return environment


def read_anew() -> None:
    """Forget the templates that were read: somebody has changed one while a preview shows the site."""
    _environment.cache_clear()


def render(template: str, view: Any, words: Words) -> str:
    """Fill a template with the fields of a view (a dataclass); return Markdown without blank lines in a row."""
    values = {field.name: getattr(view, field.name) for field in fields(view)}
    lines = [line.rstrip() for line in _environment(words).get_template(template).render(values).splitlines()]
    return "\n".join(line for line, before in zip(lines, ("", *lines), strict=False) if line or before).strip() + "\n"
