"""What was asked so far: for each question with its arguments what its answer rests on, and the fingerprint of the answer.

What one edit changes is little beside all that was asked. So an earlier run's memory is taken up as it lies, and what differs
from it is noted apart; who rests on an answer is found without looking at the others.
"""

from array import array
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from generator.asking.kinds import is_given
from generator.asking.names import Name, Names, Written
from generator.asking.prints import SIZE
from generator.asking.rows import Rows, turned

MISSING = object()
"""Stands for an answer that is not at hand."""
NOTHING = bytes(SIZE)
"""Stands for the fingerprint of an answer that nobody compares."""


class Whole(NamedTuple):
    """A memory as plain values."""

    names: Written
    given: bytes
    known: bytes
    heights: bytes
    prints: bytes
    rests: tuple[bytes, bytes]
    users: tuple[bytes, bytes]


class Changes(NamedTuple):
    """In what a memory differs from the one that was written last."""

    names: Written
    numbers: bytes
    known: bytes
    heights: bytes
    prints: bytes
    rests: tuple[bytes, bytes]


class Memory:
    """All that was asked, by numbers. It can be written down, and taken up by another run, or by the next build of a preview."""

    def __init__(self) -> None:
        self.names = Names()
        self.given: list[int] = []
        """The numbers of what comes from outside."""
        self.rests = Rows()
        """What each answer rests on, in the order in which it was asked for."""
        self.heights = array("I")
        """How many answers stand below each at most: who rests on another stands higher."""
        self.values: list[Any] = []
        """The answers that are at hand."""
        self.later: set[int] = set()
        """What differs from the whole that was written last."""
        self._forgotten: set[int] = set()
        """What does so only as long as it is not known again."""
        self.moved = False
        """Whether anything has changed since this was taken up."""
        self._known = bytearray()
        self._prints = bytearray()
        self._users: Rows | None = None
        self._written = 0

    def number(self, name: Name) -> int:
        """Return the number of a question with its arguments; it gets one when it is asked first."""
        found = self.names.find(name)
        if found is None:
            found = self.names.add(name)
            self._known.append(0)
            self._prints += NOTHING
            self.heights.append(0)
            self.values.append(MISSING)
            if is_given(name[0]):
                self.given.append(found)
        return found

    def is_known(self, number: int) -> bool:
        """Whether it is known what the answer is, or was worked out from, and nothing of that has changed."""
        return bool(self._known[number])

    def print_at(self, number: int) -> bytes | None:
        """Return the fingerprint of an answer; None where nobody compares it."""
        found = bytes(self._prints[number * SIZE : (number + 1) * SIZE])
        return None if found == NOTHING else found

    def answered(self, number: int, rests: Iterable[int], print_: bytes | None) -> None:
        """Note what an answer rests on."""
        below = rests if isinstance(rests, array) else array("I", rests)
        height = 1 + max(map(self.heights.__getitem__, below), default=-1)
        if number in self._forgotten:
            self._forgotten.remove(number)
            if self._is_as_before(number, below, print_, height):
                self._known[number] = 1
                self.later.remove(number)
                return
        self._note(number, below, print_ or NOTHING)
        if self._users is None:
            self.heights[number] = height
        else:
            self._raise(number, height)

    def _is_as_before(self, number: int, below: "array[int]", print_: bytes | None, height: int) -> bool:
        return print_ == self.print_at(number) and height == self.heights[number] and below == self.rests[number]

    def _note(self, number: int, below: "array[int]", print_: bytes) -> None:
        if (users := self._users) is not None:
            now, before = set(below), set(self.rests[number])
            for one in before - now:
                users.remove(one, number)
            for one in now - before:
                users.add(one, number)
        self.rests[number] = below
        self._prints[number * SIZE : (number + 1) * SIZE] = print_
        self._known[number] = 1
        self._differs(number)

    def _raise(self, number: int, height: int) -> None:
        """Let an answer stand so high, and those that rest on it higher still."""
        heights = self.heights
        before, heights[number] = heights[number], height
        waiting = [(number, height)] if height > before else []
        while waiting:
            one, height = waiting.pop()
            for user in self.users(one):
                if self._known[user] and heights[user] <= height:
                    heights[user] = height + 1
                    self._differs(user)
                    waiting.append((user, height + 1))

    def forget(self, number: int) -> None:
        """Note that an answer may have changed."""
        self._known[number] = 0
        if self._written and number not in self.later:
            self._forgotten.add(number)
        self._differs(number)

    def _differs(self, number: int) -> None:
        self.moved = True
        if self._written:  # else there is nothing from which it could differ
            self.later.add(number)

    def users(self, number: int) -> Iterable[int]:
        """Return the answers that rest on one."""
        if self._users is None:
            self.rests.settle(len(self.names))
            self._users = turned(self.rests, len(self.names))
        return self._users[number]

    def written(self, called: Callable[[Callable[..., Any]], str]) -> Whole:
        """Return all as plain values; `called` tells how a question is called."""
        size = len(self.names)
        self.users(0)
        assert self._users
        for rows in (self.rests, self._users):
            rows.settle(size)
        self.later, self._forgotten, self._written = set(), set(), size
        return Whole(
            self.names.written(called),
            array("I", self.given).tobytes(),
            bytes(self._known),
            self.heights.tobytes(),
            bytes(self._prints),
            _bytes(self.rests),
            _bytes(self._users),
        )

    @classmethod
    def read(cls, whole: Whole, question: Callable[[str], Callable[..., Any]]) -> "Memory":
        """Take up what was written; `question` finds one by how it is called. Raises `ValueError` where parts are missing."""
        found = cls()
        found.names = Names.read(whole.names, question)
        found.given = list(array("I", whole.given))
        found._known, found._prints = bytearray(whole.known), bytearray(whole.prints)
        found.heights = array("I", whole.heights)
        found.values = [MISSING] * len(found.names)
        found.rests, found._users = _rows(whole.rests), _rows(whole.users)
        found._written = len(found.names)
        sizes = {len(found._known), len(found.heights), len(found._prints) // SIZE, len(found.rests.ends)}
        if sizes != {len(found.names)}:
            raise ValueError("not all of it is there")
        return found

    def changes(self, called: Callable[[Callable[..., Any]], str]) -> Changes:
        """Return in what this differs from what was written last."""
        new, rests, later = Names(), Rows(), sorted(self.later)
        for name in self.names.since(self._written):
            new.add(name)
        for at, number in enumerate(later):
            rests[at] = self.rests[number]
        rests.settle(len(later))
        return Changes(
            new.written(called),
            array("I", later).tobytes(),
            bytes(self._known[number] for number in later),
            array("I", (self.heights[number] for number in later)).tobytes(),
            b"".join(self._prints[number * SIZE : (number + 1) * SIZE] for number in later),
            _bytes(rests),
        )

    def change(self, changes: Changes, question: Callable[[str], Callable[..., Any]]) -> None:
        """Let this differ in the same way from what was written last."""
        for name in Names.read(changes.names, question).since(0):
            self.number(name)
        rests, heights = _rows(changes.rests), array("I", changes.heights)
        for at, number in enumerate(array("I", changes.numbers)):
            self._note(number, rests[at], changes.prints[at * SIZE : (at + 1) * SIZE])
            self._known[number] = changes.known[at]
            self.heights[number] = heights[at]
        self.moved = False


def _bytes(rows: Rows) -> tuple[bytes, bytes]:
    return rows.ends.tobytes(), rows.flat.tobytes()


def _rows(parts: tuple[bytes, bytes]) -> Rows:
    ends, flat = parts
    return Rows(array("I", ends), array("I", flat))
