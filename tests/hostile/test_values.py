"""Values that are no text take nothing but what their form says, whatever is typed."""

import pytest

from tests.hostile.corpora import every
from tests.hostile.values import kinds, looks

TRICKS = (
    "https://user:password@example.org/",
    "https://example.org@evil.example/",
    "https:///example.org",
    "https://example.org\u202e/gpj.exe",
    "https://example.org/\u2066a",
    "https://exa\u00admple.org/",
    "https://ex\u200bample.org/",
    "https://a..b/",
    f"https://{'a' * 64}.example/",
    "https://%65vil.example/",
    "https://example.org\uff0f.evil.example/",
    "https://example.org/" + "a" * 20_000,
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "//example.org",
    "ftp://example.org",
    "٢٠٢١-١١-١٦",
    "2021-11-1٦",
    "2021-1١",
    "202١",
    "12:3٤Z",
    "13:00+0٤:00",
    "٦٥٠٠",
    "more than ٦٥٠٠",
    "６５００",
    "2021-11-16\n",
    "a\n",
    "../../etc/passwd",
    "..",
    "a/../b",
    "con.jpg\0.png",
    "picture.png\n",
    "en\n",
    "1e999",
    "nan",
    "infinity",
    "1_000",
    "0x10",
)


def test_every_kind_of_value_is_found() -> None:
    assert len(kinds()) >= 25


def test_no_trick_is_taken() -> None:
    assert [look for look in looks(TRICKS) if look.fault] == []


@pytest.mark.parametrize("part", range(2))
def test_no_hostile_string_is_taken(part: int) -> None:
    assert [look for look in looks(every()[part::60]) if look.fault] == []
