"""The search: records of the pages become a static index that a small script in the reader's browser reads piece by piece.

Why an index of our own, measured with `python -m benchmarks.search` on 10,000 made-up records of 4 KB (83,000 different words)
and on the same records as pages with Pagefind 1.5.2:

| | ours | Pagefind |
| --- | --- | --- |
| first query with ten results and filters, as a host sends it | 130–220 KB | about 390 KB, 170 of them filters |
| with a typo | the same | not found |
| built twice from the same pages | the same bytes | other bytes, as filters have no order |
| after an edit of one word | its two files, and the record | that, and a list of all pages of 60 KB |
| to build, seconds of one core | 8 | 33, and the pages must be built first |
| policy | `script-src 'self'` | and `'wasm-unsafe-eval'` |
| size in all | 54 MB in 13,000 files | 39 MB, compressed, in 10,500 files |

`folding` says what a word is, `numbers` what a record is called, `index` what lies in which file.
"""

from collections.abc import Iterator

from generator.asking import kept, large
from generator.edition import Edition
from generator.outputs.search.index import Counted, counted, found, index, shown
from generator.outputs.search.record import Record
from generator.outputs.search.say import say
from generator.outputs.search.selection import records, records_of, years
from generator.words import words_for

OF = "year"


def of(edition: Edition, year: int) -> Iterator[tuple[str, bytes]]:
    """Make the files of the records of one year."""
    for path, data in shown(records_of(edition, year)):
        yield f"search/{path}", data


def files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Make the files of the search that are about all records."""
    each = (edition.ask(counted_in, year) for year in edition.ask(years))
    for path, data in found(each, say(words_for(edition.settings.options.language))):
        yield f"search/{path}", data


@large
@kept
def counted_in(edition: Edition, year: int) -> Counted:
    """Count the words of the records of one year."""
    return counted(records_of(edition, year))


__all__ = ["Record", "files", "index", "of", "records", "years"]
