"""Links between pages: from the path of a Markdown file, as our pages write it, to the address that a browser follows.

They are made as MkDocs makes them, so that a page has the same bytes whoever sets it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from posixpath import dirname, join, normpath, split
from urllib.parse import quote, unquote, urlsplit, urlunsplit

_PLAIN = re.compile(r"((?:\.\./)*)([a-zA-Z0-9_][a-zA-Z0-9_-]*(?:/[a-zA-Z0-9_][a-zA-Z0-9_-]*)*)\.md(#[a-zA-Z0-9_-]+)?")
_AMPERSAND = "\x02amp\x03"
"""What Python-Markdown writes for the `&` of an automatic mail link: such an address is left alone."""


@dataclass(frozen=True, slots=True)
class Links:
    """The files of a site by their paths, each with its address relative to the root of the site."""

    addresses: Mapping[str, str]

    def of_page(self, uri: str, address: str) -> Callable[[str], str]:
        """Return what resolves the links of the page of the Markdown file `uri` at `address`."""
        folders, name = uri.split("/")[:-1], address.rstrip("/").rpartition("/")[2]
        is_folder = address == "/".join([*folders, uri.rpartition("/")[2].removesuffix(".md"), ""])
        known: dict[str, str] = {}

        def resolved(target: str) -> str:
            found = known.get(target)
            if found is None:
                found = known[target] = (is_folder and plainly(target)) or self.resolved(target, uri, address)
            return found

        def plainly(target: str) -> str:
            """Resolve the path of a page in another folder: one step more leads up, for this page is a folder of its own."""
            path = _PLAIN.fullmatch(target)
            if not path:
                return ""
            up, down = len(path[1]) // 3, path[2]
            first = down.partition("/")[0]
            if up > len(folders) or first == (folders[-up] if up else name):
                return ""
            at = "/".join([*folders[: len(folders) - up], down])
            return f"../{path[1]}{down}/{path[3] or ''}" if self.addresses.get(f"{at}.md") == f"{at}/" else ""

        return resolved

    def resolved(self, target: str, uri: str, address: str) -> str:
        """Return what a link to `target` leads to. What names no file of the site stays as it is."""
        if target.startswith("#"):
            return target
        scheme, netloc, path, query, anchor = urlsplit(target)
        if scheme or netloc or not path or target.startswith(("/", "\\")) or _AMPERSAND in target:
            return target
        found = self.addresses.get(_named(unquote(path), dirname(uri)))
        return target if found is None else urlunsplit(("", "", relative(found, address), query, anchor))


@lru_cache(maxsize=100_000)
def _named(path: str, folder: str) -> str:
    return normpath(join(folder, path).lstrip("/"))


@lru_cache(maxsize=200_000)
def path_of(uri: str, *, folders: bool) -> str:
    """Return the path of the HTML file of a Markdown file; with `folders`, each page is the index of a folder."""
    folder, file = split(uri)
    name = file.removesuffix(".md")
    if name in ("index", "README"):
        return join(folder, "index.html")
    return join(folder, name, "index.html") if folders else join(folder, f"{name}.html")


@lru_cache(maxsize=200_000)
def address_of(path: str, *, folders: bool) -> str:
    """Return the address of a file, relative to the root of the site and quoted; that of the home page is `./`."""
    folder, name = split(path)
    return quote(f"{folder or '.'}/" if folders and name == "index.html" else path)


@lru_cache(maxsize=100_000)
def relative(address: str, other: str) -> str:
    """Return an address as the page at `other` writes it; both are relative to the root of the site."""
    folder, _, name = other.rpartition("/")
    here, there = _parts(folder if "." in name else other), _parts(address)
    common = 0
    for mine, its in zip(here, there, strict=False):
        if mine != its:
            break
        common += 1
    path = "/".join([".."] * (len(here) - common) + there[common:]) or "."
    return f"{path}/" if address.endswith("/") else path


@lru_cache(maxsize=10_000)
def _parts(path: str) -> list[str]:
    return [part for part in normpath(path if path.startswith("/") else f"/{path}")[1:].split("/") if part]
