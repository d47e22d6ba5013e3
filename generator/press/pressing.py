"""One page, pressed: its text set, put into the frame, and made bytes."""

import re
from html import escape
from typing import Any

from generator.press.body import body_of
from generator.press.frame import Frame, Stock, canonical
from generator.press.leaf import Leaf, Origin

_ID = re.compile(r'\bid="([^"]*)"')


def press(sheet: Stock, frame: Frame) -> bytes:
    """Return the HTML file of a page."""
    leaf = leaf_of(sheet, frame)
    body = body_of(leaf.markdown, leaf.file.src_uri, sheet.address, frame)
    leaf.content, leaf.toc = body.content, body.toc
    template = frame.environment.get_template(str(leaf.meta.get("template", "main.html")))
    return template.render(frame.context(leaf)).encode("utf-8", errors="xmlcharrefreplace")


def anchors(sheet: Stock, frame: Frame) -> set[str]:
    """Return the ids that a page has, to which others may link."""
    body = body_of(sheet.page.body.lstrip("\n"), sheet.page.uri, sheet.address, frame)
    return set(_ID.findall(body.content))


def meta_of(sheet: Stock) -> dict[str, Any]:
    """Return what templates find at `page.meta`: title and description as HTML, and what the page says of itself."""
    page = sheet.page
    return {"title": escape(page.title), "description": escape(page.description), **page.meta}


def leaf_of(sheet: Stock, frame: Frame) -> Leaf:
    """Return a page as the templates see it, but for its text."""
    page = sheet.page
    meta = meta_of(sheet)
    whole, path = canonical(sheet.url, frame.site_url)
    name = page.uri.rpartition("/")[2].removesuffix(".md")
    leaf = Leaf(
        url=sheet.url,
        title=meta["title"],
        meta=meta,
        file=Origin(page.uri, sheet.address, name),
        markdown=page.body.lstrip("\n"),
        canonical_url=whole,
        abs_url=path,
        edit_url=sheet.edit_url,
        update_date=page.changed.isoformat() if page.changed else frame.day,
        previous_page=sheet.previous,
        next_page=sheet.next,
        is_index=name == "index",
        is_homepage=sheet.address in ("./", "index.html"),
    )
    leaf.file.page = leaf
    return leaf
