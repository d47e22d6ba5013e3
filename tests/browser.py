"""Find a browser for the tests, and install one where there is none (`python -m tests.browser install`)."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge")
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"${ProgramFiles}\Google\Chrome\Application\chrome.exe",
    r"${LocalAppData}\Google\Chrome\Application\chrome.exe",
    r"${ProgramFiles(x86)}\Microsoft\Edge\Application\msedge.exe",
)

FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""No request of the browser's own: the tests count every request, and a machine without network must not wait."""

MISSING = """\
The tests need a browser, and none was found or could be installed.
Install Chromium, Google Chrome or Microsoft Edge and run the tests again
(on Debian, as root: apt-get install chromium fonts-noto-core).
If you have one in an unusual place, name its program: BRIEFS_BROWSER=/path/to/browser make test"""

NOT_THE_ONE = """\
BRIEFS_BROWSER names {name}, and no browser starts there.
Set it to the program of Chromium, Google Chrome or Microsoft Edge, or unset it: then one is looked for."""

MINUTE = 60.0


def find() -> Path | None:
    """Return a browser that starts: the one that BRIEFS_BROWSER names, else this computer's, else Playwright's own."""
    return next((path for path in _candidates() if _starts(path)), None)


def flags() -> list[str]:
    """Return the arguments to start the browser with; Chromium refuses its sandbox to root."""
    return [*FLAGS, "--no-sandbox"] if _is_root() else [*FLAGS]


def missing() -> str:
    """Say what to do when there is no browser."""
    name = os.environ.get("BRIEFS_BROWSER")
    return NOT_THE_ONE.format(name=name) if name else MISSING


def install() -> Path | None:
    """Return the browser, installing one first where there is none; each way to install has a limit of time."""
    if (path := find()) or os.environ.get("BRIEFS_BROWSER"):
        return path
    for way in (_from_playwright, _from_debian):
        way()
        if path := find():
            return path
    return None


def _candidates() -> Iterator[Path]:
    if named := os.environ.get("BRIEFS_BROWSER"):
        yield Path(named)
        return
    yield from (Path(found) for name in NAMES if (found := shutil.which(name)))
    yield from (Path(os.path.expandvars(place)) for place in PLACES)
    try:
        with sync_playwright() as playwright:
            own = Path(playwright.chromium.executable_path)
    except Error:
        return
    yield own


def _starts(path: Path) -> bool:
    if not path.is_file():
        return False
    if sys.platform == "win32":  # There, asking for the version opens a window.
        return True
    return _run([str(path), "--version"], MINUTE)


def _from_playwright() -> None:
    print("No browser was found. Trying the one that Playwright offers.", flush=True)
    playwright = [sys.executable, "-m", "playwright"]
    waiting = {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "10000"}
    downloaded = _run([*playwright, "install", "--no-shell", "chromium"], 10 * MINUTE, waiting)
    if downloaded and sys.platform == "linux" and _is_root() and not find():
        _run([*playwright, "install-deps", "chromium"], 10 * MINUTE)


def _from_debian() -> None:
    as_root = [] if _is_root() else ["sudo", "-n"]
    if not shutil.which("apt-get") or not _run([*as_root, "true"], MINUTE):
        return
    print("Trying the one that this system offers (apt-get install chromium).", flush=True)
    apt = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=120"]
    _run([*apt, "update"], 5 * MINUTE)
    _run([*apt, "install", "-y", "--no-install-recommends", "chromium", "fonts-noto-core"], 15 * MINUTE)


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _run(command: Sequence[str], limit: float, extra: dict[str, str] | None = None) -> bool:
    """Run a command in silence; tell whether it ended well within `limit` seconds. What it started ends with it."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **(extra or {})},
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        return process.wait(limit) == 0
    except subprocess.TimeoutExpired:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()
        return False


if __name__ == "__main__":
    if sys.argv[1:] != ["install"]:
        sys.exit("Usage: python -m tests.browser install")
    found = install()
    if found is None:
        sys.exit(missing())
    print(f"Browser for the tests: {found}")
