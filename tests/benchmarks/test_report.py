"""The tables say what was measured, and the page shows the tables."""

import json
import subprocess
import sys
from typing import Any

import pytest

from benchmarks import contestants, measure, report


def sized(factor: float) -> dict[str, Any]:
    """What might be measured: `factor` tells how large the archive is."""

    def runs(*seconds: float) -> list[dict[str, float]]:
        return [{"seconds": one * factor, "cores": one * factor, "memory": 100 * factor} for one in seconds]

    builds = {
        f"{name}, {what}": runs(*seconds)
        for name, seconds in (("briefs", (1, 9, 2)), ("mkdocs", (8,)), ("hugo", (4, 5)))
        for what in ("from nothing", "one brief edited")
    }
    builds["plain, from nothing"] = runs(1)
    checks = {f"check, {what}": runs(0.5) for what in ("from nothing", "nothing changed", "one brief edited")}
    size = {"plain": 2_000_000, "sent": 4_000}
    return {
        "runs": {**builds, **checks, "briefs, nothing changed": runs(0.2), "briefs, copied": runs(0.1)},
        "sites": {name: {"files": 20, "pages": int(1_000 * factor), "bytes": 3_000_000} for name in report.NAMES},
        "reader": {"home": size},
        "material": size,
        "share image, ms": 5,
    }


RESULTS: dict[str, Any] = {
    "machine": {"processor": "A processor", "cores": 2, "memory": 2**34, "system": "Linux", "Python": "3.11", "load": 0.4},
    "versions": {"Briefs": "1", "Hugo": "2"},
    "sizes": {"1000": sized(1), "11000": sized(11)},
}


@pytest.mark.parametrize(
    "line",
    [
        "Measured on A processor, 2 cores, 16 GB of memory, Linux, Python 3.11, with Briefs 1, Hugo 2.",
        "| From nothing | 2.00 s | 8.00 s; 0.25 × | 4.50 s; 0.44 × |",  # medians
        "| One brief edited | 22.0 s | 88.0 s; 0.25 × | 49.5 s; 0.44 × |",
        "| The same, without share images | 1.00 s | 8.00 s; 0.12 × | 4.50 s; 0.22 × |",
        "| Work of all cores, from nothing | 2.00 s | 8.00 s; 0.25 × | 4.50 s; 0.44 × |",
        "| Highest memory, from nothing | 1,100 MB | 1,100 MB; 1.00 × | 1,100 MB; 1.00 × |",
        "| Check: from nothing | 0.50 s | 5.50 s |",
        "| Each page from nothing: This generator | 2.0 ms | 2.0 ms; 1.00 × |",
        "| This generator | 11,000 | 20 | 3 MB |",
        "| Home | 4 KB | 2.0 MB |",
        "One more brief takes 0.50 ms to read and check, 1.5 ms to make into its pages and files, 0.10 ms to copy with them, and "
        "100 KB of memory. For a million briefs:",
        "| 20 | 8 min | 1 min | 2 min | 11 min |",
        "Each machine would need about 100 GB of memory.",
    ],
)
def test_tables_say_what_was_measured(line: str) -> None:
    assert line in report.text(RESULTS).replace("\N{NO-BREAK SPACE}", " ").splitlines()


def test_no_unit_can_stand_on_a_line_of_its_own() -> None:
    assert "2.00\N{NO-BREAK SPACE}s | 8.00\N{NO-BREAK SPACE}s; 0.25\N{NO-BREAK SPACE}× |" in report.text(RESULTS)
    assert "1 min" not in report.text(RESULTS)


def test_a_busy_machine_is_told() -> None:
    busy = {**RESULTS, "machine": {**RESULTS["machine"], "load": 9.5}}
    assert "much else to do" in report.text(busy)
    assert "much else to do" not in report.text(RESULTS)


def test_tables_stand_between_the_marks_and_nothing_else_changes() -> None:
    page = "Before\n\n<!-- measured: machine -->\nold\n<!-- end -->\n\nAfter\n"
    once = report.filled(page, {"machine": "new"})
    assert once == "Before\n\n<!-- measured: machine -->\n\nnew\n\n<!-- end -->\n\nAfter\n"
    assert report.filled(once, {"machine": "new"}) == once


def test_the_page_shows_what_was_measured() -> None:
    page = report.PAGE.read_text("utf-8")
    results = json.loads(report.RESULTS.read_text("utf-8"))
    assert report.filled(page, report.tables(results)) == page, "Run: python -m benchmarks.report"
    assert all(f"<!-- measured: {name} -->" in page for name in report.tables(results))


def test_a_plain_build_draws_no_share_images() -> None:
    drawn = "from generator.outputs.share_images import share_image; import sys; sys.exit(len(share_image('anything')))"
    with pytest.raises(SystemExit, match="ended with 4"):
        measure.run([(sys.executable, "-c", drawn)], contestants.PLAIN)


def test_memory_is_that_of_all_processes() -> None:
    child = "x = bytearray(60_000_000); print('there', flush=True); input()"
    parent = f"import subprocess, sys; x = bytearray(60_000_000); subprocess.run([sys.executable, '-c', {child!r}])"
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", parent], stdin=pipe, stdout=pipe, text=True) as program:
        assert program.stdin
        assert program.stdout
        assert program.stdout.readline() == "there\n"
        assert 120e6 < measure.memory_of(program.pid) < 240e6
        program.stdin.write("\n")


def test_a_program_that_fails_stops_the_benchmark() -> None:
    with pytest.raises(SystemExit, match="ended with 3"):
        measure.run([(sys.executable, "-c", "raise SystemExit(3)")])
