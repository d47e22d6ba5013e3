"""Audit the site with the web's own checkers and print one table (`make audit`, `python -m tests.audit`).

The site is built into a temporary folder and served on this computer, as a static host would. The exit status is 0 when all is as
wanted, 1 when it is not, and 2 when the audit could not run.
"""

import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tests.audit.checks import NoAuditError, Row, largest_brief, lighthouse, links, nu
from tests.audit.host import hosted
from tests.audit.programs import Programs, programs
from tests.build.small import run
from tests.site.conftest import ROOT, latest_day

MOST = 20
"""Faults of one check that are printed: more say nothing new."""


def table(rows: Iterable[Row]) -> str:
    """Set the rows as a table, and below it what is wrong."""
    rows = list(rows)
    lines = [
        ("Check", "Found", "Wanted", ""),
        *((row.check, row.found, row.wanted, "FAILED" if row.faults else "ok") for row in rows),
    ]
    wide = [max(len(line[column]) for line in lines) for column in range(3)]
    printed = [
        "  ".join((*(cell.ljust(width) for cell, width in zip(line, wide, strict=False)), line[3])).rstrip() for line in lines
    ]
    printed.insert(1, "-" * max(map(len, printed)))
    for row in rows:
        if row.faults:
            printed += ["", f"{row.check}:", *(f"  {fault}" for fault in row.faults[:MOST])]
            printed += [f"  and {len(row.faults) - MOST} more"] if len(row.faults) > MOST else []
    return "\n".join(printed)


def audit(programs: Programs, folder: Path) -> list[Row]:
    """Build the site into a folder and look at it."""
    with hosted(folder) as address:
        built = run("generator", "build", "--strict", "-d", folder, "--as-of", latest_day(), at=ROOT, SITE_URL=address)
        if built.returncode:
            raise NoAuditError(f"The site could not be built:\n{built.stdout}{built.stderr}")
        return [nu(folder, programs), links(folder, address), *lighthouse(largest_brief(folder, address), programs)]


def main() -> int:
    """Audit, print the table, and return the exit status."""
    found = programs()
    if isinstance(found, str):
        print(found, file=sys.stderr)
        return 2
    print("Building the site and looking at it. This takes some minutes.", flush=True)
    with tempfile.TemporaryDirectory(prefix="audit-") as folder:
        try:
            rows = audit(found, Path(folder))
        except NoAuditError as reason:
            print(reason, file=sys.stderr)
            return 2
    print(table(rows))
    return int(any(row.faults for row in rows))


if __name__ == "__main__":
    sys.exit(main())
