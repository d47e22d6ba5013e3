"""Attributes, set fast: those of an attribute list, `{: #id .class }`, and those of our own tags that hold Markdown."""

import re
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from markdown.extensions.attr_list import get_attrs_and_remainder, sanitize_name

from generator.press.inline import Unknown, in_attribute

_ATTRIBUTE = re.compile(r" ([a-z][a-z0-9-]*)(?:=\"([^\"<>]*)\")?")
_TAG = re.compile(rf"(?:{_ATTRIBUTE.pattern})*")
_LIST = re.compile(r"(?:(?:[#.][^\W_][a-zA-Z0-9-]*|[a-z-]+=\"[^\"<>*_\[\]\\]*\")(?: +|\Z))+")
_ENTITY = re.compile(r"&(?!#[0-9]+;|amp;|lt;|gt;|quot;)")


class Attributes(NamedTuple):
    """Attributes as HTML, in the order of their names, and the id among them."""

    html: str
    id: str | None = None
    markdown: str | None = None
    """How the content of a tag is read: `1` or `span`; not at all, if None."""


NONE = Attributes("")


@lru_cache(maxsize=10_000)
def of_list(written: str) -> Attributes:
    """Return the attributes of an attribute list, given what stands between the braces."""
    attributes, rest = get_attrs_and_remainder(written)
    if rest or not _LIST.fullmatch(written):
        raise Unknown
    found: dict[str, str] = {}
    for name, value in attributes:
        if name == ".":
            found["class"] = f"{found['class']} {value}" if "class" in found else str(value)
        elif value is None:
            raise Unknown
        else:
            found[sanitize_name(name)] = value
    return _set(found)


@lru_cache(maxsize=10_000)
def of_tag(written: str) -> Attributes:
    """Return the attributes of a tag, given what stands between its name and its end."""
    if not _TAG.fullmatch(written):
        raise Unknown
    found: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(written):
        if name in found or _ENTITY.search(value):
            raise Unknown
        found[name] = unescape(value) if value or f'{name}=""' in written else name
    markdown = found.pop("markdown", None)
    return _set(found)._replace(markdown={"markdown": "1"}.get(markdown or "", markdown))


def _set(found: dict[str, str]) -> Attributes:
    html = "".join(f' {name}="{in_attribute(value)}"' for name, value in sorted(found.items()))
    return Attributes(html, found.get("id"))


def with_id(attributes: Attributes, id: str) -> str:
    """Return attributes with an id among them; only those that sort before or after it as a whole are known here."""
    if attributes.html and not attributes.html.startswith(' class="'):
        raise Unknown
    return f'{attributes.html} id="{in_attribute(id)}"'
