"""What an entry says without a source: our judgement, how a date is known, the words between claims, and where links lead."""

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.edition.references import LINKABLE
from generator.history.change import Change, Detail, How, What
from generator.history.claims import Page, Stated, states
from generator.history.side import Names
from generator.history.wording import pairs_of_alike, pairs_of_same, says_otherwise
from generator.text import Emphasis, Inline, Link, Reference, paragraphs


def statements_changed(before: Page, after: Page) -> Iterator[Change]:
    """Yield the changes of the statements without a source, in the order of the later page, then what is gone.

    One whose words are on the other page, with a source or among others, is no change of its words.
    """
    old, new = _unlike(before, after), _unlike(after, before)
    pairs = pairs_of_alike(dict(enumerate(s.wording for s in old)), dict(enumerate(s.wording for s in new)))
    earlier = {j: old[i] for i, j in pairs.items()}
    for j, stated in enumerate(new):
        was, place = earlier.get(j), after.document.where.place(stated.path, within=stated.within)
        how = How.ADDED if not was else How.REVISED if says_otherwise(was.wording, stated.wording) else How.REWORDED
        yield Change(What.STATEMENT, how, was.words if was else "", stated.words, place=place, path=stated.path)
    for stated in [stated for i, stated in enumerate(old) if i not in pairs]:
        place = after.document.where.place(stated.path, key=True)
        yield Change(What.STATEMENT, How.WITHDRAWN, stated.words, place=place, path=stated.path)


def links_changed(before: Page, after: Page, names: Names) -> Iterator[Change]:
    """Yield that links lead elsewhere, if they do: those that show other words than the name of where they lead."""
    old, new = Counter(_links(before, names)), Counter(_links(after, names))
    if old != new:
        gone, led = (", ".join(sorted(set(one))) for one in (old - new, new - old))
        yield Change(What.FIELD, How.CHANGED, details=(Detail("links", gone, led),), path=("links",))


def _links(page: Page, names: Names) -> Iterator[str]:
    for path, prose in page.document.parsed.texts:
        if states(path):
            for paragraph in paragraphs(prose.text):
                yield from _leads(paragraph.children, names)


def _leads(inlines: Iterable[Inline], names: Names) -> Iterator[str]:
    for inline in inlines:
        if isinstance(inline, Reference) and inline.label:
            yield names.of((inline.kind,) if inline.kind else LINKABLE, inline.id)
        elif isinstance(inline, Link | Emphasis):
            yield from (inline.address,) if isinstance(inline, Link) else ()
            yield from _leads(inline.children, names)


def _unlike(page: Page, other: Page) -> list[Stated]:
    there = [stated.wording for stated in (*other.uncited, *other.claims)]
    same = pairs_of_same([stated.wording for stated in page.uncited], there)
    return [stated for at, stated in enumerate(page.uncited) if at not in same and not other.says(stated)]
