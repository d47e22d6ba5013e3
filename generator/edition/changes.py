"""When an entry was published, changed, and changed so that its readers should look again: days that the file itself records."""

from datetime import date as Date

from generator.model.forms import Brief
from generator.model.parts import Correction, Entry, Update


def updates_of(entry: Entry | None) -> tuple[Update, ...]:
    """Return the updates that an entry records."""
    return getattr(entry, "updates", ())


def corrections_of(entry: Entry | None) -> tuple[Correction, ...]:
    """Return the corrections that an entry records."""
    return getattr(entry, "corrections", ())


def changed(entry: Entry | None) -> Date | None:
    """Return the day of the last change: an update, a correction, a review, the withdrawal, else the publication."""
    own = entry.published if isinstance(entry, Brief) else getattr(entry, "reviewed", None)
    days: list[Date | None] = [own, _withdrawn(entry)]
    days += [update.date for update in updates_of(entry)] + [correction.date for correction in corrections_of(entry)]
    return max((day for day in days if day), default=None)


def significantly_changed(brief: Brief) -> Date:
    """Return the day from which on a reader who knows an older state should look again.

    That is the day of the latest significant update or material correction, of the withdrawal, or of the publication. A brief
    that does not say when it was published can have been seen from the day on which its knowledge ends.
    """
    days = [update.date for update in brief.updates if update.significant]
    days += [correction.date for correction in brief.corrections if correction.material]
    return max(day for day in (*days, _withdrawn(brief), first_day(brief)) if day)


def first_day(brief: Brief) -> Date:
    """Return the day of our publication or, where the brief does not say it, the earliest that it can have been."""
    return brief.published or brief.as_of


def _withdrawn(entry: Entry | None) -> Date | None:
    return entry.withdrawal.date if isinstance(entry, Brief) and entry.withdrawal else None
