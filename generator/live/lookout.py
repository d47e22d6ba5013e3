"""The lookout: notices that a file below some folders has come, gone or changed, in place of the observer of MkDocs' server.

It looks at all of them again and again, which works on every disk, and outlives what an observer does not: a folder that is gone
for a while, a closed one, and links in a circle, for none is followed.
"""

import os
from collections.abc import Iterator
from itertools import islice
from stat import S_ISDIR
from threading import Event, Thread
from time import monotonic
from typing import NamedTuple

from watchdog.events import FileModifiedEvent, FileSystemEventHandler

A_LOOK = 0.2
"""Seconds between two looks, at the least. A look at all files may take a fifth of the time at most."""
HOT = 20
"""At so many files that have changed lately it looks each time."""
State = dict[str, tuple[int, int, int, int]]
"""What is at each path: its kind, its number on the disk, its size (bytes) and when it was changed (nanoseconds)."""


class Watch(NamedTuple):
    """What is looked at for somebody. Only with `recursive` are the folders in it, too."""

    handler: FileSystemEventHandler
    path: str
    recursive: bool


class Lookout:
    """Looks until it is stopped, in a thread of its own. It has the methods of an observer of watchdog."""

    def __init__(self) -> None:
        self._seen: dict[Watch, State] = {}
        self._hot: dict[str, None] = {}
        self._over = Event()
        self._thread = Thread(target=self._look, daemon=True)

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool = False) -> Watch:
        """Tell a handler of everything that changes at a path from now on."""
        watch = Watch(handler, path, recursive)
        self._seen = {**self._seen, watch: state(path, recursive=recursive)}
        return watch

    def unschedule(self, watch: Watch) -> None:
        """Look at something no more."""
        self._seen = {other: seen for other, seen in self._seen.items() if other is not watch}

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def stop(self) -> None:
        """Stop soon."""
        self._over.set()

    def join(self) -> None:
        """Wait until it has stopped."""
        if self._thread.is_alive():
            self._thread.join()

    def look(self, *, fully: bool = True) -> None:
        """Look now, and tell of what has changed: at all files, or else only at those that have changed lately."""
        for watch in self._seen:
            before, now = self._seen[watch], self._lately(watch)
            if now == before and fully:
                now = state(watch.path, recursive=watch.recursive)
            if now != before:
                self._seen[watch] = now
                changed = {path for path in before.keys() | now.keys() if before.get(path) != now.get(path)}
                self._hot = dict.fromkeys([*(changed - self._hot.keys()), *self._hot][:HOT])
                watch.handler.on_any_event(FileModifiedEvent(watch.path))

    def _look(self) -> None:
        due = 0.0
        while not self._over.wait(A_LOOK):
            began = monotonic()
            self.look(fully=began >= due)
            if began >= due:
                due = monotonic() + 4 * (monotonic() - began)

    def _lately(self, watch: Watch) -> State:
        """Return what is there now, as far as the files tell that have changed lately: who saves a file will save it again."""
        before = self._seen[watch]
        now = {path: found for path in self._hot if path in before for _, found in islice(_found(path, recursive=False), 1)}
        return before if all(before[path] == found for path, found in now.items()) else before | now


def state(path: str, *, recursive: bool) -> State:
    """Return what is at a path now, or below it. Hidden files are left out: editors keep their own ones there."""
    return dict(_found(path, recursive=recursive))


def _found(path: str, *, recursive: bool) -> Iterator[tuple[str, tuple[int, int, int, int]]]:
    try:
        seen = os.lstat(path)
        yield path, _of(seen)
        if not S_ISDIR(seen.st_mode):
            return
        with os.scandir(path) as found:
            entries = [entry for entry in found if not entry.name.startswith(".")]
    except OSError:
        return
    for entry in entries:
        try:
            if not entry.is_dir(follow_symlinks=False):
                yield entry.path, _of(entry.stat(follow_symlinks=False))
            elif recursive:
                yield from _found(entry.path, recursive=True)
        except OSError:
            continue


def _of(seen: os.stat_result) -> tuple[int, int, int, int]:
    """Tell a file by all that differs when it does; of a folder only that it is one."""
    if S_ISDIR(seen.st_mode):
        return seen.st_mode, 0, 0, 0
    return seen.st_mode, seen.st_ino, seen.st_size, seen.st_mtime_ns
