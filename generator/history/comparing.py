"""Compares two states of a site: entry by entry, and only those whose files differ."""

from collections.abc import Iterator, Mapping

from generator.diagnostics import Place
from generator.edition import Document, Key
from generator.edition.addresses import may_have_page
from generator.edition.changes import corrections_of
from generator.history.change import Change, Comparison, Detail, EntryChanges, How, What, without_words
from generator.history.claims import Page, claims_changed, quotes_changed
from generator.history.entry import head_changed, notes_added, sources_changed
from generator.history.figures import figures_changed
from generator.history.ledger import ledger_changed
from generator.history.side import Names, Side, name_of, now_called
from generator.history.wording import Wording, same
from generator.model.forms import Brief
from generator.text import plain


def compare(before: Side, after: Side, today: Side | None = None) -> Comparison:
    """Tell what changed in meaning from one state of a site to a later one.

    Words that were taken down are not repeated: those of a file that was removed, of a brief that was withdrawn, and the old
    ones of a file with a redacted correction. `today` is the present state, where `after` is an earlier one: what was taken
    down since then is not repeated either.
    """
    names = Names(after, before)
    renamed = _renamed(before, after)
    moved = set(renamed.values())
    entries: list[EntryChanges] = []
    alike = 0
    for key in sorted(after.files.keys() | before.files.keys()):
        if key in moved and key not in after.files:
            continue
        was = renamed.get(key, key)
        if was == key and key in before.files and key in after.files and before.data[key] == after.data[key]:
            continue
        changes = tuple(_changes(before, was, after, key, names))
        known = after if key in after.files else before
        title = name_of(after.entry(key))
        if _is_taken_down(after, key):
            changes = without_words(changes)
        if today and (_is_taken_down(today, key) or key not in today.files):
            changes, title = without_words(changes, before=True, after=True), ""
        if changes:
            entries.append(EntryChanges(key, known.files[key], title, changes, was if was != key else None))
        else:
            alike += 1
    return Comparison(tuple(entries), alike)


def _renamed(before: Side, after: Side) -> Mapping[Key, Key]:
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


def _is_taken_down(side: Side, key: Key) -> bool:
    """Tell whether old words of an entry are not to be repeated."""
    entry = side.entry(key)
    withdrawn = isinstance(entry, Brief) and entry.stage == "withdrawn"
    return withdrawn or any(correction.redacted for correction in corrections_of(entry))


def _changes(before: Side, was: Key, after: Side, key: Key, names: Names) -> Iterator[Change]:
    if key not in after.files:
        yield Change(What.ENTRY, How.REMOVED)
        return
    later, whole = after.document(key), Place(after.files[key])
    if was not in before.files:
        brief = later.entry if later else None
        stage = (Detail("stage", "", brief.stage),) if isinstance(brief, Brief) else ()
        number = _claims_in(after, later, names) if later and later.entry else 0
        told = (Detail("claims", "", str(number)),) if number else ()
        yield Change(What.ENTRY, How.ADDED, details=(*stage, *told), place=whole)
        return
    if was != key:
        led = was_called(after, key, was)
        address = Detail(
            "old address", was.id, "leads here" if led or not may_have_page(key) else "leads nowhere: add it to `was`"
        )
        yield Change(What.ENTRY, How.RENAMED, details=(address,), place=whole)
    earlier = before.document(was)
    if earlier is None or later is None or earlier.entry is None or later.entry is None:
        if before.data[was] != after.data[key]:
            unfit = ("before", earlier) if earlier is None or earlier.entry is None else ("now", later)
            reason = "it does not fit its form" if unfit[1] else "it cannot be read"
            yield Change(What.ENTRY, How.NOT_COMPARED, details=(Detail(unfit[0], "", reason),), place=whole)
        return
    if not later.withdrawn:
        yield from _compared(before, earlier, after, later, names)
    elif not earlier.withdrawn:
        yield from _withdrawn(later, names)


def _compared(before: Side, earlier: Document, after: Side, later: Document, names: Names) -> Iterator[Change]:
    called = now_called(before, earlier, after, later)
    old = Page.of(before, earlier, names.reference, called)
    new = Page.of(after, later, names.reference)
    found = [
        *head_changed(earlier, later),
        *claims_changed(old, new, names),
        *quotes_changed(old, new, names),
        *figures_changed(earlier, later, names, called),
        *ledger_changed(earlier, later, names),
        *sources_changed(old, new, names, called),
        *notes_added(earlier, later, names),
    ]
    yield from without_words(found) if earlier.withdrawn else found


def _withdrawn(later: Document, names: Names) -> Iterator[Change]:
    withdrawal = later.entry.withdrawal if isinstance(later.entry, Brief) else None
    if withdrawal:
        why = plain(withdrawal.why.text, names.reference)
        day = Detail("day", "", withdrawal.date.isoformat())
        yield Change(What.ENTRY, How.WITHDRAWN, "", why, (day,), later.where.place(("stage",)), ("stage",))


def _claims_in(side: Side, document: Document, names: Names) -> int:
    page = Page.of(side, document, names.reference)
    return len(page.claims) + len(page.quotes) + len(getattr(document.entry, "figures", ()))
