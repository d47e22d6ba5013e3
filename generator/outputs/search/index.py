"""The index as files: which words there are, in which records each stands, the records, and what each belongs to.

| file below `search/` | holds |
| --- | --- |
| `index.json` | how many records and files there are, the letters that words begin with, the words of the page |
| `words/<n>.txt` | the words whose first two letters fall to this file, with how common each is (twice the log2) |
| `found/<n>.bin` | for the words that fall to this file: the numbers of their records, with the weight of the word there |
| `records/<number>.json` | what a result shows, and the text of which a piece is shown |
| `facets/<part>-<n>.bin` | what records belong to: storylines, topics, places, actors … |

What falls to a file is decided by CRC-32, so all names are independent of the content, and files never move: after a
change a host and its caches exchange only what is different, and files of two ages still fit together, because a
number means the same record in both. (Names made from the content would let a host cache for ever, but every change would
go through a list of all names.) How many files there are doubles as the edition grows.

A year's records have their numbers among themselves, so each year is counted by itself, and a change in one leaves the others.
"""

import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import log2
from typing import Any, NamedTuple
from zlib import crc32

from generator.outputs.search.folding import count
from generator.outputs.search.numbers import numbers, year_of
from generator.outputs.search.packing import gaps, listed, number, part, postings
from generator.outputs.search.record import GROUPS, Record

VERSION = 1
LEVELS = 4
"""Bits for the weight of a word in a record: `2 ** (level / 3.5)` times the least."""
WIDTH = array("Q").itemsize
_TITLE, _SUMMARY, _TYPICAL, _LEAST = 5.0, 2.5, 512, 0.7
"""The weight of a word in a title of seven words and in a summary; the words of a typical record, which is a constant, so that no
record weighs on another; the least weight."""
PARTS = {"about": ("kind", "storyline", "topic", "status"), "places": ("place",), "actors": ("actor",)}
"""Which groups lie together: the first are needed for every result, the others when a reader opens their lists."""


class Counted(NamedTuple):
    """What is in the records of one year."""

    words: dict[str, bytes]
    """For each word where it stands: the numbers of the records, each with the weight of the word there, eight bytes each."""
    facets: dict[int, Mapping[str, tuple[tuple[str, str], ...]]]
    """To what each record belongs, by its number."""


