"""Many hands: files are read, and rules look at them, in as many processes as the machine has cores, with the same result.

Where a system cannot copy a running process (`fork`), or a preview runs threads in it, one process does all.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from multiprocessing import cpu_count, get_all_start_methods, get_context, get_start_method
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any, TypeVar

from generator.build.files import FileRead, Given, ReadAll, read_and_keep, read_kept
from generator.build.shelf import Shelf
from generator.diagnostics import Diagnostic
from generator.edition import Document, Edition
from generator.rules import CheckAll, check, documents_of

if TYPE_CHECKING:
    from multiprocessing.context import ForkProcess  # not there on Windows

Item = TypeVar("Item")
Result = TypeVar("Result")

WORTH_IT = 200
"""So many files take about as long as it takes to start the processes."""


def hands() -> int:
    """Return how many processes can work at once."""
    copies = "fork" in get_all_start_methods() and get_start_method() != "spawn"
    return cpu_count() if copies else 1


def reading(hands: int, shelf: Shelf | None = None) -> ReadAll:
    """Return what reads files with so many hands. What lies on the shelf need not be read, only parsed."""

    def read_all(given: Sequence[Given]) -> Iterable[FileRead]:
        keys = [shelf.key(one.data) for one in given] if shelf else [""] * len(given)
        known = shelf.take(keys) if shelf else {}
        todo = [(one, known.get(key)) for one, key in zip(given, keys, strict=True)]
        done = shared_out(_read, todo, hands)
        if shelf:
            shelf.put({key: line for key, (_, line) in zip(keys, done, strict=True) if line}, frozenset(keys))
        return [read for read, _ in done]

    return read_all


def _read(todo: Sequence[tuple[Given, str | None]]) -> list[tuple[FileRead, str | None]]:
    """Read files; return also what is to be kept of each, if that is new."""
    done: list[tuple[FileRead, str | None]] = []
    for given, line in todo:
        try:
            done.append((read_kept(given, line), None) if line else read_and_keep(given))
        except (ValueError, RecursionError):  # what was kept is damaged
            done.append(read_and_keep(given))
    return done


def checking(hands: int) -> CheckAll:
    """Return what runs the rules with so many hands."""

    def check_all(edition: Edition) -> tuple[Diagnostic, ...]:
        def look_at(share: Sequence[Document]) -> list[Diagnostic]:
            return list(check(edition, share))

        documents = documents_of(edition)
        found = look_at(documents[:1])  # here the rules ask what they need to know of all, before the work is shared out
        return (*found, *shared_out(look_at, documents[1:], hands))

    return check_all


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
