"""Dates, numbers, times, addresses and ids: what they take, and what they say about the rest."""

from datetime import date as Date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.model.amounts import Amount
from generator.model.dates import When
from generator.model.references import ActorRef, BriefRef, CounterRef
from generator.model.values import Address, Day, Id, Language, Line, OldId, Prose, Time, Verbatim, Yes

WHEN, DAY, AMOUNT, TIME = (TypeAdapter[Any](kind) for kind in (When, Day, Amount, Time))


def fault(kind: Any, value: object) -> tuple[str, str]:
    """Return the type of the one error of a value, and what to do about it."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(value)
    (error,) = caught.value.errors()
    return error["type"], str(error.get("ctx", {}).get("help", ""))


@pytest.mark.parametrize(
    ("written", "earliest", "latest", "precision"),
    [
        ("2021-11-16", (2021, 11, 16), (2021, 11, 16), "day"),
        ("2021-11", (2021, 11, 1), (2021, 11, 30), "month"),
        ("2020-02", (2020, 2, 1), (2020, 2, 29), "month"),
        ("2021", (2021, 1, 1), (2021, 12, 31), "year"),
        ("2021~", (2021, 1, 1), (2021, 12, 31), "year"),
        ("2021-11?", (2021, 11, 1), (2021, 11, 30), "month"),
        ("2021-11-17/2021-11-23", (2021, 11, 17), (2021, 11, 23), "interval"),
        ("1992/1994-05", (1992, 1, 1), (1994, 5, 31), "interval"),
        ("2020-11-10/..", (2020, 11, 10), (9999, 12, 31), "interval"),
        ("../2020", (1, 1, 1), (2020, 12, 31), "interval"),
        ("2021/2021", (2021, 1, 1), (2021, 12, 31), "interval"),
    ],
)
def test_a_date_is_as_precise_as_it_was_written(
    written: str, earliest: tuple[int, int, int], latest: tuple[int, int, int], precision: str
) -> None:
    when = WHEN.validate_python(written)
    assert (when.earliest, when.latest, when.precision) == (Date(*earliest), Date(*latest), precision)
    assert str(when) == written


@pytest.mark.parametrize(
    ("mark", "approximate", "uncertain"), [("", False, False), ("~", True, False), ("?", False, True), ("%", True, True)]
)
def test_a_date_says_how_sure_it_is(mark: str, approximate: bool, uncertain: bool) -> None:
    when = When.read(f"2021-11{mark}")
    assert (when.approximate, when.uncertain) == (approximate, uncertain)


def test_the_ends_of_an_interval_keep_their_own_precision() -> None:
    assert [str(part) for part in When.read("1992/1994-05").parts] == ["1992", "1994-05"]
    assert [str(part) for part in When.read("2020-11-10/..").parts] == ["2020-11-10"]
    assert [str(part) for part in When.read("2021~").parts] == ["2021~"]


def test_dates_sort_by_the_first_day_that_they_may_mean() -> None:
    written = ["2021-11-16", "2021", "2020-12", "2021-11-01/2021-11-30", "2021-11"]
    assert [str(when) for when in sorted(map(When.read, written))] == [
        "2020-12",
        "2021",
        "2021-11",
        "2021-11-01/2021-11-30",
        "2021-11-16",
    ]


@pytest.mark.parametrize(
    ("written", "help"),
    [
        ("16 November 2021", "`2021-11-16`"),
        ("Nov. 16th, 2021", "`2021-11-16`"),
        ("Tuesday, 16 November 2021", "`2021-11-16`"),
        ("16.11.2021", "`2021-11-16`"),
        ("2021/11/16", "`2021-11-16`"),
        ("11/16/2021", "`2021-11-16`"),
        ("2021-11-6", "`2021-11-06`"),
        ("2021-11-16T13:00", "`2021-11-16`"),
        ("November 2021", "`2021-11`"),
        ("about 2021", "`2021~`"),
        ("since 2020", "`2020/..`"),
        ("16-18 November 2021", "`2021-11-16/2021-11-18`"),
        ("from March 2020 to May 2021", "`2020-03/2021-05`"),
        ("2021–2022", "`2021/2022`"),
        ("11/12/2021", "2021-12-11 or 2021-11-12"),
        ("2021-02-30", "against the source"),
        ("2021-13", "against the source"),
        ("2021-11-23/2021-11-17", "Swap"),
        ("31 November 2021", "year first"),
        ("2021 to 2020", "year first"),
        ("last autumn", "year first"),
        ("202X", "year first"),
        ("0033-04-03", "year first"),
        ("../..", "There are also"),
        ("", "year first"),
    ],
)
def test_what_is_no_date_is_answered_with_the_likely_one(written: str, help: str) -> None:
    assert help in fault(When, written)[1]


@pytest.mark.parametrize("value", [True, 2021.5, [2021], {"year": 2021}])
def test_what_is_no_text_is_no_date(value: object) -> None:
    fault(When, value)


@pytest.mark.parametrize(
    ("written", "help"),
    [
        ("16 November 2021", "`2021-11-16`"),
        ("2021-11", "in this order"),
        ("today", "in this order"),
        ("2021-02-29", "against the source"),
    ],
)
def test_a_day_is_a_whole_day(written: str, help: str) -> None:
    assert help in fault(Day, written)[1]
    assert DAY.validate_python("2020-02-29") == Date(2020, 2, 29)


@pytest.mark.parametrize(
    ("written", "number", "bound"),
    [
        ("6500", 6500, ""),
        (6500, 6500, ""),
        ("more than 6500", 6500, "more than"),
        ("2.5", 2.5, ""),
        (0, 0, ""),
        ("up to 20", 20, "up to"),
    ],
)
def test_a_number_keeps_its_bound(written: object, number: float, bound: str) -> None:
    assert AMOUNT.validate_python(written) == Amount(number, bound)


@pytest.mark.parametrize(
    ("written", "help"),
    [
        ("over 6,500", "`more than 6500`"),
        ("almost 2 000", "`nearly 2000`"),
        ("> 300", "`more than 300`"),
        ("some 30,000 lives", "`about 30000`"),
        ("2.5 million", "`2500000`"),
        ("6500 people", "`6500`"),
        ("1'000", "`1000`"),
        ("20-30", "`low: 20` and `high: 30`"),
        ("between 20 and 30", "`low: 20` and `high: 30`"),
        ("6.500", "`6500`; if it is a fraction, `6.5`"),
        ("6.512", "`6512`; if it is a fraction, `6.5120`"),
        ("1,5", "Write `1.5`"),
        ("200+", "Write `at least 200`"),
        ("45%", "Write `45`"),
        ("2 dozen", "in digits"),
        ("2 or 3", "in digits"),
        ("1,2,3", "in digits"),
        ("six thousand", "in digits"),
        ("-5", "in digits"),
        (True, "in digits"),
    ],
)
def test_what_is_no_number_is_answered_with_the_likely_one(written: object, help: str) -> None:
    assert help in fault(Amount, written)[1]


@pytest.mark.parametrize("written", ["13:00+04:00", "00:00Z", "23:59-14:00"])
def test_a_time_has_an_offset(written: str) -> None:
    assert TIME.validate_python(written) == written


@pytest.mark.parametrize(
    ("written", "help"),
    [
        ("13:00", "`13:00+04:00`, or `13:00Z`"),
        ("1:30 pm", "`13:30Z`"),
        ("12 a.m.", "`00:00Z`"),
        ("9:05 +0400", "`09:05+04:00`"),
        ("13:00 UTC", "`13:00Z`"),
        ("25:00", "the hours 00 to 23"),
        ("21:30+4", "`21:30+04:00`"),
        ("noon", "Add the offset"),
    ],
)
def test_what_is_no_time_is_answered_with_the_likely_one(written: str, help: str) -> None:
    assert help in fault(Time, written)[1]


@pytest.mark.parametrize(
    "written", ["https://example.org", "HTTPS://example.org/a?b=c#d", "http://[::1]/", "https://пример.example/ա"]
)
def test_a_web_address_is_kept_as_it_is(written: str) -> None:
    assert TypeAdapter(Address).validate_python(written) == written


@pytest.mark.parametrize(
    ("written", "help"),
    [
        ("www.example.org/a", "`https://www.example.org/a`"),
        ("example.org", "`https://example.org`"),
        ("javascript:alert(1)", "Copy"),
        ("data:text/html,x", "Copy"),
        ("//example.org", "Copy"),
        ("https://", "Copy"),
        ("https://[", "Copy"),
        ("https://example.org/a b", "Copy it again"),
        ("https://example.org/<b>", "Copy it again"),
        ("https://me:secret@example.org/", "before the @"),
        (7, ""),
    ],
)
def test_what_is_no_web_address_is_refused(written: object, help: str) -> None:
    assert help in fault(Address, written)[1]


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (Id, "mt-2"),
        (ActorRef, "armenia"),
        (BriefRef, "2021/truce"),
        (BriefRef, "truce"),
        (CounterRef, "not stated"),
        (OldId, "2021/Old_name"),
    ],
)
def test_an_id_is_taken_as_it_is(kind: Any, written: str) -> None:
    assert TypeAdapter(kind).validate_python(written) == written


@pytest.mark.parametrize(
    ("kind", "written", "error"),
    [
        (Id, "Security Council", "form"),
        (Id, "a/b", "form"),
        (ActorRef, "Armenia", "unlinked"),
        (ActorRef, "2021/armenia", "unlinked"),
        (ActorRef, "not stated", "unlinked"),
        (BriefRef, "21/truce", "unlinked"),
        (ActorRef, ["armenia"], "form"),
        (ActorRef, " ", "form"),
        (OldId, "../index", "form"),
        (OldId, "a//b", "form"),
        (OldId, ".hidden", "form"),
        (Language, "English", "form"),
        (Line, " \n", "form"),
        (Line, "x" * 301, "said"),
        (Verbatim, "", "form"),
        (Prose, "x" * 20_001, "said"),
        (Yes, "yes", "bool_type"),
    ],
)
def test_what_is_none_of_these_is_refused(kind: Any, written: object, error: str) -> None:
    assert fault(kind, written)[0] == error
