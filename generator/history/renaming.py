"""Which entries have another id than before: they say so themselves, or have the same bytes, or the same title."""

from collections.abc import Mapping

from generator.edition import Key
from generator.history.side import Side, name_of
from generator.history.wording import Wording, same


def renamed_entries(before: Side, after: Side) -> Mapping[Key, Key]:
    """Return what each new entry was called before, if it says so (`was`), has the same bytes, or the same title."""
    gone = sorted(before.files.keys() - after.files.keys())
    new = sorted(after.files.keys() - before.files.keys())
    found: dict[Key, Key] = {}
    for key in new:
        likely = [old for old in gone if old.kind == key.kind and old not in found.values()]
        for is_known in (_names_it, _has_same_bytes, _has_same_title):
            if match := next((old for old in likely if is_known(after, key, before, old)), None):
                found[key] = match
                break
    return found


def was_called(side: Side, key: Key, old: Key) -> bool:
    """Tell whether an entry names the id of another one among its old ids. A brief's old id may lack its year."""
    year, entry = key.id.rpartition("/")[0], side.entry(key)
    return entry is not None and old.kind == key.kind and any(old.id in (id, f"{year}/{id}") for id in entry.was)


def _names_it(after: Side, key: Key, _: Side, old: Key) -> bool:
    return was_called(after, key, old)


def _has_same_bytes(after: Side, key: Key, before: Side, old: Key) -> bool:
    return before.data[old] is not None and before.data[old] == after.data[key]


def _has_same_title(after: Side, key: Key, before: Side, old: Key) -> bool:
    was, now = name_of(before.entry(old)), name_of(after.entry(key))
    return bool(was and now) and same(Wording(was), Wording(now))
