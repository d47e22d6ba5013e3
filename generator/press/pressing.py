"""One page, pressed: its text set, put into the frame, and made bytes."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from html import escape
from typing import Any

from generator.pages import Announced
from generator.press.body import body_of
from generator.press.frame import Frame, Stock, canonical
from generator.press.leaf import Leaf, Origin

MISSING = object()
_ID = re.compile(r'\bid="([^"]*)"')


def press(sheet: Stock, frame: Frame) -> bytes:
    """Return the HTML file of a page."""
    leaf = leaf_of(sheet, frame)
    body = body_of(sheet.page.body.lstrip("\n"), leaf.file.src_uri, sheet.address, frame)
    leaf.content, leaf.toc = body.content, body.toc
    template = frame.environment.get_template(str(leaf.meta.get("template", "main.html")))
    return template.render(frame.context(leaf)).encode("utf-8", errors="xmlcharrefreplace")


def anchors(sheet: Stock, frame: Frame) -> set[str]:
    """Return the ids that a page has, to which others may link."""
    body = body_of(sheet.page.body.lstrip("\n"), sheet.page.uri, sheet.address, frame)
    return set(_ID.findall(body.content))


class Meta(Mapping[str, Any]):
    """What templates find at `page.meta`: title and description as HTML, and what the page says of itself.

    A list of all pages looks at nothing of it, so that no page need be made for that.
    """

    def __init__(self, page: Announced) -> None:
        self._page = page

    @cached_property
    def _all(self) -> dict[str, Any]:
        page = self._page
        return {"title": escape(page.title), "description": escape(page.description), **page.meta}

    def __getitem__(self, name: str) -> Any:
        found = self.get(name, MISSING)
        if found is MISSING:
            raise KeyError(name)
        return found

    def get(self, name: str, default: Any = None) -> Any:
        """Return one of them, if it is there. The day of the last change is known without the page."""
        if name == "modified":
            return self._page.changed.isoformat() if self._page.changed else default
        return self._all.get(name, default)

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


def leaf_of(sheet: Stock, frame: Frame) -> Leaf:
    """Return a page as the templates see it, but for its text."""
    page = sheet.page
    whole, path = canonical(sheet.url, frame.site_url)
    name = page.uri.rpartition("/")[2].removesuffix(".md")
    leaf = Leaf(
        url=sheet.url,
        title=escape(page.title),
        meta=Meta(page),
        file=Origin(page.uri, sheet.address, name),
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


class Listing:
    """A page in a list of all pages, such as the sitemap: little is told at once, all else when it is asked for."""

    is_link = False

    def __init__(self, sheet: Stock, frame: Frame) -> None:
        """List a page."""
        self._sheet, self._frame = sheet, frame

    @property
    def page(self) -> "Listing":
        """The page, which a list has beside its file."""
        return self

    @property
    def canonical_url(self) -> str | None:
        """The whole address of the page."""
        return canonical(self._sheet.url, self._frame.site_url)[0]

    @property
    def meta(self) -> Mapping[str, Any]:
        """What the page says of itself."""
        return Meta(self._sheet.page)

    def __getattr__(self, name: str) -> Any:
        """Return what else there is of the page, or of its file."""
        leaf = leaf_of(self._sheet, self._frame)
        return getattr(leaf, name) if hasattr(leaf, name) else getattr(leaf.file, name)
