"""What running a program takes: the time that passes, the time of all cores, and the memory of all its processes together."""

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[1]
A_LOOK = 0.1
"""Seconds between two looks at the memory, at the least. A look costs time itself, and may take a twentieth of it at most."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a run took: seconds that passed, seconds of all cores together, and megabytes at the highest."""

    seconds: float
    cores: float
    memory: float


def run(steps: Iterable[Sequence[str]], first: Path | None = None) -> Run:
    """Run programs one after the other and add up what they take; one that fails stops the benchmark with what it said.

    `first` is a folder whose modules Python finds before all others.
    """
    runs = [_run(words, environment(first)) for words in steps]
    return Run(sum(run.seconds for run in runs), sum(run.cores for run in runs), max(run.memory for run in runs))


def environment(first: Path | None = None) -> Mapping[str, str]:
    """Return the environment in which everything is measured: this checkout, and no day but the one that a command names."""
    kept = {name: value for name, value in os.environ.items() if name not in ("SOURCE_DATE_EPOCH", "SITE_URL")}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": os.pathsep.join(map(str, filter(None, (first, ROOT))))}


def _run(words: Sequence[str], env: Mapping[str, str]) -> Run:
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        before = _cores()
        program = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT, env=env, cwd=ROOT)
        watch = Watch(program.pid)
        status = program.wait()
        passed, cores, memory = time.perf_counter() - start, _cores() - before, watch.end()
        if status:
            said.seek(0)
            sys.exit(f"{' '.join(words)}\nended with {status}:\n{said.read().decode(errors='replace')[-4000:]}")
    return Run(passed, cores, memory)


class Watch:
    """Looks at the memory of a program and of all that it starts, until it is told to end."""

    def __init__(self, process: int) -> None:
        self._highest, self._process, self._over = 0, process, threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def end(self) -> float:
        """Return the highest memory that was seen, in megabytes."""
        self._over.set()
        self._thread.join()
        return self._highest / 1e6

    def _look(self) -> None:
        took = 0.0
        while not self._over.wait(max(A_LOOK, 20 * took)):
            start = time.thread_time()
            self._highest = max(self._highest, memory_of(self._process))
            took = time.thread_time() - start


def memory_of(process: int) -> int:
    """Return the bytes of a process and of those below it. What they share counts once, where the system tells.

    What a process shares with strangers counts in part, so it is at least what the largest of them holds by itself.
    """
    together, largest = 0, 0
    with suppress(psutil.Error):
        root = psutil.Process(process)
        for one in (root, *root.children(recursive=True)):
            with suppress(psutil.Error):
                full = one.memory_full_info()
                together += getattr(full, "pss", 0) or full.rss
                largest = max(largest, full.rss)
    return max(together, largest)


def _cores() -> float:
    """Return the seconds of all cores that the programs took which have ended."""
    times = os.times()
    return times.children_user + times.children_system
