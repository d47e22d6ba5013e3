"""What several rules rest on: words held against a text, numbers in a sentence, texts that differ in a word; and no all pairs."""

from collections.abc import Callable
from datetime import date as Date
from pathlib import Path
from time import process_time

import pytest

from generator.build import Inputs, gather, read_edition, read_settings
from generator.publish import publication
from generator.rules import check
from generator.rules.parts.numbers import numbers_in
from generator.rules.parts.verbatim import pieces, searchable
from generator.rules.parts.words import likenesses, sense
from generator.settings import read
from tests.build.small import CONFIG, FILES, put

PRINTED = "“We appeal to Russia to protect Armenia’s terri-\ntorial   integrity,” he said. “That  is\nall – for\u00a0now.”"


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("We appeal to Russia to protect Armenia's territorial integrity.", True),
        ("we appeal … territorial integrity", True),
        ("We appeal [to Moscow] to protect", True),
        ("That is all - for now", True),
        ("We appeal to Moscow", False),
        ("territorial integrity … We appeal", False),
    ],
)
def test_words_are_found_as_they_were_printed(words: str, there: bool) -> None:
    text, at = searchable(PRINTED), 0
    for piece in pieces(words):
        at = text.find(piece, at) if at >= 0 else -1
    assert (at >= 0) is there


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("more than 100,000 people and EUR 7.5m", [(100_000, True), (7_500_000, False)]),
        ("on 16 November 2021 at 18:30, in 1997 and November 2020", []),
        ("twelve to 32, fifty-one and two hundred", [(12, False), (32, False), (51, False), (200, False)]),
        ("Nearly 2,000; two or three; G20; Regulation 2024/1689", [(2_000, True)]),
        ("“they lost 40 men” [@mt-2021-11-16]", []),
    ],
)
def test_numbers_are_read_but_dates_are_none(text: str, found: list[tuple[float, bool]]) -> None:
    assert [(number.value, number.rounded) for number in numbers_in(text)] == found
    assert all(text[slice(*number.span)] == number.written for number in numbers_in(text))


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Armenia accuses Azerbaijan of breaking the truce", "Armenia accused Azerbaijan of breaking a truce again", True),
        ("Armenia accuses Azerbaijan of breaking the truce", "Armenia accuses Georgia of breaking the truce", False),
        ("Round 2 of talks in Brussels ends", "Round 3 of talks in Brussels ends", False),
        ("A truce holds", "A war ends", False),
        ("Shots fall", "Shots fall", True),
    ],
)
def test_texts_are_alike_that_differ_in_one_common_word(one: str, other: str, alike: bool) -> None:
    assert bool(set(likenesses(one)) & set(likenesses(other))) is alike


def test_what_carries_the_sense_has_no_grammar() -> None:
    assert sense("The soldiers' losses were counted") == sense("counting of a soldier, loss")


def test_the_text_of_a_source_is_checked_and_never_published(tmp_path: Path) -> None:
    kept = {"briefs/sources/report.txt": "SECRET words. We did not fire, they said."}
    site = put(tmp_path, FILES | kept)
    text, settings, _ = read_settings(site / "mkdocs.yml")
    inputs = gather(site, settings, "mkdocs.yml", text)
    assert list(inputs.source_texts) == list(kept)
    checked = read_edition(inputs, settings, Date(2021, 12, 1))
    assert checked.findings == ()
    made = publication(checked.edition)
    assert not [path for path, data in made.files.items() if b"SECRET" in data]
    assert not [page.address for page in made.pages if "SECRET" in repr(page)]


def brief(number: int) -> bytes:
    """Return one of many briefs that are as alike as can be: one storyline, one day, one headline, one source, one question."""
    return (
        FILES["briefs/2021/first-shots.yml"]
        .replace("was: [2021/opening-fire]\n", "")
        .replace("title: Shots were fired", f"title: Shots were fired again in round {number % 7}")
        .encode()
    )


def seconds(briefs: int) -> float:
    """Return how long all rules take for so many briefs, the least of three times."""
    settings, _, _ = read(CONFIG)
    entries = {name: text.encode() for name, text in FILES.items() if name.startswith("briefs/") and "first-shots" not in name}
    entries |= {f"briefs/2021/brief-{number}.yml": brief(number) for number in range(briefs)}
    edition = read_edition(Inputs("mkdocs.yml", CONFIG, entries, {}), settings, Date(2021, 12, 1)).edition
    documents = [*edition.documents.values()]
    return min(_timed(lambda: check(edition, documents)) for _ in range(3))


def _timed(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


def test_four_times_as_many_briefs_take_about_four_times_as_long() -> None:
    assert seconds(400) < 10 * max(seconds(100), 0.01)
