"""What a search costs a reader and a build: `python -m benchmarks.search [RECORDS ...]`, by default 1000 and 10000.

The records are made up, and the same every time; `benchmarks.vocabulary` has their words. Printed are the time of the
build, the size of the index, and what a first query moves: the script, and every file that the script asks for until ten
results with their filters are shown. `gzip`: as a host sends it that compresses all but `.bin`.
"""

import gzip
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from datetime import date as Date
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.vocabulary import ROOT, Vocabulary
from generator.outputs.search import Record, index
from tests.node.install import NODE

SCRIPT = ROOT / "generator/theme/assets/javascripts"
ASK = ROOT / "tests/outputs/ask.mjs"
QUERIES = {
    "one common word": "armenia",
    "two words": "border treaty",
    "as typed": "azerb",
    "two letters": "re",
    "a rare name": "khoznavar",
    "a typo": "armnia",
    "a long typo": "azerbaijn",
    "first letter wrong": "szerbaijan",
    "five words": "armenia asked russia for military help",
}


def synthetic(amount: int, *, one_subject: bool = False, seed: int = 1) -> Iterator[Record]:
    """Yield so many records of about 4 KB, the same for the same numbers.

    By default each storyline has words of its own beside the common ones. With `one_subject` all speak of the same things, so
    that most words are in most records: the worst case for a search.
    """
    random = Random(seed)
    vocabulary = Vocabulary(random, one_subject=one_subject)
    names, zipf = vocabulary.names, vocabulary.zipf
    rare, places, storylines, topics = names(9 * amount), names(60 + amount // 20), names(10 + amount // 40), names(20)
    people = [f"{first} {last}" for first, last in zip(names(150 + amount // 8), names(400 + amount // 4)[::2], strict=False)]

    def words(many: int, storyline: str = "") -> str:
        return vocabulary.words(many, storyline, rare)

    for number in range(amount):
        date = Date(2015, 1, 1) + timedelta(days=random.randrange(4000))
        actors, where = {zipf(people) for _ in range(9)}, {zipf(places) for _ in range(2)}
        storyline = zipf(storylines)
        facets = {
            "kind": (("brief", "Brief"),),
            "storyline": ((storyline.lower(), f"The {storyline} talks"),),
            "topic": tuple((name.lower(), name) for name in sorted({zipf(topics) for _ in range(2)})),
            "status": (("developing", "developing") if number % 3 else ("concluded", "concluded"),),
            "place": tuple((name.lower(), name) for name in sorted(where)),
            "actor": tuple((name.lower().replace(" ", "-"), name) for name in sorted(actors)),
        }
        yield Record(
            f"briefs/{date.year}/{number}-{zipf(rare).lower()}/",
            "Brief",
            words(10, storyline).capitalize(),
            words(28, storyline).capitalize() + ".",
            "\n".join(words(60, storyline).capitalize() + "." for _ in range(10)),
            (*sorted(where), *sorted(actors)),
            date,
            date.isoformat(),
            facets,
        )


def ask(folder: Path, questions: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Ask the index in a folder with the script of the browser, in Node; return an answer for each question."""
    told = json.dumps({"script": str(SCRIPT / "search"), "folder": str(folder), "questions": list(questions)})
    done = subprocess.run([NODE, ASK], input=told, capture_output=True, encoding="utf-8", check=False, timeout=300)
    if done.returncode:
        raise RuntimeError(done.stderr)
    answers: list[dict[str, Any]] = json.loads(done.stdout)
    return answers


def moved(files: Mapping[str, bytes], read: list[str]) -> tuple[int, int]:
    """Return the bytes of script and files that a query moves, as they are and as a host sends them."""
    scripts = [path.read_bytes() for path in (SCRIPT / "search.js", *(SCRIPT / "search").glob("*.js"))]
    plain = sum(map(len, scripts)) + sum(len(files[path]) for path in read)
    sent = sum(len(gzip.compress(data)) for data in scripts)
    sent += sum(len(files[path]) if path.endswith(".bin") else len(gzip.compress(files[path])) for path in read)
    return plain, sent


def put(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Write an index into a folder."""
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def measure(amount: int, *, one_subject: bool) -> None:
    """Build one index, ask it, and print what that takes."""
    records = list(synthetic(amount, one_subject=one_subject))
    start = time.process_time()
    files = dict(index(records, {}))
    took = time.process_time() - start
    what = f"{amount:,} records{' of one subject' if one_subject else ''}"
    print(f"\n{what}: {took:.1f} s of one core, {len(files):,} files, {_megabytes(files.values())}")
    for kind in dict.fromkeys(path.partition("/")[0] for path in files):
        print(f"  {kind:12} {_megabytes(data for path, data in files.items() if path.startswith(kind))}")
    with tempfile.TemporaryDirectory() as folder:
        answers = ask(put(Path(folder), files), ({"query": query} for query in QUERIES.values()))
    print(f"  {'query':48} {'found':>6} {'files':>5} {'plain':>8} {'gzip':>8}")
    for (kind, query), answer in zip(QUERIES.items(), answers, strict=True):
        plain, sent = (f"{size / 1000:.0f} KB" for size in moved(files, answer["read"]))
        print(f"  {f'{kind}: {query}':48} {answer['amount']:6,} {len(answer['read']):5} {plain:>8} {sent:>8}")


def _megabytes(data: Iterable[bytes]) -> str:
    return f"{sum(map(len, data)) / 1e6:.2f} MB"


def main(amounts: list[int]) -> None:
    """Measure for each number of records."""
    for amount in amounts:
        for one_subject in (False, True):
            measure(amount, one_subject=one_subject)


if __name__ == "__main__":
    main([int(number) for number in sys.argv[1:]] or [1_000, 10_000])
