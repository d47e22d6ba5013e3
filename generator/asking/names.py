"""What was asked, by numbers: each question with its arguments has one, in this run and in those that take up its memory."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import takewhile
from types import FunctionType
from typing import Any, NamedTuple

from generator.asking.parcel import pack, unpack

Question = Callable[..., Any]
Arguments = tuple[Any, ...]
Name = tuple[Question, Arguments]
"""A question with its arguments. Those of them that are questions, too, stand before the others."""
_LOW = (1 << 32) - 1


class Written(NamedTuple):
    """Names as plain values."""

    questions: list[str]
    shelves: list[bytes]
    """What questions were asked with, in parcels. Most are asked of every entry, so that many share a shelf."""
    shelf_of: list[int]
    """The shelf of each question."""
    numbers: list[bytes]
    """The numbers of its names, for each question, in the order of its shelf."""
    codes: bytes
    """For each name its question, in the high half, and the place on its shelf, in the low one."""


class Names:
    """All names. Those of an earlier run are unpacked when their question is asked: an archive has a great many."""

    def __init__(self) -> None:
        self.numbers: dict[Question, dict[Arguments, int]] = _Numbers(self)
        """The number of each name, by the question and then by the arguments."""
        self._asked: list[Question] = []
        self._with: list[Arguments] = []
        """The questions and the arguments of the names behind those of the earlier run."""
        self._earlier = Written([], [], [], [], b"")
        self._codes = array("Q")
        self._questions: Sequence[Question] = ()
        self._places: dict[Question, int] = {}
        """Where each question stands in the row of all."""
        self._unpacked: dict[int, list[Arguments]] = {}

    def __len__(self) -> int:
        return len(self._codes) + len(self._asked)

    def __getitem__(self, number: int) -> Name:
        if number >= len(self._codes):
            at = number - len(self._codes)
            return self._asked[at], self._with[at]
        code = self._codes[number]
        which = code >> 32
        return self._questions[which], self._shelf(self._earlier.shelf_of[which])[code & _LOW]

    def find(self, name: Name) -> int | None:
        """Return the number of a name, if it has one."""
        return self.numbers[name[0]].get(name[1])

    def add(self, name: Name) -> int:
        """Give a number to a name that has none."""
        question, arguments = name
        found = self.numbers[question][arguments] = len(self)
        self._asked.append(question)
        self._with.append(arguments)
        return found

    def since(self, start: int) -> list[Name]:
        """Return the names from a number on."""
        return [self[number] for number in range(start, len(self))]

    def earlier(self, question: Question) -> dict[Arguments, int]:
        """Return the numbers that a question's names have from the earlier run."""
        which = self._places.get(question)
        if which is None or which >= len(self._earlier.shelf_of):  # it may have been an argument alone
            return {}
        rows = self._shelf(self._earlier.shelf_of[which])
        return dict(zip(rows, array("I", self._earlier.numbers[which]), strict=True))

    def _shelf(self, at: int) -> list[Arguments]:
        found = self._unpacked.get(at)
        if found is None:
            found, asking = unpack(self._earlier.shelves[at])
            for which, places in asking.items():
                questions = tuple(self._questions[one] for one in which)
                for place in places:
                    found[place] = questions + found[place]
            self._unpacked[at] = found
        return found

    def written(self, called: Callable[[Question], str]) -> Written:
        """Return all names as plain values; `called` tells how a question is called."""
        rows: dict[Arguments, int] = {}
        asked: defaultdict[Question, list[tuple[int, int]]] = defaultdict(list)
        for number, (question, arguments) in enumerate(self.since(0)):
            asked[question].append((rows.setdefault(arguments, len(rows)), number))
        every, places = list(rows), {question: place for place, question in enumerate(asked)}
        shelves: dict[bytes, int] = {}
        packed: list[bytes] = []
        shelf_of: list[int] = []
        numbers: list[bytes] = []
        codes = array("Q", bytes(8 * len(self)))
        for which, names in enumerate(asked.values()):
            names.sort()
            for place, (_, number) in enumerate(names):
                codes[number] = which << 32 | place
            shelf = array("I", [row for row, _ in names])
            at = shelves.setdefault(shelf.tobytes(), len(shelves))
            if at == len(packed):
                packed.append(_packed([every[row] for row in shelf], places))
            shelf_of.append(at)
            numbers.append(array("I", [number for _, number in names]).tobytes())
        return Written([called(question) for question in places], packed, shelf_of, numbers, codes.tobytes())

    @classmethod
    def read(cls, written: Written, question: Callable[[str], Question]) -> "Names":
        """Return the names that were written; `question` finds one by how it is called."""
        found = cls()
        found._earlier = written
        found._codes.frombytes(written.codes)
        found._questions = [question(called) for called in written.questions]
        found._places = {question: place for place, question in enumerate(found._questions)}
        return found


class _Numbers(dict[Question, dict[Arguments, int]]):
    """The numbers of names by their questions: those of an earlier run come when a question is asked first."""

    def __init__(self, names: Names) -> None:
        super().__init__()
        self._names = names

    def __missing__(self, question: Question) -> dict[Arguments, int]:
        found = self[question] = self._names.earlier(question)
        return found


def _packed(rows: list[Arguments], places: dict[Question, int]) -> bytes:
    """Pack a shelf. Questions that are arguments are no values and are told by their places; new ones get one."""
    plain: list[Arguments] = list(rows)
    asking: defaultdict[tuple[int, ...], list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        questions = tuple(takewhile(lambda part: type(part) is FunctionType, row))
        if questions:
            asking[tuple(places.setdefault(question, len(places)) for question in questions)].append(at)
            plain[at] = row[len(questions) :]
    return pack((plain, dict(asking)))
