"""What `briefs check` costs: `python -m benchmarks.check [BRIEFS ...]`, by default 1000 and 10000.

Checks the same made-up site of so many briefs from scratch, again, and after one brief was changed. Printed are the seconds
that pass, the seconds of all cores together, and the memory of all processes. Compare only what was measured side by side.
"""

import sys
import tempfile
from pathlib import Path

from benchmarks import contestants
from benchmarks.briefs import put, site
from benchmarks.measure import run


def measure(folder: Path, what: str) -> None:
    """Check the site in a folder, and print what that takes."""
    done = run(contestants.check(folder))
    print(f"  {what:24} {done.seconds:7.1f} s {done.cores:7.1f} s of cores {done.memory:6.0f} MB")


def main(amounts: list[int]) -> None:
    """Measure for each number of briefs."""
    for amount in amounts:
        files = site(amount)
        print(f"{amount:,} briefs, {len(files):,} files")
        with tempfile.TemporaryDirectory() as place:
            folder = put(Path(place), files)
            measure(folder, "from scratch")
            measure(folder, "again")
            changed = folder / next(name for name in reversed(files) if name.startswith("briefs/2"))
            changed.write_bytes(changed.read_bytes().replace(b"title: ", b"title: Again ", 1))
            measure(folder, "one brief changed")


if __name__ == "__main__":
    main([int(number) for number in sys.argv[1:]] or [1_000, 10_000])
