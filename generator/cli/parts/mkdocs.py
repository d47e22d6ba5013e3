"""MkDocs as a program of its own: the command line knows its words, and only the plugin knows its code."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from datetime import date as Date
from pathlib import Path
from types import FrameType

from generator import build

A_WHILE = 5.0
"""Seconds that MkDocs has to clear up after itself when somebody ends this program."""


def run(
    words: list[str],
    as_of: Date | None,
    timezone: str,
    *,
    no_cache: bool = False,
    given: Mapping[str, str] | None = None,
    at: Path | None = None,
) -> int:
    """Run MkDocs with these words and return its exit status. `as_of` reaches the plugin as `SOURCE_DATE_EPOCH`.

    `given` are further variables of its environment; `at` is the folder to run it in, if not this one.
    Whoever ends this program ends MkDocs too, which then clears up after itself.
    """
    environment = {"NO_MKDOCS_2_WARNING": "1", **os.environ}
    if as_of:
        environment["SOURCE_DATE_EPOCH"] = str(build.epoch_of(as_of, timezone))
    if no_cache:
        environment[build.NO_CACHE] = "1"
    environment |= given or {}
    before = signal.signal(signal.SIGTERM, _stop)
    # -P: a file in the site's folder that is called like a package is none.
    program = subprocess.Popen([sys.executable, "-P", "-m", "mkdocs", *words], env=environment, cwd=at)
    try:
        return program.wait()
    except KeyboardInterrupt:  # Ctrl-C has reached MkDocs as well
        program.wait()
        return 0
    finally:
        if program.poll() is None:
            _end(program)
        signal.signal(signal.SIGTERM, before)


def _end(program: "subprocess.Popen[bytes]") -> None:
    """Let MkDocs clear up after itself, and end it. A shell lets programs in the background pass over Ctrl-C."""
    if os.name == "posix":
        program.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            program.wait(A_WHILE)
    program.terminate()
    program.wait()


def _stop(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)
