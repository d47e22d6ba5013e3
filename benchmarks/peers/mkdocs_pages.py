"""The script that a user of MkDocs would write: the YAML of an archive as Markdown pages, `mkdocs_pages.py BRIEFS DOCS`.

It knows only PyYAML, with the parser in C. A brief gets one page with all its texts, quotes, accounts, figures, questions,
background, timeline and sources; what several briefs share gets a page with the list of its briefs. Nothing is checked.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

Entry = dict[str, Any]
FOLDERS = {
    "storylines": "Storylines",
    "actors": "Actors",
    "places": "Places",
    "backgrounds": "Backgrounds",
    "topics": "Topics",
    "publishers": "Publishers",
    "sources": "Sources",
}
"""The kinds that get pages, with the titles of their lists."""
CITATION = re.compile(r"\s*\[(@[^\]]*)\]")
REFERENCE = re.compile(r"\[\[([\w-]+)(?:\|([^\]]*))?\]\]")
SOURCE = re.compile(r"@([\w-]+)")
SPEAKER = re.compile(r"says\s+([\w-]+)")
BESIDE = 3
"""How many earlier and later developments of its storyline a brief shows."""


def main(briefs: Path, docs: Path) -> None:
    """Read all files below one folder, and write all pages into the other."""
    for name, text in pages(read(briefs)).items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(text, "utf-8")


def read(folder: Path) -> dict[str, dict[str, Entry]]:
    """Read all entries: by their kind, then by their id. A brief's id is `<year>/<name>`."""
    found: dict[str, dict[str, Entry]] = defaultdict(dict)
    for path in sorted(folder.glob("*/*.yml")):
        kind = path.parent.name
        entry = yaml.load(path.read_bytes(), yaml.CSafeLoader)
        if kind.isdigit():
            found["briefs"][f"{kind}/{path.stem}"] = entry
        else:
            found[kind][path.stem] = entry
    return found


def pages(found: Mapping[str, Mapping[str, Entry]]) -> dict[str, str]:
    """Make all pages, by their names."""
    desk = _Desk(found)
    made = {f"briefs/{id}.md": _page(desk.brief(id, entry)) for id, entry in desk.briefs.items()}
    for kind in FOLDERS:
        made |= {f"{kind}/{id}.md": _page(desk.entry(kind, id)) for id in sorted({*found.get(kind, {}), *desk.users[kind]})}
        made[f"{kind}/index.md"] = _page(desk.listing(kind))
    for year in sorted({id[:4] for id in desk.briefs}):
        of_year = [id for id in reversed(desk.order) if id.startswith(year)]
        made[f"archive/{year}.md"] = _page((f"# {year}", desk.links(of_year)))
    years = sorted({id[:4] for id in desk.briefs}, reverse=True)
    made["archive/index.md"] = _page(("# Archive", _items(f"[{year}]({year}.md)" for year in years)))
    made["index.md"] = _page(("# The archive", desk.links(list(reversed(desk.order))[:20], "")))
    return made


