"""Proofs: what the live preview shows of an edition. Each page is made when somebody asks for it; search and feeds, too.

An editor looks at a few pages of thousands, and no save should wait for the others. What the address of a page is, and which
files there are, is known at once; all else is looked up when it is asked for, as it is by then.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date as Date
from functools import lru_cache

from generator import outputs, pages
from generator.build.collector import without_collector
from generator.build.hands import crew
from generator.edition import Edition, Key
from generator.edition.reading import file_of
from generator.pages import Page, Redirect, Slip, Token, uri_of
from generator.publish.publication import AT_ONCE, Part, Unmade

Subject = tuple[str, Token]
"""A page type, and what gets a page of it."""


class Proof(Unmade):
    """A page of the preview. What a `head` returns stands above what is published."""

    def __init__(
        self, edition: Edition, subject: Subject, address: str, file: str, head: Callable[[], str] | None = None
    ) -> None:
        self._edition, self._subject, self._file, self._head = edition, subject, file, head
        self.address, self.uri = address, uri_of(address)

    def headed(self, head: Callable[[], str]) -> "Proof":
        """Return the same page with Markdown above it."""
        return Proof(self._edition, self._subject, self.address, self._file, head)

    @property
    def file(self) -> str:
        """The file that an editor would open to change it. Even one that gets another ending gives the same page."""
        about = self._subject[1]
        return file_of(self._edition, about) if self._file and isinstance(about, Key) else self._file

    @property
    def whole(self) -> Page:
        """The page with all that stands on it, made anew each time."""
        edition, subject = self._edition, self._subject
        edition.ask(pages.slip, *subject)  # so that it is known what the page is like by now
        page = edition.take(pages.made, *subject) or edition.ask_once(pages.made, *subject)
        return replace(page, body=f"{self._head()}\n\n{page.body}") if self._head else page

    @property
    def _slip(self) -> Slip:
        found = self._edition.ask(pages.slip, *self._subject)
        self._edition.take(pages.made, *self._subject)
        return found

    @property
    def key(self) -> str:
        """What changes whenever anything of the page does."""
        return self._slip.key

    @property
    def title(self) -> str:
        """The title as plain text."""
        return self._slip.title

    @property
    def changed(self) -> Date | None:
        """The day of its last change."""
        return self._slip.changed

    @property
    def previous(self) -> str:
        """The address of the page before it."""
        return self._slip.previous

    @property
    def next(self) -> str:
        """The address of the page behind it."""
        return self._slip.next


class Proofs:
    """All that the preview shows of an edition. It lasts as long as the edition, and follows it."""

    def __init__(self, edition: Edition, hands: int) -> None:
        """Look through the edition for the first time, in so many processes."""
        self.edition = edition
        self.pages: dict[Subject, Proof] = {}
        """Every page by its subject, in their order."""
        self.redirects: tuple[Redirect, ...] = ()
        self._parts: dict[Part, Mapping[str, str]] = {}
        self._where: dict[str, Part] = {}
        self._look(hands)

    def follow(self) -> None:
        """Follow the edition, which has become that of now."""
        self._look(1)

    def _look(self, hands: int) -> None:
        edition, known = self.edition, self.pages
        subjects = [(kind, token) for kind in map(pages.name_of, pages.types()) for token in edition.ask(pages.tokens, kind)]
        parts = list(outputs.every(edition))
        new_pages = [subject for subject in subjects if subject not in known and edition.is_new(pages.slip, *subject)]
        new_parts = [part for part in parts if part not in self._parts and edition.is_new(outputs.listed, *part)]
        with without_collector(), crew(edition, hands, len(new_pages) + len(new_parts)) as many:
            many.run(_slip, new_pages, about=[token for _, token in new_pages])
            many.run(_names, new_parts, about=[about for _, about in new_parts])
        self.pages = {subject: known.get(subject) or self._proof(subject) for subject in subjects}
        self.redirects = tuple(pages.redirects(edition))
        before = self._parts
        self._parts = {part: before[part] if part in before else dict(edition.ask(outputs.listed, *part)) for part in parts}
        self._where = {name: part for part, names in self._parts.items() for name in names}
        self._files = lru_cache(AT_ONCE)(self._made)

    def _proof(self, subject: Subject) -> Proof:
        slip = self.edition.ask(pages.slip, *subject)
        return Proof(self.edition, subject, slip.address, slip.file)

    def names(self) -> Iterator[str]:
        """Yield the names of the files beside the pages, as far as they are known without making them anew."""
        return iter(self._where)

    def file(self, name: str) -> bytes | None:
        """Return a file beside the pages; None where there is none.

        What an edit changed is made only now, and may have other names: the parts of a search are called after what is in them.
        """
        if name not in self._where:
            for part in [part for part in self._parts if self.edition.is_new(outputs.listed, *part)]:
                self._files(part)
        found = self._where.get(name)
        return self._files(found).get(name) if found else None

    def _made(self, part: Part) -> Mapping[str, bytes]:
        edition = self.edition
        names = dict(edition.ask(outputs.listed, *part))
        files: Mapping[str, bytes] = edition.take(outputs.made, *part) or edition.ask_once(outputs.made, *part)
        for name in self._parts[part].keys() - names.keys():
            self._where.pop(name, None)
        self._where |= dict.fromkeys(names, part)
        self._parts[part] = names
        return files


def _slip(edition: Edition, subject: Subject) -> None:
    edition.ask(pages.slip, *subject)
    edition.take(pages.made, *subject)


def _names(edition: Edition, part: Part) -> None:
    edition.ask(outputs.listed, *part)
    edition.take(outputs.made, *part)
