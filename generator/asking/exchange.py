"""Between processes: copies of one that is asked tell it what they were told, and learn from it what the others were."""

from array import array
from collections.abc import Mapping
from typing import NamedTuple

from generator.asking.asked import Asked
from generator.asking.kinds import is_kept
from generator.asking.names import Name

News = list[tuple[Name, bytes, bytes]]
"""Answers that are kept, each with its fingerprint, as bytes."""


class Brought(NamedTuple):
    """What a process was told. All numbers are its own."""

    names: list[Name]
    """The questions that it was the first to ask."""
    numbers: "array[int]"
    """Those that were answered, each after that on which it rests."""
    ends: "array[int]"
    """Where in `rests` each has its end."""
    rests: "array[int]"
    prints: list[bytes | None]
    parcels: Mapping[bytes, bytes]
    """The answers that are kept."""


class Reporter:
    """Tells what a copy of a process was told since it is one."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._sent = len(asked.memory.names)
        asked.new = []

    def brought(self) -> Brought:
        """Return what is new since the last time."""
        asked, memory = self._asked, self._asked.memory
        names = memory.names.since(self._sent)
        self._sent = len(memory.names)
        new, asked.new = asked.new or [], []
        numbers, ends, rests = array("I", filter(memory.is_known, new)), array("I"), array("I")
        for number in numbers:
            rests.extend(memory.rests[number])
            ends.append(len(rests))
        prints = list(map(memory.print_at, numbers))
        kept = (print_ for number, print_ in zip(numbers, prints, strict=True) if print_ and is_kept(memory.names[number][0]))
        return Brought(names, numbers, ends, rests, prints, {print_: asked.parcels[print_] for print_ in kept})


class Correspondent:
    """A copy of this process as this one sees it: turns its numbers into ours."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._ours = list(range(len(asked.memory.names)))

    def hear(self, brought: Brought) -> News:
        """Note what the copy was told; return what others should know of it."""
        asked, memory, ours = self._asked, self._asked.memory, self._ours
        ours.extend(map(memory.number, brought.names))
        rests, start = array("I", map(ours.__getitem__, brought.rests)), 0
        news: News = []
        for number, end, print_ in zip(brought.numbers, brought.ends, brought.prints, strict=True):
            mine = ours[number]
            if not memory.is_known(mine):
                memory.answered(mine, rests[start:end], print_)
                if print_ and print_ in brought.parcels and is_kept(memory.names[mine][0]):
                    news.append((memory.names[mine], print_, brought.parcels[print_]))
            start = end
        asked.parcels.update(brought.parcels)
        return news


def news_of(asked: Asked) -> News:
    """Return those answers that are kept and were worked out here since the last time."""
    memory = asked.memory
    new, asked.new = asked.new or [], []
    kept = ((memory.names[number], memory.print_at(number)) for number in new if is_kept(memory.names[number][0]))
    return [(name, print_, asked.parcels[print_]) for name, print_ in kept if print_ and print_ in asked.parcels]
