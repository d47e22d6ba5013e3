"""Makes the site of an archive: `python -m benchmarks.briefs FOLDER [BRIEFS]`, by default 10000 of about 4 KB each.

The briefs are made up, and the same every time. They have the variety of the real ones: storylines of all lengths over ten
years, key points, quotes, accounts that differ, figures, open questions, sources of their own and shared ones, and texts
that name actors, places, backgrounds and earlier briefs. The more briefs, the more shared entries.
"""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date as Date
from datetime import timedelta
from pathlib import Path
from random import Random
from textwrap import fill

from benchmarks.vocabulary import Vocabulary

SETTINGS = """site_name: The archive
site_url: https://archive.example.org/
plugins:
  - briefs
theme:
  name: material
  font: false
markdown_extensions:
  - admonition
  - attr_list
  - md_in_html
  - tables
  - toc:
      permalink: true
"""
FIRST_DAY = Date(2016, 1, 1)
DAYS = 3_600
"""How many days the developments are spread over."""
KINDS = ("wire", "news", "analysis", "official record")
SAYING = re.compile("said|says|told|accused|denied|announced|warned|blamed|claimed|insisted|allegedly|declared|that")
"""Words that only stand where a citation names who says so, as in the real briefs."""


def site(amount: int, *, seed: int = 1) -> dict[str, bytes]:
    """Return the files of a site with so many briefs, by name; the same bytes for the same numbers."""
    desk = _Desk(amount, seed)
    texts = {"mkdocs.yml": SETTINGS, "docs/about.md": "# About\n\nA made-up archive.\n"}
    texts |= desk.shared()
    texts |= dict(desk.brief(number) for number in range(amount))
    return {name: text.encode() for name, text in texts.items()}


