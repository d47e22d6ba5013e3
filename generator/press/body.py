"""What a page says, as HTML: its Markdown, set with the extensions of the site.

The compositor sets what it knows, where the site has the extensions that it stands for; Python-Markdown sets all else.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from generator.press.compositor import compose
from generator.press.frame import Frame
from generator.press.leaf import Contents, Heading

NEEDED = frozenset(("attr_list", "md_in_html", "tables", "toc"))
"""The extensions for which the compositor stands."""
HARMLESS = frozenset(("admonition", "fenced_code"))
"""Extensions that change nothing where the compositor sets anything."""


@dataclass(frozen=True, slots=True)
class Body:
    """The HTML of a page's text, and its headings."""

    content: str
    toc: Contents


def body_of(markdown: str, uri: str, address: str, frame: Frame) -> Body:
    """Set the Markdown of the file `uri`, whose page is at `address`."""
    if (title := permalink_title(frame.extensions, frame.extension_configs)) is not None:
        set_fast = compose(markdown, frame.links.of_page(uri, address), title)
        if set_fast:
            return Body(set_fast.content, contents(set_fast.toc_tokens))
    return by_python_markdown(markdown, uri, address, frame)


def permalink_title(extensions: Iterable[Any], configs: Mapping[str, Any]) -> str | None:
    """Return how headings name their links to themselves; None where the extensions are others than the compositor's."""
    told, used = {name: config for name, config in configs.items() if config}, frozenset(map(str, extensions))
    toc = dict(told.pop("toc", {}))
    title = toc.pop("permalink_title", "Permanent link")
    fits = toc == {"permalink": True} and not told and used - HARMLESS == NEEDED
    return str(title) if fits else None


def by_python_markdown(markdown: str, uri: str, address: str, frame: Frame) -> Body:
    """Set any Markdown, with any extensions."""
    setter = Markdown(extensions=list(frame.extensions), extension_configs=dict(frame.extension_configs))
    setter.treeprocessors.register(_Addresses(uri, address, frame), "addresses", 0)
    content = setter.convert(markdown)
    return Body(content, contents(getattr(setter, "toc_tokens", ())))


class _Addresses(Treeprocessor):
    """Lets the links of a page lead to the addresses of other pages."""

    def __init__(self, uri: str, address: str, frame: Frame) -> None:
        super().__init__()
        self.resolved = frame.links.of_page(uri, address)

    def run(self, root: Element) -> None:
        for tag, attribute in (("a", "href"), ("img", "src")):
            for element in root.iter(tag):
                element.set(attribute, self.resolved(element.get(attribute) or ""))


def contents(tokens: Iterable[Mapping[str, Any]]) -> Contents:
    """Return the table of contents that the headings of a page make."""
    return Contents([_heading(token, active=not number) for number, token in enumerate(tokens)])


def _heading(token: Mapping[str, Any], *, active: bool = False) -> Heading:
    return Heading(token["name"], token["id"], token["level"], [_heading(child) for child in token["children"]], active)
