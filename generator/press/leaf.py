"""A leaf: a page as the templates of a theme see it. It has the names of a page of MkDocs, for which themes are written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page, for its table of contents: `title` is HTML, `url` its anchor with the `#`."""

    title: str
    id: str
    level: int
    children: Sequence["Heading"]
    active: bool = False

    @property
    def url(self) -> str:
        """The anchor as a link writes it."""
        return f"#{self.id}"


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents of a page."""

    items: Sequence[Heading]

    def __iter__(self) -> Any:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


@dataclass(slots=True, eq=False)
class Origin:
    """The Markdown file of a page, as far as a template may ask for it."""

    src_uri: str
    url: str
    name: str
    page: "Leaf | None" = None
    edit_uri: str | None = None
    generated_by: str = "briefs"

    @property
    def src_path(self) -> str:
        """The path of the file in the documentation."""
        return self.src_uri


@dataclass(slots=True, eq=False)
class Leaf:
    """A page that no menu names, and so one that is in no section and never among the navigation's active entries."""

    url: str
    title: str
    meta: Mapping[str, Any]
    file: Origin
    canonical_url: str | None = None
    abs_url: str | None = None
    edit_url: str | None = None
    update_date: str = ""
    previous_page: Any = None
    next_page: Any = None
    content: str = ""
    toc: Contents = Contents(())
    parent: None = None
    children: None = None
    ancestors: Sequence[Any] = ()
    active: bool = True
    is_page: bool = True
    is_section: bool = False
    is_link: bool = False
    is_top_level: bool = True
    is_homepage: bool = False
    is_index: bool = False
