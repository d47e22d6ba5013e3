"""The claims and quotes of two states of one entry: which were added, withdrawn, re-attributed, reworded or revised.

A claim is looked for on the whole page: where the same words stand in another field, nothing changed in meaning. What the
notes about the page say (updates, corrections, the withdrawal) is no claim of it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from generator.diagnostics import Path
from generator.edition import Document
from generator.edition.claims import Context, claims_of
from generator.history.change import Change, Detail, How, What
from generator.history.side import Names, Side
from generator.history.wording import Wording, pairs_of_alike, pairs_of_same, says_otherwise
from generator.text import Reference, every_statement, paragraphs, plain

NOTES = frozenset(("updates", "corrections", "withdrawal", "allow"))
"""The fields whose texts speak of the page."""
_FEWEST = 3
"""Fewer words than these are found in any text."""


class Backing(NamedTuple):
    """What a claim rests on: a source, as the later state calls it, who says so there, and through whom it came."""

    source: str
    speaker: str
    carrier: str


@dataclass(frozen=True)
class Stated:
    """Words with all that they rest on. `within` are the offsets in the text at `path`."""

    words: str
    backing: frozenset[Backing]
    path: Path
    within: tuple[int, int] | None = None

    @cached_property
    def wording(self) -> Wording:
        """The words as they are compared."""
        return Wording(self.words)


@dataclass(frozen=True)
class Page:
    """What an entry states: its claims and quotes, each once, its statements without a source, and all its words."""

    side: Side
    document: Document
    claims: tuple[Stated, ...]
    quotes: tuple[Stated, ...]
    uncited: tuple[Stated, ...]
    texts: tuple[Wording, ...]

    @classmethod
    def of(
        cls, side: Side, document: Document, name_of: Callable[[Reference], str], called: Mapping[str, str] | None = None
    ) -> "Page":
        """Read what an entry states. `called` are the ids that its sources have in a later state, where they have others."""
        other = called or {}
        desk = Context({}, side.shared_sources, frozenset(), {}, name_of)
        stated: dict[str, Stated] = {}
        quotes: list[Stated] = []
        for claim in claims_of(document, desk):
            backing = frozenset(Backing(other.get(s.source.id, s.source.id), s.speaker, s.carrier) for s in claim.supports)
            found = Stated(claim.words, backing, claim.path, (claim.start, claim.end) if claim.end else None)
            if claim.path[0] == "quotes":
                quotes.append(found)
            elif states(claim.path) and not claim.counted and found.wording.words:
                known = stated.setdefault(found.wording.fold, found)
                stated[found.wording.fold] = replace(known, backing=known.backing | backing)
        texts = tuple(
            Wording(plain(paragraph.children, name_of))
            for path, prose in document.parsed.texts
            if states(path)
            for paragraph in paragraphs(prose.text)
        )
        uncited = tuple(
            Stated(words, frozenset(), path, (statement.start, statement.end))
            for path, prose in document.parsed.texts
            if states(path)
            for statement in every_statement(prose.text)
            if not statement.citation and (words := plain(statement.inlines, name_of))
        )
        return cls(side, document, tuple(stated.values()), tuple(quotes), uncited, texts)

    @cached_property
    def spaced(self) -> str:
        """All its words."""
        return "\n".join(text.spaced for text in self.texts)

    def says(self, stated: Stated) -> bool:
        """Tell whether the words stand on this page, with other words around them or without a source."""
        return len(stated.wording.words) >= _FEWEST and stated.wording.spaced in self.spaced

    def overlapping(self, stated: Stated) -> Iterator[Stated]:
        """Yield the claims that have these words in theirs, or theirs in these."""
        spaced = stated.wording.spaced
        for claim in self.claims:
            if spaced in claim.wording.spaced or (len(claim.wording.words) >= _FEWEST and claim.wording.spaced in spaced):
                yield claim


def states(path: Path) -> bool:
    """Tell whether a text states something. What to watch for is a ledger's; what came of it is stated."""
    return path[0] not in NOTES and not (path[0] == "watch" and path[2:] == ("text",))


