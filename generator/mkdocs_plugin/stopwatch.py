"""The stopwatch: tells on a terminal what is being done and how long it will take, and at the end where the time went.

It only looks on: what is built does not depend on it. Where nobody watches, as in a workflow, it writes one plain line for
each stage that took long, and nothing else.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import monotonic
from typing import TextIO, TypeVar

Item = TypeVar("Item")

LONG = 10.0
"""Seconds after which a stage is told of where nobody watches."""
OFTEN = 0.2
"""Seconds between two lines for those who watch."""
SOON = 1.0
"""Seconds of work after which it can be said how long the rest will take."""


@dataclass
class Stopwatch:
    """Measures the stages of one build. `out` is where it tells of them; `clock` counts seconds."""

    out: TextIO = field(default_factory=lambda: sys.stderr)
    spent: dict[str, tuple[float, float]] = field(default_factory=dict)
    """For each stage the seconds that passed, and those that processors worked."""
    started: float = field(default_factory=monotonic)
    worked: float = field(default_factory=lambda: _worked())

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measure what is done meanwhile, under a name such as `Reading the briefs`."""
        began, worked = monotonic(), _worked()
        self._show(f"{name} …")
        try:
            yield
        finally:
            self._clear()
            passed = monotonic() - began
            before = self.spent.get(name, (0.0, 0.0))
            self.spent[name] = before[0] + passed, before[1] + _worked() - worked
            if passed >= LONG and not self.out.isatty():
                print(f"{name}: {_seconds(passed)}", file=self.out, flush=True)

    def counted(self, items: Iterable[Item], name: str, total: int) -> Iterator[Item]:
        """Hand items on, and show how many are done and how long the rest will take."""
        began = shown = monotonic()
        for done, item in enumerate(items, 1):
            yield item
            if monotonic() - shown >= OFTEN:
                shown = monotonic()
                passed = shown - began
                left = f", about {_seconds(passed / done * (total - done))} left" if passed >= SOON else ""
                self._show(f"{name}: {done:,} of {total:,}{left}")
        self._clear()

    def table(self) -> str:
        """Return how long each stage took, as a table in plain text."""
        passed, worked = monotonic() - self.started, _worked() - self.worked
        rest = passed - sum(spent[0] for spent in self.spent.values()), worked - sum(spent[1] for spent in self.spent.values())
        rows = [*self.spent.items(), ("MkDocs: pages by hand, files, all else", rest), ("Together", (passed, worked))]
        width = max(len(name) for name, _ in rows)
        head = f"{'':{width}}  {'seconds':>8}  {'of processors':>13}"
        return "\n".join([head, *(f"{name:{width}}  {spent[0]:8.2f}  {spent[1]:13.2f}" for name, spent in rows)])

    def _show(self, line: str) -> None:
        if self.out.isatty():
            self.out.write(f"\r\x1b[2K{line}")
            self.out.flush()

    def _clear(self) -> None:
        if self.out.isatty():
            self.out.write("\r\x1b[2K")
            self.out.flush()


def _worked() -> float:
    """Return the seconds that processors have worked for this process and for those that it has waited for."""
    return sum(os.times()[:4])


def _seconds(amount: float) -> str:
    return f"{amount:.0f} s" if amount < 90 else f"{amount / 60:.0f} min"
