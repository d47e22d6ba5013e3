"""What was measured, as tables: printed, and written between the marks of the page that shows them.

`python -m benchmarks.report` writes the page anew from `results.json`.
"""

import json
import re
import statistics
from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.estimate import estimate

PAGE = Path(__file__).parents[1] / "docs/editors/speed.md"
RESULTS = Path(__file__).parent / "results.json"
NAMES = {"briefs": "This generator", "mkdocs": "MkDocs and Material", "hugo": "Hugo and Pagefind"}
ROWS = {"from nothing": "From nothing", "one brief edited": "One brief edited", "preview": "From saving to the page"}
CHECKS = {"from nothing": "From nothing", "one brief edited": "One brief edited", "nothing changed": "Nothing changed"}
UNIT = re.compile(r"(?<=[0-9]) (?=(?:×|(?:s|ms|min|h|KB|MB|GB)\b))")
"""The space before a unit, which in a narrow column would stand on a line of its own."""
Results = Mapping[str, Any]


def tables(results: Results) -> dict[str, str]:
    """Make the tables, by the name of the mark that each stands behind."""
    made = {
        "machine": _machine(results),
        "builds": _by_size(results, _builds),
        "alone": _alone(results),
        "sites": _by_size(results, _sites),
        "reader": _reader(results),
        "estimate": estimate(results["sizes"]),
    }
    return {name: UNIT.sub("\N{NO-BREAK SPACE}", table) for name, table in made.items()}


def text(results: Results) -> str:
    """Say everything that was measured, for a terminal."""
    return "\n\n".join(tables(results).values())


def write(results: Results, page: Path = PAGE) -> None:
    """Write the tables into a page, between `<!-- measured: NAME -->` and `<!-- end -->`."""
    page.write_text(filled(page.read_text("utf-8"), tables(results)), "utf-8", newline="\n")


def filled(page: str, made: Mapping[str, str]) -> str:
    """Return the text of a page with these tables between its marks."""

    def fresh(found: re.Match[str]) -> str:
        return f"<!-- measured: {found[1]} -->\n\n{made[found[1]]}\n\n<!-- end -->"

    return re.sub(r"<!-- measured: (\w+) -->.*?<!-- end -->", fresh, page, flags=re.DOTALL)


def _machine(results: Results) -> str:
    machine, versions = results["machine"], results["versions"]
    busy = machine["load"] > machine["cores"] / 2
    programs = ", ".join(f"{name} {number}" for name, number in versions.items())
    return (
        f"Measured on {machine['processor']}, {machine['cores']} cores, {machine['memory'] / 2**30:.0f} GB of memory, "
        f"{machine['system']}, Python {machine['Python']}, with {programs}."
        + (" The machine had much else to do, so only the work of all cores means something here." if busy else "")
    )


def _by_size(results: Results, table: Callable[[Results], str]) -> str:
    found = sorted(results["sizes"].items(), key=lambda item: -int(item[0]))
    return "\n\n".join(f"**{int(amount):,} briefs**\n\n{table(measured)}" for amount, measured in found)


def _builds(measured: Results) -> str:
    rows = [_compared(measured, what, title, "seconds", seconds) for what, title in ROWS.items()]
    without = {**measured, "runs": {**measured["runs"], "briefs, from nothing": measured["runs"].get("plain, from nothing", ())}}
    rows.insert(1, _compared(without, "from nothing", "The same, without share images", "seconds", seconds))
    rows.append(_compared(measured, "from nothing", "Work of all cores, from nothing", "cores", seconds))
    rows.append(_compared(measured, "one brief edited", "Work of all cores, one brief edited", "cores", seconds))
    rows.append(_compared(measured, "from nothing", "Highest memory, from nothing", "memory", megabytes))
    return _table(("", *NAMES.values()), filter(None, rows))


def _compared(measured: Results, what: str, title: str, unit: str, say: Callable[[float], str]) -> tuple[str, ...]:
    found = {name: median(measured, f"{name}, {what}", unit) for name in NAMES}
    ours = found.pop("briefs")
    if ours is None:
        return ()
    others = (f"{say(theirs)}; {ours / theirs:.2f} ×" if theirs else "–" for theirs in found.values())
    return (title, say(ours), *others)


def _alone(results: Results) -> str:
    sizes = sorted(results["sizes"].items(), key=lambda item: int(item[0]))
    rows = [
        (f"Check: {title.lower()}", *(_seconds_of(measured, f"check, {what}") for _, measured in sizes))
        for what, title in CHECKS.items()
    ]
    rows.append(("Build: nothing changed", *(_seconds_of(measured, "briefs, nothing changed") for _, measured in sizes)))
    rows.append(("A share image", *(f"{measured['share image, ms']:.0f} ms" for _, measured in sizes)))
    for name, title in NAMES.items():
        costs = [_per_page(measured, name) for _, measured in sizes]
        beside = (f"; {cost / before:.2f} ×" for before, cost in pairwise(costs))
        rows.append(
            (f"Each page from nothing: {title}", *(f"{c:.1f} ms{more}" for c, more in zip(costs, ("", *beside), strict=True)))
        )
    return _table(("", *(f"{int(amount):,}" for amount, _ in sizes)), rows)


def _per_page(measured: Results, name: str) -> float:
    """Return the milliseconds that a page takes in a build from nothing."""
    return (median(measured, f"{name}, from nothing") or 0) * 1000 / float(measured["sites"][name]["pages"])


def _sites(measured: Results) -> str:
    rows = [
        (NAMES[name], f"{site['pages']:,}", f"{site['files']:,}", megabytes(site["bytes"] / 1e6))
        for name, site in measured["sites"].items()
    ]
    return _table(("", "Pages", "Files", "Size"), rows)


def _reader(results: Results) -> str:
    amount, measured = max(results["sizes"].items(), key=lambda item: int(item[0]))
    rows = [(name[:1].upper() + name[1:], size(one["sent"]), size(one["plain"])) for name, one in measured["reader"].items()]
    material = measured["material"]
    rows.append(("For comparison: the index that Material's search loads", size(material["sent"]), size(material["plain"])))
    return f"With {int(amount):,} briefs:\n\n{_table(('What a reader loads', 'As a host sends it', 'As it lies there'), rows)}"


def median(measured: Results, what: str, unit: str = "seconds") -> float | None:
    """Return the median of what was measured, or nothing where it was not."""
    found = [run[unit] for run in measured["runs"].get(what, ()) if unit in run]
    return statistics.median(found) if found else None


def _seconds_of(measured: Results, what: str) -> str:
    found = median(measured, what)
    return seconds(found) if found is not None else "–"


def seconds(number: float) -> str:
    """Say a time with as many digits as mean something."""
    return f"{number:.0f} s" if number >= 100 else f"{number:.1f} s" if number >= 10 else f"{number:.2f} s"


def megabytes(number: float) -> str:
    """Say a size of many megabytes."""
    return f"{number:,.0f} MB"


def size(number: int) -> str:
    """Say the size of a file."""
    return f"{number / 1e6:.1f} MB" if number >= 1e6 else f"{number / 1e3:.0f} KB"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = tuple(head)
    lines = (head, ("---", *("---:" for _ in head[1:])), *rows)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


if __name__ == "__main__":
    write(json.loads(RESULTS.read_text("utf-8")))
