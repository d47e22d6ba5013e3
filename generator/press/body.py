"""What a page says, as HTML: its Markdown, set by Python-Markdown with the extensions of the site."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from generator.press.frame import Frame
from generator.press.leaf import Contents, Heading


@dataclass(frozen=True, slots=True)
class Body:
    """The HTML of a page's text, and its headings."""

    content: str
    toc: Contents


def body_of(markdown: str, uri: str, address: str, frame: Frame) -> Body:
    """Set the Markdown of the file `uri`, whose page is at `address`."""
    setter = Markdown(extensions=list(frame.extensions), extension_configs=dict(frame.extension_configs))
    setter.treeprocessors.register(_Addresses(uri, address, frame), "addresses", 0)
    content = setter.convert(markdown)
    return Body(content, contents(getattr(setter, "toc_tokens", ())))


class _Addresses(Treeprocessor):
    """Lets the links of a page lead to the addresses of other pages."""

    def __init__(self, uri: str, address: str, frame: Frame) -> None:
        super().__init__()
        self.uri, self.address, self.links = uri, address, frame.links

    def run(self, root: Element) -> None:
        for tag, attribute in (("a", "href"), ("img", "src")):
            for element in root.iter(tag):
                element.set(attribute, self.links.resolved(element.get(attribute) or "", self.uri, self.address))


def contents(tokens: Iterable[Mapping[str, Any]]) -> Contents:
    """Return the table of contents that the headings of a page make."""
    return Contents([_heading(token, active=not number) for number, token in enumerate(tokens)])


def _heading(token: Mapping[str, Any], *, active: bool = False) -> Heading:
    return Heading(token["name"], token["id"], token["level"], [_heading(child) for child in token["children"]], active)
