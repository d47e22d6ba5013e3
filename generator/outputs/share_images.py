"""Share images: one for each brief beside its page, and one of the site for all other pages."""

from collections.abc import Iterator

from generator.edition import Edition, Key
from generator.edition.addresses import address_of
from generator.graphics import Share, share_image
from generator.model.forms import Brief
from generator.words import words_for

SITE = "assets/share.png"
"""The image of every page that has none of its own; its path in the site."""
FILE = "share.png"
"""The image of a brief, beside its page."""


OF = "brief"


def files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Draw the image of the site."""
    yield SITE, share_image(Share(edition.settings.name, edition.settings.description))


def of(edition: Edition, key: Key) -> Iterator[tuple[str, bytes]]:
    """Draw the image of a brief. A withdrawn one has none: what it claimed is not to be passed on."""
    brief = edition.get(key, Brief)
    if brief and brief.stage != "withdrawn":
        yield f"{address_of(key)}{FILE}", share_image(_share(edition, brief))


def _share(edition: Edition, brief: Brief) -> Share:
    words = words_for(brief.lang or edition.settings.options.language, edition.settings.options.language)
    storyline = edition.name(Key("storyline", brief.storyline)) if brief.storyline else ""
    status = words.term("status of a brief", brief.status or "")
    as_of = words.day(brief.as_of)
    known = words._("%(status)s as of %(day)s", status=status, day=as_of) if status else words._("as of %(day)s", day=as_of)
    return Share(edition.settings.name, brief.title, storyline, f"{words.when(brief.date)} · {known}")
