"""A name has one number, in the run that asks it first and in all that take up what that one wrote."""

from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from generator.asking.memory import Memory
from generator.asking.names import Name, Names
from generator.asking.parcel import pack, unpack


def first() -> None:
    """Stand for a question."""


def second() -> None:
    """Stand for another one."""


def third() -> None:
    """Stand for one that is asked about others."""


QUESTIONS: dict[str, Callable[..., Any]] = {question.__name__: question for question in (first, second, third)}
ANY = some.sampled_from(list(QUESTIONS.values()))
PLAIN = some.tuples(some.sampled_from([0, 1, 2, "one", "two"]))
NAMES = some.tuples(ANY, some.one_of(PLAIN, some.tuples(ANY, PLAIN), some.tuples(ANY, ANY, PLAIN)))


def called(question: Callable[..., Any]) -> str:
    return question.__name__


@given(some.lists(some.lists(NAMES, max_size=12), min_size=1, max_size=4))
def test_names_keep_their_numbers(runs: list[list[Name]]) -> None:
    names, numbers = Names(), dict[Name, int]()
    for run in runs:
        for name in run:
            found = names.find(name)
            assert found == numbers.get(name)
            if found is None:
                numbers[name] = names.add(name)
        assert [names[number] for number in range(len(names))] == list(numbers) == names.since(0)
        names = Names.read(unpack(pack(names.written(called))), QUESTIONS.__getitem__)


def test_what_is_found_out_again_is_no_change() -> None:
    memory = Memory()
    below, above = memory.number((first, ())), memory.number((second, ()))
    memory.answered(below, (), b"1" * 16)
    memory.answered(above, (below,), b"2" * 16)
    memory.written(called)
    for print_, differs in ((b"2" * 16, set[int]()), (b"3" * 16, {above}), (b"3" * 16, {above})):
        memory.forget(above)
        memory.answered(above, (below,), print_)
        assert memory.is_known(above)
        assert memory.later == differs
