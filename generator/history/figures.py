"""The figures of two states of one entry: which were added, withdrawn, revised, or given to another counter or source."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.edition import Document
from generator.history.change import Change, Detail, How, What
from generator.history.side import Names
from generator.history.wording import Wording, same
from generator.model.amounts import Amount
from generator.model.parts import Figure

_SAME: tuple[Callable[[Figure], Any], ...] = (
    lambda figure: (figure.measure, figure.by, figure.as_of, figure.cite, _amount(figure)),
    lambda figure: figure.id,
    lambda figure: (figure.measure, figure.by, figure.as_of),
    lambda figure: (figure.measure, figure.by, figure.cite),
    lambda figure: (figure.measure, _amount(figure)),
    lambda figure: (figure.measure, figure.by),
    lambda figure: (figure.measure, figure.cite),
)
"""By what a figure is known again, the surest first. A measure alone tells nothing: it has many counts."""
_REVISES = frozenset(("counted", "number", "as of", "note"))
"""What of a figure says something else when it changes; the rest says who counted, and where it is from."""


def figures_changed(before: Document, after: Document, names: Names, called: Mapping[str, str]) -> Iterator[Change]:
    """Yield the changes of the figures of an entry. `called` are the later ids of sources, where they have others."""
    earlier = tuple(f.model_copy(update={"cite": type(f.cite)(called.get(f.cite, f.cite))}) for f in _figures(before))
    later = _figures(after)
    old, new = list(enumerate(earlier)), list(enumerate(later))
    pairs: list[tuple[int, int]] = []
    for known_by in _SAME:
        for i, figure in tuple(old):
            mark = known_by(figure)
            match = next((item for item in new if mark and known_by(item[1]) == mark), None)
            if match:
                pairs.append((i, match[0]))
                old.remove((i, figure))
                new.remove(match)
    for i, j in sorted(pairs, key=lambda pair: pair[1]):
        yield from _compared(earlier[i], later[j], j, after, names)
    for j, figure in new:
        path = ("figures", j)
        told = _told(figure, names)
        yield Change(What.FIGURE, How.ADDED, after=told, place=after.where.place((*path, _number(figure))), path=path)
    for i, figure in old:
        path = ("figures", i)
        yield Change(What.FIGURE, How.WITHDRAWN, _told(figure, names), place=after.where.place(("figures",), key=True), path=path)


def _figures(document: Document) -> tuple[Figure, ...]:
    found: tuple[Figure, ...] = getattr(document.entry, "figures", ())
    return found


def _number(figure: Figure) -> str:
    return "value" if figure.value else "low" if figure.low else "high"


def _compared(old: Figure, new: Figure, at: int, after: Document, names: Names) -> Iterator[Change]:
    parts: tuple[tuple[str, Callable[[Figure], str]], ...] = (
        ("counted", lambda figure: names.of(("measure",), figure.measure)),
        ("number", _amount),
        ("as of", lambda figure: str(figure.as_of or "")),
        ("counted by", lambda figure: _counter(figure, names)),
        ("through", lambda figure: names.of(("publisher",), figure.via) if figure.via else ""),
        ("source", lambda figure: str(figure.cite)),
        ("note", lambda figure: figure.note or ""),
        ("name", lambda figure: figure.id or ""),
    )
    values = ((name, part(old), part(new)) for name, part in parts)
    details = tuple(Detail(*value) for value in values if value[1] != value[2] and not _is_same_note(*value))
    if not details:
        return
    differing = {detail.name for detail in details}
    how = How.REVISED if differing & _REVISES else How.CHANGED if differing == {"name"} else How.REATTRIBUTED
    path = ("figures", at)
    place = after.where.place((*path, _number(new)))
    yield Change(What.FIGURE, how, _told(old, names), _told(new, names), details, place, path)


def _is_same_note(name: str, was: str, now: str) -> bool:
    return name == "note" and same(Wording(was), Wording(now))


def _told(figure: Figure, names: Names) -> str:
    counter = _counter(figure, names)
    since = f", as of {figure.as_of}" if figure.as_of else ""
    return f"{names.of(('measure',), figure.measure)}: {_amount(figure)} ({counter}{since})"


def _counter(figure: Figure, names: Names) -> str:
    return str(figure.by) if figure.by in figure.by.instead else names.speaker(figure.by)


def _amount(figure: Figure) -> str:
    if figure.value:
        return _number_of(figure.value)
    ends = " to ".join(_number_of(end) for end in (figure.low, figure.high) if end)
    bound = "" if figure.low and figure.high else "from " if figure.low else "up to "
    return f"{bound}{ends}{f', at best {_number_of(figure.best)}' if figure.best else ''}"


def _number_of(amount: Amount) -> str:
    return f"{amount.bound} {amount.number}".strip()
