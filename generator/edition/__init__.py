"""All files together: read, checked against each other and linked, as of a day.

An `Edition` answers what pages and rules ask: which entries there are, what refers to what, in which order the briefs of a
storyline stand, which claims rest on which source. It is made once and never changes.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date as Date
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypeVar

from generator.diagnostics import Diagnostic
from generator.edition.addresses import collisions
from generator.edition.changes import changed
from generator.edition.claims import Claim, claims_by_owner, named_in, taken_down
from generator.edition.counts import Comparison, compare
from generator.edition.documents import Document, Key, misplaced
from generator.edition.groups import grouped
from generator.edition.pictures import Picture
from generator.edition.references import Register, Use, fault_of, has_broken_citation, kinds_of, meant, uses_of
from generator.edition.sides import party_of
from generator.edition.sources import KnownSource, Publishers, SourceKey, publishers_in, sources_of, without_publisher
from generator.edition.translations import Versions, faults, with_originals
from generator.model import KINDS
from generator.model.forms import Background, Brief, Measure, Storyline
from generator.model.parts import Entry
from generator.settings import Settings
from generator.text import Reference

Form = TypeVar("Form", bound=Entry)
Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Edition:
    """Everything that is known on the edition date `day`. In a `preview`, drafts and future publications are shown too."""

    settings: Settings
    day: Date
    preview: bool
    documents: Mapping[Key, Document]
    """Every file that fits its form, sorted by key."""
    register: Register
    backlinks: Mapping[Key, tuple[Key, ...]]
    """Which entries refer to an entry, sorted."""
    broken: tuple[Document, ...] = ()
    """The files that do not fit their form: they have no page, but what could be read of them is checked."""
    unread: frozenset[Key] = frozenset()
    """The files that could not be read at all. Nobody knows what they refer to."""
    unlinked: frozenset[Key] = frozenset()
    """The files with a citation or another reference that leads nowhere. They may mean what nothing else seems to mean."""
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    """The pictures that briefs show, by the names of their files; see `pictures.picture_of`."""
    texts: Mapping[SourceKey, str] = field(default_factory=dict)
    """The texts of sources that are kept, so that quotes can be held against them. Nothing of them is ever published."""

    _told: dict[Callable[["Edition"], Any], Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, question: Callable[["Edition"], Answer]) -> Answer:
        """Return what `question` tells about the whole edition. It is asked once, whoever needs the answer."""
        if question not in self._told:
            self._told[question] = question(self)
        return self._told[question]  # type: ignore[no-any-return]

    def get(self, key: Key, form: type[Form]) -> Form | None:
        """Return the form of an entry, if it could be read."""
        document = self.documents.get(key)
        return document.entry if document and isinstance(document.entry, form) else None

    def every(self, form: type[Form]) -> tuple[tuple[Key, Form], ...]:
        """Return all entries of one form, sorted by id, published or not."""
        return tuple((key, d.entry) for key, d in self.documents.items() if type(d.entry) is form)

    def resolve(self, document: Document, kinds: tuple[str, ...], id: str) -> Key | None:
        """Return the one entry that `id` means in a file, if there is exactly one and it could be read."""
        found = meant(Use(document, kinds, id, ()), self.register)
        return found[0] if len(found) == 1 and found[0] in self.documents else None

    def shown(self, key: Key) -> bool:
        """Tell whether an entry belongs to this edition: everything but drafts and briefs that are not due yet."""
        brief = self.get(key, Brief)
        return key in self.documents and (brief is None or self.preview or not self.held_back(brief))

    def held_back(self, brief: Brief) -> bool:
        """Tell whether a brief is a draft or not yet due."""
        return brief.stage == "draft" or (brief.published is not None and brief.published > self.day)

    @cached_property
    def versions(self) -> Versions:
        """Which briefs translate which, and the language of every entry."""
        return Versions(self.documents, self.shown, self.settings.options.language)

    @cached_property
    def briefs(self) -> tuple[tuple[Key, Brief], ...]:
        """The briefs of this edition in the order of what happened: by date, time and id; no translation is among them."""
        return tuple(pair for pair in self.briefs_and_translations if pair[0] not in self.versions.originals)

    @cached_property
    def briefs_and_translations(self) -> tuple[tuple[Key, Brief], ...]:
        """Every brief that has a page in this edition, in the order of what happened."""
        found = [(key, brief) for key, brief in self.every(Brief) if self.shown(key)]
        return tuple(sorted(found, key=lambda pair: (pair[1].date, pair[1].time or "", pair[0])))

    @cached_property
    def storylines(self) -> Mapping[str, tuple[tuple[Key, Brief], ...]]:
        """The briefs of each storyline in order; withdrawn ones are left out."""
        live = ((key, brief) for key, brief in self.briefs if brief.stage != "withdrawn")
        return grouped((str(brief.storyline), (key, brief)) for key, brief in live if brief.storyline)

    @cached_property
    def order(self) -> Mapping[Key, int]:
        """The rank of each brief of this edition in the order of what happened."""
        return {key: rank for rank, (key, _) in enumerate(self.briefs)}

    @cached_property
    def topics(self) -> Mapping[str, tuple[Key, ...]]:
        """The entries filed under each topic: briefs in the order of what happened, then the others by id."""
        filed = [key for key, brief in self.briefs if brief.stage != "withdrawn"]
        filed += [key for form in (Background, Storyline) for key, _ in self.every(form)]
        topics = ((topic, key) for key in filed for topic in dict.fromkeys(getattr(self.documents[key].entry, "topics", ())))
        return dict(sorted(grouped(topics).items()))

    def told_in(self, key: Key) -> tuple[Key, ...]:
        """Return the briefs of a storyline or topic, or those that refer to any other entry, in order; none that is withdrawn."""
        if key.kind == "storyline":
            return tuple(brief for brief, _ in self.storylines.get(key.id, ()))
        users = self.topics.get(key.id, ()) if key.kind == "topic" else self.backlinks.get(key, ())
        briefs = [user for user in users if user in self.order and not self.documents[user].withdrawn]
        return tuple(sorted(briefs, key=self.order.__getitem__))

    @cached_property
    def sources(self) -> Mapping[SourceKey, KnownSource]:
        """Every source that a file lists, with what follows from its publisher."""
        return sources_of(self.documents.values(), Publishers.of(self.documents.values()))

    @cached_property
    def published_by(self) -> Mapping[str, tuple[SourceKey, ...]]:
        """The sources of each publisher in this edition, by its id."""
        shown = (source for source in self.sources if self.shown(source.owner))
        return grouped((str(self.sources[source].publisher), source) for source in shown)

    @cached_property
    def shared_sources(self) -> frozenset[str]:
        """The ids of the sources that have a file of their own."""
        return frozenset(source.id for source in self.sources if source.owner.kind == "source")

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim of this edition; a translation claims what its original does, and that counts once."""
        return tuple(claim for key, claims in self.claims_of.items() if key not in self.versions.originals for claim in claims)

    @cached_property
    def claims_by_owner(self) -> Mapping[Key, tuple[Claim, ...]]:
        """The claims of each entry that was not withdrawn, also of drafts, in the order of the entry."""
        return claims_by_owner(self.documents, self.sources, self.shared_sources, self.called)

    @cached_property
    def claims_of(self) -> Mapping[Key, tuple[Claim, ...]]:
        """The claims of each entry of this edition; what was withdrawn claims nothing any more."""
        return {key: claims for key, claims in self.claims_by_owner.items() if self.shown(key)}

    @cached_property
    def said_by(self) -> Mapping[str, tuple[Claim, ...]]:
        """The claims of each speaker, by its id."""
        return grouped((who, claim) for claim in self.claims for who in dict.fromkeys(s.speaker for s in claim.supports))

    @cached_property
    def told_of(self) -> Mapping[Key, tuple[Claim, ...]]:
        """The claims whose words name an entry."""
        owners = (pair for pair in self.claims_of.items() if pair[0] not in self.versions.originals)
        found = (pair for owner, claims in owners for pair in named_in(self.documents[owner], claims))
        keys = ((self.resolve(self.documents[claim.owner], kinds_of(r), r.id), claim) for r, claim in found)
        return grouped(dict.fromkeys((key, claim) for key, claim in keys if key))

    @cached_property
    def changes(self) -> Mapping[Key, Date]:
        """The day on which each entry of this edition last changed, where its file records one."""
        return {key: day for key, d in self.documents.items() if self.shown(key) and (day := changed(d.entry))}

    @cached_property
    def comparisons(self) -> Mapping[str, Comparison]:
        """The figures of this edition, compared by their measures; what is withdrawn or a translation counts nothing."""
        measures = {key.id: measure for key, measure in self.every(Measure)}
        live = (self.documents[key] for key in self.claims_of if key not in self.versions.originals)
        return compare(live, measures, self.day)

    def name(self, key: Key) -> str:
        """Return what readers call an entry: its name or title; where there is none, its id."""
        if key.kind == "topic":
            return key.id.replace("-", " ").capitalize()
        entry = self.documents[key].entry if key in self.documents else None
        for attribute in ("name", "title", "about"):
            if found := getattr(entry, attribute, None):
                return str(found)
        return key.id

    def called(self, document: Document, reference: Reference) -> str:
        """Return the words that a reference in a text shows."""
        key = None if reference.label else self.resolve(document, kinds_of(reference), reference.id)
        return reference.label or (self.name(key) if key else reference.id)

    @cached_property
    def resting_on(self) -> Mapping[SourceKey, tuple[Claim, ...]]:
        """The claims that rest on each source."""
        return grouped((source, claim) for claim in self.claims for source in dict.fromkeys(s.source for s in claim.supports))

    def party_of(self, actor: str) -> str:
        """Return the party for which an actor or a publisher speaks in the end: follow `speaks_for` as far as it goes."""
        return party_of(actor, self.documents)


