"""Retractions: which claims rest on sources that their publishers took back, alone or among others."""

import re
from collections.abc import Mapping
from typing import Literal

from generator.edition import Edition, known_sources, told

Fallen = Literal["alone", "in part"]
"""Whether nothing but retracted sources stands behind a claim, or others too."""

TELLS_OF_IT = re.compile(
    r"\b(?:retract|withdr[ae]w|took back|taken back|recant|zurückgezogen|zurückgenommen|zog\b.*\bzurück|widerr[iu]e?f)",
    re.IGNORECASE,
)


def fallen(edition: Edition) -> Mapping[str, Fallen]:
    """Return the claims that rest on retracted sources, by their ids. A statement that tells of the retraction is none.

    Ask for it with `edition.ask(fallen)`.
    """
    retracted = frozenset(edition.ask(known_sources.retracted))
    places = sorted({place for source in retracted for place in edition.ask(told.resting, source)})
    found: dict[str, Fallen] = {}
    for claim in told.claims_at(edition, tuple(places)):
        gone = [support.source in retracted for support in claim.supports]
        if any(gone) and not TELLS_OF_IT.search(claim.words):
            found[claim.id] = "alone" if all(gone) and found.get(claim.id, "alone") == "alone" else "in part"
    return found
