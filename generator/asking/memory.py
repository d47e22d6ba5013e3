"""What was asked so far: for each question with its arguments what its answer rests on, and the fingerprint of the answer."""

from array import array
from collections.abc import Callable, Iterable, Sequence
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
        self.rests: list[array[int] | None] = []
        """What each answer rests on, in the order in which it was asked for; None where there was no answer yet."""
        self.prints: list[bytes | None] = []
        self.heights: list[int] = []
        """How many answers stand below each at most: who rests on another stands higher."""
        self.values: dict[int, Any] = {}
        self.doubtful: set[int] = set()
        """The answers that rest on something that has changed; whether they have, too, nobody knows yet."""
        self.verdicts: dict[int, bool] = {}
        """Of the doubtful ones that were looked at, whether the answer has changed."""
        self.renewed: set[int] = set()
        """What was answered anew since the memory was taken up."""
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
        return found

    def begin(self, look: Callable[[Name], bytes]) -> None:
        """Take up what is known: `look` tells the fingerprint of what is given now. What rests on a change becomes doubtful."""
        self.verdicts, self.renewed = {}, set()
        changed: set[int] = set()
        for number, name in enumerate(self.names):
            if is_given(name[0]) and self.rests[number] is not None:
                print_ = look(name)
                if print_ != self.prints[number]:
                    changed.add(number)
                    self.prints[number] = print_
                    self.renewed.add(number)
        self.doubtful = self._above(changed)
        for number in self.doubtful:
            self.values.pop(number, None)
        self.verdicts = dict.fromkeys(changed, True)

    def _above(self, changed: Iterable[int]) -> set[int]:
        """Return some answers with all that rest on them, however far above. Who stands below is looked at first."""
        found = set(changed)
        if not found:
            return found
        rests = self.rests
        for number in sorted(range(len(rests)), key=self.heights.__getitem__):
            below = rests[number]
            if below and not found.isdisjoint(below):
                found.add(number)
        return found

    def answered(self, number: int, rests: Iterable[int]) -> None:
        """Note what an answer rests on."""
        below = array("I", rests)
        heights = self.heights
        height = 1 + max(map(heights.__getitem__, below), default=-1)
        if self.rests[number] is not None and height > heights[number]:
            self.grew = True
        heights[number] = height
        self.rests[number] = below
        self.renewed.add(number)

    def level(self) -> None:
        """Let each stand above all that it rests on again."""
        heights, moved, self.grew = self.heights, self.grew, False
        while moved:
            moved = False
            for number in sorted(range(len(heights)), key=heights.__getitem__):
                below = self.rests[number]
                height = 1 + max(map(heights.__getitem__, below)) if below else heights[number]
                if height > heights[number]:
                    heights[number], moved = height, True

    def take_over(self, names: Sequence[Name], told: Iterable[tuple[int, "array[int]", bytes | None]], known: int) -> None:
        """Note what another process was told that began with the first `known` numbers; `names` are those that it added."""
        ours = [self.number(name) for name in names]
        for number, rests, print_ in told:
            mine = number if number < known else ours[number - known]
            if self.rests[mine] is not None and mine not in self.doubtful:
                continue
            if mine in self.doubtful and mine not in self.verdicts:
                self.verdicts[mine] = print_ is None or print_ != self.prints[mine]
            below = rests if not rests or max(rests) < known else [one if one < known else ours[one - known] for one in rests]
            self.answered(mine, below)
            self.prints[mine] = print_
