"""How long an editor waits: from saving a brief to its page with the new words, in a live preview."""

import os
import re
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks.contestants import Preview
from benchmarks.measure import ROOT, environment

LONG = 30.0
"""Seconds after which a save is waited for only once."""
A_LOOK = 0.01
"""Seconds between two requests for the page."""
NEVER = 1_800.0
"""Seconds after which a preview is given up."""


def saves(preview: Preview, times: int) -> tuple[float, list[float]]:
    """Start a preview and save its brief a few times; return the seconds until it is up, and those of each save.

    Each save changes the title, which other pages show too.
    """
    found: list[float] = []
    text = preview.file.read_text("utf-8")
    with _started(preview) as (start, address):
        for number in range(times):
            word = f"Saved{number}{os.getpid()}"
            time.sleep(2)  # a preview that has just been built may still be looking at the files
            saved = time.perf_counter()
            preview.file.write_text(re.sub('^title: "?', rf"\g<0>{word} ", text, count=1, flags=re.MULTILINE), "utf-8")
            found.append(_wait(address, word) - saved)
            if found[-1] > LONG:
                break
        preview.file.write_text(text, "utf-8")
    return start, found


@contextmanager
def _started(preview: Preview) -> Iterator[tuple[float, str]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}/{preview.address}"
    start = time.perf_counter()
    quiet = subprocess.DEVNULL
    program = subprocess.Popen(
        preview.command(port), stdin=quiet, stdout=quiet, stderr=quiet, env=environment(), cwd=ROOT, start_new_session=True
    )
    try:
        yield _wait(address, "<h1", program) - start, address
    finally:
        program.send_signal(signal.SIGTERM)
        program.wait()


def _wait(address: str, words: str, program: "subprocess.Popen[bytes] | None" = None) -> float:
    """Ask for a page until it has these words; return when that was."""
    until = time.perf_counter() + NEVER
    while time.perf_counter() < until:
        if program and program.poll() is not None:
            raise RuntimeError(f"The preview at {address} has ended by itself.")
        try:
            with urllib.request.urlopen(address, timeout=NEVER) as answer:
                if words in answer.read().decode("utf-8"):
                    return time.perf_counter()
        except OSError:  # not up yet, or between two builds
            pass
        time.sleep(A_LOOK)
    raise RuntimeError(f"The preview does not show “{words}” at {address}.")
