"""What the formats share: how a change and their number are said in words."""

from generator.history.change import Change, Comparison, Detail, EntryChanges, How

TAKEN_DOWN = "(The words were taken down.)"
BACKING = ("said by", "through", "source")
"""The details of which there can be several, so that one of them may be new."""
_SAID = {How.ANSWERED: "closed", How.NOT_COMPARED: "cannot be compared"}


def heading(change: Change) -> str:
    """Say what changed and how, with the line where it stands now: `claim re-attributed, line 12`."""
    span = change.place.span if change.place else None
    line = f", line {span.line}" if span and change.how is not How.WITHDRAWN else ""
    return f"{change.what} {_SAID.get(change.how, change.how)}{line}"


def told(detail: Detail) -> str:
    """Say what a part was and is: `said by: Armenia → Azerbaijan`; a part that was not there before, or is gone, alone."""
    if detail.before and detail.after:
        return f"{detail.name}: {detail.before} → {detail.after}"
    if detail.before:
        return f"{detail.name}, no longer: {detail.before}"
    return f"{detail.name}{', new' if detail.name in BACKING else ''}: {detail.after}"


def details(change: Change) -> tuple[str, ...]:
    """Return the details of a change in words; those of which nothing may be repeated are left out."""
    return tuple(told(detail) for detail in change.details if detail.before or detail.after)


def former(entry: EntryChanges) -> str:
    """Return what an entry was called before, if it was renamed."""
    return entry.was.id if entry.was else ""


def summary(found: Comparison, since: str, until: str) -> str:
    """Say how much changed: `4 changes in 2 entries from HEAD to your files.`"""
    span = f"from {since} to {until}"
    alike = (
        f" {_counted(found.alike, 'more file')} {'differs' if found.alike == 1 else 'differ'} in form alone."
        if found.alike
        else ""
    )
    if not found.entries:
        return f"Nothing changed in meaning {span}.{alike}"
    changes = sum(len(entry.changes) for entry in found.entries)
    return f"{_counted(changes, 'change')} in {_counted(len(found.entries), 'entry', 'entries')} {span}.{alike}"


def _counted(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or f'{one}s'}"
