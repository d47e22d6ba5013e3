"""The ledgers of a brief: questions that were opened, answered or dropped, and what came of what was watched for."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.diagnostics import Path
from generator.edition import Document
from generator.history.change import Change, Detail, How, What
from generator.history.side import Names
from generator.history.wording import Wording, pairs_of_alike, pairs_of_same, same, says_otherwise
from generator.model.forms import Brief
from generator.text import plain

OPEN = "open"
"""The state of what has no answer or outcome."""


@dataclass(frozen=True, slots=True)
class Item:
    """A question or something to watch for. `told_in` is the brief that says what became of it."""

    id: str
    wording: Wording
    path: Path
    state: str = OPEN
    told_in: str = ""
    days: tuple[tuple[str, str], ...] = ()
    """Its other values that readers see, by their names."""


def ledger_changed(before: Document, after: Document, names: Names) -> Iterator[Change]:
    """Yield the changes of the questions and watch items of a brief."""
    if isinstance(before.entry, Brief) and isinstance(after.entry, Brief):
        yield from _changed(_questions(before.entry), _questions(after.entry), after, What.QUESTION)
        yield from _changed(_watched(before.entry, names), _watched(after.entry, names), after, What.WATCH)


def _questions(brief: Brief) -> list[Item]:
    return [
        Item(
            u.id or "",
            Wording(u.question),
            ("unknowns", at),
            u.answer.state if u.answer else OPEN,
            (u.answer.brief or "") if u.answer else "",
            (("since", str(u.since or "")), ("answered on", str((u.answer and u.answer.on) or ""))),
        )
        for at, u in enumerate(brief.unknowns)
    ]


def _watched(brief: Brief, names: Names) -> list[Item]:
    return [
        Item(
            item.id or "",
            Wording(plain(item.text.text, names.reference)),
            ("watch", at),
            item.outcome.state if item.outcome else OPEN,
            (item.outcome.brief or "") if item.outcome else "",
            (("due", str(item.due or "")), ("came on", str((item.outcome and item.outcome.on) or ""))),
        )
        for at, item in enumerate(brief.watch)
    ]


def _changed(old: list[Item], new: list[Item], after: Document, what: What) -> Iterator[Change]:
    earlier = {j: old[i] for i, j in _paired(old, new).items()}
    for j, item in enumerate(new):
        place, words = after.where.place(item.path), item.wording.text
        was = earlier.get(j)
        if was is None:
            state = () if item.state == OPEN else (Detail("state", "", item.state),)
            yield Change(what, How.ADDED, "", words, state, place, item.path)
            continue
        if not same(was.wording, item.wording):
            how = How.REVISED if says_otherwise(was.wording, item.wording) else How.REWORDED
            yield Change(what, how, was.wording.text, words, (), place, item.path)
        if other := _details(was, item):
            yield Change(what, How.CHANGED, "", words, other, place, item.path)
        if was.state != item.state:
            how = How.ANSWERED if was.state == OPEN else How.CHANGED
            told = (Detail("told in", "", item.told_in),) if item.told_in else ()
            yield Change(what, how, "", words, (Detail("state", was.state, item.state), *told), place, item.path)
    for i in sorted(set(range(len(old))) - {i for i, item in enumerate(old) if item in earlier.values()}):
        place = after.where.place(old[i].path[:1], key=True)
        yield Change(what, How.WITHDRAWN, old[i].wording.text, place=place, path=old[i].path)


def _details(was: Item, now: Item) -> tuple[Detail, ...]:
    """Return what else differs of an item; who tells of it is told together with its new state."""
    told_in = [("told in", was.told_in, now.told_in)] if was.state == now.state else []
    days = [(name, before, after) for (name, before), (_, after) in zip(was.days, now.days, strict=True)]
    found = [("name", was.id, now.id), *days, *told_in]
    return tuple(Detail(name, before, after) for name, before, after in found if before != after)


def _paired(old: list[Item], new: list[Item]) -> dict[int, int]:
    found = {i: j for i, one in enumerate(old) for j, other in enumerate(new) if one.id and one.id == other.id}
    left = [i for i in range(len(old)) if i not in found]
    free = [j for j in range(len(new)) if j not in found.values()]
    exact = pairs_of_same([old[i].wording for i in left], [new[j].wording for j in free])
    found |= {left[i]: free[j] for i, j in exact.items()}
    alike = pairs_of_alike(
        {i: old[i].wording for i in left if i not in found}, {j: new[j].wording for j in free if j not in found.values()}
    )
    return found | alike
