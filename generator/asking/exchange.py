"""Between processes: copies of one that is asked tell it what they were told, and learn from it what the others were."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from generator.asking.asked import Asked
from generator.asking.kinds import is_kept
from generator.asking.names import Name

if TYPE_CHECKING:
    from array import array

Brought = tuple[list[Name], list[tuple[int, "array[int]", bytes | None]], Mapping[bytes, bytes]]
"""What a process was told: the questions that it was the first to ask, its answers, and those of them that are kept."""
News = list[tuple[Name, bytes, bytes]]
"""Answers that are kept, each with its fingerprint, as bytes."""


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
        told = [(number, memory.rests[number], memory.print_at(number)) for number in new if memory.is_known(number)]
        kept = (print_ for number, _, print_ in told if print_ and is_kept(memory.names[number][0]))
        return names, told, {print_: asked.parcels[print_] for print_ in kept}


class Correspondent:
    """A copy of this process as this one sees it: turns its numbers into ours."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._ours = list(range(len(asked.memory.names)))

    def hear(self, brought: Brought) -> News:
        """Note what the copy was told; return what others should know of it."""
        names, told, parcels = brought
        asked, memory, ours = self._asked, self._asked.memory, self._ours
        ours.extend(map(memory.number, names))
        news: News = []
        for number, rests, print_ in told:
            mine = ours[number]
            if not memory.is_known(mine):
                memory.answered(mine, map(ours.__getitem__, rests), print_)
                if print_ and print_ in parcels and is_kept(memory.names[mine][0]):
                    news.append((memory.names[mine], print_, parcels[print_]))
        asked.parcels.update(parcels)
        return news


def news_of(asked: Asked) -> News:
    """Return those answers that are kept and were worked out here since the last time."""
    memory = asked.memory
    new, asked.new = asked.new or [], []
    kept = ((memory.names[number], memory.print_at(number)) for number in new if is_kept(memory.names[number][0]))
    return [(name, print_, asked.parcels[print_]) for name, print_ in kept if print_ and print_ in asked.parcels]
