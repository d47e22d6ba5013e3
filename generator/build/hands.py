"""Many hands: questions are asked in as many processes as the machine has cores, with the same answers.

Each process looks after its share of the entries, from the bytes of their files on, and tells the others only what they need to
know. Where a system cannot copy a running process (`fork`), or a preview runs threads in it, one process does all.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import cpu_count, get_all_start_methods, get_context, get_start_method
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any, TypeVar

from generator.asking.exchange import Brought, Correspondent, News, Reporter, news_of
from generator.edition import Edition

if TYPE_CHECKING:
    from multiprocessing.context import ForkProcess  # not there on Windows

Argument = TypeVar("Argument")
Answer = TypeVar("Answer")
Question = Callable[[Edition, Any], Any]

ONE_HAND = "BRIEFS_ONE_HAND"
"""The variable of the environment that lets one process do all."""
WORTH_IT = 200
"""So many entries take about as long as it takes to start the processes."""


def hands() -> int:
    """Return how many processes can work at once."""
    copies = "fork" in get_all_start_methods() and get_start_method() != "spawn"
    mine = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else cpu_count()  # a container has some of them
    return mine if copies else 1


class Alone:
    """One process that does everything."""

    many = False

    def __init__(self, edition: Edition) -> None:
        self._edition = edition

    def ask(self, question: Callable[[Edition, Argument], object], arguments: Sequence[Argument]) -> None:
        """Ask a question of many, so that the answers are known."""
        self.run(_ask, [(question, argument) for argument in arguments])

    def run(self, work: Callable[[Edition, Argument], Answer], arguments: Sequence[Argument]) -> list[Answer]:
        """Return what some work on the edition makes of each argument."""
        return [work(self._edition, argument) for argument in arguments]


def _ask(edition: Edition, asked: tuple[Callable[[Edition, Any], object], Any]) -> None:
    question, argument = asked
    edition.ask(question, argument)


class Crew(Alone):
    """Several processes, each a copy of this one, that share out the work among them."""

    many = True

    def __init__(self, edition: Edition, hands: int) -> None:
        super().__init__(edition)
        self._others = [found for found in (_Hand.start(edition) for _ in range(hands - 1)) if found]

    def run(self, work: Callable[[Edition, Argument], Answer], arguments: Sequence[Argument]) -> list[Answer]:
        """Return what some work makes of each argument. Who had one before has it again: it has read the file.

        What a process does not answer (it was ended, or there is no memory left) is done here.
        """
        shares = [arguments[at :: len(self._others) + 1] for at in range(len(self._others) + 1)]
        before = len(self._edition.memory.renewed)
        for other, share in zip(self._others, shares[1:], strict=True):
            other.send((work, share))
        answers = {0: super().run(work, shares[0])}
        renewed = [*self._edition.memory.renewed][before:]
        news = {0: news_of(self._edition, renewed)}
        for at, other in enumerate(self._others, 1):
            told: tuple[list[Answer], Brought] | None = other.answer()
            if told:
                answers[at], news[at] = told[0], other.correspondent.hear(told[1])
            else:
                answers[at], news[at] = super().run(work, shares[at]), []
        for at, other in enumerate(self._others, 1):
            other.send([item for source, items in news.items() if source != at for item in items])
        found: list[Any] = [None] * len(arguments)
        for at in range(len(shares)):
            found[at :: len(shares)] = answers[at]
        return found

    def dismiss(self) -> None:
        """Let the other processes end. Each holds the lines of those before it, so all are cut before one is waited for."""
        for other in self._others:
            other.line.close()
        for other in self._others:
            other.process.join()


@contextmanager
def crew(edition: Edition, hands: int, size: int) -> Iterator[Alone]:
    """Let so many processes answer for a while, or this one alone where there is little to do."""
    if hands < 2 or size < WORTH_IT:
        yield Alone(edition)
        return
    found = Crew(edition, hands)
    try:
        yield found
    finally:
        found.dismiss()


class _Hand:
    """A copy of this process, and the line on which it is asked."""

    def __init__(self, process: "ForkProcess", line: Connection, edition: Edition) -> None:
        self.process = process
        self.line = line
        self.correspondent = Correspondent(edition)

    @classmethod
    def start(cls, edition: Edition) -> "_Hand | None":
        """Start a copy of this process; where none can be started, return nothing."""
        try:
            context = get_context("fork")
        except ValueError:  # this system has no such thing
            return None
        here, there = context.Pipe()
        process = context.Process(target=_work, args=(there, here, edition), daemon=True)
        try:
            process.start()
        except OSError:
            return None
        finally:
            there.close()
        return cls(process, here, edition)

    def send(self, told: object) -> None:
        """Tell it something; it may have ended."""
        try:
            self.line.send(told)
        except OSError:
            return

    def answer(self) -> Any:
        """Wait for its answer; return nothing where it ended without one."""
        try:
            return self.line.recv()
        except (EOFError, OSError):
            return None


def _work(line: Connection, other_end: Connection, edition: Edition) -> None:
    """Answer what is asked on a line until nobody is there any more."""
    other_end.close()
    reporter = Reporter(edition)
    while True:
        try:
            work, share = line.recv()
            line.send(([work(edition, argument) for argument in share], reporter.brought()))
            news: News = line.recv()
        except (EOFError, OSError):
            return
        for name, print_, parcel in news:
            edition.told(name, print_, parcel)
