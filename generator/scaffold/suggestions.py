"""The ids that an editor may need, nearest to the title first: notes in a new brief."""

from collections.abc import Iterator, Mapping

from generator.edition import Edition, Key
from generator.scaffold.names import words_of

MOST = 8
"""More ids than these nobody reads."""
_SAYS = {
    "storyline": "The storylines",
    "place": "Places",
    "actor": "Actors, who say or do something",
    "publisher": "Publishers",
    "background": "Backgrounds",
    "measure": "Measures",
    "source": "Sources that several files share, and that need no entry here",
}


def notes_on_ids(edition: Edition, title: str) -> Mapping[str, str]:
    """Return for each kind of entry a sentence that names the ids an editor may need: the nearest, then the most used."""
    return {kind: said for kind, words in _SAYS.items() if (said := _said(edition, kind, words, title))}


def _said(edition: Edition, kind: str, words: str, title: str) -> str:
    keys = list(_nearest(edition, kind, title))
    named = ", ".join(_named(edition, key) for key in keys[:MOST])
    more = f"; {len(keys) - MOST} more" if len(keys) > MOST else ""
    return f"{words}: {named}{more}." if named else ""


def _named(edition: Edition, key: Key) -> str:
    name = edition.name(key)
    return f"`{key.id}`" if words_of(name) <= words_of(key.id) else f"`{key.id}` ({name})"


def _nearest(edition: Edition, kind: str, title: str) -> Iterator[Key]:
    wanted = words_of(title)

    def rank(key: Key) -> tuple[int, int, str]:
        shared = wanted & (words_of(key.id) | words_of(edition.name(key)))
        return (-len(shared), -len(edition.backlinks.get(key, ())), key.id)

    yield from sorted((key for key in edition.documents if key.kind == kind), key=rank)
