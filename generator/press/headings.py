"""Headings: their ids, which depend on all other ids of a page, their links to themselves, and the table of contents."""

from html import unescape
from typing import Any, NamedTuple

from markdown.extensions.toc import slugify, strip_tags, unique

from generator.press.inline import in_attribute
from generator.press.tags import Attributes, with_id


class Head(NamedTuple):
    """A heading whose id is not known before all others are."""

    level: int
    html: str
    attributes: Attributes


def set_heading(head: Head, used: set[str], permalink_title: str) -> tuple[str, dict[str, Any]]:
    """Return a heading as HTML, and what the table of contents tells of it; `used` are the ids of the page."""
    name = strip_tags(head.html)
    id, attributes = head.attributes.id, head.attributes.html
    if id is None:
        id = unique(slugify(unescape(name), "-"), used)
        attributes = with_id(head.attributes, id)
    tag, href = f"h{head.level}", in_attribute(f"#{id}")
    title = f' title="{in_attribute(permalink_title)}"' if permalink_title else ""
    html = f'<{tag}{attributes}>{head.html}<a class="headerlink" href="{href}"{title}>&para;</a></{tag}>\n'
    return html, {"level": head.level, "id": id, "name": name, "html": head.html, "data-toc-label": ""}