def link(
    documents: Iterable[Document],
    unread: Iterable[Key],
    settings: Settings,
    day: Date,
    written_by_hand: Mapping[str, str],
    *,
    preview: bool = False,
    pictures: Mapping[str, Picture] = MappingProxyType({}),
    texts: Mapping[SourceKey, str] = MappingProxyType({}),
) -> tuple[Edition, tuple[Diagnostic, ...]]:
    """Link all files into an edition as of `day`; return it with every wrong reference and every address taken twice.

    `unread` names the files that could not be read at all: a reference to one of them is no fault of the file that makes it.
    A file that is misplaced counts as if it stood in its place, unless another one stands there. `texts` are those of sources.
    """
    found, lost, folder = sorted(documents, key=lambda d: (d.key, d.file)), frozenset(unread), settings.options.briefs_dir
    files = frozenset(document.file for document in found)
    strays = {d.file: stray for d in found if (stray := misplaced(d, folder, files))}
    at_home = {document.key: document for document in sorted(found, key=lambda d: d.file not in strays)}
    register = Register([*at_home, *lost], folder)
    every = with_originals([at_home[key] for key in sorted(at_home)], register)
    whole = {document.key: document for document in every if document.entry is not None}
    findings = [*strays.values(), *faults(every, register, settings.options.language)]
    publishers = Publishers.of(whole.values())
    all_known = not any(key.kind == "publisher" for key in (*lost, *at_home) if key not in whole)
    backlinks: dict[Key, set[Key]] = defaultdict(set)
    unlinked = {document.key for document in every if has_broken_citation(document, register)}
    for document in every:
        for use in uses_of(document):
            if fault := fault_of(use, register):
                findings.append(fault)
                unlinked.add(document.key)
            elif use.kinds != ("quote",) and not taken_down(document, use.path):
                backlinks[meant(use, register)[0]].add(document.key)
        for publisher in publishers_in(document, publishers):
            backlinks[publisher].add(document.key)
        findings.extend(without_publisher(document, publishers) if all_known else ())
    findings.extend(collisions(whole.values(), written_by_hand))
    linked = {key: tuple(sorted(users - {key})) for key, users in sorted(backlinks.items())}
    broken = tuple(document for document in every if document.entry is None)
    edition = Edition(settings, day, preview, whole, register, linked, broken, lost, frozenset(unlinked), pictures, texts)
    return edition, tuple(findings)


__all__ = ["KINDS", "Claim", "Document", "Edition", "Key", "KnownSource", "SourceKey", "link"]
