"""`briefs.json`: the whole edition for machines, in files that stay small enough to load.

`/briefs.json` holds the newest briefs and says which files hold the others: one for each year of the addresses, and where a year
has more than `LONGEST` briefs, further ones, each of which names the `next`.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from generator.edition import Edition, Key
from generator.edition.addresses import address_of
from generator.edition.changes import first_day
from generator.outputs.brief_data import summary
from generator.outputs.json_text import document
from generator.outputs.schemas import DATA
from generator.outputs.web import absolute, root

PATH = "briefs.json"
VERSION = 1
NEWEST = 50
"""How many briefs `/briefs.json` holds itself."""
LONGEST = 1000
"""How many briefs one file of a year holds."""


def files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Make the file of the edition and those of its years."""
    order = sorted(edition.briefs, key=lambda pair: (first_day(pair[1]), pair[1].date, pair[0]), reverse=True)
    keys = [key for key, _ in order]
    years = _by_year(keys)
    yield (
        PATH,
        document(
            {
                "version": VERSION,
                "title": edition.settings.name,
                "url": root(edition),
                "language": edition.settings.options.language,
                "schema": absolute(edition, DATA),
                "count": len(keys),
                "years": [
                    {"year": year, "count": len(found), "url": absolute(edition, _path(year, 1))} for year, found in years.items()
                ],
                "newest": [edition.ask(summary, key) for key in keys[:NEWEST]],
            }
        ),
    )
    for year, found in years.items():
        yield from _year(edition, year, found)


def _by_year(keys: list[Key]) -> dict[str, list[Key]]:
    found: dict[str, list[Key]] = defaultdict(list)
    for key in keys:
        found[key.id.rpartition("/")[0]].append(key)
    return dict(sorted(found.items(), reverse=True))


def _year(edition: Edition, year: str, keys: list[Key]) -> Iterator[tuple[str, bytes]]:
    parts = [keys[start : start + LONGEST] for start in range(0, len(keys), LONGEST)]
    for number, part in enumerate(parts, 1):
        data: dict[str, Any] = {"version": VERSION, "year": year, "count": len(keys)}
        if number < len(parts):
            data["next"] = absolute(edition, _path(year, number + 1))
        yield _path(year, number), document({**data, "briefs": [edition.ask(summary, key) for key in part]})


def _path(year: str, number: int) -> str:
    ending = f"-{number}" if number > 1 else ""
    return f"{address_of(Key('brief', f'{year}/briefs{ending}'.lstrip('/'))).rstrip('/')}.json"
