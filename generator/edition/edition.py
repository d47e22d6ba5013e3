"""The edition answers what pages and rules ask, such as what refers to what, and which claims rest on which source.

It never changes. Each answer is a question of one of the modules here; who asks rests on just what was asked, so that the next
run works out again only what a change touches (see `generator.asking`).
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date as Date
from functools import cached_property
from typing import Any, TypeVar, cast

from generator.asking import Asked, Memory, Table
from generator.asking.asked import Load, nothing_kept
from generator.edition import filing, known_sources, linking, told
from generator.edition.archive import Archive
from generator.edition.claims import Claim
from generator.edition.counts import Comparison
from generator.edition.documents import Document, Key
from generator.edition.linking import AskedRegister
from generator.edition.pictures import Picture
from generator.edition.reading import document, name_of, standing
from generator.edition.references import Register, Use, kinds_of, meant
from generator.edition.seen import Seen
from generator.edition.sources import KnownSource, SourceKey
from generator.edition.translations import Versions
from generator.model import KINDS
from generator.model.forms import Brief
from generator.model.parts import Entry
from generator.settings import Settings
from generator.text import Reference

Form = TypeVar("Form", bound=Entry)
Answer = TypeVar("Answer")
KIND_OF = {form: kind for kind, form in KINDS.items()}


class Edition(Asked):
    """Everything that is known on the edition date. In a `preview`, drafts and future publications are shown too."""

    def __init__(
        self,
        archive: Archive,
        settings: Settings,
        as_of: Date,
        *,
        preview: bool = False,
        memory: Memory | None = None,
        load: Load = nothing_kept,
    ) -> None:
        """Make an edition as of a day. With a `memory`, what was worked out before and has not changed is known already."""
        self.archive = archive
        self.settings = settings
        self.as_of = as_of
        self.preview = preview
        self.register: Register = AskedRegister(self, settings.options.briefs_dir)
        self._seen: dict[Key, Document] = {}
        super().__init__(memory, load)

    def again(self, archive: Archive, as_of: Date) -> "Edition":
        """Become the edition that stands in the archive by now. Needs a memory.

        Answers have parts in them that look things up here, and they must find what is the case now.
        """
        self.archive, self.as_of = archive, as_of
        self.take_up()
        return self

    @property
    def day(self) -> Date:
        """The edition date."""
        return self.ask(filing.today)

    def _lines(self, question: Callable[["Edition", Any], Answer]) -> Callable[[Any], Answer]:
        return lambda key: self.ask(question, key)

    def all_keys(self) -> Iterable[Key]:
        """Return the keys of all files of entries, kind by kind, also of those that could not be read."""
        return (key for kind in sorted(KINDS) for key in self.ask(linking.keys_of, kind))

    @cached_property
    def documents(self) -> Mapping[Key, Document]:
        """Every file that fits its form, sorted by key."""
        return Table(self._document, lambda: self.ask(linking.whole_keys))

    def _document(self, key: Key) -> Document | None:
        if standing(self, key) != "whole":
            return None
        seen = self._seen.get(key)
        if seen is None:
            seen = self._seen[key] = cast(Document, Seen(self, key, KINDS[key.kind]))
        return seen

    @property
    def broken(self) -> tuple[Document, ...]:
        """The files that do not fit their form: they have no page, but what could be read of them is checked."""
        found = (self.ask(document, key) for key in self.ask(linking.broken_keys))
        return tuple(document for document in found if document)

    @property
    def unread(self) -> frozenset[Key]:
        """The files that could not be read at all. Nobody knows what they refer to."""
        return frozenset(self.ask(linking.unread_keys))

    @property
    def unlinked(self) -> frozenset[Key]:
        """The files with a reference that leads nowhere. They may mean what nothing else seems to mean."""
        return frozenset(self.ask(linking.loose_keys))

    @cached_property
    def pictures(self) -> Mapping[str, Picture]:
        """The pictures that briefs show, by the names of their files; see `pictures.picture_of`."""
        return Table(self._lines(linking.picture), lambda: linking.picture_names(self))

    @cached_property
    def texts(self) -> Mapping[SourceKey, str]:
        """The texts of sources that are kept, so that quotes can be held against them. Nothing of them is ever published."""
        return Table(self._lines(known_sources.kept_text), lambda: self.ask(known_sources.kept_texts))

    def get(self, key: Key, form: type[Form]) -> Form | None:
        """Return the form of an entry, if it could be read."""
        document = self._document(key)
        return document.entry if document and isinstance(document.entry, form) else None

    def every(self, form: type[Form]) -> tuple[tuple[Key, Form], ...]:
        """Return all entries of one form, sorted by id, published or not."""
        found = ((key, self._document(key)) for key in self.ask(linking.keys_of, KIND_OF[form]))
        return tuple((key, cast(Form, document.entry)) for key, document in found if document)

    def resolve(self, document: Document, kinds: tuple[str, ...], id: str) -> Key | None:
        """Return the one entry that `id` means in a file, if there is exactly one and it could be read."""
        found = meant(Use(document, kinds, id, ()), self.register)
        return found[0] if len(found) == 1 and standing(self, found[0]) == "whole" else None

    @cached_property
    def backlinks(self) -> Mapping[Key, tuple[Key, ...]]:
        """Which entries refer to an entry, sorted."""
        return Table(self._lines(linking.users_of), lambda: sorted(self.ask(linking.users)))

    def shown(self, key: Key) -> bool:
        """Tell whether an entry belongs to this edition: everything but drafts and briefs that are not due yet."""
        return filing.shown(self, key)

    def held_back(self, brief: Brief) -> bool:
        """Tell whether a brief is a draft or not yet due."""
        return brief.stage == "draft" or (brief.published is not None and brief.published > self.day)

    @cached_property
    def versions(self) -> Versions:
        """Which briefs translate which, and the language of every entry."""
        return Versions(lambda: self.ask(filing.originals), lambda: self.ask(filing.translations), self._language)

    def _language(self, key: Key) -> str:
        document = self._document(key)
        return getattr(document and document.entry, "lang", None) or self.settings.options.language

    @property
    def briefs(self) -> tuple[tuple[Key, Brief], ...]:
        """The briefs of this edition in the order of what happened: by date, time and id; no translation is among them."""
        return self._briefs(self.ask(filing.developments))

    @property
    def briefs_and_translations(self) -> tuple[tuple[Key, Brief], ...]:
        """Every brief that has a page in this edition, in the order of what happened."""
        return self._briefs(self.ask(filing.in_order))

    def _briefs(self, keys: Iterable[Key]) -> tuple[tuple[Key, Brief], ...]:
        return tuple((key, cast(Brief, self.documents[key].entry)) for key in keys)

    @cached_property
    def storylines(self) -> Mapping[str, tuple[tuple[Key, Brief], ...]]:
        """The briefs of each storyline in order; withdrawn ones are left out."""

        def line(id: str) -> tuple[tuple[Key, Brief], ...] | None:
            keys = self.ask(filing.briefs_of_storyline, id)
            return None if keys is None else self._briefs(keys)

        return Table(line, lambda: self.ask(filing.told_by_storyline))

    @property
    def order(self) -> Mapping[Key, int]:
        """The rank of each brief of this edition in the order of what happened."""
        return self.ask(filing.ranks)

    @cached_property
    def topics(self) -> Mapping[str, tuple[Key, ...]]:
        """The entries filed under each topic: briefs in the order of what happened, then the others by id."""
        return Table(self._lines(filing.entries_of_topic), lambda: self.ask(filing.told_by_topic))

    def told_in(self, key: Key) -> tuple[Key, ...]:
        """Return the briefs of a storyline or topic, or those that refer to any other entry, in order; none that is withdrawn."""
        return self.ask(filing.told_in, key)

    @cached_property
    def sources(self) -> Mapping[SourceKey, KnownSource]:
        """Every source that a file lists, with what follows from its publisher."""
        return Table(self._lines(known_sources.known_source), lambda: self.ask(known_sources.source_keys))

    @cached_property
    def published_by(self) -> Mapping[str, tuple[SourceKey, ...]]:
        """The sources of each publisher in this edition, by its id."""
        return Table(self._lines(known_sources.published_by), lambda: self.ask(known_sources.published))

    @cached_property
    def shared_sources(self) -> known_sources.Shared:
        """The ids of the sources that have a file of their own."""
        return known_sources.Shared(self)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim of this edition; a translation claims what its original does, and that counts once."""
        translated = self.ask(filing.originals)
        found = (told.claims_shown(self, key) for key in self.all_keys() if key not in translated)
        return tuple(claim for claims in found for claim in claims or ())

    @cached_property
    def claims_by_owner(self) -> Mapping[Key, tuple[Claim, ...]]:
        """The claims of each entry that was not withdrawn, also of drafts, in the order of the entry."""
        return Table(self._lines(told.claims_in), self.all_keys)

    @cached_property
    def claims_of(self) -> Mapping[Key, tuple[Claim, ...]]:
        """The claims of each entry of this edition; what was withdrawn claims nothing any more."""
        return Table(lambda key: told.claims_shown(self, key), self.all_keys)

    @cached_property
    def changes(self) -> Mapping[Key, Date]:
        """The day on which each entry of this edition last changed, where its file records one."""
        return Table(self._lines(filing.change_of), self.all_keys)

    @cached_property
    def comparisons(self) -> Mapping[str, Comparison]:
        """The figures of this edition, compared by their measures; what is withdrawn or a translation counts nothing."""
        return Table(self._lines(told.comparison), lambda: self.ask(told.measures))

    def name(self, key: Key) -> str:
        """Return what readers call an entry: its name or title; where there is none, its id."""
        if key.kind == "topic":
            return key.id.replace("-", " ").capitalize()
        return self.ask(name_of, key)

    def called(self, document: Document, reference: Reference) -> str:
        """Return the words that a reference in a text shows."""
        key = None if reference.label else self.resolve(document, kinds_of(reference), reference.id)
        return reference.label or (self.name(key) if key else reference.id)

    def party_of(self, actor: str) -> str:
        """Return the party for which an actor or a publisher speaks in the end: follow `speaks_for` as far as it goes."""
        return self.ask(told.party_of, actor)
