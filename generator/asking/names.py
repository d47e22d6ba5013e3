"""What was asked, by numbers: each question with its arguments has one, in this run and in those that take up its memory."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Sequence
from types import FunctionType
from typing import Any, NamedTuple

Name = tuple[Callable[..., Any], tuple[Any, ...]]
"""A question with its arguments."""
_LOW = (1 << 32) - 1


class _Numbered(NamedTuple):
    """A question among the arguments of another one, by its number."""

    number: int


class Written(NamedTuple):
    """Names as plain values: every question and every row of arguments once, and of which two each name consists."""

    questions: list[str]
    arguments: list[Any]
    asking: dict[int, tuple[Any, ...]]
    """Those rows of arguments that have questions among them, by their places."""
    codes: bytes


class Names:
    """All names. Those of an earlier run are put together only when somebody asks for them: an archive has a great many."""

    def __init__(self) -> None:
        self.numbers: defaultdict[Callable[..., Any], dict[tuple[Any, ...], int]] = defaultdict(dict)
        """The numbers of what was asked in this run, by the question and then by the arguments."""
        self._asked: list[Callable[..., Any]] = []
        self._with: list[tuple[Any, ...]] = []
        """The questions and the arguments of the names behind those of the earlier run."""
        self._questions: dict[Any, int] = {}
        self._arguments: dict[tuple[Any, ...], int] = {}
        self._codes = array("Q")
        """The question of each earlier name in the high half, its arguments in the low one."""
        self._earlier: dict[int, int] = {}
        self._every_question: Sequence[Callable[..., Any]] = ()
        self._every_argument: Sequence[tuple[Any, ...]] = ()

    def __len__(self) -> int:
        return len(self._codes) + len(self._asked)

    def __getitem__(self, number: int) -> Name:
        if number >= len(self._codes):
            at = number - len(self._codes)
            return self._asked[at], self._with[at]
        code = self._codes[number]
        return self._every_question[code >> 32], self._every_argument[code & _LOW]

    def find(self, name: Name) -> int | None:
        """Return the number of a name, if it has one."""
        question, arguments = name
        found = self.numbers[question].get(arguments)
        if found is None and self._earlier:
            which, with_what = self._questions.get(question), self._arguments.get(arguments)
            if which is not None and with_what is not None:
                found = self._earlier.get(which << 32 | with_what)
                if found is not None:
                    self.numbers[question][arguments] = found
        return found

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

    def written(self, called: Callable[[Callable[..., Any]], str]) -> Written:
        """Return all names as plain values; `called` tells how a question is called."""
        questions, arguments = dict(self._questions), dict(self._arguments)
        codes, asking = array("Q", self._codes), {}
        for question, given in zip(self._asked, self._with, strict=True):
            at = arguments.setdefault(given, len(arguments))
            codes.append(questions.setdefault(question, len(questions)) << 32 | at)
        plain: list[Any] = list(arguments)
        for at, row in enumerate(plain):
            if any(type(part) is FunctionType for part in row):
                numbered = (questions.setdefault(part, len(questions)) if type(part) is FunctionType else -1 for part in row)
                asking[at] = tuple(part if number < 0 else _Numbered(number) for part, number in zip(row, numbered, strict=True))
                plain[at] = None
        return Written([called(question) for question in questions], plain, asking, codes.tobytes())

    @classmethod
    def read(cls, written: Written, question: Callable[[str], Callable[..., Any]]) -> "Names":
        """Return the names that were written; `question` finds one by how it is called."""
        found, every = cls(), [question(called) for called in written.questions]
        arguments = list(written.arguments)
        for at, row in written.asking.items():
            arguments[at] = tuple(every[part.number] if type(part) is _Numbered else part for part in row)
        found._codes.frombytes(written.codes)
        found._every_question, found._every_argument = every, arguments
        found._questions = {question: number for number, question in enumerate(every)}
        found._arguments = dict(zip(arguments, range(len(arguments)), strict=True))
        found._earlier = dict(zip(found._codes, range(len(found._codes)), strict=True))
        return found