def put(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Write files into a folder; return it."""
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


class _Desk:
    """Writes one archive. It knows the ids of all entries, and which briefs it wrote in which storyline."""

    def __init__(self, amount: int, seed: int) -> None:
        self.random = Random(seed)
        self.words = Vocabulary(self.random)
        names = self.words.names
        self.rare = names(9 * amount)
        many = (8 + amount // 60, 60 + amount // 10, 40 + amount // 20, 40 + amount // 40, 12 + amount // 50, 20 + amount // 20)
        ids = iter(dict.fromkeys(name.lower() for name in names(2 * sum(many) + 40)))  # no two entries have the same id
        kinds = ([next(ids) for _ in range(number)] for number in (*many, 20))
        self.storylines, self.actors, self.places, self.publishers, self.backgrounds, self.measures, self.topics = kinds
        self.shared_sources = [f"{self.words.zipf(self.publishers)}-{number}" for number in range(1_000, 1_060 + amount // 5)]
        """The shared sources, the oldest first."""
        self.days = sorted(FIRST_DAY + timedelta(days=self.random.randrange(DAYS)) for _ in range(amount))
        self.told: dict[str, list[str]] = {}

    def sentence(self, storyline: str, many: int = 16) -> str:
        """Return about so many words that begin with a capital letter."""
        words = self.words.words(self.random.randint(many // 2, many * 3 // 2), storyline, self.rare).split()
        kept = " ".join(word for word in (re.sub(r"[^\w-]", "", word).strip("-") for word in words) if not SAYING.fullmatch(word))
        return f"{kept[:1].upper()}{kept[1:]}"

    def line(self, storyline: str, many: int = 6) -> str:
        """Return a short line of words."""
        return self.sentence(storyline, many)

    def person(self) -> str:
        return self.words.zipf(self.actors)

    def cited(self, sentence: str, sources: Sequence[str], *, speaker: str = "") -> str:
        """Return a sentence with its citation: more than half of them name who says so, a few through whom."""
        speaker = speaker or (self.person() if self.random.random() < 0.6 else "")
        via = f", via {self.words.zipf(self.publishers)}" if speaker and self.random.random() < 0.3 else ""
        more = f"; @{self.random.choice(sources)}" if self.random.random() < 0.1 else ""
        said, says = (", it was said", f", says {speaker}") if speaker else ("", "")
        return f"{sentence}{said}. [@{self.random.choice(sources)}{says}{via}{more}]"

    def reference(self) -> str:
        kind = self.random.choice((self.actors, self.actors, self.places, self.backgrounds))
        id = self.words.zipf(kind)
        return f"[[{id}]]" if self.random.random() < 0.6 else f"[[{id}|{id.replace('-', ' ')} and others]]"

    def prose(self, storyline: str, sources: Sequence[str], many: int, indent: int) -> str:
        """Return a text of so many sentences, some of them with a reference, as the lines of a block."""
        named = (f" of {self.reference()}" if self.random.random() < 0.35 else "" for _ in range(many))
        return block(paragraphs([self.cited(f"{self.sentence(storyline)}{of}", sources) for of in named]), indent)

    def brief(self, number: int) -> tuple[str, str]:
        """Return the name and the text of a brief."""
        random, day = self.random, self.days[number]
        storyline = self.words.zipf(self.storylines)
        earlier = self.told.setdefault(storyline, [])
        own = [f"{self.words.zipf(self.publishers)}-{at}" for at in range(random.randint(1, 4))]
        known = max(20, len(self.shared_sources) * number // len(self.days))
        sources = [*own, *(random.choice(self.shared_sources[max(0, known - 200) : known]) for _ in range(2))]
        points = [
            self.cited(self.sentence(storyline), (source,), speaker=self.person()) for source in self.random.choices(sources, k=4)
        ][: random.randint(2, 4)]
        parts = [
            f"title: {self.line(storyline, 9)[:120].strip()} {number}",
            f"date: {day}",
            f"as_of: {day + timedelta(days=2)}",
            f"published: {day + timedelta(days=3)}",
            "authors: [the desk]",
            "checked_by: [a second reader]",
            f"status: {'developing' if number % 3 == 0 else 'concluded'}",
            f"storyline: {storyline}",
            f"places: [{', '.join(dict.fromkeys(self.words.zipf(self.places) for _ in range(2)))}]",
            f"topics: [{', '.join(dict.fromkeys(self.words.zipf(self.topics) for _ in range(2)))}]",
            f"bottom_line: |\n{self.prose(storyline, sources, 1, 2)}",
            "key_points:",
            *(f"  - |\n{block(point, 4)}" for point in points),
            f"why_it_matters: |\n{self.prose(storyline, sources, 2, 2)}",
            f"what_happened: |\n{block(paragraphs(points), 2)}\n\n{self.prose(storyline, sources, random.randint(2, 5), 2)}",
            "\n  [[quote:said]]",
            *("quotes:", "  said:", f"    by: {self.person()}", f"    cite: {random.choice(own)}"),
            f"    text: |\n{block(self.sentence(storyline, 20), 6)}",
            *(self.dispute(storyline, sources) if number % 2 else ()),
            *(self.figures(sources, day) if number % 3 else ()),
            *("unknowns:", f"  - question: {self.line(storyline)}?", f"    since: {day}"),
            f"    text: |\n{self.prose(storyline, sources, 1, 6)}",
            *("watch:", "  - text: |", self.prose(storyline, sources, 1, 6), f"    due: {day + timedelta(days=30)}"),
            *("    outcome:", "      state: came", f"      on: {day + timedelta(days=29)}"),
            f"      text: |\n{self.prose(storyline, sources, 1, 8)}",
            "background:",
            *(
                f"  - use: {id}\n    why: {self.line(storyline)}."
                for id in dict.fromkeys(self.words.zipf(self.backgrounds) for _ in range(2))
            ),
            "sources:",
            *(text for id in own for text in self.source(id, storyline, day)),
            *(("related:", f"  - brief: {random.choice(earlier)}", f"    why: {self.line(storyline)}") if earlier else ()),
        ]
        if number % 9 == 0:
            parts += ["updates:", f"  - {{date: {day + timedelta(days=5)}, text: {self.line(storyline)}}}"]
        id = f"{day.year}/{number}-{self.words.zipf(self.rare).lower()}"
        earlier.append(id)
        return f"briefs/{id}.yml", "\n".join(parts) + "\n"

    def dispute(self, storyline: str, sources: Sequence[str]) -> Iterator[str]:
        yield f"disputes:\n  - question: {self.line(storyline)}?\n    accounts:"
        for by in self.random.sample(self.actors, 2):
            yield f"      - by: {by}\n        says: |\n{self.prose(storyline, sources, 2, 10)}"

    def figures(self, sources: Sequence[str], day: Date) -> Iterator[str]:
        yield "figures:"
        for _ in range(self.random.randint(1, 3)):
            by, number = self.person(), self.random.randrange(1, 3_000)
            yield f"  - measure: {self.words.zipf(self.measures)}\n    value: {number}\n    by: {by}\n    as_of: {day}"
            yield f"    cite: {self.random.choice(sources)}"

    def source(self, id: str, storyline: str, day: Date, indent: int = 2) -> Iterator[str]:
        lines = [f"publisher: {id.rpartition('-')[0]}", f"title: {self.line(storyline, 8)}", f"published: {day}"]
        lines += [f"url: https://{id}.example.org/{self.random.randrange(10**6)}"]
        if self.random.random() < 0.3:
            lines.append(f"kind: {self.random.choice(KINDS)}")
        yield f"  {id}:" if indent else ""
        yield from (f"{'    ' if indent else ''}{line}" for line in lines)

    def shared(self) -> dict[str, str]:
        """Return the shared entries by the names of their files."""
        line, found = self.line, {}
        for id in self.storylines:
            found[f"storylines/{id}"] = f"title: {line(id)}\nsummary: |\n{self.prose(id, self.shared_sources, 3, 2)}\n"
        for number, id in enumerate(self.actors):
            kind = "organisation" if number % 3 else "state"
            speaks = f"speaks_for: {self.actors[number % 3 * 3]}\n" if number % 3 else ""
            found[f"actors/{id}"] = f"name: {id.title()}\nkind: {kind}\ndescription: {line('')}\n{speaks}"
        for id in self.places:
            found[f"places/{id}"] = f"name: {id.title()}\nkind: town\n"
        for id in self.publishers:
            found[f"publishers/{id}"] = f"name: {id.title()}\nkind: newspaper\ncountry: {self.words.zipf(self.rare)}\n"
        for id in self.measures:
            found[f"measures/{id}"] = f"title: {line(id)}\nunit: people\nevent: {line(id)}\n"
        for number, id in enumerate(self.shared_sources):
            day = FIRST_DAY + timedelta(days=DAYS * number // len(self.shared_sources) - 400)
            found[f"sources/{id}"] = "\n".join(self.source(id, "", day, 0)).lstrip() + "\n"
        for id in self.backgrounds:
            short, text = (self.prose(id, self.shared_sources, many, 2) for many in (2, 6))
            found[f"backgrounds/{id}"] = f"title: {line(id)}\nreviewed: 2026-06-01\nin_short: |\n{short}\n\ntext: |\n{text}\n"
        return {f"briefs/{name}.yml": text for name, text in found.items()}


def paragraphs(sentences: Sequence[str]) -> str:
    """Join sentences into paragraphs of three."""
    return "\n\n".join(" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3))


def block(text: str, indent: int) -> str:
    """Set a text as the lines of a `|` block, broken as editors break them."""
    set_ = (fill(paragraph, 110, break_long_words=False, break_on_hyphens=False) for paragraph in text.split("\n\n"))
    return "\n".join(f"{' ' * indent}{line}" if line else "" for line in "\n\n".join(set_).split("\n"))


if __name__ == "__main__":
    put(Path(sys.argv[1]), site(int(sys.argv[2]) if len(sys.argv) > 2 else 10_000))
