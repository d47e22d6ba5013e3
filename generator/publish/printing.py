"""The print run: every file of a site by its name, with a key and a way to its bytes. A page is pressed when it is asked for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from generator import press
from generator.publish.publication import Beside, page_of
from generator.publish.streams import streamed

TIMINGS = "BRIEFS_TIMINGS"
"""The variable of the environment with which `briefs build --timings` reaches MkDocs."""


@dataclass(frozen=True)
class PrintRun:
    """All that makes up a site: pages in their frame, files whose bytes are known, and files that lie somewhere already.

    Where two have one name, those that lie somewhere come first, then those beside pages.
    """

    frame: press.Frame
    sheets: Iterable[press.Stock]
    files: Mapping[str, Beside] = field(default_factory=dict)
    built: Mapping[str, Path] = field(default_factory=dict)
    hands: int = 1

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Every file by its name, with a key that changes whenever its bytes may."""
        pages = {name: press.key_of(sheet, self.frame) for name, sheet in self._pages.items()}
        files = {name: beside.key for name, beside in self.files.items()}
        return pages | files | {name: sha256(path.read_bytes()).hexdigest() for name, path in self.built.items()}

    @cached_property
    def _pages(self) -> Mapping[str, press.Stock]:
        return {sheet.path: sheet for sheet in self.sheets}

    def made(self, wanted: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Yield the bytes of the files that are wanted, in any order."""
        pages = []
        for name in wanted:
            if name in self.built:
                yield name, self.built[name].read_bytes()
            elif name in self.files:
                yield name, self.files[name].make()
            else:
                pages.append(name)
        yield from streamed(self._pressed, pages, self.hands)

    def _pressed(self, name: str) -> bytes:
        sheet = self._pages[name]
        return press.press(sheet._replace(page=page_of(sheet.page)), self.frame)


def addresses(uris: Iterable[str], names: Iterable[str], *, folders: bool) -> dict[str, str]:
    """Return where the pages of Markdown files and other files will be, relative to the root of the site."""
    pages = {uri: press.address_of(press.path_of(uri, folders=folders), folders=folders) for uri in uris}
    return pages | {name: press.address_of(name, folders=folders) for name in names}
