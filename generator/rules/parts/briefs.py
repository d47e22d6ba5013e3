"""The briefs of an edition in the order in which they were published, so that of two alike the later one is found."""

from datetime import date as Date
from typing import NamedTuple

from generator.asking import kept
from generator.edition import Edition, Key, filing, reading
from generator.model.dates import When


class Turn(NamedTuple):
    """What decides which of two briefs was published first; those without a day of publication come last."""

    published: Date
    date: When
    key: Key


def turn_of(edition: Edition, key: Key) -> Turn | None:
    """Return the turn of a brief; None for one that was withdrawn, and for a translation."""
    filed = edition.ask(reading.filing, key)
    if filed is None or filed.date is None or filed.stage == "withdrawn" or filed.original:
        return None
    return Turn(filed.published or Date.max, filed.date, key)


@kept
def in_order_of_publication(edition: Edition) -> tuple[Key, ...]:
    """Return all briefs that were not withdrawn and no translations."""
    turns = (turn_of(edition, key) for key in edition.ask(filing.filings))
    return tuple(turn.key for turn in sorted(turn for turn in turns if turn))