class _Desk:
    """All entries, and who uses what."""

    def __init__(self, found: Mapping[str, Mapping[str, Entry]]) -> None:
        self.found, self.briefs = found, found["briefs"]
        self.kind_of = {id: kind for kind in ("backgrounds", "places", "actors") for id in found.get(kind, ())}
        self.order = sorted(self.briefs, key=lambda id: (str(self.briefs[id]["date"]), id))
        self.users: dict[str, dict[str, list[str]]] = {kind: defaultdict(list) for kind in FOLDERS}
        self.persons: dict[str, list[str]] = {}
        self.at: dict[str, int] = {}
        """Which development of its storyline a brief is."""
        for id in self.order:
            used = self.used(self.briefs[id])
            self.persons[id] = sorted(set(used["actors"]))
            self.at[id] = sum(len(self.users["storylines"][storyline]) for storyline in used["storylines"])
            for kind, ids in used.items():
                for other in dict.fromkeys(ids):
                    self.users[kind][other].append(id)

    def used(self, brief: Entry) -> dict[str, list[str]]:
        texts = "\n".join(_texts(brief))
        named = [found[1] for found in REFERENCE.finditer(texts)]
        cited = [id for marks in CITATION.findall(texts) for id in SOURCE.findall(marks)]
        by = [entry["by"] for part in ("figures", "quotes", "accounts") for entry in _parts(brief, part)]
        own = brief.get("sources", {})
        return {
            "storylines": [brief["storyline"]] if "storyline" in brief else [],
            "actors": [*SPEAKER.findall(texts), *by, *(id for id in named if self.kind_of.get(id) == "actors")],
            "places": [*brief.get("places", ()), *(id for id in named if self.kind_of.get(id) == "places")],
            "backgrounds": [
                *(part["use"] for part in brief.get("background", ()) if "use" in part),
                *(id for id in named if self.kind_of.get(id) == "backgrounds"),
            ],
            "topics": list(brief.get("topics", ())),
            "publishers": [source["publisher"] for source in own.values()],
            "sources": [id for id in cited if id not in own],
        }

    def name(self, kind: str, id: str) -> str:
        entry = self.found.get(kind, {}).get(id, {})
        return str(entry.get("title") or entry.get("name") or id.replace("-", " ").capitalize())

    def link(self, kind: str, id: str, up: str, text: str = "") -> str:
        return f"[{text or self.name(kind, id)}]({up}{kind}/{id}.md)"

    def links(self, ids: Iterable[str], up: str = "../") -> str:
        return _items(f"{self.briefs[id]['date']} {self.link('briefs', id, up)}" for id in ids)

    def text(self, text: str, up: str, numbers: dict[str, int]) -> str:
        """Return a text with links in place of references, and numbers in place of citations."""

        def cited(marks: re.Match[str]) -> str:
            found = (numbers.setdefault(id, len(numbers) + 1) for id in SOURCE.findall(marks[1]))
            said = re.search(r"says\s+([\w-]+)", marks[1])
            who = ' "{}"'.format(self.name("actors", said[1])) if said else ""
            return " " + " ".join(f"[[{number}]](#source-{number}{who})" for number in found)

        def named(found: re.Match[str]) -> str:
            kind = self.kind_of.get(found[1], "")
            return self.link(kind, found[1], up, found[2] or "") if kind else found[2] or found[1]

        return CITATION.sub(cited, REFERENCE.sub(named, text.strip()))

    def brief(self, id: str, brief: Entry) -> Iterator[str]:
        up, numbers = "../../", dict[str, int]()

        def text(words: str) -> str:
            return self.text(words, up, numbers)

        def mark(entry: Entry) -> str:
            return f"[@{entry['cite']}]"

        def quoted(quote: Entry) -> str:
            words = "\n".join(f"> {line}" for line in quote["text"].strip().splitlines())
            return f"{words}\n>\n> {self.link('actors', quote['by'], up)} {text(mark(quote))}"

        yield f'---\ntitle: "{brief["title"]}"\ndescription: "{_plain(brief["bottom_line"])}"\n---'
        yield f"# {brief['title']}"
        where = [self.link("places", place, up) for place in brief.get("places", ())]
        about = [self.link("topics", topic, up) for topic in brief.get("topics", ())]
        line = [self.link("storylines", brief["storyline"], up)] if "storyline" in brief else []
        yield " · ".join((*line, str(brief["date"]), f"{brief.get('status', '')} as of {brief['as_of']}", *where, *about))
        yield f"**{text(brief['bottom_line'])}**"
        if points := brief.get("key_points"):
            yield f"## Key points\n\n{_items(text(point) for point in points)}"
        if "why_it_matters" in brief:
            yield f"## Why it matters\n\n{text(brief['why_it_matters'])}"
        quotes = {name: quoted(quote) for name, quote in brief.get("quotes", {}).items()}
        told = re.sub(r"\[\[quote:([\w-]+)\]\]", lambda found: quotes.get(found[1], ""), brief["what_happened"])
        yield f"## What happened\n\n{text(told)}"
        if figures := brief.get("figures"):
            rows = (
                f"| {self.name('measures', one['measure'])} | {one.get('value', '')} | {self.link('actors', one['by'], up)} "
                f"| {one.get('as_of', '')} | {text(mark(one))} |"
                for one in figures
            )
            head = "| What | How many | Who counted | As of | Source |\n| --- | --- | --- | --- | --- |"
            yield "\n".join(("## Key figures\n", head, *rows))
        for dispute in brief.get("disputes", ()):
            yield f"## Who says what: {dispute['question']}"
            for account in dispute["accounts"]:
                yield f"### {self.name('actors', account['by'])}\n\n{text(account['says'])}"
        if unknowns := brief.get("unknowns"):
            asked = (f"**{one['question']}** (since {one['since']}) {text(one.get('text', ''))}" for one in unknowns)
            yield f"## What we do not know\n\n{_items(asked)}"
        if watched := brief.get("watch"):
            yield f"## What to watch\n\n{_items(self.expected(one, text) for one in watched)}"
        for part in brief.get("background", ()):
            yield f"## Background: {self.link('backgrounds', part['use'], up)}\n\n{part.get('why', '')}"
            yield text(self.found["backgrounds"][part["use"]]["in_short"])
        if line:
            others = self.users["storylines"][brief["storyline"]]
            near = others[max(0, self.at[id] - BESIDE) : self.at[id] + BESIDE + 1]
            yield f"## Timeline\n\n{self.links(near, up)}"
        if persons := self.persons[id]:
            known = self.found["actors"]
            lines = (f"{self.link('actors', one, up)}: {known.get(one, {}).get('description', '')}" for one in persons)
            yield f"## Who is who\n\n{_items(lines)}"
        yield self.sources(numbers, brief, up)
        if related := brief.get("related"):
            lines = (f"{self.link('briefs', one['brief'], up)}: {one['why']}" for one in related)
            yield f"## Related\n\n{_items(lines)}"
        if updates := brief.get("updates"):
            lines = (f"{one['date']}: {one['text']}" for one in updates)
            yield f"## Changes\n\n{_items(lines)}"
        yield f"Written by {', '.join(brief.get('authors', ()))}, checked by {', '.join(brief.get('checked_by', ()))}."

    def expected(self, one: Entry, text: Any) -> str:
        outcome = one.get("outcome", {})
        on = outcome.get(True, "")  # YAML 1.1, which PyYAML reads, takes the word `on` for "true"
        came = f"\n\n{outcome['state']} on {on}: {text(outcome.get('text', ''))}" if outcome else ""
        return f"{text(one['text'])} (due {one.get('due', '')}){came}"

    def sources(self, numbers: dict[str, int], brief: Entry, up: str) -> str:
        lines = (f'{at}. <span id="source-{at}"></span>{self.source(id, brief, up)}' for id, at in numbers.items())
        return "\n".join(("## Sources\n", *lines))

    def source(self, id: str, brief: Entry, up: str) -> str:
        own = brief.get("sources", {}).get(id)
        source = own or self.found["sources"].get(id, {})
        title = f"[{source.get('title', id)}]({source['url']})" if "url" in source else source.get("title", id)
        more = "" if own else f", {self.link('sources', id, up, 'what rests on it')}"
        return f"{self.link('publishers', source.get('publisher', ''), up)}, {title}, {source.get('published', '')}{more}"

    def entry(self, kind: str, id: str) -> Iterator[str]:
        entry, numbers = self.found.get(kind, {}).get(id, {}), dict[str, int]()
        yield f"# {self.name(kind, id)}"
        for field in ("description", "summary", "in_short", "text", "country", "published", "url"):
            if field in entry:
                yield self.text(str(entry[field]), "../", numbers)
        if numbers:
            yield self.sources(numbers, {}, "../")
        if users := self.users[kind][id]:
            yield f"## Briefs\n\n{self.links(reversed(users))}"

    def listing(self, kind: str) -> Iterator[str]:
        yield f"# {FOLDERS[kind]}"
        ids = sorted({*self.found.get(kind, {}), *self.users[kind]})
        yield _items(f"[{self.name(kind, id)}]({id}.md) ({len(self.users[kind][id])})" for id in ids)


def _texts(entry: object) -> Iterator[str]:
    """Yield all texts of an entry, however deep."""
    if isinstance(entry, str):
        yield entry
    elif isinstance(entry, dict | list):
        for inner in entry.values() if isinstance(entry, dict) else entry:
            yield from _texts(inner)


def _parts(brief: Entry, part: str) -> Iterator[Entry]:
    if part == "accounts":
        yield from (account for dispute in brief.get("disputes", ()) for account in dispute["accounts"])
    else:
        found = brief.get(part, ())
        yield from found.values() if isinstance(found, dict) else found


def _page(parts: Iterable[str]) -> str:
    return "\n\n".join(parts) + "\n"


def _items(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in (line.replace("\n", "\n    ") for line in lines))


def _plain(text: str) -> str:
    return " ".join(REFERENCE.sub(lambda found: found[2] or found[1], CITATION.sub("", text)).split())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
