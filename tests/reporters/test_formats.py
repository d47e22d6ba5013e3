"""The formats are found by their files and can all be used alike."""

import sys
from inspect import signature
from pathlib import Path

import pytest

from generator import reporters
from generator.reporters import Reporter, formats, reporter
from tests.reporters.examples import ALL, SOURCES

EXTRA = """
def report(findings, sources, *, colour=False, width=100, checked=None):
    return f"{len(findings)} found"
"""


def test_the_default_comes_first() -> None:
    assert formats()[0] == reporters.DEFAULT == "text"
    assert "json" in formats()
    assert list(formats()[1:]) == sorted(formats()[1:])


def test_what_the_formats_share_is_no_format() -> None:
    assert "parts" not in formats()
    with pytest.raises(LookupError):
        reporter("parts")


@pytest.mark.parametrize("name", formats())
def test_every_format_takes_the_same_arguments(name: str) -> None:
    _, *wanted = signature(Reporter.__call__).parameters.values()
    assert list(signature(reporter(name)).parameters.values()) == wanted


@pytest.mark.parametrize("name", formats())
def test_the_order_of_the_findings_and_repeats_make_no_difference(name: str) -> None:
    assert reporter(name)(ALL, SOURCES) == reporter(name)([*reversed(ALL), *ALL], SOURCES)
    assert reporter(name)(ALL, SOURCES).endswith("\n")


def test_a_new_format_is_one_new_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "brief.py").write_text(EXTRA, encoding="utf-8")
    monkeypatch.setattr(reporters, "__path__", [*reporters.__path__, str(tmp_path)])
    try:
        assert "brief" in formats()
        assert reporter("brief")(ALL, SOURCES) == "8 found"
    finally:
        sys.modules.pop("generator.reporters.brief", None)
    monkeypatch.undo()
    with pytest.raises(LookupError):
        reporter("brief")
