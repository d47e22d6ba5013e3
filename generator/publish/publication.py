"""All that a site publishes of an edition, for whoever puts it on disk: pages, the files beside them, and old addresses.

`publication` makes everything at once. `announced` tells what there is, and makes what is asked for: what has not changed since
an earlier run need not be made again to know that.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from generator import outputs, pages
from generator.build.collector import without_collector
from generator.build.hands import Alone, crew
from generator.edition import Edition, Key, ledgers, told
from generator.edition.filing import change_of
from generator.outputs.search import selection
from generator.pages import Announced, Page, Redirect, Slip, Token, uri_of
from generator.pages.mentions import told_elsewhere
from generator.pages.tallies import figures_of
from generator.pages.timeline import used_in
from generator.publish.spool import Spooled, spool

AHEAD = (told.voices, ledgers.days_of, figures_of, used_in, change_of, selection.year, told_elsewhere)
"""What of every file pages and outputs ask again and again: it is best asked by who has just read the file."""
Part = tuple[str, outputs.Subject]
"""An output, with that of which it makes the files."""
AT_ONCE = 4
"""Of so many parts the files are kept at hand while one after the other is published: a search index has thousands."""


@dataclass(frozen=True, slots=True)
class Publication:
    """The pages and redirects of an edition, and the other files of its site by their paths."""

    pages: tuple[Page, ...]
    redirects: tuple[Redirect, ...]
    files: Mapping[str, bytes]


def publication(edition: Edition) -> Publication:
    """Make everything that a site publishes of an edition, but for what its owner wrote by hand."""
    made = tuple(pages.pages(edition))
    return Publication(made, tuple(pages.redirects(edition)), dict(sorted(outputs.files(edition))))


class Unmade(ABC):
    """A page that is made, or fetched, when somebody asks for what stands on it. It is not kept: each is looked at once."""

    @property
    @abstractmethod
    def whole(self) -> Page:
        """The page with all that stands on it."""

    @property
    def description(self) -> str:
        """The description as plain text."""
        return self.whole.description

    @property
    def body(self) -> str:
        """The Markdown of the page."""
        return self.whole.body

    @property
    def meta(self) -> Mapping[str, Any]:
        """What the theme is told beside title and description."""
        return self.whole.meta


class Promised(Unmade):
    """A page of which is known what a list of all pages tells."""

    def __init__(self, slip: Slip, make: Callable[[], Page]) -> None:
        self._make = make
        self.address, self.title, self.file, self.changed, self.previous, self.next, self.key = slip
        self.uri = uri_of(slip.address)

    @property
    def whole(self) -> Page:
        """The page with all that stands on it."""
        return self._make()


class Beside(NamedTuple):
    """A file beside the pages: a key that changes whenever its bytes do, and what makes these."""

    key: str
    make: Callable[[], bytes]


def ready(data: bytes) -> Beside:
    """Return a file whose bytes are known."""
    return Beside(sha256(data).hexdigest(), lambda: data)


def page_of(page: Announced) -> Page:
    """Return a page with all that stands on it."""
    if isinstance(page, Unmade):
        return page.whole
    assert isinstance(page, Page)
    return page


@dataclass(frozen=True, slots=True)
class Announcement:
    """All that a site publishes of an edition: what there is, and a way to each of it."""

    pages: tuple[Promised, ...]
    redirects: tuple[Redirect, ...]
    files: Mapping[str, Beside]


def announced(edition: Edition, hands: int, folder: Path) -> Announcement:
    """Tell what a site publishes of an edition. So many processes share the work, and put what they make into `folder`."""
    with without_collector(stays=not edition.preview):
        subjects = [(kind, token) for kind in map(pages.name_of, pages.types()) for token in edition.ask(pages.tokens, kind)]
        parts = list(outputs.every(edition))
        new_pages = [subject for subject in subjects if edition.is_new(pages.slip, *subject)]
        new_parts = [part for part in parts if edition.is_new(outputs.listed, *part)]
        with crew(edition, hands, len(new_pages) + len(new_parts)) as many:
            there = str(folder) if many.many else ""
            fresh, beside = _made(many, there, new_pages, new_parts)
        whole = lru_cache(AT_ONCE)(lambda part: _whole_part(edition, part, beside.get(part)))
        found: dict[str, Beside] = {}
        for part in parts:
            found |= {path: Beside(key, partial(_file, whole, part, path)) for path, key in edition.ask(outputs.listed, *part)}
        slips = ((subject, edition.ask(pages.slip, *subject)) for subject in subjects)
        made = tuple(Promised(slip, partial(_whole_page, edition, subject, fresh.get(subject))) for subject, slip in slips)
        return Announcement(made, tuple(pages.redirects(edition)), dict(sorted(found.items())))


def _made(
    many: Alone, there: str, pages: Sequence[tuple[str, Token]], parts: Sequence[Part]
) -> tuple[Mapping[Any, "Page | Spooled | None"], Mapping[Any, "dict[str, bytes] | Spooled | None"]]:
    """Let all hands make what is new: what takes longest first, so that none waits for it in the end.

    Who made a page makes what lies beside it, too.
    """
    of_all = [part for part in parts if not isinstance(part[1], Key)]
    rows = ((_part, of_all), (_page, pages), (_part, [part for part in parts if isinstance(part[1], Key)]))
    asked = [(work, (there, *subject)) for work, subjects in rows for subject in subjects]
    made = iter(many.run(_make, asked, about=[subject[-1] for _, subject in asked]))
    (_, first), (_, middle), (_, last) = ((work, dict(zip(subjects, made, strict=False))) for work, subjects in rows)
    return middle, first | last


def _make(edition: Edition, asked: tuple[Callable[[Edition, Any], Any], Any]) -> Any:
    work, subject = asked
    return work(edition, subject)


def _page(edition: Edition, asked: tuple[str, str, Token]) -> "Page | Spooled | None":
    folder, kind, token = asked
    edition.ask(pages.slip, kind, token)
    if pages.is_front(token):
        edition.ask(pages.front, kind, token)
    page = edition.take(pages.made, kind, token)
    return spool(folder, page) if page and folder else page


def _whole_page(edition: Edition, subject: tuple[str, Token], made: "Page | Spooled | None") -> Page:
    if pages.is_front(subject[1]):
        return edition.ask(pages.front, *subject)
    found: Page = made.fetch() if isinstance(made, Spooled) else made or edition.ask_once(pages.made, *subject)
    return found


def _part(edition: Edition, asked: tuple[str, str, outputs.Subject]) -> "dict[str, bytes] | Spooled | None":
    folder, output, key = asked
    edition.ask(outputs.listed, output, key)
    files = edition.take(outputs.made, output, key)
    return spool(folder, files) if files and folder else files


def _whole_part(edition: Edition, part: Part, made: "dict[str, bytes] | Spooled | None") -> dict[str, bytes]:
    found: dict[str, bytes] = made.fetch() if isinstance(made, Spooled) else made or edition.ask_once(outputs.made, *part)
    return found


def _file(whole: Callable[[Part], dict[str, bytes]], part: Part, path: str) -> bytes:
    return whole(part)[path]
