"""The ledgers of an edition: what is not known, what is expected, and what was changed, over all of its entries."""

from collections.abc import Iterator
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


class Question(NamedTuple):
    """An open question of a brief. `number` counts the questions of that brief from 1; `since` is a day."""

    key: Key
    number: int
    since: Date
    answered: bool


class Expectation(NamedTuple):
    """A watch item of a brief. `number` counts those of that brief from 1; `day` is when it was due, else when it was told."""

    key: Key
    number: int
    day: Date
    became: str
    """What became of it; empty where nobody has said that."""
    overdue: bool
    """Whether nobody has said what came of it, and the day by which it was due has passed."""


class Amendment(NamedTuple):
    """What was changed on a page after its publication: an update, a correction, or that it was withdrawn."""

    key: Key
    number: int
    date: Date
    kind: str


class Lines(NamedTuple):
    """What one file adds to the ledgers."""

    unknowns: tuple[Unknown, ...] = ()
    watch: tuple[Watch, ...] = ()
    changes: tuple[Update | Correction | Withdrawal, ...] = ()


def lines_of(document: Document) -> Lines:
    """List what a file adds to the ledgers. A brief that was withdrawn adds only that: what it said before is taken down."""
    entry = document.entry
    if isinstance(entry, Brief) and entry.stage == "withdrawn":
        return Lines(changes=(entry.withdrawal,) if entry.withdrawal else ())
    if isinstance(entry, Brief):
        return Lines(entry.unknowns, entry.watch, (*entry.corrections, *entry.updates))
    return Lines(changes=(*entry.corrections, *entry.updates)) if isinstance(entry, Background) else Lines()


class Days(NamedTuple):
    """Where what one file adds to the ledgers stands in them, each in the order of the file."""

    unknowns: tuple[tuple[Date | None, bool], ...] = ()
    """Since when nobody knows, and whether it was answered."""
    watch: tuple[tuple[Date | None, Date | None, str], ...] = ()
    """The first and the last day by which it is due, and what became of it."""
    changes: tuple[tuple[Date, str], ...] = ()
    """The day, and the kind of change."""


@kept
def days_of(edition: Edition, key: Key) -> Days:
    """Tell where what a file adds to the ledgers stands in them."""
    found = edition.ask(document_of, key)
    if found is None:
        return Days()
    lines = lines_of(found)
    return Days(
        tuple((day_of(one.since) if one.since else None, one.answer is not None) for one in lines.unknowns),
        tuple(
            (day_of(one.due) if one.due else None, one.due.latest if one.due else None, one.outcome.state if one.outcome else "")
            for one in lines.watch
        ),
        tuple((one.date, type(one).__name__.lower()) for one in lines.changes),
    )


@opaque
def questions(edition: Edition) -> tuple[Question, ...]:
    """List every question that a brief asks, the latest first; withdrawn briefs ask none."""
    found = [
        Question(key, number, since or as_of, answered)
        for key, as_of, days in _live(edition)
        for number, (since, answered) in enumerate(days.unknowns, 1)
    ]
    return tuple(sorted(found, key=lambda question: question.since, reverse=True))


@opaque
def expectations(edition: Edition) -> tuple[Expectation, ...]:
    """List everything that a brief told its readers to watch for, the latest first."""
    found = [
        Expectation(key, number, due or as_of, became, not became and last is not None and last < edition.day)
        for key, as_of, days in _live(edition)
        for number, (due, last, became) in enumerate(days.watch, 1)
    ]
    return tuple(sorted(found, key=lambda expected: expected.day, reverse=True))


@opaque
def amendments(edition: Edition) -> tuple[Amendment, ...]:
    """List every update and correction of a brief or background, the latest first; those of translations are not repeated."""
    translated = edition.versions.originals
    keys = (key for kind in ("background", "brief") for key in edition.ask(keys_of, kind))
    found = [
        Amendment(key, number, date, kind)
        for key in keys
        if edition.shown(key) and key not in translated
        for number, (date, kind) in enumerate(edition.ask(days_of, key).changes, 1)
    ]
    return tuple(sorted(found, key=lambda amendment: amendment.date, reverse=True))


@kept
def unanswered(edition: Edition) -> int:
    """Count the questions that nobody has answered yet."""
    return sum(not question.answered for question in edition.ask(questions))


@kept
def awaited(edition: Edition) -> int:
    """Count what readers were told to watch for and of which nobody has said what came."""
    return sum(not line.became for line in edition.ask(expectations))


def _live(edition: Edition) -> Iterator[tuple[Key, Date, Days]]:
    """Yield the briefs that are shown and not withdrawn, the latest development first."""
    for key, filed in reversed([*live(edition)]):
        if filed.as_of:
            yield key, filed.as_of, edition.ask(days_of, key)
