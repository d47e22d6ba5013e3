"""Compares two states of a site: entry by entry, and only those whose files differ."""

from collections.abc import Iterable, Iterator

from generator.diagnostics import Place
from generator.edition import Document, Key
from generator.edition.addresses import may_have_page
from generator.history.change import Change, Comparison, Detail, EntryChanges, How, What, without_words
from generator.history.claims import Page, claims_changed, quotes_changed
from generator.history.entry import head_changed, sources_changed
from generator.history.fields import fields_changed
from generator.history.figures import figures_changed
from generator.history.ledger import ledger_changed
from generator.history.notes import notes_changed
from generator.history.renaming import renamed_entries, was_called
from generator.history.side import Names, Side, name_of, now_called
from generator.history.silence import Silence
from generator.history.statements import links_changed, statements_changed
from generator.model.forms import Brief
from generator.text import plain


def compare(before: Side, after: Side, today: Side | None = None) -> Comparison:
    """Tell what changed in meaning from one state of a site to a later one.

    Words that were taken down are not repeated: those of a file that was removed, of a brief that was withdrawn, and the old
    ones of a file with a redacted correction; nor where they stand in other files. `today` is the present state, where `after`
    is an earlier one: what was taken down since then is not repeated either.
    """
    names = Names(after, before)
    renamed = renamed_entries(before, after)
    silence = Silence.over(before, after, today, names)
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
        is_own = silence.is_taken_down(after, key)
        if is_own:
            changes = without_words(changes)
        if today and (silence.is_taken_down(today, key) or key not in today.files):
            changes, title = without_words(changes, before=True, after=True), ""
        changes, title = silence.without_told(changes), title if is_own or not silence.tells(title) else ""
        if changes:
            entries.append(EntryChanges(key, known.files[key], title, changes, was if was != key else None))
        else:
            alike += 1
    return Comparison(tuple(entries), alike)


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
        found = _compared(before, earlier, after, later, names)
        yield from (change for change in found if was == key or change.path != ("was",))
    elif not earlier.withdrawn:
        yield from _withdrawn(later, names)
    else:
        yield from fields_changed(earlier, later, names, ("withdrawal", "replaced_by"))


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
        *statements_changed(old, new),
        *links_changed(old, new, names),
        *sources_changed(old, new, names, called),
        *notes_changed(earlier, later, names),
    ]
    found += [change for change in fields_changed(earlier, later, names) if not _is_told(change, found)]
    yield from without_words(found) if earlier.withdrawn else found


def _is_told(change: Change, others: Iterable[Change]) -> bool:
    """Tell whether other changes tell of a field: of a part that is new or gone what it states, of an account whose it is."""
    part = change.path if change.how in (How.ADDED, How.WITHDRAWN) else change.path[:-1] if change.path[-1] == "by" else None
    return part is not None and any(other.path[: len(part)] == part for other in others)


def _withdrawn(later: Document, names: Names) -> Iterator[Change]:
    withdrawal = later.entry.withdrawal if isinstance(later.entry, Brief) else None
    if withdrawal:
        why = plain(withdrawal.why.text, names.reference)
        day = Detail("day", "", withdrawal.date.isoformat())
        yield Change(What.ENTRY, How.WITHDRAWN, "", why, (day,), later.where.place(("stage",)), ("stage",))


def _claims_in(side: Side, document: Document, names: Names) -> int:
    page = Page.of(side, document, names.reference)
    return len(page.claims) + len(page.quotes) + len(getattr(document.entry, "figures", ()))
