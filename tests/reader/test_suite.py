"""What the public test suite of YAML says of the reader: right values, or a finding, and never an exception."""

from generator.diagnostics import has_errors
from generator.reader import plain, read
from tests.reader.suite import ACCEPTED, OTHERWISE, REFUSED, Case, cases

CASES = tuple(cases())


def refused(case: Case) -> bool:
    return has_errors(read(case.yaml.encode(), "x.yml").diagnostics)


def value(case: Case) -> object:
    root = read(case.yaml.encode(), "x.yml").root
    return None if root is None else plain(root)


def test_the_suite_is_there() -> None:
    assert len(CASES) > 400
    assert len([case for case in CASES if case.inside]) > 80


def test_what_briefs_may_use_is_read_as_the_suite_says() -> None:
    inside = [case for case in CASES if case.inside]
    assert {case.id for case in inside if refused(case)} == set(REFUSED)
    assert {case.id for case in inside if not refused(case) and value(case) != case.value} == set(OTHERWISE)


def test_everything_else_gets_a_finding() -> None:
    outside = [case for case in CASES if not case.inside and not case.invalid]
    assert [case.id for case in outside if not refused(case)] == []
    assert {case.id for case in CASES if case.invalid and not refused(case)} == set(ACCEPTED)
