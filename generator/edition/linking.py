"""Questions about references: which entries there are, what refers to what, and what is wrong with the references of a file."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from generator.asking import given, kept, opaque
from generator.diagnostics import Diagnostic
from generator.edition.addresses import address_of, collisions, may_have_page
from generator.edition.claims import taken_down
from generator.edition.documents import Document, Key, misplaced
from generator.edition.groups import grouped
from generator.edition.known_sources import owners_at
from generator.edition.pictures import Picture, name_of
from generator.edition.reading import alone, document, outline, standing
from generator.edition.references import Register, fault_of, has_broken_citation, meant, uses_of
from generator.edition.sources import publishers_in, without_publisher
from generator.edition.translations import faults
from generator.model.forms import Brief

if TYPE_CHECKING:
    from generator.edition import Edition


@given
def keys_with(edition: "Edition", id: str) -> tuple[Key, ...]:
    """List the entries that an id may mean, of whatever kind."""
    return edition.archive.by_id.get(id, ())


@given
def keys_of(edition: "Edition", kind: str) -> tuple[Key, ...]:
    """List the entries of a kind, sorted by id."""
    return edition.archive.by_kind.get(kind, ())


@given
def has_file(edition: "Edition", file: str) -> bool:
    """Tell whether there is a file of this name."""
    return file in edition.archive.files


@given
def picture_stamp(edition: "Edition", name: str) -> str | None:
    """Tell the bytes of a picture from all others."""
    return edition.archive.picture_stamps.get(name)


@opaque
def picture(edition: "Edition", name: str) -> Picture | None:
    """Return a picture by the name of its file, if it can be shown."""
    return edition.archive.pictures.get(name) if edition.ask(picture_stamp, name) else None


def picture_names(edition: "Edition") -> Iterator[str]:
    """Yield the names of the pictures that briefs show."""
    briefs = ((edition.documents[key].file, brief) for key, brief in edition.every(Brief))
    names = (name_of(file, image.file) for file, brief in briefs for image in brief.images)
    return (name for name in names if edition.ask(picture, name))


@given
def written_by_hand(edition: "Edition") -> tuple[tuple[str, str], ...]:
    """List the addresses of the hand-written pages, with the file of each."""
    return tuple(sorted(edition.archive.written_by_hand.items()))


@kept
def whole_keys(edition: "Edition") -> tuple[Key, ...]:
    """List the entries whose files fit their forms, sorted."""
    return tuple(_standing(edition, "whole"))


@kept
def broken_keys(edition: "Edition") -> tuple[Key, ...]:
    """List the entries whose files could be read and do not fit their forms."""
    return tuple(_standing(edition, "broken"))


@kept
def unread_keys(edition: "Edition") -> tuple[Key, ...]:
    """List the entries whose files could not be read at all."""
    return tuple(_standing(edition, "unread"))


def _standing(edition: "Edition", wanted: str) -> Iterator[Key]:
    return (key for key in edition.all_keys() if standing(edition, key) == wanted)


class Links(NamedTuple):
    """To which entries a file refers, and what is wrong with its place, its references and the publishers of its sources."""

    targets: tuple[Key, ...]
    loose: bool
    """Whether it has a citation or another reference that leads nowhere."""
    findings: tuple[Diagnostic, ...]


@kept
def links(edition: "Edition", key: Key) -> Links | None:
    """Tell to what a file refers; None where nothing in it can be read."""
    found = edition.ask(document, key)
    if found is None:
        return None
    register = edition.register

    def owners(url: str) -> tuple[str, ...]:
        return edition.ask(owners_at, url)

    targets = {*publishers_in(found, owners)}
    faults: list[Diagnostic] = []
    meanings: dict[tuple[tuple[str, ...], str], tuple[Key, ...]] = {}  # a file names most entries more than once
    for use in uses_of(found):
        if (name := (use.kinds, use.id)) not in meanings:
            meanings[name] = meant(use, register)
        if len(meanings[name]) != 1:
            faults += filter(None, (fault_of(use, register),))
        elif use.kinds != ("quote",) and not taken_down(found, use.path):
            targets.add(meanings[name][0])
    stray = misplaced(found, register.folder, lambda file: edition.ask(has_file, file))
    unknown = without_publisher(found, owners) if edition.ask(publishers_known) else ()
    findings = (*([stray] if stray else ()), *faults, *unknown)
    return Links(tuple(sorted(targets)), bool(faults) or has_broken_citation(found, register), findings)


@opaque
def users(edition: "Edition") -> dict[Key, tuple[Key, ...]]:
    """List for each entry the others that refer to it, sorted."""
    return grouped((target, key) for key, known in _linked(edition) for target in known.targets if target != key)


@kept
def users_of(edition: "Edition", key: Key) -> tuple[Key, ...] | None:
    """List the entries that refer to one; None where there are none."""
    return edition.ask(users).get(key)


def _linked(edition: "Edition") -> Iterator[tuple[Key, Links]]:
    return ((key, known) for key in edition.all_keys() if (known := edition.ask(links, key)))


@kept
def loose_keys(edition: "Edition") -> tuple[Key, ...]:
    """List the files with a reference that leads nowhere."""
    return tuple(key for key, known in _linked(edition) if known.loose)


def publishers_known(edition: "Edition") -> bool:
    """Tell whether every publisher's file could be read; else nobody can be blamed for naming none."""
    return all(standing(edition, key) == "whole" for key in edition.ask(keys_of, "publisher"))


