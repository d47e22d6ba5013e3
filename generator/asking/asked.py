"""Who can be asked: answers each question once, and notes what every answer rests on."""

from collections.abc import Callable
from contextlib import suppress
from heapq import heappop, heappush
from typing import Any, Concatenate, ParamSpec, TypeVar

from generator.asking.kinds import is_kept, is_opaque, waits
from generator.asking.memory import MISSING, Memory
from generator.asking.names import Name
from generator.asking.parcel import pack, unpack
from generator.asking.prints import print_of

Given = ParamSpec("Given")
Self = TypeVar("Self", bound="Asked")
Answer = TypeVar("Answer")

Load = Callable[[Callable[..., Any], bytes], Any]
"""Returns the answer to a question that is kept under a fingerprint; raises `KeyError` where there is none."""


def nothing_kept(question: Callable[..., Any], print_: bytes) -> Any:
    """Tell that nothing is kept."""
    raise KeyError(print_)


class Asked:
    """What questions are asked of. Without a `memory` it answers each once and notes nothing else."""

    def __init__(self, memory: Memory | None = None, load: Load = nothing_kept) -> None:
        self.memory = memory or Memory()
        self._notes = memory is not None
        self._load = load
        self._values = self.memory.values
        self._numbers = self.memory.names.numbers
        self._resting: dict[int, None] = {}
        self._changed: set[int] = set()
        self._waiting: list[tuple[int, int]] | None = None
        self._looked_at: set[int] = set()
        self._seen_to = 0
        self._alike: dict[bytes, Any] = {}
        """Empty answers, by their fingerprints."""
        self.parcels: dict[bytes, bytes] = {}
        """Answers that are kept, by their fingerprints."""
        self.new: list[int] | None = None
        """The numbers of what was worked out here and must be told to others, each after that on which it rests."""
        if memory is not None:
            self.take_up()

    def ask(self: Self, question: Callable[Concatenate[Self, Given], Answer], *args: Given.args, **none: Given.kwargs) -> Answer:
        """Return what a question tells with these arguments. Whatever is being answered at this moment rests on it."""
        number = self._numbers[question].get(args)
        if number is None:
            number = self.memory.number((question, args))
        self._resting[number] = None
        if self._waiting is not None:
            self._look_at(number)
        value = self._values[number]
        return self._answer(number, (question, args)) if value is MISSING else value  # type: ignore[no-any-return]

    def ask_once(
        self: Self, question: Callable[Concatenate[Self, Given], Answer], *args: Given.args, **none: Given.kwargs
    ) -> Answer:
        """Return an answer that nobody asks for a second time; it is not remembered."""
        number = self.memory.number((question, args))
        value: Answer = self._answer(number, (question, args))
        self._values[number] = MISSING
        return value

    def take(
        self: Self, question: Callable[Concatenate[Self, Given], Answer], *args: Given.args, **none: Given.kwargs
    ) -> Answer | None:
        """Return an answer that was just worked out, and forget it; None where it was not."""
        number = self.memory.names.find((question, args))
        if number is None:
            return None
        found, self._values[number] = self._values[number], MISSING
        return None if found is MISSING else found

    def is_new(self: Self, question: Callable[Concatenate[Self, Given], object], *args: Given.args, **none: Given.kwargs) -> bool:
        """Whether an answer must be worked out: it is asked for the first time, or rests on something that has changed."""
        number = self.memory.names.find((question, args))
        return number is None or not self.memory.is_known(number)

    def told(self, name: Name, print_: bytes, parcel: bytes) -> None:
        """Note an answer that is kept, and that another process has worked out."""
        memory = self.memory
        number = memory.number(name)
        if not memory.is_known(number):
            memory.answered(number, (), print_)
            self.parcels[print_] = parcel

    def _answer(self, number: int, name: Name) -> Any:
        """Find an answer that is not at hand: among those that are kept, where nothing has changed, or by working it out."""
        memory = self.memory
        if self._notes and is_kept(name[0]) and memory.is_known(number):
            try:
                value = self._values[number] = self._kept(name[0], memory.print_at(number) or b"")
            except KeyError:
                return self._work_out(number, name)
            return value
        return self._work_out(number, name)

    def _kept(self, question: Callable[..., Any], print_: bytes) -> Any:
        """Return an answer that is kept. Nearly all files have the same findings, which are none."""
        if print_ in self._alike:
            return self._alike[print_]
        parcel = self.parcels.get(print_)
        value = self._load(question, print_) if parcel is None else unpack(parcel)
        if not value:
            self._alike[print_] = value
        return value

    def _work_out(self, number: int, name: Name) -> Any:
        outer, self._resting = self._resting, {}
        try:
            value = name[0](self, *name[1])
            rests = self._resting
        finally:
            self._resting = outer
        self._values[number] = value
        if self._notes and not self.memory.is_known(number):
            print_ = None if is_opaque(name[0]) else print_of(value)
            self.memory.answered(number, rests, print_)
            if print_ and is_kept(name[0]):
                self.parcels[print_] = pack(value)
            if self.new is not None:
                self.new.append(number)
        return value

    def take_up(self) -> None:
        """See what has changed since the memory was left: first what is given, then all that rests on it, from below."""
        memory = self.memory
        self.parcels.clear()
        waiting = self._waiting = []
        for number in memory.given:
            (question, given), before = memory.names[number], self._values[number]
            value = self._values[number] = question(self, *given)
            if value == before:
                continue
            if (print_ := print_of(value)) != memory.print_at(number):
                memory.answered(number, (), print_)
                self._has_changed(number)
        while waiting:
            height, number = heappop(waiting)
            if number not in self._looked_at:
                self._seen_to = height
                self._look_at(number)
        self._waiting = None
        self._looked_at.clear()
        self._changed.clear()

    def _has_changed(self, number: int) -> None:
        """Look at all that rests on what has changed, when it is their turn."""
        self._changed.add(number)
        assert self._waiting is not None
        for user in self.memory.users(number):
            if user not in self._looked_at:
                heappush(self._waiting, (self.memory.heights[user], user))

    def _look_at(self, number: int) -> None:
        """See whether an answer has changed. What stands lower than the turn has come was looked at, if there was a reason."""
        memory, looked_at = self.memory, self._looked_at
        if number in looked_at:
            return
        if not memory.is_known(number):  # it will be worked out, from what is looked at then
            looked_at.add(number)
            return
        if memory.heights[number] < self._seen_to:
            return
        looked_at.add(number)
        below = memory.rests[number]
        for one in below:  # somebody asks before its turn
            self._look_at(one)
        if not self._changed.isdisjoint(below):
            self._shake(number)

    def _shake(self, number: int) -> None:
        """Forget an answer that may have changed. If it does not take long, see at once whether it has."""
        memory = self.memory
        name, before = memory.names[number], memory.print_at(number)
        self._values[number] = MISSING
        memory.forget(number)
        if not waits(name[0]):
            with suppress(
                Exception
            ):  # such as the name of what is gone: it has no answer any more, and who still asks meets that
                self._work_out(number, name)
        if not memory.is_known(number) or memory.print_at(number) != before:
            self._has_changed(number)
