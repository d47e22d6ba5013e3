"""Which pages can be found, and by what: their texts as plain words, and what they belong to.

Withdrawn briefs and private persons have no record of their own. What a correction took back is not found either.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date as Date
from functools import partial

from generator.asking import kept, opaque
from generator.edition import Document, Edition, Key
from generator.edition.addresses import address_of, has_page
from generator.edition.groups import grouped
from generator.edition.linking import links
from generator.model.dates import When
from generator.model.forms import Actor, Background, Brief, Place, Storyline
from generator.outputs.search.numbers import year_of
from generator.outputs.search.record import Record
from generator.outputs.web import path_of
from generator.text import plain
from generator.words import Words, words_for

KINDS = ("brief", "background", "storyline", "actor", "place")
_APART = ("bottom_line", "summary", "in_short", "corrections", "withdrawal")
"""Fields whose texts are the summary, or are no part of what the page says."""

Facets = dict[str, tuple[tuple[str, str], ...]]


def records(edition: Edition) -> Iterator[Record]:
    """Make the records of the pages of an edition."""
    for year in edition.ask(years):
        yield from records_of(edition, year)


@kept
def year(edition: Edition, key: Key) -> int | None:
    """Tell the year of the record of an entry; None where it has none."""
    record = edition.ask(record_of, key) if key.kind in KINDS else None
    return None if record is None else year_of(record)


@opaque
def by_year(edition: Edition) -> Mapping[int, tuple[Key, ...]]:
    """List the entries that have a record, by the year of that."""
    pairs = ((edition.ask(year, key), key) for key in edition.documents)
    return dict(sorted(grouped((at, key) for at, key in pairs if at is not None).items()))


@kept
def years(edition: Edition) -> tuple[int, ...]:
    """List the years of which there are records, in their order."""
    return tuple(edition.ask(by_year))


def keys_of(edition: Edition, year: int) -> tuple[Key, ...]:
    """List the entries that have a record of a year."""
    return edition.ask(by_year).get(year, ())


def records_of(edition: Edition, year: int) -> tuple[Record, ...]:
    """Return the records of a year."""
    records = (edition.ask(record_of, key) for key in edition.ask(keys_of, year))
    return tuple(record for record in records if record)


@kept
def record_of(edition: Edition, key: Key) -> Record | None:
    """Make the record of the page of an entry; None where it has none, or was withdrawn."""
    document = edition.documents.get(key)
    if document is None or document.withdrawn or not has_page(document) or not edition.shown(key):
        return None
    return _record(edition, document, tuple(_named(edition, key)), words_for(edition.settings.options.language))


def _named(edition: Edition, key: Key) -> Iterator[Key]:
    """Yield the actors with a page that an entry names, in text or as a speaker."""
    known = edition.ask(links, key)
    for target in known.targets if known else ():
        if target.kind == "actor" and target != key and edition.ask(path_of, target):
            yield target


def _record(edition: Edition, document: Document, actors: tuple[Key, ...], words: Words) -> Record:
    entry, kind = document.entry, document.key.kind
    storyline = entry.storyline if isinstance(entry, Brief) else None
    own = {kind: (document.key,)} if kind in ("storyline", "place", "actor") else {}
    groups = {
        "storyline": (Key("storyline", storyline),) if storyline else (),
        "place": tuple(_around(edition, getattr(entry, "places", ()))),
        "actor": actors if kind in ("brief", "background") else (),
    } | own
    facets: Facets = {"kind": ((kind, _kinds(words)[kind]),)}
    for group, keys in groups.items():
        facets[group] = tuple((key.id, edition.name(key)) for key in keys if key in edition.documents)
    facets["topic"] = tuple((topic, edition.name(Key("topic", topic))) for topic in dict.fromkeys(getattr(entry, "topics", ())))
    if isinstance(entry, Brief) and entry.status:
        facets["status"] = ((entry.status, words.term("status of a brief", entry.status)),)
    names = (name for group in ("place", "actor", "storyline") for _, name in facets[group] if group not in own)
    date = entry.date if isinstance(entry, Brief | Background) else None
    return Record(
        address_of(document.key),
        _kinds(words)[kind],
        edition.name(document.key),
        _summary(edition, document),
        "\n".join(" ".join(text.split()) for text in _texts(edition, document, words) if text.strip()),
        (*_variants(entry), *names),
        _day(date),
        words.when(date) if date else "",
        {group: values for group, values in facets.items() if values},
        (entry.lang if isinstance(entry, Brief) else None) or "",
    )


def _kinds(words: Words) -> Mapping[str, str]:
    return {
        "brief": words._("Brief"),
        "background": words._("Background"),
        "storyline": words._("Storyline"),
        "actor": words._("Actor"),
        "place": words._("Place"),
    }


def _day(date: When | None) -> Date | None:
    """Return the day by which a date is ordered: its first, or its last where the first is open."""
    if date is None:
        return None
    return date.latest if date.earliest == Date.min else date.earliest


def _around(edition: Edition, places: Iterable[str]) -> Iterator[Key]:
    """Yield places with all the larger ones that they are part of."""
    todo, seen = list(places), set[str]()
    while todo:
        id = todo.pop(0)
        if id not in seen:
            seen.add(id)
            yield Key("place", id)
            place = edition.get(Key("place", id), Place)
            todo += [place.within] if place and place.within else []


def _summary(edition: Edition, document: Document) -> str:
    entry, name_of = document.entry, partial(edition.called, document)
    if isinstance(entry, Actor):
        return entry.description
    if isinstance(entry, Place):
        return " – ".join(filter(None, (entry.kind, entry.contested)))
    prose = next((found for name in ("bottom_line", "in_short", "summary") if (found := getattr(entry, name, None))), None)
    return " ".join(plain(prose.text, name_of).split()) if prose else ""


def _variants(entry: object) -> tuple[str, ...]:
    return tuple(variant.name for variant in entry.variants) if isinstance(entry, Actor | Place) else ()


def _texts(edition: Edition, document: Document, words: Words) -> Iterator[str]:
    """Yield all that stands on a page, line by line. What somebody says comes with the name: a line may be shown alone."""
    entry, name_of = document.entry, partial(edition.called, document)
    disputes = entry.disputes if isinstance(entry, Brief | Background) else ()
    before: dict[tuple[str | int, ...], str] = {
        ("disputes", at, "accounts", number, "says"): f"{dispute.question} {_speaker(edition, account.by)}: "
        for at, dispute in enumerate(disputes)
        for number, account in enumerate(dispute.accounts)
    }
    for path, prose in document.parsed.texts:
        if path[0] not in _APART:
            yield before.get(path, "") + plain(prose.text, name_of)
    if isinstance(entry, Brief | Background):
        for quote in entry.quotes.values():
            yield f"{_speaker(edition, quote.by)}: {words.quoted(quote.text)}"
    if isinstance(entry, Brief):
        yield from (unknown.question for unknown in entry.unknowns)
    if isinstance(entry, Brief | Storyline):
        yield from (use.title for use in entry.background if use.title)
    if isinstance(entry, Actor):
        yield from (role.title for role in entry.roles)


def _speaker(edition: Edition, id: str) -> str:
    key = Key("actor", id)
    return edition.name(key if key in edition.documents else Key("publisher", id))
