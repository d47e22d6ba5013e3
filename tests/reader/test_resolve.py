"""What values mean by YAML 1.2, and the characters that numbers keep."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reader import DecimalNumber, WholeNumber, plain, read
from generator.reader.resolve import is_long_number, resolve


def value(text: str) -> object:
    root = read(f"k: {text}".encode(), "x.yml").root
    assert root is not None
    found = plain(root)
    assert isinstance(found, dict)
    return found["k"]


@pytest.mark.parametrize(
    "text", ["no", "on", "12:30", "2021-11-16", "1_000", "0b1", "+0x1", "0o8", "1.2.3", "tRUE", "nULL", "=", "1e", "."]
)
def test_text(text: str) -> None:
    assert value(text) == text


@pytest.mark.parametrize(("text", "number"), [("010", 10), ("-3", -3), ("+12", 12), ("0o17", 15), ("0xfF", 255), ("2021", 2021)])
def test_whole_numbers_keep_their_characters(text: str, number: int) -> None:
    found = value(text)
    assert isinstance(found, WholeNumber)
    assert (found, found.raw) == (number, text)


@pytest.mark.parametrize(
    ("text", "number"), [("1.10", 1.1), ("-.5", -0.5), ("1.", 1.0), ("6e2", 600.0), (".inf", math.inf), ("-.INF", -math.inf)]
)
def test_decimal_numbers_keep_their_characters(text: str, number: float) -> None:
    found = value(text)
    assert isinstance(found, DecimalNumber)
    assert (found, found.raw) == (number, text)


def test_what_is_no_number_in_a_computer() -> None:
    assert math.isnan(float(str(value(".nan"))))
    assert value("1e999") == "1e999"
    assert value("9" * 19) == "9" * 19


@pytest.mark.parametrize("text", ["true", "True", "TRUE"])
def test_true(text: str) -> None:
    assert value(text) is True


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_nothing(text: str) -> None:
    assert value(text) is None


@given(st.integers(-(10**18) + 1, 10**18 - 1))
def test_numbers_of_up_to_18_digits(number: int) -> None:
    assert resolve(str(number)) == number
    assert not is_long_number(str(number))


@given(st.integers(10**18))
def test_longer_numbers_stay_characters(number: int) -> None:
    assert resolve(str(number)) == str(number)
    assert is_long_number(str(number))
