"""Questions about references: which entries there are, what refers to what, and what is wrong with the references of a file."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from generator.asking import given, kept, opaque
from generator.diagnostics import Diagnostic
from generator.edition.addresses import addresses_of, collisions
from generator.edition.claims import taken_down
from generator.edition.documents import Document, Key, misplaced
from generator.edition.groups import grouped
from generator.edition.known_sources import owners_at
from generator.edition.pictures import Picture
from generator.edition.reading import alone, document, standing
from generator.edition.references import UNLINKED, Register, fault_of, has_broken_citation, meant, uses_of
from generator.edition.sources import publishers_in, without_publisher
from generator.edition.translations import faults, translated_by

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
    return (key for key in edition.all_keys() if edition.ask(standing, key) == wanted)


@kept
def targets(edition: "Edition", key: Key) -> tuple[Key, ...]:
    """List the entries to which a file refers, also by the addresses of its sources alone."""
    found = edition.ask(document, key)
    if found is None:
        return ()
    uses = (use for use in uses_of(found) if use.kinds != ("quote",) and not taken_down(found, use.path))
    meanings = (meant(use, edition.register) for use in uses)
    named = {keys[0] for keys in meanings if len(keys) == 1}
    return tuple(sorted({*named, *publishers_in(found, lambda url: edition.ask(owners_at, url))}))


@opaque
def users(edition: "Edition") -> dict[Key, tuple[Key, ...]]:
    """List for each entry the others that refer to it, sorted."""
    return grouped((target, key) for key in edition.all_keys() for target in edition.ask(targets, key) if target != key)


def users_of(edition: "Edition", key: Key) -> tuple[Key, ...] | None:
    """List the entries that refer to one; None where there are none."""
    return edition.ask(users).get(key)


def link_findings(edition: "Edition", key: Key) -> tuple[Diagnostic, ...]:
    """Find what is wrong with the place of a file, with its references, and with who published its sources."""
    found = edition.ask(document, key)
    if found is None:
        return ()
    stray = misplaced(found, edition.register.folder, lambda file: edition.ask(has_file, file))
    wrong = [fault for use in uses_of(found) if (fault := fault_of(use, edition.register))]
    unknown = without_publisher(found, lambda url: edition.ask(owners_at, url)) if edition.ask(publishers_known) else ()
    return (*([stray] if stray else ()), *wrong, *unknown)


@kept
def loose(edition: "Edition", key: Key) -> bool:
    """Tell whether a file has a citation or another reference that leads nowhere."""
    found = edition.ask(document, key)
    broken = found is not None and has_broken_citation(found, edition.register)
    return broken or any(finding.rule in UNLINKED for finding in edition.ask(link_findings, key))


def loose_keys(edition: "Edition") -> tuple[Key, ...]:
    """List the files with a reference that leads nowhere."""
    return tuple(key for key in edition.all_keys() if edition.ask(loose, key))


def publishers_known(edition: "Edition") -> bool:
    """Tell whether every publisher's file could be read; else nobody can be blamed for naming none."""
    return all(edition.ask(standing, key) == "whole" for key in edition.ask(keys_of, "publisher"))


def translation_findings(edition: "Edition") -> tuple[Diagnostic, ...]:
    """Find what is wrong with translations, over all files."""
    translating = (key for key in edition.ask(keys_of, "brief") if edition.ask(translates, key))
    documents = (edition.ask(document, key) for key in translating)
    return tuple(faults([d for d in documents if d], edition.register, edition.settings.options.language))


@kept
def translates(edition: "Edition", key: Key) -> str:
    """Tell which brief a file says that it translates; empty if none."""
    found = edition.ask(alone, key)
    return translated_by(found) if found else ""


@kept
def taken_addresses(edition: "Edition", key: Key) -> tuple[str, tuple[tuple[int, str], ...]]:
    """Tell which address the page of an entry has, empty if it has none, and its old ones with their places in `was`."""
    found = edition.ask(alone, key)
    return addresses_of(found) if found and found.entry is not None else ("", ())


def collision_findings(edition: "Edition") -> tuple[Diagnostic, ...]:
    """Find addresses that two pages claim."""
    taken = ((key, *edition.ask(taken_addresses, key)) for key in edition.all_keys())
    return tuple(collisions(taken, dict(edition.ask(written_by_hand)), lambda key: _certain(edition, key)))


def _certain(edition: "Edition", key: Key) -> Document:
    found = edition.ask(alone, key)
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

    def ids(self, kinds: Iterable[str]) -> list[str]:
        """Return all ids of these kinds, and the short ones of briefs."""
        ids = {key.id for kind in set(kinds) for key in self._edition.ask(keys_of, kind)}
        return sorted(ids | ({id.partition("/")[2] for id in ids if "/" in id} if "brief" in kinds else set()))
