"""A page that is ready to be published, and an old address that leads to one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Date
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Protocol

from generator.asking import print_of


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its address (relative to the site's root, with a final slash), its Markdown, and what a publisher needs.

    `title` and `description` are plain text: whoever writes them into a file escapes them. `file` is the file that an
    editor would open to change the page; `changed` the day of its last change; `previous` and `next` are addresses.
    `meta` tells the theme what else it should know, such as `kind` or `lang`, and becomes front matter too.
    """

    address: str
    title: str
    description: str
    body: str
    file: str = ""
    changed: Date | None = None
    previous: str = ""
    next: str = ""
    meta: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def uri(self) -> str:
        """The path of its Markdown file, as in `briefs/2021/truce.md`."""
        return uri_of(self.address)

    @property
    def key(self) -> str:
        """What changes whenever anything of the page does."""
        told = (self.address, self.title, self.description, self.body, self.file, self.changed, self.previous, self.next)
        return print_of((*told, dict(self.meta))).hex()


class Announced(Protocol):
    """A page as others see it that need not be made yet: what stands on it is made when it is looked at."""

    @property
    def address(self) -> str:
        """See `Page`, here and below."""

    @property
    def uri(self) -> str: ...
    @property
    def key(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def description(self) -> str: ...
    @property
    def body(self) -> str: ...
    @property
    def file(self) -> str: ...
    @property
    def changed(self) -> Date | None: ...
    @property
    def previous(self) -> str: ...
    @property
    def next(self) -> str: ...
    @property
    def meta(self) -> Mapping[str, Any]: ...


@dataclass(frozen=True, slots=True)
class Redirect:
    """A former address and the one that it leads to; both relative to the site's root, with a final slash.

    `lang` is the language of the page (BCP 47).
    """

    address: str
    to: str
    lang: str = "en"


def uri_of(address: str) -> str:
    """Return the path of the Markdown file whose page has this address."""
    return f"{address.rstrip('/')}.md" if address else "index.md"


def folder_of(address: str) -> str:
    """Return the folder of the Markdown file whose page has this address; empty for the root."""
    return uri_of(address).rpartition("/")[0]


@lru_cache(maxsize=200_000)
def way(folder: str, address: str) -> str:
    """Return the path from a folder of Markdown files to the file whose page has this address."""
    here, there = folder.split("/") if folder else [], uri_of(address).split("/")
    shared = next((at for at, (one, other) in enumerate(zip(here, there, strict=False)) if one != other), len(here))
    return "/".join([*[".."] * (len(here) - shared), *there[shared:]])
