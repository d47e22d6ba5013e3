"""Who can be asked: answers each question once, and notes what every answer rests on."""

from array import array
from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, TypeVar

from generator.asking.kinds import is_kept, is_opaque
from generator.asking.memory import NOTHING, Memory, Name
from generator.asking.parcel import pack
from generator.asking.prints import print_of

Given = ParamSpec("Given")
Self = TypeVar("Self", bound="Asked")
Answer = TypeVar("Answer")

MISSING = object()
Load = Callable[[bytes], Any]
"""Returns the answer that is kept under a fingerprint; raises `KeyError` where there is none."""


Brought = tuple[list[Name], list[tuple[int, "array[int]", bytes | None]], dict[bytes, bytes]]
"""What another process was told: the questions that it was the first to ask, its answers, and those of them to be kept."""


def nothing_kept(print_: bytes) -> Any:
    """Tell that nothing is kept."""
    raise KeyError(print_)


class Asked:
    """What questions are asked of. Without a `memory` it answers each once and notes nothing else."""

    def __init__(self, memory: Memory | None = None, load: Load = nothing_kept) -> None:
        self.memory = memory or Memory()
        self._notes = memory is not None
        self._load = load
        self._values = self.memory.values
        self._numbers = self.memory.numbers
        self._resting: dict[int, None] = {}
        self.parcels: dict[bytes, bytes] = {}
        """The answers to be kept that were worked out now, by their fingerprints."""
        if memory is not None:
            memory.begin(lambda name: print_of(name[0](self, *name[1:])))

    def ask(self: Self, question: Callable[Concatenate[Self, Given], Answer], *args: Given.args, **none: Given.kwargs) -> Answer:
        """Return what a question tells with these arguments. Whatever is being answered at this moment rests on it."""
        name = (question, *args)
        number = self._numbers.get(name)
        if number is None:
            number = self.memory.number(name)
        self._resting[number] = None
        value = self._values.get(number, MISSING)
        return self._answer(number, name) if value is MISSING else value  # type: ignore[no-any-return]

    def look(
        self: Self, question: Callable[Concatenate[Self, Given], Answer], *args: Given.args, **none: Given.kwargs
    ) -> tuple[bytes, Answer | None]:
        """Return the fingerprint of an answer, and the answer itself if it had to be worked out for that.

        For answers that are large, and that nobody asks for a second time: they are not remembered. Needs a memory.
        """
        name = (question, *args)
        number = self.memory.number(name)
        if self.memory.rests[number] is None:
            self._work_out(number, name)
        else:
            self._changed(number)
        found = self.memory.prints[number]
        assert found is not None
        return found, self._values.pop(number, None)

    def ask_once(
        self: Self, question: Callable[Concatenate[Self, Given], Answer], *args: Given.args, **none: Given.kwargs
    ) -> Answer:
        """Return an answer that nobody asks for a second time; it is not remembered."""
        name = (question, *args)
        number = self.memory.number(name)
        value: Answer = self._answer(number, name)
        self._values.pop(number, None)
        return value

    def is_new(self: Self, question: Callable[Concatenate[Self, Given], object], *args: Given.args, **none: Given.kwargs) -> bool:
        """Whether an answer must be worked out: it is asked for the first time, or may have changed."""
        number = self._numbers.get((question, *args))
        return number is None or self.memory.rests[number] is None or number in self.memory.doubtful

    def set_out(self) -> None:
        """Begin to work as a copy of another process, which is told later what this one was told."""
        self.memory.renewed = set()
        self.parcels = {}

    def brought(self, known: int) -> Brought:
        """Return what this process was told since it set out with so many questions `known`."""
        memory = self.memory
        if not self._notes:
            return [], [], {}
        told = [(number, memory.rests[number] or NOTHING, memory.prints[number]) for number in sorted(memory.renewed)]
        return memory.names[known:], told, self.parcels

    def take_over(self, brought: Brought, known: int) -> None:
        """Note what another process brought back."""
        names, told, parcels = brought
        self.memory.take_over(names, told, known)
        self.parcels |= parcels

    def _answer(self, number: int, name: Name) -> Any:
        """Find an answer that is not at hand: among those that are kept, where nothing has changed, or by working it out."""
        memory = self.memory
        if self._notes and memory.rests[number] is not None and not self._changed(number):
            kept = memory.prints[number]
            if kept is not None and is_kept(name[0]):
                try:
                    value = self._values[number] = self._load(kept)
                except KeyError:
                    return self._work_out(number, name)
                return value
        value = self._values.get(number, MISSING)  # to find out whether it has changed, it may have been worked out
        return self._work_out(number, name) if value is MISSING else value

    def _changed(self, number: int) -> bool:
        """Whether an answer is another than the one that was remembered when the memory was taken up."""
        memory = self.memory
        if number not in memory.doubtful:
            return False
        known = memory.verdicts.get(number)
        if known is None:
            name, before = memory.names[number], memory.prints[number]
            below = memory.rests[number] or NOTHING
            known = any(self._changed(one) for one in below if one in memory.doubtful)
            if known and not is_opaque(name[0]):
                self._work_out(number, name)
                known = memory.prints[number] != before
            memory.verdicts[number] = known
        return known

    def _work_out(self, number: int, name: Name) -> Any:
        memory = self.memory
        known = memory.rests[number] is not None and number not in memory.doubtful
        outer, self._resting = self._resting, {}
        try:
            value = name[0](self, *name[1:])
            rests = self._resting
        finally:
            self._resting = outer
        self._values[number] = value
        if self._notes and not known:
            memory.answered(number, rests)
            if not is_opaque(name[0]):
                memory.prints[number] = found = print_of(value)
                if is_kept(name[0]):
                    self.parcels[found] = pack(value)
        return value
