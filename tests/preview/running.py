"""A preview that runs: a real server over a folder, asked as a browser asks it, and what it takes of the machine."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from tests.build.small import DAY

ROOT = Path(__file__).parents[2]
A_WHILE = 60.0
"""Seconds in which any request is answered, also on a machine that has much else to do."""


@dataclass(frozen=True)
class Preview:
    """A site that is being previewed: its folder, the process, its port, and the file with all that it said."""

    site: Path
    process: "subprocess.Popen[bytes]"
    port: int
    log: Path
    patience: float = A_WHILE

    def ask(self, path: str = "/", host: str | None = None) -> tuple[int, str]:
        """Ask for a page, under the name of a host; without one, by the address. Raises `TimeoutError` where nothing comes."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=self.patience)
        try:
            connection.request("GET", path, headers={"Host": host or f"127.0.0.1:{self.port}"})
            found = connection.getresponse()
            return found.status, found.read().decode("utf-8", "replace")
        finally:
            connection.close()

    def until(self, words: str, path: str = "/") -> None:
        """Wait until a page shows these words."""
        end = time.monotonic() + self.patience
        while words not in (shown := self.ask(path)[1]):
            assert time.monotonic() < end, f"{path} never shows “{words}”, but:\n{shown[-2000:]}"
            time.sleep(0.1)

    def memory(self) -> int:
        """Return how much memory the server and its children hold, in MiB; 0 where the system does not tell."""
        return sum(_resident(number) for number in _family(self.process.pid)) // 1024


def _family(number: int) -> list[int]:
    try:
        children = Path(f"/proc/{number}/task/{number}/children").read_text("ascii").split()
    except OSError:
        return [number]
    return [number, *(one for child in children for one in _family(int(child)))]


def _resident(number: int) -> int:
    try:
        lines = Path(f"/proc/{number}/status").read_text("utf-8").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))


@contextmanager
def preview(site: Path, log: Path, patience: float = A_WHILE) -> Iterator[Preview]:
    """Show a site on a free port until the block ends. Where it hangs, the log tells in which lines."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [sys.executable, "-m", "generator", "serve", "--port", str(port), "--as-of", DAY]
    ours = {"PYTHONPATH": str(ROOT), "SITE_URL": "https://desk.example.org/", "PYTHONFAULTHANDLER": "1"}
    with log.open("wb") as said:
        server = subprocess.Popen(words, cwd=site, env={**os.environ, **ours}, stdout=said, stderr=subprocess.STDOUT)
    found = Preview(site, server, port, log, patience)
    try:
        _wait(lambda: _answers(found), server)
        yield found
    except TimeoutError:
        for number in _family(server.pid)[1:]:
            os.kill(number, signal.SIGABRT)
        raise
    finally:
        family = _family(server.pid)
        server.terminate()
        try:
            server.wait(A_WHILE)
        except subprocess.TimeoutExpired:
            for number in family:
                os.kill(number, signal.SIGKILL)
            raise


def _answers(preview: Preview) -> bool:
    try:
        return preview.ask()[0] == 200
    except OSError:
        return False


def _wait(happens: Callable[[], bool], server: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + 2 * A_WHILE
    while not happens():
        assert time.monotonic() < end, "the preview does not begin"
        assert server.poll() is None, "the preview ended"
        time.sleep(0.1)
