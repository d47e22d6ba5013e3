"""What was asked so far: for each question with its arguments what its answer rests on, and the fingerprint of the answer."""

from array import array
from collections.abc import Iterable
from typing import Any

from generator.asking.kinds import is_given

Name = tuple[Any, ...]
"""A question with its arguments, the question first."""
NOTHING: "array[int]" = array("I")


class Memory:
    """All that was asked, by numbers. It can be written down, and taken up by another run, or by the next build of a preview."""

    def __init__(self) -> None:
        self.numbers: dict[Name, int] = {}
        self.names: list[Name] = []
        self.given: list[int] = []
        """The numbers of what comes from outside."""
        self.rests: list[array[int] | None] = []
        """What each answer rests on, in the order in which it was asked for; None where it is not known."""
        self.prints: list[bytes | None] = []
        self.heights: list[int] = []
        """How many answers stand below each at most: who rests on another stands higher."""
        self.values: dict[int, Any] = {}
        self.stale: set[int] = set()
        """The answers that rest on something that has changed, and that nobody has asked for since."""
        self.renewed: dict[int, None] = {}
        """What was answered anew since the memory was taken up, each after that on which it rests."""
        self.grew = False
        """Whether an answer came to rest on higher ones than before, so that those above it may stand too low; see `level`."""

    def number(self, name: Name) -> int:
        """Return the number of a question with its arguments; it gets one when it is asked first."""
        found = self.numbers.get(name)
        if found is None:
            found = self.numbers[name] = len(self.names)
            self.names.append(name)
            self.rests.append(None)
            self.prints.append(None)
            self.heights.append(0)
            if is_given(name[0]):
                self.given.append(found)
        return found

    def is_known(self, number: int) -> bool:
        """Whether it is known what the answer is, or was worked out from."""
        return self.rests[number] is not None and number not in self.stale

    def holds(self, name: Name, print_: bytes) -> bool:
        """Whether an answer has this fingerprint."""
        number = self.numbers.get(name)
        return number is not None and self.is_known(number) and self.prints[number] == print_

    def in_order(self) -> Iterable[int]:
        """Return all numbers, each after those on which it rests."""
        return sorted(range(len(self.names)), key=self.heights.__getitem__)

    def answered(self, number: int, rests: Iterable[int], print_: bytes | None) -> None:
        """Note what an answer rests on."""
        below = array("I", rests)
        heights = self.heights
        height = 1 + max(map(heights.__getitem__, below), default=-1)
        if height > heights[number] and self.rests[number] is not None:
            self.grew = True
        heights[number] = height
        self.rests[number] = below
        self.prints[number] = print_
        self.renewed[number] = None
        self.stale.discard(number)

    def level(self) -> None:
        """Let each stand above all that it rests on again."""
        heights, moved, self.grew = self.heights, self.grew, False
        while moved:
            moved = False
            for number in self.in_order():
                below = self.rests[number]
                height = 1 + max(map(heights.__getitem__, below)) if below else heights[number]
                if height > heights[number]:
                    heights[number], moved = height, True
