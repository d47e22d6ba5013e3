"""Fingerprints: equal answers have the same one, and others another, whatever else was written before."""

import re
import subprocess
import sys
from datetime import date, datetime
from decimal import Decimal

import pytest

from generator.asking import print_of
from generator.edition import Key
from generator.model.dates import When
from generator.model.references import ActorRef, SourceRef

APART: tuple[object, ...] = (
    *(None, False, True, 0, 1, 1.0, "", "1", b"1", "é", "\ud800", Decimal("1.0"), Decimal("1.00"), print_of, Key),
    *((), [], {}, ("a", "b"), ("ab",), (("a",), "b"), ["a", "b"], {"a": "b"}, {"b": "a"}, Key("a", "b"), Key("ab", "")),
    *("brief", ActorRef("brief"), SourceRef("brief"), When.read("2021"), When.read("2021-01-01"), date(2021, 1, 1)),
    *(datetime(2021, 1, 1), datetime(2021, 1, 1, 1), re.compile("a"), re.compile("b")),
)


def test_what_differs_has_other_fingerprints() -> None:
    assert len({print_of(value) for value in APART}) == len(APART)


def test_another_run_gives_the_same() -> None:
    asked = f"from {__name__} import *; print([print_of(value).hex() for value in APART])"
    env = {"PYTHONHASHSEED": "7", "PYTHONPATH": ":".join(sys.path)}
    told = subprocess.run([sys.executable, "-c", asked], env=env, capture_output=True, text=True, check=True).stdout
    assert told.strip() == str([print_of(value).hex() for value in APART])


def test_what_is_the_same_object_counts_as_what_is_equal() -> None:
    one, other = Key("brief", "2021/truce"), Key("brief", "/".join(("2021", "truce")))
    assert print_of((one, one)) == print_of((one, other))


def test_sets_have_none() -> None:
    with pytest.raises(ValueError, match="no order"):
        print_of(("a", {"b"}))
