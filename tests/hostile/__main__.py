"""The long run: `python -m tests.hostile` tries every hostile string in every text of every form, and tells of it in the docs.

`python -m tests.hostile PART` runs one part alone. The page is written when there is a result of each.
"""

import argparse
import os
import sys

from tests.hostile import growth, parts, rounds, sites, table
from tests.hostile.results import is_kept, keep, kept

PARTS = {
    "rounds": rounds.run,
    "places": parts.places,
    "values": parts.values,
    "refused": parts.refused,
    "sites": sites.sites,
    "suite": parts.suite,
    "growth": growth.growth,
    "damage": parts.damage,
}


def main() -> int:
    """Run the parts that are named, or all; return 1 where one of them found a fault."""
    words = argparse.ArgumentParser(prog="python -m tests.hostile", description=__doc__)
    words.add_argument("parts", nargs="*", choices=[*PARTS, []], help="what to run; all, if nothing is named")
    words.add_argument("--hands", type=int, default=os.cpu_count() or 1, help="how many processes")
    words.add_argument("--go-on", action="store_true", help="keep what a run that was broken off has done")
    told = words.parse_args()
    faults: list[str] = []
    for part in told.parts or PARTS:
        result = PARTS[part](told.hands, go_on=told.go_on)
        keep(part, result)
        faults += result.faults
        print(f"{part}: {sum(result.looks.values()):,} looks, {len(result.faults)} faults", file=sys.stderr, flush=True)
    for fault in faults:
        print(fault)
    if all(map(is_kept, PARTS)):
        table.write({part: kept(part) for part in PARTS})
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
