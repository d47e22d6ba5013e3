"""Whatever changes between two runs, who takes up a memory answers as one does who begins with none."""

from collections.abc import Callable, Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from generator import asking
from generator.asking import Asked, Memory, kept, large, opaque
from generator.asking.parcel import pack, unpack

Cell = tuple[int, tuple[int, ...]]
"""What a cell holds: a number, and the cells on whose answers its own rests."""
Cells = dict[int, Cell]
MANY = 8


class Sheet(Asked):
    """Cells of which some rest on others. What each rests on may change with every edit."""

    def __init__(self, cells: Cells, memory: Memory | None) -> None:
        self.cells = cells
        super().__init__(memory)


@asking.given
def cell(sheet: Sheet, number: int) -> Cell | None:
    return sheet.cells.get(number)


def plain(sheet: Sheet, number: int) -> int:
    found = sheet.ask(cell, number)
    if found is None:
        raise LookupError(number)
    return (found[0] + sum(ask(sheet, other) for other in found[1] if other < number)) % 3


@opaque
def not_compared(sheet: Sheet, number: int) -> int:
    return plain(sheet, number)


@kept
def worth_keeping(sheet: Sheet, number: int) -> int:
    return plain(sheet, number)


@large
@kept
def laborious(sheet: Sheet, number: int) -> int:
    return plain(sheet, number)


KINDS: tuple[Callable[[Sheet, int], int], ...] = (plain, not_compared, worth_keeping, laborious)
QUESTIONS: dict[str, Callable[..., Any]] = {question.__name__: question for question in (cell, *KINDS)}


def ask(sheet: Sheet, number: int) -> int:
    return sheet.ask(KINDS[number % len(KINDS)], number)


def answers(sheet: Sheet, numbers: list[int]) -> list[int | None]:
    def answer(number: int) -> int | None:
        try:
            return ask(sheet, number)
        except LookupError:
            return None

    return [answer(number) for number in numbers]


numbers = some.integers(0, MANY)
value = some.tuples(some.integers(0, 2), some.lists(numbers, max_size=4).map(tuple))
first = some.lists(value, min_size=MANY, max_size=MANY).map(lambda found: dict(enumerate(found)))
"""At first there are nearly all cells; one edit changes few of them."""
edit = some.tuples(some.dictionaries(numbers, value | some.none(), max_size=2), some.lists(numbers, max_size=4))
edits = some.tuples(first, some.lists(edit, min_size=3, max_size=10))
Edits = tuple[Cells, list[tuple[dict[int, Cell | None], list[int]]]]


def called(question: Callable[..., Any]) -> str:
    return question.__name__


class Shelf:
    """Where a memory lies between two runs, as `generator/build/recall.py` does it."""

    def __init__(self) -> None:
        self.whole = b""
        self.since = b""

    def keep(self, memory: Memory, *, anew: bool) -> None:
        if anew or not self.whole:
            self.whole, self.since = pack(memory.written(called)), b""
        else:
            self.since = pack(memory.changes(called))

    def memory(self) -> Memory:
        if not self.whole:
            return Memory()
        found = Memory.read(unpack(self.whole), QUESTIONS.__getitem__)
        if self.since:
            found.change(unpack(self.since), QUESTIONS.__getitem__)
        return found


def states(edits: Edits) -> Iterator[tuple[Cells, list[int]]]:
    now, changes = edits
    for change, asked in changes:
        now = {number: found for number, found in {**now, **change}.items() if found}
        yield now, asked


@settings(max_examples=150)
@given(edits)
def test_a_preview_answers_as_if_it_had_just_begun(edits: Edits) -> None:
    memory = Memory()
    for now, asked in states(edits):
        assert answers(Sheet(now, memory), asked) == answers(Sheet(now, None), asked)


@settings(max_examples=150)
@given(edits, some.lists(some.booleans(), min_size=10, max_size=10))
def test_the_next_run_answers_as_if_there_had_been_none(edits: Edits, anew: list[bool]) -> None:
    shelf = Shelf()
    for (now, asked), whole in zip(states(edits), anew, strict=False):
        sheet = Sheet(now, shelf.memory())
        assert answers(sheet, asked) == answers(Sheet(now, None), asked)
        shelf.keep(sheet.memory, anew=whole)
