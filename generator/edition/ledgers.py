"""The ledgers of an edition: what is not known, what is expected, and what was changed, over all of its entries."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date
from typing import NamedTuple

from generator.asking import kept, opaque
from generator.edition import Document, Edition, Key
from generator.edition.calendar import day_of
from generator.edition.filing import live
from generator.edition.linking import keys_of
from generator.edition.reading import document as document_of
from generator.model.forms import Background, Brief, Withdrawal
from generator.model.parts import Correction, Unknown, Update, Watch


@dataclass(frozen=True, slots=True)
class Question:
    """An open question of a brief. `number` counts the questions of that brief from 1; `since` is a day."""

    document: Document
    number: int
    unknown: Unknown
    since: Date


@dataclass(frozen=True, slots=True)
class Expectation:
    """A watch item of a brief. `number` counts those of that brief from 1; `day` is when it was due, else when it was told."""

    document: Document
    number: int
    item: Watch
    day: Date
    overdue: bool
    """Whether the day by which it was due has passed, and nobody has said what came of it."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """What was changed on a page after its publication."""

    document: Document
    number: int
    change: Update | Correction | Withdrawal


class Lines(NamedTuple):
    """What one file adds to the ledgers."""

    unknowns: tuple[Unknown, ...]
    watch: tuple[Watch, ...]
    changes: tuple[Update | Correction | Withdrawal, ...]


@kept
def lines_of(edition: Edition, key: Key) -> Lines:
    """List what a file adds to the ledgers. A brief that was withdrawn adds only that: what it said before is taken down."""
    found = edition.ask(document_of, key)
    entry = found.entry if found else None
    if isinstance(entry, Brief) and entry.stage == "withdrawn":
        return Lines((), (), (entry.withdrawal,) if entry.withdrawal else ())
    if isinstance(entry, Brief):
        return Lines(entry.unknowns, entry.watch, (*entry.corrections, *entry.updates))
    return Lines((), (), (*entry.corrections, *entry.updates) if isinstance(entry, Background) else ())


@opaque
def questions(edition: Edition) -> tuple[Question, ...]:
    """List every question that a brief asks, the latest first; withdrawn briefs ask none."""
    found = [
        Question(document, number, unknown, day_of(unknown.since) if unknown.since else as_of)
        for document, as_of, lines in _live(edition)
        for number, unknown in enumerate(lines.unknowns, 1)
    ]
    return tuple(sorted(found, key=lambda question: question.since, reverse=True))


@opaque
def expectations(edition: Edition) -> tuple[Expectation, ...]:
    """List everything that a brief told its readers to watch for, the latest first."""
    found = [
        Expectation(
            document,
            number,
            item,
            day_of(item.due) if item.due else as_of,
            item.outcome is None and item.due is not None and item.due.latest < edition.day,
        )
        for document, as_of, lines in _live(edition)
        for number, item in enumerate(lines.watch, 1)
    ]
    return tuple(sorted(found, key=lambda expected: expected.day, reverse=True))


@opaque
def amendments(edition: Edition) -> tuple[Amendment, ...]:
    """List every update and correction of a brief or background, the latest first; those of translations are not repeated."""
    translated = edition.versions.originals
    keys = (key for kind in ("background", "brief") for key in edition.ask(keys_of, kind))
    shown = (key for key in keys if edition.shown(key) and key not in translated)
    found = [
        Amendment(edition.documents[key], number, change)
        for key in shown
        for number, change in enumerate(edition.ask(lines_of, key).changes, 1)
    ]
    return tuple(sorted(found, key=lambda amendment: amendment.change.date, reverse=True))


@kept
def unanswered(edition: Edition) -> int:
    """Count the questions that nobody has answered yet."""
    return sum(question.unknown.answer is None for question in edition.ask(questions))


@kept
def awaited(edition: Edition) -> int:
    """Count what readers were told to watch for and of which nobody has said what came."""
    return sum(line.item.outcome is None for line in edition.ask(expectations))


def _live(edition: Edition) -> Iterator[tuple[Document, Date, Lines]]:
    """Yield the briefs that are shown and not withdrawn, the latest development first."""
    for key, filed in reversed([*live(edition)]):
        if filed.as_of:
            yield edition.documents[key], filed.as_of, edition.ask(lines_of, key)
