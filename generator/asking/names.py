"""What was asked, by numbers: each question with its arguments has one, in this run and in those that take up its memory."""

from array import array
from collections.abc import Callable, Sequence
from types import FunctionType
from typing import Any, NamedTuple

Name = tuple[Any, ...]
"""A question with its arguments, the question first."""
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
        self.numbers: dict[Name, int] = {}
        self._names: list[Name | None] = []
        self._questions: dict[Any, int] = {}
        self._arguments: dict[Name, int] = {}
        self._codes = array("Q")
        """The question of each earlier name in the high half, its arguments in the low one."""
        self._earlier: dict[int, int] = {}
        self._every_question: Sequence[Any] = ()
        self._every_argument: Sequence[Name] = ()

    def __len__(self) -> int:
        return len(self._names)

    def __getitem__(self, number: int) -> Name:
        found = self._names[number]
        if found is None:
            code = self._codes[number]
            found = self._names[number] = (self._every_question[code >> 32], *self._every_argument[code & _LOW])
        return found

    def question(self, number: int) -> Callable[..., Any]:
        """Return the question of a name."""
        found = self._names[number]
        question: Callable[..., Any] = self._every_question[self._codes[number] >> 32] if found is None else found[0]
        return question

    def find(self, name: Name) -> int | None:
        """Return the number of a name, if it has one."""
        found = self.numbers.get(name)
        if found is None and self._earlier:
            question, arguments = self._questions.get(name[0]), self._arguments.get(name[1:])
            if question is not None and arguments is not None:
                found = self._earlier.get(question << 32 | arguments)
                if found is not None:
                    self.numbers[name] = found
        return found

    def add(self, name: Name) -> int:
        """Give a number to a name that has none."""
        found = self.numbers[name] = len(self._names)
        self._names.append(name)
        return found

    def since(self, start: int) -> list[Name]:
        """Return the names from a number on."""
        return [self[number] for number in range(start, len(self._names))]

    def written(self, called: Callable[[Callable[..., Any]], str]) -> Written:
        """Return all names as plain values; `called` tells how a question is called."""
        questions, arguments = dict(self._questions), dict(self._arguments)
        codes, asking = array("Q", self._codes), {}
        for name in self.since(len(codes)):
            at = arguments.setdefault(name[1:], len(arguments))
            codes.append(questions.setdefault(name[0], len(questions)) << 32 | at)
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
        found._names = [None] * len(found._codes)
        found._every_question, found._every_argument = every, arguments
        found._questions = {question: number for number, question in enumerate(every)}
        found._arguments = dict(zip(arguments, range(len(arguments)), strict=True))
        found._earlier = dict(zip(found._codes, range(len(found._codes)), strict=True))
        return found
