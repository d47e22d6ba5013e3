"""Streams: what many hands make is taken up while they work, so that it need not all lie in memory at once."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from multiprocessing.context import ForkProcess  # not there on Windows

Item = TypeVar("Item")
Result = TypeVar("Result")

WORTH_IT = 100
"""So many pages take about as long as it takes to start the processes."""
AT_ONCE = 16
"""How many results a process hands over together."""


def streamed(work: Callable[[Item], Result], items: Sequence[Item], hands: int) -> Iterator[tuple[Item, Result]]:
    """Yield each item with what `work` makes of it, in any order, made by so many processes.

    What a process that ended early did not hand over is made here. An item must be one that can be a key.
    """
    if hands < 2 or len(items) < WORTH_IT:
        yield from ((item, work(item)) for item in items)
        return
    left = dict.fromkeys(items)
    lines: dict[Connection, ForkProcess] = {}
    gc.freeze()  # copies of this process then share its memory for as long as they live
    try:
        for hand in range(hands):
            if started := _start(work, items[hand::hands]):
                lines[started[0]] = started[1]
        while lines:
            for line in wait(list(lines)):
                assert isinstance(line, Connection)
                try:
                    done: list[tuple[Item, Result]] = line.recv()
                except (EOFError, OSError):
                    line.close()
                    lines.pop(line).join()
                    continue
                for item, result in done:
                    left.pop(item, None)
                    yield item, result
    finally:
        for line, process in lines.items():
            line.close()
            process.terminate()
            process.join()
    yield from ((item, work(item)) for item in left)


def _start(work: Callable[[Item], Result], share: Sequence[Item]) -> "tuple[Connection, ForkProcess] | None":
    context = get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(there, work, share), daemon=True)
    try:
        process.start()
    except OSError:
        here.close()
        return None
    finally:
        there.close()
    return here, process


def _work(line: Connection, work: Callable[[Item], Result], share: Iterable[Item]) -> None:
    done = []
    for item in share:
        done.append((item, work(item)))
        if len(done) == AT_ONCE:
            line.send(done)
            done = []
    line.send(done)
