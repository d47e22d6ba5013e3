"""Questions about order: which entries are shown, in which order the briefs stand, and where each is filed."""

from collections.abc import Iterator
from datetime import date as Date
from datetime import timedelta
from typing import TYPE_CHECKING

from generator.asking import given, kept, opaque
from generator.edition.documents import Key
from generator.edition.groups import grouped
from generator.edition.linking import keys_of, users_of
from generator.edition.reading import Filing, filing

if TYPE_CHECKING:
    from generator.edition import Edition


@given
def today(edition: "Edition") -> Date:
    """Tell the edition date."""
    return edition.as_of


def has_come(edition: "Edition", day: Date) -> bool:
    """Tell whether a day has come anywhere on earth: where the sun rises first, it is tomorrow already."""
    return day <= edition.day + timedelta(days=1)


@kept
def filings(edition: "Edition") -> dict[Key, Filing]:
    """Tell where every brief is filed."""
    found = ((key, edition.ask(filing, key)) for key in edition.ask(keys_of, "brief"))
    return {key: filed for key, filed in found if filed}


@kept
def filed_otherwise(edition: "Edition") -> dict[Key, Filing]:
    """Tell where every background and storyline is filed."""
    keys = (key for kind in ("background", "storyline") for key in edition.ask(keys_of, kind))
    found = ((key, edition.ask(filing, key)) for key in keys)
    return {key: filed for key, filed in found if filed}


def shown(edition: "Edition", key: Key) -> bool:
    """Tell whether an entry belongs to this edition: everything but drafts and briefs that are not due yet."""
    return edition.ask(due, key) if key.kind == "brief" else edition.ask(filing, key) is not None


def due(edition: "Edition", key: Key) -> bool:
    """Tell whether a brief is no draft, and is due."""
    filed = edition.ask(filing, key)
    if filed is None or edition.preview:
        return filed is not None
    return filed.stage != "draft" and (filed.published is None or filed.published <= edition.day)


@kept
def in_order(edition: "Edition") -> tuple[Key, ...]:
    """List every brief that has a page in this edition, translations too, in the order of what happened."""
    found = ((filed.date, filed.time or "", key) for key, filed in edition.ask(filings).items() if shown(edition, key))
    return tuple(key for _, _, key in sorted(found))


@kept
def originals(edition: "Edition") -> dict[Key, Key]:
    """Tell the original of each translation, where both are part of the edition."""
    pairs = ((key, filed.original) for key, filed in edition.ask(filings).items() if filed.original)
    return {key: first for key, first in pairs if shown(edition, key) and shown(edition, first)}


@kept
def developments(edition: "Edition") -> tuple[Key, ...]:
    """List the briefs of this edition in the order of what happened; no translation is among them."""
    translated = edition.ask(originals)
    return tuple(key for key in edition.ask(in_order) if key not in translated)


@opaque
def ranks(edition: "Edition") -> dict[Key, int]:
    """Tell the rank of each brief in the order of what happened."""
    return {key: rank for rank, key in enumerate(edition.ask(developments))}


def live(edition: "Edition") -> Iterator[tuple[Key, Filing]]:
    """Yield the briefs that were not withdrawn, in the order of what happened."""
    filed = edition.ask(filings)
    return ((key, filed[key]) for key in edition.ask(developments) if filed[key].stage != "withdrawn")


@kept
def told_by_storyline(edition: "Edition") -> dict[str, tuple[Key, ...]]:
    """List the briefs of each storyline in order; withdrawn ones are left out."""
    return grouped((str(filed.storyline), key) for key, filed in live(edition) if filed.storyline)


def briefs_of_storyline(edition: "Edition", id: str) -> tuple[Key, ...] | None:
    """List the briefs of one storyline; None where there are none."""
    return edition.ask(told_by_storyline).get(id)


@kept
def told_by_topic(edition: "Edition") -> dict[str, tuple[Key, ...]]:
    """List the entries filed under each topic: briefs in the order of what happened, then the others by id."""
    entries = [*live(edition), *edition.ask(filed_otherwise).items()]
    topics = ((topic, key) for key, filed in entries for topic in dict.fromkeys(filed.topics))
    return dict(sorted(grouped(topics).items()))


def entries_of_topic(edition: "Edition", topic: str) -> tuple[Key, ...] | None:
    """List the entries of one topic; None where there are none."""
    return edition.ask(told_by_topic).get(topic)


def told_in(edition: "Edition", key: Key) -> tuple[Key, ...]:
    """List the briefs of a storyline or topic, or those that refer to any other entry, in order; none that is withdrawn."""
    if key.kind == "storyline":
        return edition.ask(briefs_of_storyline, key.id) or ()
    users = edition.ask(entries_of_topic, key.id) if key.kind == "topic" else edition.ask(users_of, key)
    order, filed = edition.ask(ranks), edition.ask(filings)
    briefs = (user for user in users or () if user in order and filed[user].stage != "withdrawn")
    return tuple(sorted(briefs, key=order.__getitem__))


def change_of(edition: "Edition", key: Key) -> Date | None:
    """Tell the day on which an entry of this edition last changed, where its file records one."""
    filed = edition.ask(filing, key)
    return filed.changed if filed and shown(edition, key) else None


@kept
def last_change(edition: "Edition") -> Date | None:
    """Tell the day on which any entry of this edition last changed."""
    return max((day for key in edition.all_keys() if (day := edition.ask(change_of, key))), default=None)


def translations(edition: "Edition") -> dict[Key, tuple[Key, ...]]:
    """List the translations of each brief that has any, sorted by their languages; withdrawn ones are left out."""
    filed, found = edition.ask(filings), edition.ask(originals)
    order = sorted(found, key=lambda key: (filed[key].lang or edition.settings.options.language, key))
    return grouped((found[key], key) for key in order if filed[key].stage != "withdrawn")