def claims_changed(before: Page, after: Page, names: Names) -> Iterator[Change]:
    """Yield the changes of the claims of an entry, in the order of the later page, then what is gone."""
    old, new = before.claims, after.claims
    same = pairs_of_same([claim.wording for claim in old], [claim.wording for claim in new])
    left, added = set(range(len(old))) - set(same), set(range(len(new))) - set(same.values())
    told = [(j, c) for i, j in same.items() for c in _attributed(old[i].backing, new[j], new[j].backing, after, names)]
    for j in [j for j in sorted(added) if before.says(new[j])]:  # the words were there, with others around them
        earlier = set(before.overlapping(new[j]))
        kept = {i for i in left if old[i] in earlier and (after.says(old[i]) or old[i].wording.spaced in new[j].wording.spaced)}
        left -= kept
        if not any(old[i] in earlier for i in left):  # else those around them are gone, and it may say the opposite
            backing = frozenset(b for claim in earlier for b in claim.backing)
            told += [(j, change) for change in _attributed(backing, new[j], new[j].backing, after, names)]
            added.discard(j)
    reworded = pairs_of_alike({i: old[i].wording for i in sorted(left)}, {j: new[j].wording for j in sorted(added)})
    gone: list[Change] = []
    for i in sorted(left - set(reworded)):
        if after.says(old[i]):
            backing = frozenset(b for claim in after.overlapping(old[i]) for b in claim.backing)
            gone += _attributed(old[i].backing, old[i], backing, after, names)
        else:
            gone.append(_one(old[i], How.WITHDRAWN, after, What.CLAIM))
    told += [(j, _reworded(old[i], new[j], after, names, What.CLAIM)) for i, j in reworded.items()]
    told += [(j, _one(new[j], How.ADDED, after, What.CLAIM)) for j in sorted(added - set(reworded.values()))]
    yield from (change for _, change in sorted(told, key=lambda each: each[0]))
    yield from gone


def quotes_changed(before: Page, after: Page, names: Names) -> Iterator[Change]:
    """Yield the changes of the quotes of an entry. Other words in somebody's mouth are a revision, never a rewording."""
    old, new = before.quotes, after.quotes
    same = pairs_of_same([quote.wording for quote in old], [quote.wording for quote in new])
    for i, j in sorted(same.items(), key=lambda pair: pair[1]):
        yield from _attributed(old[i].backing, new[j], new[j].backing, after, names, What.QUOTE)
    left = {i: quote.wording for i, quote in enumerate(old) if i not in same}
    added = {j: quote.wording for j, quote in enumerate(new) if j not in same.values()}
    other = pairs_of_alike(left, added)
    yield from (_reworded(old[i], new[j], after, names, What.QUOTE) for i, j in sorted(other.items(), key=lambda pair: pair[1]))
    yield from (_one(new[j], How.ADDED, after, What.QUOTE) for j in added if j not in other.values())
    yield from (_one(old[i], How.WITHDRAWN, after, What.QUOTE) for i in left if i not in other)


def _one(stated: Stated, how: How, after: Page, what: What) -> Change:
    gone = how is How.WITHDRAWN
    place = after.document.where.place(stated.path, key=gone, within=None if gone else stated.within)
    return Change(what, how, stated.words if gone else "", "" if gone else stated.words, place=place, path=stated.path)


def _reworded(old: Stated, new: Stated, after: Page, names: Names, what: What) -> Change:
    how = How.REATTRIBUTED if _lost(old.backing, new.backing) else How.REWORDED
    if what is What.QUOTE or says_otherwise(old.wording, new.wording):
        how = How.REVISED
    place = after.document.where.place(new.path, within=new.within)
    return Change(what, how, old.words, new.words, _details(old.backing, new.backing, after, names), place, new.path)


def _attributed(
    was: frozenset[Backing], stated: Stated, now: frozenset[Backing], after: Page, names: Names, what: What = What.CLAIM
) -> Iterator[Change]:
    """Yield that the same words rest on something else, if they do."""
    if was != now:
        how = How.REATTRIBUTED if _lost(was, now) else How.BETTER_SOURCED
        place = after.document.where.place(stated.path, within=stated.within)
        yield Change(what, how, "", stated.words, _details(was, now, after, names), place, stated.path)


def _lost(before: frozenset[Backing], after: frozenset[Backing]) -> bool:
    """Tell whether anything that backed a claim is gone, or whether it has a speaker that nobody named before."""
    speakers = {backing.speaker for backing in before}
    return bool(before - after) or any(backing.speaker not in speakers for backing in after)


def _details(was: frozenset[Backing], now: frozenset[Backing], page: Page, names: Names) -> tuple[Detail, ...]:
    parts: tuple[tuple[str, Callable[[Backing], str]], ...] = (
        ("said by", lambda backing: names.speaker(backing.speaker) if backing.speaker else ""),
        ("through", lambda backing: names.of(("publisher",), backing.carrier) if backing.carrier else ""),
        ("source", lambda backing: _source(backing.source, page, names)),
    )
    found = ((name, {part(b) for b in was} - {""}, {part(b) for b in now} - {""}) for name, part in parts)
    differing = tuple(Detail(name, ", ".join(sorted(b - a)), ", ".join(sorted(a - b))) for name, b, a in found if b != a)
    if differing or was == now:
        return differing
    return (Detail("said by", _pairs(was - now, page, names), _pairs(now - was, page, names)),)


def _pairs(backing: Iterable[Backing], page: Page, names: Names) -> str:
    """Say who is named at which source, where only that changed."""
    told = (f"{names.speaker(b.speaker) if b.speaker else 'nobody'} at {_source(b.source, page, names)}" for b in backing)
    return ", ".join(sorted(told))


def _source(id: str, page: Page, names: Names) -> str:
    return names.source(page.side.source(page.document, id), id)
