"""Rows hold what a list of lists holds, whatever is done to them in whatever order."""

from array import array

from hypothesis import given
from hypothesis import strategies as some

from generator.asking.rows import Rows, turned

SIZE = 6
NUMBERS = some.integers(0, SIZE - 1)
STEPS = some.one_of(
    some.tuples(some.just("set"), NUMBERS, some.lists(NUMBERS, unique=True)),
    some.tuples(some.just("add"), NUMBERS, NUMBERS),
    some.tuples(some.just("remove"), NUMBERS, NUMBERS),
    some.tuples(some.just("settle"), some.just(SIZE), some.none()),
)


@given(some.lists(STEPS, max_size=30))
def test_rows_are_like_lists(steps: list[tuple[str, int, object]]) -> None:
    rows, plain = Rows(), [list[int]() for _ in range(SIZE)]
    for what, number, row in steps:
        if what == "set" and isinstance(row, list):
            rows[number] = array("I", row)
            plain[number] = row
        elif what == "settle":
            rows.settle(number)
        elif what == "add" and row not in plain[number] and isinstance(row, int):
            rows.add(number, row)
            plain[number] = [*plain[number], row]
        elif what == "remove" and row in plain[number] and isinstance(row, int):
            rows.remove(number, row)
            plain[number] = [one for one in plain[number] if one != row]
        assert [list(rows[one]) for one in range(SIZE)] == plain
    rows.settle(SIZE)
    assert [list(Rows(rows.ends, rows.flat)[one]) for one in range(SIZE)] == plain
    others = turned(rows, SIZE)
    assert [list(others[one]) for one in range(SIZE)] == [[at for at in range(SIZE) if one in plain[at]] for one in range(SIZE)]
