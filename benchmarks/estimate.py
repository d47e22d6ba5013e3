"""What an archive of a million briefs would take: not measured, but reckoned from what one more brief costs.

    one of K machines   =  M × read  +  M ÷ K × page
    putting it together =  M × copy

`read` is what one more brief adds to a check from nothing, `page` what it adds to a build beyond that, `copy` what it adds
to copying the site; each is the difference between the two largest archives that were measured, divided by the difference
of their sizes. What the program takes to start is in neither.
"""

import statistics
from collections.abc import Mapping
from typing import Any

MANY = 1_000_000
MACHINES = (1, 20, 100)


def estimate(sizes: Mapping[str, Any]) -> str:
    """Reckon what a million briefs take, in words; two sizes at least must have been measured."""
    if len(sizes) < 2:
        return "Reckoned from two sizes at least."
    read, built, copied = (
        _each(sizes, what, "seconds") for what in ("check, from nothing", "briefs, from nothing", "briefs, copied")
    )
    memory = _each(sizes, "briefs, from nothing", "memory")
    page = max(0.0, built - read)
    lines = [
        f"One more brief takes {read * 1000:.2f} ms to read and check, {page * 1000:.1f} ms to make into its pages and files, "
        f"{copied * 1000:.2f} ms to copy with them, and {memory * 1000:.0f} KB of memory. For a million briefs:",
        "",
        "| Machines | Each reads all | Each makes its share | Together it is copied | In all |",
        "| ---: | ---: | ---: | ---: | ---: |",
    ]
    for machines in MACHINES:
        parts = (MANY * read, MANY * page / machines, MANY * copied if machines > 1 else 0)
        lines.append(f"| {machines} | {' | '.join(_minutes(part) for part in (*parts, sum(parts)))} |")
    return "\n".join(lines) + f"\n\nEach machine would need about {MANY * memory / 1000:,.0f} GB of memory."


def _each(sizes: Mapping[str, Any], what: str, unit: str) -> float:
    """Return what one more brief adds."""
    amounts = sorted(map(int, sizes))[-2:]
    medians = [statistics.median(run[unit] for run in sizes[str(amount)]["runs"][what]) for amount in amounts]
    return max(0.0, (medians[1] - medians[0]) / (amounts[1] - amounts[0]))


def _minutes(seconds: float) -> str:
    return "–" if not seconds else f"{seconds / 3600:.1f} h" if seconds >= 5400 else f"{seconds / 60:.0f} min"
