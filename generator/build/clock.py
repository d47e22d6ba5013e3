"""The clock: the edition date, and whether a file is still being written. The one place that reads it."""

import re
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from datetime import date as Date
from zoneinfo import ZoneInfo

from generator.diagnostics import Diagnostic, Place, Severity

FRESH = 20_000_000
"""Nanoseconds for which a file that was changed may be only half written."""
EPOCH = "SOURCE_DATE_EPOCH"
"""The variable of the environment that fixes the date of a build, in seconds of Unix time (reproducible-builds.org)."""
YEARS = range(1971, 9999)
"""The years in which an edition date may lie: a day and its neighbours have a Unix time, and the calendar has them."""


def edition_day(as_of: Date | None, environment: Mapping[str, str], timezone: str, now: datetime | None = None) -> Date:
    """Return the edition date: `as_of`, else the day of `SOURCE_DATE_EPOCH`, else today in the site's time zone."""
    if as_of:
        return as_of
    moment = _moment(environment.get(EPOCH, "")) or now or datetime.now(UTC)
    return moment.astimezone(ZoneInfo(timezone)).date()


def epoch_of(day: Date, timezone: str) -> int:
    """Return the second at which a day begins in a time zone (Unix time), for `SOURCE_DATE_EPOCH`."""
    return int(datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(timezone)).timestamp())


def wrong_epoch(environment: Mapping[str, str], file: str) -> tuple[Diagnostic, ...]:
    """Find a `SOURCE_DATE_EPOCH` that is no time; `file` is the one that the finding is shown at."""
    written = environment.get(EPOCH)
    if written is None or _moment(written):
        return ()
    message = f"{EPOCH} is set in the environment, and “{written}” is not a time."
    help = f"Unset it, or set it to whole seconds since 1970, up to the year {YEARS[-1]}."
    return (Diagnostic("settings", Severity.ERROR, message, Place(file), help=help),)


def has_settled(changed: int) -> bool:
    """Tell whether a file that was changed at a time (nanoseconds) is finished, as far as a look can tell; else wait a moment.

    Somebody who writes a file is a moment later either done or has changed it again.
    """
    age = time.time_ns() - changed
    if 0 <= age < FRESH:
        time.sleep((FRESH - age) / 1e9)
        return False
    return True


def _moment(written: str) -> datetime | None:
    if not re.fullmatch(r"[0-9]{1,12}", written):
        return None
    return datetime.fromtimestamp(int(written), UTC) if int(written) < _END else None


_END = int(datetime(YEARS.stop, 1, 1, tzinfo=UTC).timestamp())
