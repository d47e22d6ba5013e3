"""The briefs of an edition in the order in which they were published, so that of two alike the later one is found."""

from datetime import date as Date

from generator.edition import Edition, Key
from generator.model.forms import Brief


def in_order_of_publication(edition: Edition) -> tuple[tuple[Key, Brief], ...]:
    """Return all briefs that were not withdrawn and no translations, those without a day of publication last."""
    every = ((key, brief) for key, brief in edition.every(Brief) if brief.stage != "withdrawn")
    found = [(key, brief) for key, brief in every if edition.documents[key].original is None]
    return tuple(sorted(found, key=lambda pair: (pair[1].published or Date.max, pair[1].date, pair[0])))
