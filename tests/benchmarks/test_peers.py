"""What users would pick instead gets the same archive: all texts of it, and links that lead somewhere."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest
import yaml

from benchmarks.bench import edited
from benchmarks.briefs import put, site
from benchmarks.peers import hugo_pages, mkdocs_pages
from generator.build import read_edition
from generator.diagnostics import has_errors
from generator.settings import read
from tests.build.test_hands import DAY, inputs_of

ARCHIVE = site(12)
BRIEFS = [name for name in ARCHIVE if name.startswith("briefs/2")]
MARKS = re.compile(r"\[@[^\]]*\]|\[\[([\w-]+)(?:\|([^\]]*))?\]\]")
FIELDS = ("bottom_line", "key_points", "why_it_matters", "what_happened", "disputes", "unknowns", "watch", "quotes", "updates")


def texts(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield from (" ".join(part.split()) for part in MARKS.split(data) if part and len(part.split()) > 4)
    elif isinstance(data, dict | list):
        for inner in data.values() if isinstance(data, dict) else data:
            yield from texts(inner)


def words_of(page: str) -> str:
    return " ".join(page.replace("> ", "").split())


@pytest.fixture(scope="module")
def briefs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return put(tmp_path_factory.mktemp("archive"), ARCHIVE) / "briefs"


def test_markdown_pages_have_all_that_the_briefs_say(briefs: Path) -> None:
    pages = mkdocs_pages.pages(mkdocs_pages.read(briefs))
    for name in BRIEFS:
        brief, page = yaml.safe_load(ARCHIVE[name]), words_of(pages[f"{name.removesuffix('.yml')}.md"])
        assert [text for field in FIELDS for text in texts(brief.get(field)) if text not in page] == []
        assert all(source["url"] in page for id, source in brief["sources"].items() if f"@{id}".encode() in ARCHIVE[name])
        assert "[@" not in page
        assert not re.search(r"\[\[[a-z]", page)


def test_links_of_markdown_pages_lead_somewhere(briefs: Path) -> None:
    pages = mkdocs_pages.pages(mkdocs_pages.read(briefs))
    links = [(name, target) for name, page in pages.items() for target in re.findall(r"\]\(([^):]+\.md)\)", page)]
    assert len(links) > 500
    assert {target for name, target in links if resolved(name, target) not in pages} == set()


def resolved(name: str, target: str) -> str:
    path = list(PurePosixPath(name).parent.parts)
    for part in PurePosixPath(target).parts:
        path = path[:-1] if part == ".." else [*path, part]
    return "/".join(path)


def test_mkdocs_builds_them(briefs: Path, tmp_path: Path) -> None:
    mkdocs_pages.main(briefs, tmp_path / "docs")
    settings = Path(mkdocs_pages.__file__).with_name("mkdocs.yml").read_text("utf-8")
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"], cwd=tmp_path, check=True, capture_output=True
    )
    for name in BRIEFS:
        assert (tmp_path / "site" / name.removesuffix(".yml") / "index.html").is_file()


def test_front_matter_for_hugo_has_all_that_the_files_say(briefs: Path) -> None:
    pages = hugo_pages.pages({name.removeprefix("briefs/"): data.decode() for name, data in ARCHIVE.items() if "briefs/" in name})
    fronts = {name: yaml.safe_load(text.strip("-\n")) for name, text in pages.items() if name.endswith(".md")}
    for name in BRIEFS:
        brief, front = yaml.safe_load(ARCHIVE[name]), fronts[f"{name.removesuffix('.yml')}.md"]
        said = words_of(str(list(texts(front))))
        assert [
            text for field in FIELDS for text in texts(brief.get(field)) if any(part not in said for part in text.split(". "))
        ] == []
        assert "[@" not in str(front)
        for kind in ("storylines", "actors", "places", "backgrounds", "publishers", "cited"):
            assert front[kind] or kind == "cited"
            assert [id for id in front[kind] if f"{kind}/{id}/_index.md" not in pages] == []


def test_an_edited_brief_is_another_one_without_errors() -> None:
    changed = {**ARCHIVE, BRIEFS[-1]: edited(ARCHIVE[BRIEFS[-1]], "Edited1")}
    inputs = inputs_of(changed)
    found = read_edition(inputs, read(inputs.config)[0], DAY)
    assert changed[BRIEFS[-1]].count(b"Edited1") == 2
    assert not has_errors(found.findings)
