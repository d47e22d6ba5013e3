"""The script that a user of Hugo would write: `hugo_pages.py BRIEFS CONTENT` makes the YAML files the front matter of pages.

Hugo reads YAML itself, with all cores, so this one does not: it puts each text between `---` lines, with links in place of
citations and references, and adds the names that Hugo needs for its lists of briefs. Nothing is checked.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

KINDS = ("storylines", "actors", "places", "backgrounds", "topics", "publishers", "cited")
"""The kinds of entries for which Hugo makes a page with the list of its briefs. Sources are `cited`: a brief has `sources`."""
FOLDERS = {"sources": "cited"}
CITATION = re.compile(r"\s*\[(@[^\]]*)\]")
REFERENCE = re.compile(r"\[\[([\w-]+)(?:\|([^\]]*))?\]\]")
NAMED = {
    "storylines": re.compile(r"^storyline: ([\w-]+)", re.MULTILINE),
    "actors": re.compile(r"(?:\bby: |says\s+)([\w-]+)"),
    "backgrounds": re.compile(r"^  - use: ([\w-]+)", re.MULTILINE),
    "publishers": re.compile(r"^    publisher: ([\w-]+)", re.MULTILINE),
    "cited": re.compile(r"@([\w-]+)"),
}
TAKEN = re.compile(r"^(url|kind|summary|description|on):", re.MULTILINE)
"""Words that mean something to Hugo itself at the start of a line."""


def main(briefs: Path, content: Path) -> None:
    """Write a page for each file below one folder into the other."""
    texts = {path.relative_to(briefs).as_posix(): path.read_text("utf-8") for path in sorted(briefs.glob("*/*.yml"))}
    for name, text in pages(texts).items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, "utf-8")


def pages(texts: Mapping[str, str]) -> dict[str, str]:
    """Make all pages, by their names below Hugo's `content` folder."""
    kind_of = {Path(name).stem: kind for kind in ("backgrounds", "places", "actors") for name in texts if name.startswith(kind)}
    made = {}
    for name, text in texts.items():
        folder, id = name.removesuffix(".yml").split("/")
        if folder.isdigit():
            numbers: dict[str, int] = {}
            linked = CITATION.sub(lambda marks: _numbered(marks, numbers), _linked(text, kind_of))  # noqa: B023 - used at once
            made[f"briefs/{folder}/{id}.md"] = _page(linked, *_named(text, kind_of), f"numbered: [{', '.join(numbers)}]")
            made[f"briefs/{folder}/_index.md"] = _page(f'title: "{folder}"')
        elif folder != "measures":
            front = TAKEN.sub(r"its_\1:", CITATION.sub(_linked_mark, _linked(text, kind_of)))
            made[f"{FOLDERS.get(folder, folder)}/{id}/_index.md"] = _page(re.sub("^name:", "title:", front))
    measures = ((name.split("/")[1], text) for name, text in texts.items() if name.startswith("measures/"))
    return made | {f"../data/measures/{name}": text for name, text in measures}


def _page(front: str, *more: str) -> str:
    return "\n".join(("---", front.rstrip("\n"), *more, "---", ""))


def _linked(text: str, kind_of: Mapping[str, str]) -> str:
    def named(found: re.Match[str]) -> str:
        words, kind = found[2] or found[1].capitalize(), kind_of.get(found[1])
        return f"[{words}](/{kind}/{found[1]}/)" if kind else words

    return REFERENCE.sub(named, text)


def _numbered(marks: re.Match[str], numbers: dict[str, int]) -> str:
    """Return the marks of a brief: numbers in its own list of sources, with the speaker as a hover text."""
    said = NAMED["actors"].search(marks[1])
    who = f' "{said[1]}"' if said else ""
    found = ((id, numbers.setdefault(id, len(numbers) + 1)) for id in NAMED["cited"].findall(marks[1]))
    return " " + " ".join(f"[[{number}]](#{id}{who})" for id, number in found)


def _linked_mark(marks: re.Match[str]) -> str:
    """Return the marks of a shared entry: links to the pages of its sources."""
    return " " + " ".join(f"[[{id}]](/cited/{id}/)" for id in NAMED["cited"].findall(marks[1]))


def _named(text: str, kind_of: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines that name, for Hugo's lists, what a brief uses; its places and topics it names itself."""
    references = [found[1] for found in REFERENCE.finditer(text)]
    own = set(re.findall(r"^  ([\w-]+):$", text.partition("\nsources:")[2], re.MULTILINE))
    for kind, pattern in NAMED.items():
        ids = [*pattern.findall(text), *(id for id in references if kind_of.get(id) == kind)]
        yield f"{kind}: [{', '.join(dict.fromkeys(id for id in ids if id not in own))}]"


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
