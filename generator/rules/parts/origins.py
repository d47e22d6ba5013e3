"""Origins: what readers call them, and whether a claim names whose report it is."""

from generator.edition import Claim, Edition, Key


def name_of(origin: str, edition: Edition) -> str:
    """Return what readers call an origin."""
    kind, _, id = origin.partition(":")
    return edition.name(Key(kind, id))


def on_record(claim: Claim, edition: Edition) -> bool:
    """Tell whether a claim rests on an official record, such as the text of a treaty: it is its own proof."""
    return any(edition.sources[support.source].kind == "official record" for support in claim.supports)


def names_publisher(claim: Claim, edition: Edition) -> bool:
    """Tell whether the words of a claim name the publisher or the carrier of one of its sources."""
    ids = {str(edition.sources[support.source].publisher) for support in claim.supports}
    ids |= {support.carrier for support in claim.supports if support.carrier}
    names = (edition.name(Key("publisher", id)).partition(" (")[0].removeprefix("The ") for id in ids)
    words = claim.words.casefold()
    return any(name.casefold() in words for name in names)
