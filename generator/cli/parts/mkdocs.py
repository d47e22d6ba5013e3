"""MkDocs as a program of its own: the command line knows its words, and only the plugin knows its code."""

import os
import subprocess
import sys
from datetime import date as Date

from generator import build


def run(words: list[str], as_of: Date | None, timezone: str) -> int:
    """Run MkDocs with these words and return its exit status. `as_of` reaches the plugin as `SOURCE_DATE_EPOCH`."""
    environment = {"NO_MKDOCS_2_WARNING": "1", **os.environ}
    if as_of:
        environment["SOURCE_DATE_EPOCH"] = str(build.epoch_of(as_of, timezone))
    try:
        return subprocess.run([sys.executable, "-m", "mkdocs", *words], env=environment, check=False).returncode
    except KeyboardInterrupt:
        return 0
