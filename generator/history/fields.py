"""All other fields of an entry: what differs in them is told by the name of the field, whatever it is called.

It is read off the forms, so that a field that somebody adds to one is compared from its first day. Left out is what another
module tells better: claims and quotes, figures, sources, ledgers, notes, the head. What is the same after all of them differs
in form alone.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

from generator.diagnostics import Path
from generator.edition import Document
from generator.history.change import Change, Detail, How, What
from generator.history.side import Names
from generator.history.wording import Wording, pairs_of_alike, pairs_of_same, same, says_otherwise
from generator.model.forms import Brief
from generator.model.parts import Correction, Entry, Figure, Form, Quote, Source, Unknown, Update, Watch
from generator.model.references import Ref
from generator.model.values import Prose
from generator.text import plain

Parts: TypeAlias = dict[str | int, Form]
"""The parts of a field by their names or positions; a part that stands alone has an empty name."""

_LONGEST = 300
"""Characters of a value that are told."""
_TOLD_ELSEWHERE: Mapping[type[Form], Collection[str]] = {
    Brief: ("title", "date", "time", "as_of", "published", "stage", "status"),
    Entry: ("title", "name"),
    Quote: ("by", "text", "cite", "via"),
    Source: Source.model_fields,
}
"""The fields that other modules compare, by the form that has them or that theirs is built on."""
_LISTED_ELSEWHERE = (Figure, Unknown, Watch, Source, Update, Correction)
"""The parts that other modules compare as a whole."""
_ID = re.compile(r"[a-z0-9:/._~?&=%#+-]+")
"""Ids, addresses and the like: in them, nothing is a slip."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that differs, in words: its name, what it was and is, and where it stands, or stood."""

    name: str
    how: How
    before: str
    after: str
    path: Path


def fields_changed(before: Document, after: Document, names: Names, only: Collection[str] = ()) -> Iterator[Change]:
    """Yield the changes of the fields that nothing else compares; or of some fields alone, with their texts."""
    if before.entry is None or after.entry is None:
        return
    for found in differences(before.entry, after.entry, names, with_texts=bool(only)):
        if not only or found.path[0] in only:
            place = after.where.place(found.path, key=found.how is How.WITHDRAWN)
            yield Change(
                What.FIELD, found.how, details=(Detail(found.name, found.before, found.after),), place=place, path=found.path
            )


def differences(
    old: Form, new: Form, names: Names, path: Path = (), of: str = "", *, with_texts: bool = False
) -> Iterator[Difference]:
    """Yield what differs between two states of a form, part by part. `of` says in words of what it is a part."""
    for field in _compared(type(new)) if isinstance(old, type(new)) else ():
        was, now, at = getattr(old, field), getattr(new, field), (*path, field)
        if was == now or (not with_texts and _is_prose(was or now)):
            continue
        earlier, later = _parts(was), _parts(now)
        if not earlier and not later:
            yield from _value(was, now, names, at, f"{field.replace('_', ' ')}{of}")
        elif not isinstance(next(iter((later or earlier).values())), _LISTED_ELSEWHERE):
            pairs = _paired(earlier, later, names)
            for i, j in pairs.items():
                inner = (*at, j) if j != "" else at
                part = f" of {_called(later[j], j)}{of}"
                yield from differences(earlier[i], later[j], names, inner, part, with_texts=with_texts)
            yield from _added(earlier, pairs.keys(), How.WITHDRAWN, names, at, of)
            yield from _added(later, pairs.values(), How.ADDED, names, at, of)


@cache
def _compared(form: type[Form]) -> tuple[str, ...]:
    elsewhere = {name for kind, fields in _TOLD_ELSEWHERE.items() if issubclass(form, kind) for name in fields}
    return tuple(name for name in form.model_fields if name not in elsewhere)


def _is_prose(value: Any) -> bool:
    return isinstance(value, Prose) or (isinstance(value, tuple) and isinstance(next(iter(value), None), Prose))