@kept
def translation_findings(edition: "Edition") -> tuple[Diagnostic, ...]:
    """Find what is wrong with translations, over all files."""
    outlines = ((key, edition.ask(outline, key)) for key in edition.ask(keys_of, "brief"))
    translating = (key for key, known in outlines if known and known.translates)
    documents = (edition.ask(document, key) for key in translating)
    return tuple(faults([d for d in documents if d], edition.register, edition.settings.options.language))


@opaque
def renamed(edition: "Edition") -> dict[str, Key]:
    """Tell which entry has each former address."""
    outlines = ((key, edition.ask(outline, key)) for key in edition.all_keys())
    return {address: key for key, known in outlines if known for _, address in known.old_addresses}


@kept
def collision_findings(edition: "Edition") -> tuple[Diagnostic, ...]:
    """Find addresses that two pages claim."""
    outlines = ((key, edition.ask(outline, key)) for key in edition.all_keys())
    taken = ((key, known.address, known.old_addresses) for key, known in outlines if known)
    return tuple(collisions(taken, dict(edition.ask(written_by_hand)), lambda key: _certain(edition, key)))


def _certain(edition: "Edition", key: Key) -> Document:
    found = alone(edition, key)
    assert found is not None
    return found


class AskedRegister(Register):
    """All ids of an edition. It also knows the ids of files that could not be read, so that nothing else is blamed for them."""

    def __init__(self, edition: "Edition", folder: str) -> None:
        self._edition = edition
        self.folder = folder

    def find(self, kinds: Iterable[str], id: str) -> tuple[Key, ...]:
        """Return every entry of these kinds that `id` may mean; a brief also by its name without the year."""
        kinds = tuple(kinds)
        known = self._edition.ask(keys_with, id)
        found = [key for kind in kinds for key in known if key.kind == kind and key.id == id]
        return tuple(found + ([key for key in known if key.id != id] if "brief" in kinds else []))

    def renamed(self, kinds: Iterable[str], id: str) -> str:
        """Return the id that an entry has by now which was called `id` before; empty where there is none."""
        former = (address_of(Key(kind, id)) for kind in kinds if may_have_page(Key(kind, id)))
        table = self._edition.ask(renamed)
        return next((table[address].id for address in former if address in table), "")

    def ids(self, kinds: Iterable[str]) -> list[str]:
        """Return all ids of these kinds, and the short ones of briefs."""
        ids = {key.id for kind in set(kinds) for key in self._edition.ask(keys_of, kind)}
        return sorted(ids | ({id.partition("/")[2] for id in ids if "/" in id} if "brief" in kinds else set()))
