"""A build over what earlier builds have kept equals one from nothing, byte for byte, whatever was changed in between."""

import re
from collections.abc import Callable
from datetime import date as Date
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from benchmarks.briefs import put, site
from generator.build import NO_CACHE, epoch_of
from tests.build.small import contents, stamped

DAY, LATER = Date(2026, 11, 25), Date(2027, 7, 1)
FEW = 25
"""Briefs: with the shared entries enough for the cache to be used."""

Change = Callable[[Path], None]


def build(source: Path, into: Path, day: Date, monkeypatch: pytest.MonkeyPatch, *, fresh: bool) -> dict[str, bytes]:
    """Build the site as `briefs build` does, but in this process."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(epoch_of(day, "Etc/UTC")))
    monkeypatch.setenv(NO_CACHE, "1" if fresh else "")
    config = load_config(str(source / "mkdocs.yml"), site_dir=str(into))
    config.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(config)
    return contents(into)


def briefs(source: Path) -> list[Path]:
    """Return the files of briefs to which no other file refers."""
    every = {path: path.read_text("utf-8") for path in sorted((source / "briefs").rglob("*.yml"))}
    names = {path: f"{path.parent.name}/{path.stem}" for path in every if path.parent.name.isdecimal()}
    return [path for path, name in names.items() if not any(name in text for text in every.values())]


def with_(kind: str, at: int, old: str, new: str) -> Change:
    """Replace words in a file: a brief that nobody names, or one of the shared entries of a kind."""

    def change(source: Path) -> None:
        path = briefs(source)[at] if kind == "brief" else sorted((source / "briefs" / kind).glob("*.yml"))[at]
        text = path.read_text("utf-8")
        assert re.search(old, text, re.MULTILINE)
        path.write_text(re.sub(old, new, text, count=1, flags=re.MULTILINE), "utf-8")

    return change


def renamed(source: Path) -> None:
    path = briefs(source)[4]
    path.rename(path.with_name("another-name.yml"))


def deleted(source: Path) -> None:
    briefs(source)[5].unlink()


def added(source: Path) -> None:
    path = briefs(source)[6]
    path.with_name("a-new-one.yml").write_text(path.read_text("utf-8").replace("title: ", "title: Quite new, ", 1), "utf-8")


def by_hand(source: Path) -> None:
    (source / "docs/about.md").write_text("# About us\n\nOther words. [Home](index.md)\n", "utf-8")


def style_sheet(source: Path) -> None:
    put(source, {"docs/extra.css": b"p { color: red }\n"})
    _settings(source, "theme:", "extra_css: [extra.css]\ntheme:")


def template(source: Path) -> None:
    put(source, {"overrides/partials/content.html": b"<p>A template of the site's own.</p>{{ page.content }}"})
    _settings(source, "  name: material", "  name: material\n  custom_dir: overrides")


def setting(source: Path) -> None:
    _settings(source, "site_name: The archive", "site_name: Another archive")


def _settings(source: Path, old: str, new: str) -> None:
    path = source / "mkdocs.yml"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


WITHDRAWN = "stage: withdrawn\nwithdrawal: {date: 2026-01-01, why: It was wrong.}\nstatus: "
STEPS: dict[str, tuple[Change, ...]] = {
    "nothing": (),
    "a text": (with_("brief", 0, r"^what_happened: \|\n", "what_happened: |\n  Also this.\n"),),
    "a title and a date": (
        with_("brief", 1, "^title: ", "title: Again "),
        with_("brief", 2, r"^date: (\d+)-(\d+)-\d+", r"date: \1-\2-01"),
    ),
    "a withdrawal and an id": (with_("brief", 3, "^status: ", WITHDRAWN), renamed),
    "a deleted file and a new one": (deleted, added),
    "an actor, a background and a publisher": (
        with_("actors", 0, "^name: ", "name: Renamed "),
        with_("backgrounds", 0, "^title: ", "title: Other "),
        with_("publishers", 0, "^kind: newspaper", "kind: agency"),
    ),
    "a page by hand": (by_hand,),
    "a style sheet, a template and a setting": (style_sheet, template, setting),
}


def test_each_kind_of_change_gives_what_a_build_from_nothing_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = put(tmp_path / "source", site(FEW))
    build(source, tmp_path / "kept", DAY, monkeypatch, fresh=False)
    before = stamped(tmp_path / "kept")
    for what, changes in STEPS.items():
        for change in changes:
            change(source)
        kept = build(source, tmp_path / "kept", DAY, monkeypatch, fresh=False)
        anew = build(source, tmp_path / "anew", DAY, monkeypatch, fresh=True)
        assert [name for name in kept.keys() | anew.keys() if kept.get(name) != anew.get(name)] == [], what
        after = stamped(tmp_path / "kept")
        same = {name for name in before.keys() & after.keys() if before[name][0] == after[name][0]}
        assert {name for name in same if before[name] != after[name]} == set(), f"{what}: a file was written with the same bytes"
        assert what != "a text" or len(after) - len(same) < 25
        before = after
    later = build(source, tmp_path / "kept", LATER, monkeypatch, fresh=False)
    assert later == build(source, tmp_path / "anew", LATER, monkeypatch, fresh=True)