def _parts(value: Any) -> Parts:
    """Return the parts that a field has; nothing where it has plain values."""
    if isinstance(value, Form):
        return {"": value}
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, tuple) else ()
    return {at: item for at, item in items if isinstance(item, Form)}


def _paired(old: Parts, new: Parts, names: Names) -> dict[str | int, str | int]:
    """Pair what was and is: by its name, by its words, by words that are alike; and what alone is left."""
    found = {i: j for i in old for j in new if _name(old[i], i) and _name(old[i], i) == _name(new[j], j)}
    if old.keys() == new.keys() == {""}:
        return {"": ""}
    left, free = [i for i in old if i not in found], [j for j in new if j not in found.values()]
    was, now = ([Wording(_words(parts[at], names)) for at in some] for parts, some in ((old, left), (new, free)))
    pairs = pairs_of_same(was, now)
    rest = {at: text for at, text in enumerate(was) if at not in pairs}
    pairs |= pairs_of_alike(rest, {at: text for at, text in enumerate(now) if at not in pairs.values()})
    found |= {left[i]: free[j] for i, j in pairs.items()}
    left, free = [i for i in old if i not in found], [j for j in new if j not in found.values()]
    return found | ({left[0]: free[0]} if len(left) == len(free) == 1 else {})


def _name(part: Form, at: str | int) -> str:
    return at if isinstance(at, str) else getattr(part, "id", None) or ""


def _called(part: Form, at: str | int) -> str:
    """Return what a part is called, with its name or its number: `dispute 2`, `quote denial`."""
    kind = part.called or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(part).__name__).lower()
    return f"{kind} {at + 1 if isinstance(at, int) else at}".rstrip()


def _added(parts: Parts, known: Collection[str | int], how: How, names: Names, path: Path, of: str) -> Iterator[Difference]:
    for at, part in parts.items():
        if at not in known:
            words = _short(_words(part, names))
            was, now = ("", words) if how is How.ADDED else (words, "")
            yield Difference(f"{_called(part, at)}{of}", how, was, now, (*path, at) if at != "" else path)


def _value(was: Any, now: Any, names: Names, path: Path, name: str) -> Iterator[Difference]:
    before, after = _shown(was, names), _shown(now, names)
    if isinstance(was, tuple | Ref) or isinstance(now, tuple | Ref) or not _is_text(before) or not _is_text(after):
        how = How.CHANGED if _mark(was, names) != _mark(now, names) else None
        if before == after:  # two of one name
            before, after = _shown(was, None), _shown(now, None)
    else:
        one, other = Wording(before), Wording(after)
        how = None if same(one, other) else How.REVISED if says_otherwise(one, other) else How.REWORDED
    if how:
        yield Difference(name, how, _short(before), _short(after), path)


def _is_text(words: str) -> bool:
    return bool(words) and not _ID.fullmatch(words)


def _mark(value: Any, names: Names) -> Any:
    """Return what is equal for two values that mean the same."""
    if isinstance(value, tuple):
        return tuple(_mark(each, names) for each in value)
    if isinstance(value, Ref):
        return names.keys(value.kinds, value) or str(value)
    return Wording(value).fold if isinstance(value, str) and not _ID.fullmatch(value) else value


def _shown(value: Any, names: Names | None) -> str:
    """Return a value as readers see it; without names, as editors type it."""
    if value is None or isinstance(value, bool):
        return "" if value is None else "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(_shown(each, names) for each in value)
    if isinstance(value, Prose):
        return plain(value.text, names.reference) if names else value.source
    return names.of(value.kinds, value) if isinstance(value, Ref) and names else str(value)


def _words(part: Form, names: Names) -> str:
    """Return all values of a part in a row: what tells it from others."""
    values = (getattr(part, field) for field in type(part).model_fields if field != "id")
    shown = ("; ".join(_words(each, names) for each in _parts(v).values()) if _parts(v) else _shown(v, names) for v in values)
    return ", ".join(filter(None, shown))


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