def index(records: Iterable[Record], say: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of an index with their paths, relative to `search/`. `say` are the words of the page, for the script."""
    years: dict[int, list[Record]] = defaultdict(list)
    for record in records:
        years[year_of(record)].append(record)
    for own in years.values():
        yield from shown(own)
    yield from found((counted(years[year]) for year in sorted(years)), say)


def shown(records: Iterable[Record]) -> Iterator[tuple[str, bytes]]:
    """Yield the file of each record of one year."""
    for at, record in numbers(records).items():
        yield f"records/{at:x}.json", _json(_shown(record))


def counted(records: Iterable[Record]) -> Counted:
    """Count the words of the records of one year."""
    words: dict[str, array[int]] = defaultdict(lambda: array("Q"))
    known = numbers(records)
    for at, record in known.items():
        for word, level in _levels(record):
            words[word].append(at << LEVELS | level)
    return Counted(
        {word: places.tobytes() for word, places in words.items()}, {at: record.facets for at, record in known.items()}
    )


def found(years: Iterable[Counted], say: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """Yield the files about all records. The years come in their order, so that the numbers of the records ascend."""
    stands: dict[str, bytes] = {}
    facets: dict[int, Mapping[str, tuple[tuple[str, str], ...]]] = {}
    for year in years:
        for word, places in year.words.items():
            stands[word] = stands[word] + places if word in stands else places
        facets |= year.facets
    size = len(facets)
    words, spread, parts = _files(size, 16, 8), _files(size, 8, 8), _files(size, 16_384, 1)
    counts = {"version": VERSION, "records": size, "words": words, "found": spread, "facets": parts}
    yield "index.json", _json({**counts, "letters": _letters(stands), "say": say})
    yield from _words(stands, words)
    yield from _found(stands, spread)
    for name, groups in PARTS.items():
        for place in range(parts):
            mine = {at: of for at, of in facets.items() if at % parts == place}
            yield f"facets/{name}-{place:x}.bin", _facets(mine, groups)


def _files(records: int, each: int, least: int) -> int:
    """Return over how many files something is spread: a power of two, so that it rarely changes."""
    return max(least, 1 << (records // each).bit_length())


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _shown(record: Record) -> dict[str, str]:
    text = "\n".join(filter(None, (record.text, " · ".join(record.names))))
    fields = {"address": record.address, "kind": record.kind, "title": record.title, "when": record.when}
    fields |= {"summary": record.summary, "text": text, "language": record.language}
    return {name: value for name, value in fields.items() if value}


def _levels(record: Record) -> Iterator[tuple[str, int]]:
    """Yield every word of a record with its weight there (BM25F, in steps that a small change rarely crosses)."""
    title, summary, names = count(record.title), count(record.summary), count(" ".join(record.names))
    counted = count(record.text)
    length = _length(sum(counted.values()))
    in_title = _TITLE / (0.3 + 0.1 * sum(title.values()))  # a page that is named by the word comes first
    for word in {**title, **summary, **names}:
        weight = _weight(counted.pop(word, 0) + (word in names), length)
        yield word, _level(weight + in_title * (word in title) + _SUMMARY * (word in summary))
    in_text = _IN_TEXT[length]
    for word, times in counted.items():
        yield word, in_text[times if times < _MANY else _MANY]


def _length(words: int) -> int:
    """Return how long a text is, as a power of two: a typical one is 0."""
    return min(max(round(log2(max(words, 1) / _TYPICAL)), -4), 4)


def _weight(times: int, length: int) -> float:
    """Return the weight of a word that a text of a length has so many times."""
    return 2.2 * times / (times + 1.2 * (0.4 + 0.6 * 2.0**length))


def _level(weight: float) -> int:
    return min(max(round(3.5 * log2(max(weight, _LEAST) / _LEAST)), 0), (1 << LEVELS) - 1)


_MANY = 15
_IN_TEXT = {length: tuple(_level(_weight(times, length)) for times in range(_MANY + 1)) for length in range(-4, 5)}


def _letters(found: Iterable[str]) -> str:
    """Return the letters among the first two of words that have spaces around them: a reader may mistype one of these."""
    return "".join(sorted({letter for word in found for letter in word[:2] if letter < "\u0e00"}))


def _words(found: Mapping[str, bytes], files: int) -> Iterator[tuple[str, bytes]]:
    spread: dict[int, list[tuple[str, int]]] = {place: [] for place in range(files)}
    for word in sorted(found):
        spread[crc32(word[:2].encode()) % files].append((word, round(2 * log2(len(found[word]) // WIDTH))))
    for place, mine in spread.items():
        yield f"words/{place:x}.txt", listed(mine)


def _found(found: Mapping[str, bytes], files: int) -> Iterator[tuple[str, bytes]]:
    spread: dict[int, list[bytes]] = {place: [] for place in range(files)}
    for word in sorted(found):
        name = word.encode()
        places = array("Q", found[word])
        spread[crc32(name) % files].append(part(name, postings(places, LEVELS), len(places)))
    for place, mine in spread.items():
        yield f"found/{place:x}.bin", b"".join(mine)


def _facets(known: Mapping[int, Mapping[str, tuple[tuple[str, str], ...]]], groups: tuple[str, ...]) -> bytes:
    """Write the values of some groups, the most common first, and for each record its number and the places of its values."""
    of = {at: [(group, *value) for group in groups for value in facets.get(group, ())] for at, facets in known.items()}
    common = Counter(value for values in of.values() for value in values)
    values = sorted(common, key=lambda value: (-common[value], GROUPS.index(value[0]), value))
    place = {value: at for at, value in enumerate(values)}
    names, before = _json(values), 0
    rows: list[bytes] = []
    for at, own in of.items():
        mine = sorted({place[value] for value in own})
        rows += (number(at - before), number(len(mine)), gaps(mine))
        before = at
    return number(len(names)) + names + b"".join(rows)
