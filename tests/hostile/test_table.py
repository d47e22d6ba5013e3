"""The page that tells of the long run says what is tried now, and that nothing failed."""

from tests.hostile import table
from tests.hostile.corpora import collections
from tests.reader.suite import ACCEPTED, OTHERWISE, REFUSED

TEXT = table.PAGE.read_text("utf-8")


def test_the_page_tells_of_the_collections_and_limits_that_there_are() -> None:
    for found in collections():
        assert f"| {found.name} | {found.origin} | {len(found.strings):,} |" in TEXT
    for what, limit in table.LIMITS:
        assert f"| {what} | {limit} |" in TEXT
    for id in {**REFUSED, **ACCEPTED, **OTHERWISE}:
        assert f"| `{id}` |" in TEXT


def test_nothing_failed() -> None:
    assert "**Zero failures**" in TEXT
    assert sum(len(found.strings) for found in collections()) > 5_000
