"""The edition date: the one place that reads the clock."""

from collections.abc import Mapping
from datetime import UTC, datetime
from datetime import date as Date
from zoneinfo import ZoneInfo


def edition_day(as_of: Date | None, environment: Mapping[str, str], timezone: str, now: datetime | None = None) -> Date:
    """Return the edition date: `as_of`, else the day of `SOURCE_DATE_EPOCH`, else today in the site's time zone."""
    if as_of:
        return as_of
    epoch = environment.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else now or datetime.now(UTC)
    return moment.astimezone(ZoneInfo(timezone)).date()


def epoch_of(day: Date, timezone: str) -> int:
    """Return the second at which a day begins in a time zone (Unix time), for `SOURCE_DATE_EPOCH`."""
    return int(datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(timezone)).timestamp())
