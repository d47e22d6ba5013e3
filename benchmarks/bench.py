"""Builds one archive side by side with what a user would pick instead: `python -m benchmarks.bench [--write] [SIZE ...]`.

`make bench` runs it. It takes turns: this generator, MkDocs with Material, Hugo with Pagefind; from nothing, then after one
brief was edited; three times, but only once what takes longer than a minute. What it prints, it writes into the pages of the
site with `--write`, by way of `results.json`, which keeps every single figure.
"""

import argparse
import json
import os
import platform
import re
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import psutil

from benchmarks import contestants, install, previews, report, shares, sizes
from benchmarks.briefs import put, site
from benchmarks.contestants import Contestant, Steps
from benchmarks.measure import run
from generator import __version__

SIZES = (100, 1_000, 10_000)
TURNS = 3
LONG = 60.0
"""Seconds after which a step is measured only once."""
COPY = "import shutil, sys; shutil.copytree(*sys.argv[1:])"
Measured = dict[str, list[dict[str, float]]]
"""What was measured, by the name of the contestant and of what it did."""


def main(amounts: Sequence[int], *, write: bool, previewed: bool = True, turns: int = TURNS) -> None:
    """Measure for each number of briefs; print the tables, and write them."""
    found = install.peers()
    results: dict[str, Any] = {"machine": machine(), "versions": {"Briefs": __version__, **install.versions(found)}, "sizes": {}}
    for amount in amounts:
        with tempfile.TemporaryDirectory() as place:
            results["sizes"][str(amount)] = measure(amount, Path(place), found, previewed=previewed, turns=turns)
    if write:
        report.RESULTS.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
        report.write(results)
    print(report.text(results))


def measure(amount: int, place: Path, found: install.Peers, *, previewed: bool, turns: int) -> dict[str, Any]:
    """Measure everything for an archive of so many briefs."""
    files = site(amount)
    folder = put(place / "archive", files)
    name = next(name for name in reversed(files) if re.match("briefs/2", name))
    tell(f"{amount:,} briefs: {len(files):,} files of {sum(map(len, files.values())) / 1e6:.1f} MB")
    ours = contestants.briefs(folder, name)
    peers = (contestants.mkdocs(folder, place / "mkdocs", name, found), contestants.hugo(folder, place / "hugo", name, found))
    everyone = (ours, *peers)
    without = contestants.plain(put(place / "plain", files), name)
    measured: Measured = {}
    for turn in range(turns):
        _builds(measured, everyone, folder / name, edited(files[name], f"Edited{turn}"))
        _from_nothing(measured, without)
        contestants.stop_if_drawn(without.site)
    told: dict[str, Any] = {
        "yaml": {"files": len(files), "bytes": sum(map(len, files.values()))},
        "sites": {one.name: sizes.whole(one.site) for one in everyone},
        "reader": sizes.moved_by_readers(ours.site),
        "material": sizes.lookup_of_material(peers[0].site),
        "share image, ms": shares.each(folder),
    }
    _measure(measured, f"{ours.name}, copied", ((sys.executable, "-c", COPY, str(ours.site), str(place / "copy")),))
    shutil.rmtree(place / "copy")
    if previewed:
        for one in (ours, *(peer for peer in peers if _wanted(measured, f"{peer.name}, one brief edited"))):
            start, took = previews.saves(one.preview, turns)
            tell(f"  {one.name + ', preview':40} up after {start:.1f} s; from saving to the page {_listed(took)} s")
            measured[f"{one.name}, preview"] = [{"seconds": seconds} for seconds in took]
    for turn in range(turns):
        _checks(measured, folder, folder / name, edited(files[name], f"Checked{turn}"))
    return {**told, "runs": measured}


def _builds(measured: Measured, everyone: Sequence[Contestant], brief: Path, changed: bytes) -> None:
    for one in everyone:
        _from_nothing(measured, one)
    _measure(measured, f"{everyone[0].name}, nothing changed", everyone[0].build)
    brief.write_bytes(changed)
    for one in everyone:
        _measure(measured, f"{one.name}, one brief edited", one.build)


def _from_nothing(measured: Measured, one: Contestant) -> None:
    if _wanted(measured, f"{one.name}, from nothing"):
        one.forget()
        _measure(measured, f"{one.name}, from nothing", one.build, one.first)


def _checks(measured: Measured, folder: Path, brief: Path, changed: bytes) -> None:
    check = contestants.check(folder)
    if _wanted(measured, "check, from nothing"):
        shutil.rmtree(folder / ".cache", ignore_errors=True)
        _measure(measured, "check, from nothing", check)
    _measure(measured, "check, nothing changed", check)
    brief.write_bytes(changed)
    _measure(measured, "check, one brief edited", check)


def edited(brief: bytes, word: str) -> bytes:
    """Edit a brief as an editor might: another headline, and a sentence more in what happened."""
    text = brief.decode()
    cited = re.search(r"@[a-z0-9-]+", text)
    assert cited
    text = text.replace("title: ", f"title: {word} ", 1)
    return text.replace("what_happened: |\n", f"what_happened: |\n  {word} talks went on. [{cited[0]}]\n\n", 1).encode()


def _wanted(measured: Measured, what: str) -> bool:
    return not measured.get(what) or measured[what][0]["seconds"] < LONG


def _measure(measured: Measured, what: str, steps: Steps, first: Path | None = None) -> None:
    if _wanted(measured, what):
        done = run(steps, first)
        measured.setdefault(what, []).append({name: round(number, 3) for name, number in asdict(done).items()})
        tell(f"  {what:40} {done.seconds:8.1f} s {done.cores:8.1f} s of cores {done.memory:7.0f} MB")


def machine() -> dict[str, Any]:
    """Say on what was measured; nothing in it names this machine."""
    model = re.search(r"model name\s*: (.*)", _read("/proc/cpuinfo"))
    return {
        "processor": model[1] if model else platform.processor() or platform.machine(),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "memory": psutil.virtual_memory().total,
        "system": platform.system(),
        "Python": platform.python_version(),
        "load": round(psutil.cpu_percent(1.0) / 100 * psutil.cpu_count(), 1),
    }


def _read(file: str) -> str:
    try:
        return Path(file).read_text("utf-8")
    except OSError:
        return ""


def tell(line: str) -> None:
    """Say how far the benchmark is."""
    print(line, file=sys.stderr, flush=True)


def _listed(numbers: Sequence[float]) -> str:
    return ", ".join(f"{number:.2f}" for number in numbers)


if __name__ == "__main__":
    options = argparse.ArgumentParser(prog="python -m benchmarks.bench", description=__doc__.partition(":")[0])
    options.add_argument("amounts", nargs="*", type=int, default=SIZES, metavar="SIZE", help="How many briefs.")
    options.add_argument("--write", action="store_true", help="Write the results and the pages that show them.")
    options.add_argument("--no-preview", action="store_true", help="Leave the live previews out.")
    options.add_argument("--turns", type=int, default=TURNS, help="How often what takes less than a minute is measured.")
    chosen = options.parse_args()
    main(chosen.amounts, write=chosen.write, previewed=not chosen.no_preview, turns=chosen.turns)
