"""Many hands: questions are asked in as many processes as the machine has cores, with the same answers.

Where a system cannot copy a running process (`fork`), or a preview runs threads in it, one process does all.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from multiprocessing import cpu_count, get_all_start_methods, get_context, get_start_method
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any, TypeVar

from generator import reader
from generator.build.files import Given, ReadAll, read_file
from generator.edition import Edition, Reading

if TYPE_CHECKING:
    from multiprocessing.context import ForkProcess  # not there on Windows

Item = TypeVar("Item")
Result = TypeVar("Result")
Argument = TypeVar("Argument")
Answer = TypeVar("Answer")

WORTH_IT = 200
"""So many files take about as long as it takes to start the processes."""


def hands() -> int:
    """Return how many processes can work at once."""
    copies = "fork" in get_all_start_methods() and get_start_method() != "spawn"
    return cpu_count() if copies else 1


def reading(hands: int) -> ReadAll:
    """Return what reads files with so many hands."""

    def read_all(given: Sequence[Given]) -> Iterable[Reading]:
        found = shared_out(lambda share: [(read.parsed, read.findings) for read in map(read_file, share)], given, hands)
        wheres = (reader.ReadAgain(one.file, one.data) for one in given)
        return [Reading(parsed, where, faults) for (parsed, faults), where in zip(found, wheres, strict=True)]

    return read_all


def asking(hands: int, question: Callable[[Edition, Argument], Answer]) -> Callable[[Edition, Sequence[Argument]], list[Answer]]:
    """Return what asks a question of many entries with so many hands. What the answers rest on is noted all the same."""

    def ask_all(edition: Edition, arguments: Sequence[Argument]) -> list[Answer]:
        found = {argument: edition.ask(question, argument) for argument in arguments if not edition.is_new(question, argument)}
        todo = [argument for argument in arguments if argument not in found]
        if todo:
            found[todo[0]] = edition.ask(question, todo[0])  # here all is asked that many rest on, before the work is shared out
        here, known = os.getpid(), len(edition.memory.names)

        def work(share: Sequence[Argument]) -> list[tuple[list[Answer], Any]]:
            if os.getpid() == here:
                return [([edition.ask(question, argument) for argument in share], None)]
            edition.set_out()
            return [([edition.ask(question, argument) for argument in share], edition.brought(known))]

        done: list[Answer] = []
        for answers, brought in shared_out(work, todo[1:], hands):
            done += answers
            if brought:
                edition.take_over(brought, known)
        found.update(zip(todo[1:], done, strict=True))
        return [found[argument] for argument in arguments]

    return ask_all


def shared_out(work: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item], hands: int) -> list[Result]:
    """Return what `work` makes of all items, in their order; each process gets one share of them.

    A share whose process does not answer (it was ended, or none could be started) is done here.
    """
    if hands < 2 or len(items) < WORTH_IT:
        return work(items)
    own, *others = _cut(items, [len(items) * hand // hands for hand in range(hands)])
    started = [_Hand.start(work, share) for share in others]
    done = work(own)
    for share, other in zip(others, started, strict=True):
        answer: list[Result] | None = other.answer() if other else None
        done += work(share) if answer is None else answer
    return done


def _cut(items: Sequence[Item], at: Sequence[int]) -> list[Sequence[Item]]:
    return [items[start:end] for start, end in zip(at, (*at[1:], len(items)), strict=True)]


@dataclass(frozen=True)
class _Hand:
    """A copy of this process at work, and the line on which it will answer."""

    process: "ForkProcess"
    line: Connection

    @classmethod
    def start(cls, work: Callable[[Sequence[Item]], list[Result]], share: Sequence[Item]) -> "_Hand | None":
        """Let a copy of this process work; where none can be started, return nothing."""
        context = get_context("fork")
        here, there = context.Pipe(duplex=False)
        process = context.Process(target=_work, args=(there, work, share), daemon=True)
        try:
            process.start()
        except OSError:
            return None
        finally:
            there.close()
        return cls(process, here)

    def answer(self) -> Any:
        """Wait for the answer and for the end; return nothing where it ended without an answer."""
        try:
            return self.line.recv()
        except (EOFError, OSError):
            return None
        finally:
            self.line.close()
            self.process.join()


def _work(line: Connection, work: Callable[[Sequence[Item]], list[Result]], share: Sequence[Item]) -> None:
    line.send(work(share))
