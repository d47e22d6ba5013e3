"""Entries as others see them: whoever looks at a field of an entry rests on that field alone, and not on the whole file.

To all who ask, what is seen here is a `Document` with its form. The file is read when something of it is wanted.
"""

from typing import TYPE_CHECKING, Any

from generator.diagnostics import Locator
from generator.edition.documents import Document, Key
from generator.edition.reading import FILED, document, field_of, file_of, filing, ids_of_sources, known_of, original_of
from generator.model import Parsed
from generator.model.parts import Entry

if TYPE_CHECKING:
    from generator.edition import Edition

_FILED = frozenset(FILED)


class Seen:
    """A file as others see it: a `Document` of which each rests on what it looks at."""

    __slots__ = ("_edition", "entry", "key")

    def __init__(self, edition: "Edition", key: Key, form: type[Entry]) -> None:
        self._edition = edition
        self.key = key
        self.entry = _Entry(edition, key, form)

    def __fingerprint__(self) -> Key:
        return self.key  # who looks into it rests on what is found there

    @property
    def file(self) -> str:
        """The name of the file."""
        return self._edition.ask(file_of, self.key)

    @property
    def parsed(self) -> Parsed:
        """All that was read of the file."""
        return self._whole.parsed

    @property
    def where(self) -> Locator:
        """Where its values stand."""
        return self._whole.where

    @property
    def original(self) -> Document | None:
        """The brief that it translates."""
        found = self._edition.ask(original_of, self.key)
        return self._edition.documents.get(found) if found else None

    @property
    def withdrawn(self) -> bool:
        """Whether it is a brief that was withdrawn."""
        filed = self._edition.ask(filing, self.key)
        return filed is not None and filed.stage == "withdrawn"

    @property
    def draft(self) -> bool:
        """Whether it is a brief that is still being written."""
        return bool(self._edition.ask(known_of, self.key, "draft"))

    def lists(self, source: str) -> bool:
        """Tell whether the file itself lists a source of this id."""
        return source in self._edition.ask(ids_of_sources, self.key)

    @property
    def _whole(self) -> Document:
        found = self._edition.ask(document, self.key)
        assert found is not None
        return found


class _Entry:
    """A form as others see it. It passes for one of its class."""

    __slots__ = ("_edition", "_form", "_key")

    def __init__(self, edition: "Edition", key: Key, form: type[Entry]) -> None:
        self._edition = edition
        self._key = key
        self._form = form

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        return self._form

    def __fingerprint__(self) -> Key:
        return self._key

    def __getattr__(self, name: str) -> Any:
        if name in _FILED and self._key.kind == "brief":
            return getattr(self._edition.ask(filing, self._key), name)
        return self._edition.ask(field_of, self._key, name)
