"""The stopwatch tells what is done and where the time went, and writes no progress where nobody watches."""

from io import StringIO

import pytest

from generator.mkdocs_plugin import stopwatch
from generator.mkdocs_plugin.stopwatch import Stopwatch


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock on which each look takes as many seconds as its last value says."""
    now = [0.0, 1.0]

    def look() -> float:
        now[0] += now[-1]
        return now[0]

    monkeypatch.setattr(stopwatch, "monotonic", look)
    monkeypatch.setattr(stopwatch, "_worked", lambda: now[0] * 2)
    return now


def worked(out: StringIO) -> Stopwatch:
    watch = Stopwatch(out, started=0.0, worked=0.0)
    with watch.stage("Pressing"):
        assert list(watch.counted("abcd", "Pressing pages", 4)) == list("abcd")
    return watch


def test_a_terminal_shows_how_far_it_is_and_how_long_it_takes(clock: list[float]) -> None:
    worked(out := Terminal())
    assert "Pressing …" in out.getvalue()
    assert "Pressing pages: 2 of 4, about" in out.getvalue()
    assert out.getvalue().endswith("\r\x1b[2K")


def test_elsewhere_only_long_stages_are_told_in_a_plain_line(clock: list[float]) -> None:
    worked(out := StringIO())
    clock[-1] = 0.0
    worked(quick := StringIO())
    assert (out.getvalue(), quick.getvalue()) == ("Pressing: 10 s\n", "")


def test_the_table_says_where_the_time_went(clock: list[float]) -> None:
    lines = worked(StringIO()).table().splitlines()
    assert [line.split()[0] for line in lines] == ["seconds", "Pressing", "MkDocs:", "Together"]
    passed = [float(line.split()[-2]) for line in lines[1:]]
    assert passed[0] + passed[1] == passed[2]
