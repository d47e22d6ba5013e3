"""The ledgers of an edition: what is not known, what is expected, and what was changed, over all of its entries."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date

from generator.edition import Document, Edition
from generator.edition.calendar import day_of
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


def questions(edition: Edition) -> tuple[Question, ...]:
    """List every question that a brief asks, the latest first; withdrawn briefs ask none."""
    found = [
        Question(document, number, unknown, day_of(unknown.since) if unknown.since else brief.as_of)
        for document, brief in _live(edition)
        for number, unknown in enumerate(brief.unknowns, 1)
    ]
    return tuple(sorted(found, key=lambda question: question.since, reverse=True))


def expectations(edition: Edition) -> tuple[Expectation, ...]:
    """List everything that a brief told its readers to watch for, the latest first."""
    found = [
        Expectation(
            document,
            number,
            item,
            day_of(item.due) if item.due else brief.as_of,
            item.outcome is None and item.due is not None and item.due.latest < edition.day,
        )
        for document, brief in _live(edition)
        for number, item in enumerate(brief.watch, 1)
    ]
    return tuple(sorted(found, key=lambda expected: expected.day, reverse=True))


def amendments(edition: Edition) -> tuple[Amendment, ...]:
    """List every update and correction of a brief or background, the latest first; those of translations are not repeated.

    Of a brief that was withdrawn, only that: what its page said before is taken down, also from its corrections.
    """
    found: list[Amendment] = []
    for key, document in edition.documents.items():
        entry = document.entry
        if isinstance(entry, Brief | Background) and edition.shown(key) and key not in edition.versions.originals:
            changes: list[Update | Correction | Withdrawal] = [*entry.corrections, *entry.updates]
            if isinstance(entry, Brief) and entry.stage == "withdrawn":
                changes = [entry.withdrawal] if entry.withdrawal else []
            found.extend(Amendment(document, number, change) for number, change in enumerate(changes, 1))
    return tuple(sorted(found, key=lambda amendment: amendment.change.date, reverse=True))


def _live(edition: Edition) -> Iterator[tuple[Document, Brief]]:
    """Yield the briefs that are shown and not withdrawn, the latest development first."""
    for key, brief in reversed(edition.briefs):
        if brief.stage != "withdrawn":
            yield edition.documents[key], brief
