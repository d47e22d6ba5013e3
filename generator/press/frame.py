"""What goes into a page beside its own words: the frame that all pages share, and for each page what it must know of others."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from posixpath import splitext
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from jinja2 import Environment

from generator.pages import Announced, uri_of
from generator.press.leaf import Leaf
from generator.press.links import Links, address_of, path_of


@dataclass(frozen=True, slots=True)
class Frame:
    """What all pages share. `context` gives what a template finds beside the page; `key` names all of this at once."""

    key: str
    environment: Environment
    context: Callable[[Leaf], Mapping[str, Any]]
    extensions: Sequence[Any]
    extension_configs: Mapping[str, Any]
    links: Links
    edit_url: Callable[[str], str | None]
    """The address at which a file of the site, given by its path, can be changed."""
    day: str
    """The date of the edition (ISO 8601): pages without a day of their own have it."""
    site_url: str = ""
    folders: bool = True
    """Whether each page is the index of a folder."""


class Neighbour(NamedTuple):
    """The page before or after another one."""

    title: str
    url: str


class Stock(NamedTuple):
    """A page that can be pressed, with what it shows of others."""

    page: Announced
    path: str
    """The path of its file in the site."""
    address: str
    """Relative to the root of the site, and quoted for a link; `./` is the home page."""
    edit_url: str | None
    previous: Neighbour | None
    next: Neighbour | None

    @property
    def url(self) -> str:
        """The address as templates know it: that of the home page is empty."""
        return "" if self.address in (".", "./") else self.address


class Sheets(Mapping[str, Stock]):
    """Each page with what it must know of others, by the path of its Markdown file; looked up when somebody asks for it."""

    def __init__(self, pages: Mapping[str, Announced], frame: Frame) -> None:
        """Set pages, by the paths of their Markdown files, into a frame."""
        self._pages, self._frame, self._known = pages, frame, dict[str, Stock]()

    def __getitem__(self, uri: str) -> Stock:
        found = self._known.get(uri)
        if found is None:
            page, frame = self._pages[uri], self._frame
            path = path_of(uri, folders=frame.folders)
            edit = frame.edit_url(page.file) if page.file else None
            address = address_of(path, folders=frame.folders)
            found = self._known[uri] = Stock(page, path, address, edit, self._beside(page.previous), self._beside(page.next))
        return found

    def _beside(self, address: str) -> Neighbour | None:
        page = self._pages.get(uri_of(address)) if address else None
        return neighbour(page, folders=self._frame.folders) if page else None

    def __iter__(self) -> Iterator[str]:
        return iter(self._pages)

    def __len__(self) -> int:
        return len(self._pages)


def neighbour(page: Announced, *, folders: bool) -> Neighbour:
    """Return a page as the one before or after it shows it."""
    return Neighbour(escape(page.title), address_of(path_of(page.uri, folders=folders), folders=folders))


def canonical(url: str, site_url: str) -> tuple[str | None, str | None]:
    """Return the whole address of a page, and its path on the host; none for a site without an address."""
    if not site_url:
        return None, None
    base, path = _root(site_url)
    return f"{base}{url}", f"{path}{url}"


@lru_cache(maxsize=16)
def _root(site_url: str) -> tuple[str, str]:
    """Return the address of the site with a slash at its end, and the path in it."""
    base = urljoin(site_url if site_url.endswith("/") else f"{site_url}/", ".")
    return base, urlsplit(base).path


def edit_address(path: str, repo_url: str, edit_uri: str, template: Any) -> str | None:
    """Return where a file can be changed: its path relative to the documentation's folder, on the host of the sources."""
    if not template and not edit_uri:
        return None
    place: str = template.format(path=path, path_noext=splitext(path)[0]) if template else edit_uri + path
    base = repo_url if not repo_url or place.startswith(("?", "#")) or repo_url.endswith("/") else f"{repo_url}/"
    return urljoin(base, place)
