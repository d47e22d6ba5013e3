"""How large a site is: as a whole, and what a reader's browser moves of it."""

import gzip
from pathlib import Path
from typing import Any

from benchmarks.search import ask, moved

LARGEST = {
    "the largest brief": "briefs/*/*/**/*.html",
    "the largest page of a storyline": "storylines/*/**/*.html",
    "the largest page of an actor": "actors/*/**/*.html",
    "the largest page of a source": "sources/*/**/*.html",
    "the largest page of a publisher": "publishers/*/**/*.html",
    "the largest page of the timeline": "timeline/**/*.html",
    "the largest page of the archive": "archive/**/*.html",
    "the largest part of the index for machines": "**/briefs*.json",
}
FIRST = {
    "home": "index.html",
    "the timeline": "timeline/index.html",
    "the archive": "archive/index.html",
    "the index for machines": "briefs.json",
}
QUERY = "armenia"
"""What the first search is for: a word that most briefs have."""


def whole(site: Path) -> dict[str, int]:
    """Count a site's files and pages, and their bytes."""
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    return {"files": len(files), "pages": pages, "bytes": sum(path.stat().st_size for path in files)}


def moved_by_readers(site: Path) -> dict[str, dict[str, Any]]:
    """Return what a reader of our site loads, in bytes as they lie there and as a host sends them, compressed."""
    found = {name: _size(site / path) for name, path in FIRST.items() if (site / path).is_file()}
    for name, pattern in LARGEST.items():
        if pages := [path for path in site.glob(pattern) if path.is_file()]:
            largest = max(pages, key=lambda path: (path.stat().st_size, path))
            found[name] = {**_size(largest), "file": largest.relative_to(site).as_posix(), "of": len(pages)}
    (answer,) = ask(site / "search", [{"query": QUERY}])
    plain, sent = moved({path: (site / "search" / path).read_bytes() for path in answer["read"]}, answer["read"])
    found["the first search, with its script"] = {"plain": plain, "sent": sent, "of": len(answer["read"])}
    return found


def lookup_of_material(site: Path) -> dict[str, int]:
    """Return the size of the index that Material's search loads before it answers."""
    return _size(site / "search" / "search_index.json")


def _size(path: Path) -> dict[str, int]:
    data = path.read_bytes()
    return {"plain": len(data), "sent": len(gzip.compress(data, 6))}
