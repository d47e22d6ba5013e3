"""Rounds: in each, every text of every form holds another hostile string, and every output is looked at."""

import multiprocessing
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache
from typing import Any
from unittest import mock

from generator.graphics.ground import Ground
from generator.outputs import schemas
from tests.hostile.corpora import every
from tests.hostile.dealing import dealt, is_far, queues
from tests.hostile.outputs import KINDS, LOOKS, Look, heads, machines, made, pages, plain
from tests.hostile.results import Result, forget, is_kept, keep, kept

SOMETIMES = 16
"""Every page and every report is looked at in one round of so many; in the others, the pages and data of briefs are."""
TOGETHER = 20
_WITHIN = re.compile(r"[word\d]{1,8}")
VERSIONS = 1 + len(KINDS) // 20


def play(waiting: Mapping[Any, Sequence[str]], turns: Iterable[int], *, thorough: bool = False) -> Result:
    """Play these rounds; `thorough` looks at everything in each of them."""
    result = Result()
    for turn in turns:
        typed = dealt(waiting, KINDS, turn)
        whole = thorough or turn % SOMETIMES == 0
        looked = list(looks(typed, whole=whole))
        if any(look.fault for look in looked) and not of_one_text(typed, whole=whole):
            looked = [look._replace(fault="") for look in looked]
        result.add(looked, f"round {turn}")
        result.join(Result({"rounds": 1, "texts": len(typed)}))
    return result


def looks(typed: Mapping[str, str], *, whole: bool) -> Iterator[Look]:
    """Look at what is made of an edition with these words, at all of it or at the briefs alone."""
    found = made(typed, only="" if whole else "brief")
    for look in LOOKS if whole else (pages, heads, machines):
        yield from look(found, typed)


def of_one_text(typed: Mapping[str, str], *, whole: bool) -> bool:
    """Tell whether a fault shows whichever texts are harmless, and so is that of one text.

    Else two texts together show it, as a unit that is left out because the title of its measure names it already. That is how
    pages should be, and shows when the texts are parted: two of them differ in one of the bits of their numbers. What the
    harmless words hold anyway, such as `1`, stays away.
    """
    wild = {token: token if _WITHIN.fullmatch(words.strip()) else words for token, words in typed.items()}
    for bit in range(len(wild).bit_length()):
        halves = [{t: w if (n >> bit) & 1 == side else t for n, (t, w) in enumerate(wild.items())} for side in (0, 1)]
        if not any(look.fault for half in halves for look in looks(half, whole=whole)):
            return False
    return True


@contextmanager
def steady() -> Iterator[None]:
    """Draw the ground of a map, and write the schemas, once: no text has a part in them, and they take half of the time."""
    with ExitStack() as stack:
        for name in ("land", "lakes", "countries", "borders", "disputed"):
            stack.enter_context(mock.patch.object(Ground, name, _once(getattr(Ground, name))))
        once = tuple(schemas.files(plain().checked.edition))
        stack.enter_context(mock.patch.object(schemas, "files", return_value=once))
        yield


def _once(method: Callable[[Ground], Any]) -> Callable[[Ground], Any]:
    known: dict[tuple[float, float, float], Any] = {}

    def told(ground: Ground) -> Any:
        where = (ground.lon, ground.lat, ground.km)
        if where not in known:
            known[where] = method(ground)
        return known[where]

    return told


@cache
def waiting(*, far: bool) -> dict[Any, list[str]]:
    """Return every string of every collection, for each kind of text that can hold it; those with far characters apart.

    They are few, so each comes in several versions: were two texts of an edition the same, pages would tell of one of them.
    """
    strings = [string for string in every() if is_far(string) == far]
    return queues([f"{string} {number}" for number in range(VERSIONS) for string in strings] if far else strings, KINDS)


def run(hands: int, *, go_on: bool = False) -> Result:
    """Play as many rounds as it takes until every text of every form had every string that it can hold.

    What is done is kept, so that a run which was broken off can `go_on`.
    """
    parts = {}
    for far in (False, True):
        amount = max(map(len, waiting(far=far).values())) // (VERSIONS if far else 1)
        for start in range(0, amount, TOGETHER):
            parts[f"rounds-{'far-' if far else ''}{start}"] = far, range(start, min(start + TOGETHER, amount))
    if not go_on:
        forget(parts)
    missing = [part for part in parts if not is_kept(part)]
    with steady(), multiprocessing.get_context("fork").Pool(hands) as pool:
        for number, (part, found) in enumerate(pool.imap_unordered(_part, [(part, *parts[part]) for part in missing]), 1):
            keep(part, found)
            told = "".join(f"\n{fault}" for fault in found.faults)
            print(f"part {number} of {len(missing)}{told}", file=sys.stderr, flush=True)
    result = Result()
    for part in parts:
        result.join(kept(part))
    return result


def _part(given: tuple[str, bool, range]) -> tuple[str, Result]:
    name, far, turns = given
    return name, play(waiting(far=far), turns)
