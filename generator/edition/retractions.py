"""Retractions: which claims rest on sources that their publishers took back, alone or among others."""

import re
from collections.abc import Mapping
from typing import Literal

from generator.edition import Edition, known_sources, told

Fallen = Literal["alone", "in part"]
"""Whether nothing but retracted sources stands behind a claim, or others too."""

_REPORT = (
    r"(?:reports?|articles?|story|stories|statements?|pieces?|sources?|dispatch(?:es)?|photographs?|footage"
    r"|\w*(?:bericht|artikel|meldung|beitrag|erklärung|quelle)(?:e[ns]?|s|n)?)"
)
_WORDS = r"(?:[ -](?!{not_these})[\w’']+){{0,{most}}}?"
_ANOTHER = (
    r"(?:that|which|who|how|when|where|after|from|said|says|told|troops|forces|soldiers|peacekeepers|units|sides|army|claims?"
    r"|sich|dass|zufolge|laut|truppen|soldaten|einheiten|seiten|\w*kräfte)\b"
)
"""Words by which it is no longer the report that somebody takes back: “the report said that troops were withdrawn”."""
_BETWEEN, _JOINED = _WORDS.format(not_these=_ANOTHER, most=7), _WORDS.format(not_these=_ANOTHER, most=3)
_PLAIN = r"(?:took back|taken back|recanted|corrected)"
_TELLS_OF_IT = re.compile(
    rf"\b(?:retract(?:ed|s|ing)?|withdr[ae]ws?|withdrawn|withdrawing|{_PLAIN}|takes back){_JOINED} {_REPORT}\b"
    rf"|\b{_REPORT}{_BETWEEN} (?:is|are|was|were|be|been)(?: (?:since|later|now|then))? (?:retracted|withdrawn|{_PLAIN})\b"
    rf"|\b(?:retraction|withdrawal|correction) of{_JOINED} {_REPORT}\b"
    r"|\b(?:retracted|recanted|took back) (?:it|this|that|them)\b"
    r"|\b(?:printed|published|issued|ran) (?:a|the|its) (?:retraction|correction)\b"
    rf"|\b(?:zog|zieht|nahm|nimmt){_BETWEEN} {_REPORT}{_BETWEEN} zurück\b"
    rf"|\bwiderr(?:ief|uft){_JOINED} {_REPORT}\b"
    rf"|\b{_REPORT}{_BETWEEN} (?:zurückgezogen|zurückgenommen|zurückzog|zurücknahm|widerrufen|widerrief)\b",
    re.IGNORECASE,
)


def tells_of_it(words: str) -> bool:
    """Tell whether a statement says that a report was taken back. That troops were withdrawn is another matter."""
    return bool(_TELLS_OF_IT.search(words))


def fallen(edition: Edition) -> Mapping[str, Fallen]:
    """Return the claims that rest on retracted sources, by their ids. A statement that tells of the retraction is none.

    Ask for it with `edition.ask(fallen)`.
    """
    retracted = frozenset(edition.ask(known_sources.retracted))
    places = sorted({place for source in retracted for place in edition.ask(told.resting, source)})
    found: dict[str, Fallen] = {}
    for claim in told.claims_at(edition, tuple(places)):
        gone = [support.source in retracted for support in claim.supports]
        if any(gone) and not tells_of_it(claim.words):
            found[claim.id] = "alone" if all(gone) and found.get(claim.id, "alone") == "alone" else "in part"
    return found
