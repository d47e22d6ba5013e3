"""Questions about claims: what every file claims, who says so, on which sources it rests, and whom it names."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from generator.asking import Table, kept, opaque
from generator.edition.claims import Claim, Context, claims_of, named_in
from generator.edition.comparing import compared
from generator.edition.counts import Comparison, Count, counts_in
from generator.edition.documents import Key
from generator.edition.filing import originals, shown
from generator.edition.groups import grouped
from generator.edition.reading import document, filing, standing
from generator.edition.references import kinds_of
from generator.edition.sides import party_of as party_among
from generator.edition.sources import SourceKey
from generator.model.forms import Measure, Publisher

if TYPE_CHECKING:
    from generator.edition import Edition

Each = TypeVar("Each")
Place = tuple[Key, int]
"""A claim: the entry that makes it, and its number there."""


class _PublishersOnly:
    """The ids of the publishers that are no actors as well."""

    def __init__(self, edition: "Edition") -> None:
        self._edition = edition

    def __contains__(self, id: object) -> bool:
        publisher, actor = Key("publisher", str(id)), Key("actor", str(id))
        return standing(self._edition, publisher) == "whole" and standing(self._edition, actor) != "whole"


@kept
def owner_of(edition: "Edition", publisher: str) -> str | None:
    """Tell to which actor a publisher belongs that speaks for one."""
    found = edition.get(Key("publisher", publisher), Publisher)
    actor = str(found.actor) if found and found.actor else ""
    return actor if actor and standing(edition, Key("actor", actor)) == "whole" else None


def claims_in(edition: "Edition", key: Key) -> tuple[Claim, ...] | None:
    """List the claims of an entry, also of a draft, in its order; None where there is none, or it was withdrawn."""
    found = edition.ask(document, key)
    if found is None or found.entry is None or found.withdrawn:
        return None
    owners: Table[str, str] = Table(lambda id: edition.ask(owner_of, id), tuple)
    desk = Context(edition.sources, edition.shared_sources, _PublishersOnly(edition), owners, partial(edition.called, found))
    return tuple(claims_of(found, desk))


def claims_shown(edition: "Edition", key: Key) -> tuple[Claim, ...] | None:
    """List the claims of an entry of this edition; what was withdrawn claims nothing any more."""
    return edition.ask(claims_in, key) if shown(edition, key) else None


class Behind(NamedTuple):
    """Who stands behind a claim: its speakers, its sources, and the entries that its words name, each once."""

    speakers: tuple[str, ...]
    sources: tuple[SourceKey, ...]
    named: tuple[Key, ...]


@kept
def behind(edition: "Edition", key: Key) -> tuple[Behind, ...]:
    """Tell who stands behind each claim of an entry; a translation claims what its original does, and that counts once."""
    claims = claims_shown(edition, key) or ()
    if not claims or key in edition.ask(originals):
        return ()
    found = edition.ask(document, key)
    assert found is not None
    named: dict[int, dict[Key, None]] = {}
    numbers = {id(claim): number for number, claim in enumerate(claims)}
    for reference, claim in named_in(found, claims):
        if meant := edition.resolve(found, kinds_of(reference), reference.id):
            named.setdefault(numbers[id(claim)], {}).setdefault(meant)
    return tuple(
        Behind(
            tuple(dict.fromkeys(support.speaker for support in claim.supports)),
            tuple(dict.fromkeys(support.source for support in claim.supports)),
            tuple(named.get(number, ())),
        )
        for number, claim in enumerate(claims)
    )


class Voices(NamedTuple):
    """Who stands behind the claims of an entry, each once. Most edits change nothing of it."""

    speakers: tuple[str, ...]
    sources: tuple[SourceKey, ...]
    named: tuple[Key, ...]


@kept
def voices(edition: "Edition", key: Key) -> Voices:
    """Tell who speaks in an entry, on which sources its claims rest, and whom they name."""
    found = edition.ask(behind, key)
    return Voices(_once(one.speakers for one in found), _once(one.sources for one in found), _once(one.named for one in found))


def _once(rows: Iterable[tuple[Each, ...]]) -> tuple[Each, ...]:
    return tuple(dict.fromkeys(each for row in rows for each in row))


def _every(edition: "Edition") -> Iterator[tuple[Key, Voices]]:
    return ((key, edition.ask(voices, key)) for key in edition.all_keys())


@opaque
def by_speaker(edition: "Edition") -> dict[str, tuple[Key, ...]]:
    """List the entries with claims of each speaker."""
    return grouped((speaker, key) for key, found in _every(edition) for speaker in found.speakers)


@opaque
def by_source(edition: "Edition") -> dict[SourceKey, tuple[Key, ...]]:
    """List the entries with claims that rest on each source."""
    return grouped((source, key) for key, found in _every(edition) for source in found.sources)


@opaque
def by_name(edition: "Edition") -> dict[Key, tuple[Key, ...]]:
    """List the entries with claims whose words name each entry."""
    return grouped((named, key) for key, found in _every(edition) for named in found.named)


def pages_of(edition: "Edition", speaker: str) -> tuple[Key, ...]:
    """List the entries with a claim of one speaker."""
    return edition.ask(by_speaker).get(speaker, ())


def pages_on(edition: "Edition", source: SourceKey) -> tuple[Key, ...]:
    """List the entries with a claim that rests on one source."""
    return edition.ask(by_source).get(source, ())


def pages_naming(edition: "Edition", key: Key) -> tuple[Key, ...]:
    """List the entries with a claim whose words name one entry."""
    return edition.ask(by_name).get(key, ())


def places(edition: "Edition", pages: Iterable[Key], stands_behind: Callable[[Behind], bool]) -> tuple[Place, ...]:
    """List the claims of some entries behind which somebody stands."""
    every = ((key, number, one) for key in pages for number, one in enumerate(edition.ask(behind, key)))
    return tuple((key, number) for key, number, one in every if stands_behind(one))


def resting(edition: "Edition", source: SourceKey) -> tuple[Place, ...]:
    """List the claims that rest on one source."""
    return places(edition, edition.ask(pages_on, source), lambda one: source in one.sources)


def claims_at(edition: "Edition", places: tuple[Place, ...]) -> tuple[Claim, ...]:
    """Return the claims that stand at some places."""
    return tuple((edition.ask(claims_in, owner) or ())[number] for owner, number in places)


@kept
def counted_in(edition: "Edition", key: Key) -> tuple[Count, ...]:
    """List the figures of an entry."""
    found = edition.ask(document, key)
    return tuple(counts_in(found, lambda: edition.day)) if found else ()


@opaque
def counted(edition: "Edition") -> dict[str, tuple[Key, ...]]:
    """List for each measure the entries with a figure of it."""
    pairs = ((count.measure, key) for key in edition.all_keys() for count in edition.ask(counted_in, key))
    return grouped(dict.fromkeys(pairs))


def counting(edition: "Edition", measure: str) -> tuple[Key, ...] | None:
    """List the entries with a figure of one measure."""
    return edition.ask(counted).get(measure)


def measures(edition: "Edition") -> tuple[str, ...]:
    """List the measures of which this edition has figures, sorted."""
    return tuple(sorted(measure for measure in edition.ask(counted) if edition.ask(comparison, measure)))


@kept
def comparison(edition: "Edition", measure: str) -> Comparison | None:
    """Compare the figures of one measure; what is withdrawn or a translation counts nothing. None where there are none."""
    live = (key for key in edition.ask(counting, measure) or () if counts(edition, key))
    found = [count for key in live for count in edition.ask(counted_in, key) if count.measure == measure]
    return compared(measure, found, edition.get(Key("measure", measure), Measure)) if found else None


def counts(edition: "Edition", key: Key) -> bool:
    """Tell whether the figures of an entry are part of this edition: it is shown, not withdrawn, and no translation."""
    filed = edition.ask(filing, key)
    return bool(filed and filed.stage != "withdrawn" and shown(edition, key)) and key not in edition.ask(originals)


@kept
def party_of(edition: "Edition", actor: str) -> str:
    """Tell for which party an actor or a publisher speaks in the end."""
    return party_among(actor, edition.documents)
