"""Many hands: questions are asked in as many processes as the machine has cores, with the same answers.

Each process looks after its share of the entries, from the bytes of their files on, and tells the others only what they need to
know. Where a system cannot copy a running process (`fork`), or a preview runs threads in it, one process does all.
"""

import os
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import cpu_count, get_all_start_methods, get_context, get_start_method
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any, TypeVar

from generator.asking.exchange import Correspondent, News, Reporter, news_of
from generator.edition import Edition

if TYPE_CHECKING:
    from multiprocessing.context import ForkProcess  # not there on Windows

Argument = TypeVar("Argument")
Answer = TypeVar("Answer")
Question = Callable[[Edition, Any], Any]

ONE_HAND = "BRIEFS_ONE_HAND"
"""The variable of the environment that lets one process do all."""
AT_ONCE, A_FEW = 200, 12
"""How many arguments another process takes together at most, and this one: each round costs a little."""
ANYBODY = "anybody"
"""Stands for the process that has nothing else to do."""
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
        self.run(_ask, [(question, argument) for argument in arguments], about=arguments)

    def run(
        self, work: Callable[[Edition, Argument], Answer], arguments: Sequence[Argument], about: Sequence[Hashable] = ()
    ) -> list[Answer]:
        """Return what some work on the edition makes of each argument. `about` tells with what each has to do."""
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
        self._had: dict[Hashable, _Hand | None] = {}
        edition.new = []

    def run(
        self, work: Callable[[Edition, Argument], Answer], arguments: Sequence[Argument], about: Sequence[Hashable] = ()
    ) -> list[Answer]:
        """Return what some work makes of each argument. Who had to do with one before has it again: it has read the file.

        All others go to whoever is free. What a process does not answer (it was ended, or there is no memory left) is done here.
        """
        todo = _Todo(self._had, about or arguments, len(self._others) + 1)
        found: dict[int, Answer] = {}
        while len(found) < len(arguments):
            for other in self._others:
                if not other.busy and (share := todo.next(other)):
                    other.set_to_work(work, share, [arguments[at] for at in share])
            share = todo.next(None)
            found |= zip(share, super().run(work, [arguments[at] for at in share]), strict=True)
            self._tell(news_of(self._edition))
            busy = [other for other in self._others if other.busy]
            for line in wait([other.line for other in busy], 0 if share else None):
                other = next(other for other in busy if other.line is line)
                share, other.busy = other.busy, []
                if answered := other.answer():
                    found |= zip(share, answered[0], strict=True)
                    self._tell(other.correspondent.hear(answered[1]), other)
                else:
                    self._others.remove(other)
                    other.end()
                    todo.give_back(share, other)
        return [found[at] for at in range(len(arguments))]

    def _tell(self, news: News, source: "_Hand | None" = None) -> None:
        for other in self._others:
            if other is not source:
                other.news += news

    def dismiss(self) -> None:
        """Let the other processes end. Each holds the lines of those before it, so all are cut before one is waited for."""
        self._edition.new = None
        for other in self._others:
            other.line.close()
        for other in self._others:
            other.end()


def meanwhile(work: Callable[[], object], *, many: bool) -> Callable[[], object]:
    """Let a copy of this process do some work, where there may be many; return what waits until it is done."""
    process = get_context("fork").Process(target=work) if many else None
    try:
        if process:
            process.start()
            return process.join
    except OSError:
        pass
    return work


class _Todo:
    """What is to be done: the places of arguments, in a row for each process, and in one for whoever is free."""

    def __init__(self, had: "dict[Hashable, _Hand | None]", about: Sequence[Hashable], hands: int) -> None:
        self._had, self._about, self._hands = had, about, hands
        self._rows: dict[_Hand | str | None, deque[int]] = defaultdict(deque)
        for at, one in enumerate(about):
            self._rows[had.get(one, ANYBODY)].append(at)

    def next(self, hand: "_Hand | None") -> list[int]:
        """Return what a process should do next: less towards the end, so that all are ready at the same time.

        Who hears what the others say takes little at once, so that none of them waits.
        """
        row = self._rows[hand] or self._rows[ANYBODY]
        size = min(AT_ONCE if hand else A_FEW, len(row) // (4 * self._hands) + 1, len(row))
        share = [row.popleft() for _ in range(size)]
        self._had |= {self._about[at]: hand for at in share}
        return share

    def give_back(self, share: Iterable[int], hand: "_Hand") -> None:
        """Note that a process has ended, and with it what it had to do."""
        for at in (*share, *self._rows.pop(hand, ())):
            self._rows[ANYBODY].append(at)
        for one in [one for one, its in self._had.items() if its is hand]:
            del self._had[one]


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
        self.news: News = []
        """What others found out, and it does not know yet."""
        self.busy: list[int] = []
        """The places of the arguments that it has at the moment."""

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

    def set_to_work(self, work: Callable[..., Any], share: list[int], arguments: list[Any]) -> None:
        """Let it do some work; it may have ended."""
        self.busy, news, self.news = share, self.news, []
        with suppress(OSError):
            self.line.send((news, work, arguments))

    def end(self) -> None:
        """Let it end, and wait until it has."""
        self.line.close()
        self.process.join()

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
            news, work, arguments = line.recv()
            for name, print_, parcel in news:
                edition.told(name, print_, parcel)
            line.send(([work(edition, argument) for argument in arguments], reporter.brought()))
        except (EOFError, OSError):
            return
